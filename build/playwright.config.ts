import { randomUUID } from 'node:crypto';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './find-chromium.ts';
import { findElectronBinary } from './find-electron.ts';

const root = path.resolve(import.meta.dirname, '..');
const executablePath = findChromium();
// Where journeys keep what they all begin with (tests/support/made-once.ts); workers are given the name by this process.
process.env['JOURNEYS_SHARE'] ??= path.join(tmpdir(), `goldthread-journeys-${randomUUID()}`);

export default defineConfig<{ runsOn: 'local host' | 'desktop' }>({
  testDir: path.join(root, 'tests'),
  testMatch: ['e2e/**/*.journey.ts', 'desktop/**/*.journey.ts'],
  globalTeardown: path.join(root, 'tests/support/remove-shared.ts'),
  outputDir: path.join(root, 'test-results'),
  // Node reads TypeScript by itself; transpiling everything for it costs seconds.
  build: { external: ['**'] },
  // One more than there are processors: a journey waits a tenth of its time.
  workers: availableParallelism() + 1,
  fullyParallel: false,
  forbidOnly: process.env['CI'] !== undefined,
  // A journey takes a minute on a quiet machine; on a shared one it has been seen to take three.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], [path.join(root, 'tests/support/playwright-counts.ts')]],
  // Each journey says in its line which of the two it ran on.
  projects: [
    { name: 'chromium' },
    ...(findElectronBinary() === undefined
      ? []
      : [{ name: 'electron', testMatch: ['e2e/**/*.journey.ts'], use: { runsOn: 'desktop' as const } }]),
  ],
  use: {
    viewport: { width: 1280, height: 720 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // Traces take a third of a journey's time. Set GOLDTHREAD_TRACE to keep those of journeys that fail.
    trace: process.env['GOLDTHREAD_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    // A press that finds nothing to press says so, and does not use up the journey's time.
    actionTimeout: 60_000,
    launchOptions: { ...(executablePath === undefined ? {} : { executablePath }), args: CHROMIUM_FLAGS },
  },
});
