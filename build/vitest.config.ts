import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '..');

export default defineConfig({
  root,
  test: {
    include: ['tests/{unit,contract,desktop}/**/*.test.ts', 'tests/{unit,contract,desktop}/**/*.test.tsx'],
    pool: 'threads',
    // Two cores, shared with the parser's own threads.
    maxWorkers: 2,
    setupFiles: ['tests/support/quick-pins.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', path.join(root, 'tests/support/vitest-counts.ts')],
    coverage: { include: ['shared/**', 'electron/**'] },
  },
});
