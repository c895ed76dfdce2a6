import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const elsewhere = ['test/e2e/**', 'test/soak/**', 'test/bench/**'];
const desktop = 'test/main/electron/**/*.test.ts';

export default defineConfig({
  // The package without its binary throws when it is loaded; the app's own code meets the project's double.
  resolve: { alias: { electron: resolve(import.meta.dirname, 'test/doubles/electron.ts') } },
  test: {
    globalSetup: [resolve(import.meta.dirname, 'test/temporary-folder.ts')],
    pool: 'forks',
    // Store and import workers load the sources anew in every test.
    env: { NODE_COMPILE_CACHE: resolve(import.meta.dirname, '.cache/compiled') },
    // One more than there are cores: tests of the store spend part of their time waiting for the disk.
    maxWorkers: availableParallelism() + 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // States are waited for as long as a slow machine may take, and seen soon after they come.
    expect: { poll: { timeout: 15_000, interval: 10 } },
    projects: [
      // Modules keep no state between tests, so files share them; the double of electron is one stateful module, so its tests do not.
      { extends: true, test: { name: 'core', include: ['test/**/*.test.ts', 'test/**/*.test.tsx'], exclude: [...elsewhere, desktop], isolate: false } },
      { extends: true, test: { name: 'desktop', include: [desktop] } },
    ],
  },
});
