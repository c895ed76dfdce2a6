import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const source = join(import.meta.dirname, 'src');
const out = join(import.meta.dirname, 'out');

export default defineConfig({
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
