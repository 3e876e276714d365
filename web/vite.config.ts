import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { languageChunk, splitLanguages } from './build/split-languages.ts';

const page = (name: string): string => `${import.meta.dirname}/${name}`;

/** Portal and office in one shell; the public check, the card on the phone and the board in the hall as pages of their own. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [splitLanguages(), react()],
  build: {
    outDir: `${import.meta.dirname}/dist`,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: {
      polyfill: false,
      // Of a module of words only its chunk: what all are made with has long been loaded, and to name it for each
      // module and language weighed more than a page.
      resolveDependencies: (file, dependencies) =>
        /(texts|names)-[\w-]+\.js$/.test(file)
          ? dependencies.filter((one) => /words-[a-z]{2}-/.test(one))
          : dependencies,
    },
    // Fonts stay files, so that each is fetched only when its script is on the page.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        index: page('index.html'),
        card: page('card.html'),
        check: page('check.html'),
        board: page('board.html'),
        'check-worker': page('src/check/check-worker.ts'),
      },
      // A schema that nobody reads has no effect; without this every module of the domain would bring zod along.
      treeshake: { manualPureFunctions: ['z', 'workerTexts', 'staffTexts'] },
      output: {
        codeSplitting: {
          groups: [
            // What every table of texts is made with, else it would lie with the words of one language.
            { name: 'texts', test: /\/texts\/(text|six-languages|two-languages)\.ts$/, priority: 2 },
            // What every form is made of: alone, each weighed as much for its wrapping as for itself.
            {
              name: 'form',
              test: /\/ui\/src\/(text-field|select|field-frame|error-summary|file-field|date-field)\.tsx$/,
              priority: 1,
            },
            {
              debugName: 'words',
              name: (id: string) => languageChunk(id) ?? null,
              test: /\?language=/,
              priority: 1,
            },
          ],
        },
        // A service worker needs an address that never changes and lies beside the page that it serves.
        entryFileNames: ({ name }) =>
          name === 'check-worker' ? 'check-worker.js' : 'assets/[name]-[hash].js',
      },
    },
  },
});
