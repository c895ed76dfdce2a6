import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where the reference data lies: real market files, golden vectors, recorded answers. The only place that reads the variable. */
export const referenceRoot = resolve(process.env.CHARTROOM_REFERENCE ?? join(import.meta.dirname, '../../shared'));

/** The path of a reference file, e.g. `data/sp500-5yr.csv.gz`. */
export function referencePath(relative: string): string {
  return join(referenceRoot, relative);
}

/** Whether a reference file is there; tests that need it use `describe.skipIf(!hasReference(...))`. */
export function hasReference(relative: string): boolean {
  return existsSync(referencePath(relative));
}
