import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The window alone, on invented data in memory: `vite build --config` this file, or `vite` for development. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  resolve: { preserveSymlinks: true },
  build: { outDir: '../../../.cache/preview', emptyOutDir: true, modulePreload: { polyfill: false }, assetsInlineLimit: 0, chunkSizeWarningLimit: 4_000 },
});
