import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The package without its binary throws when it is loaded; the app's own code meets the project's double.
  resolve: { alias: { electron: resolve(import.meta.dirname, 'test/doubles/electron.ts') } },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'test/soak/**', 'test/bench/**'],
    pool: 'forks',
    // Store and import workers load the sources anew in every test.
    env: { NODE_COMPILE_CACHE: resolve(import.meta.dirname, '.cache/compiled') },
    // Left alone, two cores would run one file at a time.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
