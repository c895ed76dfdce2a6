import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { BarsPreview, ImportOptions, ImportResult } from '../../../src/shared/contract/imports.ts';
import type { UtcMs } from '../../../src/shared/time.ts';
import type { CollectedAction } from '../../../src/main/files/import/bar-collector.ts';
import { importFile, type FileOutcome } from '../../../src/main/files/import/import-file.ts';
import { previewImport } from '../../../src/main/files/import/preview-import.ts';
import { runImport } from '../../../src/main/files/import/run-import.ts';
import { sourceFiles } from '../../../src/main/files/import/source-files.ts';
import type { Clock } from '../../../src/main/ports.ts';
import { MemoryStoreWriter } from '../../doubles/memory-store-writer.ts';

export const workerUrl = new URL('../../../src/main/workers/import-worker.ts', import.meta.url);

/** The app's own resources. */
export const resources = fileURLToPath(new URL('../../../resources', import.meta.url));

/** A clock that stands still. */
export const stillClock: Clock = { now: () => Date.UTC(2026, 10, 20) as UtcMs, after: () => () => undefined };

/** Writes an invented file for one test; returns its path. */
export function fixture(name: string, content: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'chartroom-import-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Imports a file into a store in memory. */
export async function importInto(writer: MemoryStoreWriter, path: string, options: ImportOptions = {}): Promise<ImportResult> {
  return runImport({
    path, name: basename(path), options, writer, workerUrl, resources, clock: stillClock, onProgress: () => undefined, signal: new AbortController().signal,
  });
}

/** Imports invented text and gives the result with the store it went to. */
export async function importText(name: string, content: string | Uint8Array, options: ImportOptions = {}): Promise<{ result: ImportResult; writer: MemoryStoreWriter }> {
  const writer = new MemoryStoreWriter();
  return { result: await importInto(writer, fixture(name, content), options), writer };
}

export async function previewText(name: string, content: string | Uint8Array, options: ImportOptions = {}): Promise<BarsPreview> {
  return previewImport({ path: fixture(name, content), name, options, workerUrl, resources, clock: stillClock });
}

/** Reads a file on this thread, without worker and batch, for tests of what a file means. */
export async function readInto(path: string, options: ImportOptions = {}): Promise<{ outcome: FileOutcome; imported: number; writer: MemoryStoreWriter; actions: readonly CollectedAction[] }> {
  const { single: only } = await sourceFiles(path, basename(path));
  if (only === null) throw new Error(`${path} holds several files`);
  const writer = new MemoryStoreWriter();
  const actions: CollectedAction[] = [];
  let imported = 0;
  const outcome = await importFile({ file: only, options, now: stillClock.now(), resources }, {
    async part({ series, rejections, actions: found }) {
      actions.push(...found);
      const written = await writer.writeChunk(1, { series, actions: found, rejections });
      imported += written.imported;
    },
    progress: () => undefined,
  });
  return { outcome, imported, writer, actions };
}

/** Reads invented text or bytes on this thread. */
export async function readText(name: string, content: string | Uint8Array, options: ImportOptions = {}): ReturnType<typeof readInto> {
  return readInto(fixture(name, content), options);
}
