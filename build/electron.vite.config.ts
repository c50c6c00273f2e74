import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { OUT, ROOT } from './folders.ts';
import { noteBundledPackages } from './third-party.ts';

/** Node in the Electron that package.json names. */
const NODE_TARGET = 'node24';
/** Chromium in it, and the oldest browser that the local host is meant for. */
const CHROME_TARGET = 'chrome140';

/** What stays outside the bundle by itself is what package.json lists under `dependencies`: the native database. */
export default defineConfig({
  main: {
    plugins: [withoutCanvas(), noteBundledPackages('main')],
    build: {
      target: NODE_TARGET,
      outDir: path.join(OUT, 'main'),
      sourcemap: true,
      rolldownOptions: {
        // Shared parts lie beside the entries: code that looks for a neighbour, as for the worker, finds it from either.
        output: { chunkFileNames: '[name]-[hash].js' },
        input: {
          index: path.join(ROOT, 'electron/main.ts'),
          local: path.join(ROOT, 'electron/local/main.ts'),
          'parse-worker': path.join(ROOT, 'electron/backend/documents/parse-worker.ts'),
        },
      },
    },
  },
  preload: {
    plugins: [noteBundledPackages('preload')],
    build: {
      externalizeDeps: false,
      outDir: path.join(OUT, 'preload'),
      rolldownOptions: {
        input: { index: path.join(ROOT, 'electron/preload.ts') },
        // A sandboxed preload is one CommonJS file that may require only electron.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: path.join(ROOT, 'renderer'),
    plugins: [react(), noteBundledPackages('renderer')],
    build: {
      target: CHROME_TARGET,
      outDir: path.join(OUT, 'renderer'),
      minify: true,
      // The content security policy has no data: for scripts, styles and fonts, and no inline script.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: path.join(ROOT, 'renderer/index.html') },
    },
  },
});

/** pdf.js looks for a canvas when it loads, and warns on stderr without one; we ship none, as nothing is drawn in Node. */
function withoutCanvas(): Plugin {
  return {
    name: 'without-canvas',
    transform: (code, id) =>
      id.includes('pdfjs-dist') ? { code: code.replaceAll('require("@napi-rs/canvas")', '({})'), map: null } : null,
  };
}
