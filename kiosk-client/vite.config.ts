import { defineConfig } from 'vite';

/** The screens of a station; the loopback host and Electron serve the same files. */
export default defineConfig({
  root: `${import.meta.dirname}/src/renderer`,
  base: './',
  build: { outDir: `${import.meta.dirname}/dist`, emptyOutDir: true, target: 'es2022', modulePreload: false },
});
