import { accessSync, chmodSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** More than a run leaves among its temporary files at any time. */
const roomBytes = 4 * 2 ** 30;

/** Gives a run one folder for whatever its tests put among the temporary files, and removes it at the end. */
export function setup(): () => void {
  const folder = mkdtempSync(join(memoryFolder() ?? tmpdir(), 'chartroom-test-'));
  // Some tests act as another user, who has to pass through it.
  chmodSync(folder, 0o755);
  // Its name on Unix, and the two on Windows.
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Linux's folder in memory where it has room, since half the time of the store's tests is the disk's. A killed process leaves there what it leaves on a disk. */
function memoryFolder(): string | null {
  const folder = '/dev/shm';
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > roomBytes ? folder : null;
  } catch {
    return null;
  }
}
