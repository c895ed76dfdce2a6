import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Browser tests: the built renderer in a real Chromium, over the loopback host and a fresh profile each. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: ['test/temporary-folder.ts', 'test/e2e/build-once.ts'],
    pool: 'forks',
    // Hosts start from the sources; what the unit tests compiled is there already.
    env: { NODE_COMPILE_CACHE: resolve(import.meta.dirname, '.cache/compiled') },
    maxWorkers: 2,
    // States are waited for as long as a slow machine may take.
    expect: { poll: { timeout: 30_000 } },
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
