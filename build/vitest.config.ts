import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '..');
const TESTS = ['tests/{unit,contract,desktop}/**/*.test.ts', 'tests/{unit,contract,desktop}/**/*.test.tsx'];
/** Files that put something else in a module's place, or take that back: it must be in nobody else's way. */
const ALONE = globSync(TESTS, { cwd: root })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) =>
    /\bvi\.(?:doMock|doUnmock|mock|unmock|resetModules)\(/.test(readFileSync(path.join(root, file), 'utf8')),
  );

export default defineConfig({
  root,
  test: {
    pool: 'threads',
    // Two cores, shared with the parser's own threads.
    maxWorkers: 2,
    setupFiles: ['tests/support/quick-pins.ts', 'tests/support/quick-keys.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', path.join(root, 'tests/support/vitest-counts.ts')],
    coverage: { include: ['shared/**', 'electron/**'] },
    projects: [
      // Loading the same modules anew for every file was a quarter of all the time.
      {
        extends: true,
        test: { name: 'together', isolate: false, include: TESTS, exclude: [...configDefaults.exclude, ...ALONE] },
      },
      { extends: true, test: { name: 'alone', include: ALONE } },
    ],
  },
});
