import { mkdirSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import { ensureBuilt } from '../src/main/cli/renderer-root.ts';

const cache = join(import.meta.dirname, '../.cache');
const lock = join(cache, 'build.lock');
/** A build takes seconds; a lock older than this was left by a run that was killed. */
const abandonedMs = 120_000;

/** Builds the app where it is older than its sources; test files that run side by side wait for one another. */
export async function buildOnce(): Promise<void> {
  mkdirSync(cache, { recursive: true });
  await vi.waitUntil(takeLock, { timeout: abandonedMs, interval: 100 });
  try {
    ensureBuilt();
  } finally {
    rmdirSync(lock);
  }
}

function takeLock(): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    return age > abandonedMs;
  }
}
