import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const source = join(import.meta.dirname, 'src');
const out = join(import.meta.dirname, 'out');

/** Every worker entry becomes a file of its own, `workers/NAME-worker.js`. */
const workers = Object.fromEntries(
  globSync('main/workers/*-worker.ts', { cwd: source }).map((file) => [`workers/${basename(file, '.ts')}`, join(source, file)]),
);

export default defineConfig({
  main: {
    // The installed app opens no port: the loopback host stays out of its bundle.
    resolve: { alias: [{ find: /^.*\/loopback\/serve\.ts$/, replacement: join(source, 'main/electron/no-loopback.ts') }] },
    build: {
      outDir: join(out, 'main'),
      rolldownOptions: {
        input: { index: join(source, 'main/index.ts'), ...workers },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: join(out, 'preload'),
      // A sandboxed preload cannot be a module and cannot require files: one CommonJS file.
      rolldownOptions: { input: { index: join(source, 'preload/index.ts') }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: join(source, 'renderer'),
    base: './',
    plugins: [react()],
    build: {
      outDir: join(out, 'renderer'),
      minify: true,
      // Assets stay files: the page's policy allows data: for images only. A Chromium of today needs no preload helper.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: { input: join(source, 'renderer/index.html') },
    },
  },
});
