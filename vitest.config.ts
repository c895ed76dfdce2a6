import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'test/soak/**', 'test/bench/**'],
    pool: 'forks',
    testTimeout: 20_000,
  },
});
