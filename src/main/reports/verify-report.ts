import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../shared/app-error.ts';
import type { VerifiedItem } from '../../shared/contract/reports.ts';
import { reportManifest, type ReportManifest } from './manifest.ts';
import { sha256 } from './sha256.ts';

interface Verification {
  readonly manifest: ReportManifest;
  readonly ok: boolean;
  readonly items: readonly VerifiedItem[];
}

/** The hash of an input's bars in this workspace up to its last bar, or null where it has none. */
export type InputHash = (input: ReportManifest['inputs'][number]) => string | null;

/**
 * Checks every file of a manifest, the given ones by name or else those beside it, and every input series against this workspace. Throws
 * `report.manifest` when it is not one.
 */
export function verifyReport(path: string, inputHash: InputHash, given: ReadonlyMap<string, string> = new Map()): Verification {
  const manifest = readManifest(path);
  const files = manifest.files.map(({ name, sha256: expected }): VerifiedItem => {
    // A manifest from elsewhere must not make us read outside its own folder.
    const file = given.get(name) ?? join(dirname(path), basename(name));
    if (!existsSync(file)) return { kind: 'file', name, state: 'missing' };
    return { kind: 'file', name, state: sha256(readFileSync(file)) === expected ? 'ok' : 'changed' };
  });
  const inputs = manifest.inputs.map((input): VerifiedItem => {
    const found = inputHash(input);
    const name = `${input.series} ${input.freq} ${input.origin} ${input.basis}`;
    return { kind: 'series', name, state: found === null ? 'unknown' : found === input.sha256 ? 'ok' : 'changed' };
  });
  const items = [...files, ...inputs];
  return { manifest, ok: items.every(({ state }) => state === 'ok' || state === 'unknown'), items };
}

function readManifest(path: string): ReportManifest {
  try {
    return reportManifest.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new AppError('report.manifest', { file: basename(path) }, { cause: error });
  }
}
