import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../build/find-chromium.ts';
import { ROOT } from '../../build/folders.ts';
import rubricData from '../../shared/domain/rubric/rubric-default.json' with { type: 'json' };
import { makeTempFolder } from '../support/temp-folder.ts';

/** Linux gives a process a network of its own with nothing in it; elsewhere there is no such thing to test with. */
const LOOPBACK_UP = 'ip link set lo up 2>/dev/null || ifconfig lo up 2>/dev/null || exit 97';
const UNSHARE = [['-n'], ['-r', '-n']].find(
  (flags) => spawnSync('unshare', [...flags, 'sh', '-c', LOOPBACK_UP]).status === 0,
);
if (UNSHARE === undefined) {
  console.log(
    'Not run without a network: this system gives nobody a network of their own, or has no program (ip) for it.',
  );
}
const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js';
const PLAN = 'tests/corpus/plans/s04-ravensea-dylan/final.docx';

const folder = makeTempFolder();
afterAll(() => folder.remove());

describe.skipIf(UNSHARE === undefined)('without any network but the machine itself', () => {
  test('there is none to be had', async () => {
    const script = `const [os, net] = [require('node:os'), require('node:net')];
      const socket = net.connect(53, '192.0.2.1');
      socket.on('error', ({ code }) => console.log(JSON.stringify([Object.keys(os.networkInterfaces()), code])));`;
    const run = await alone('-e', script);
    expect(JSON.parse(run.stdout)).toEqual([['lo'], 'ENETUNREACH']);
  });

  test('a plan is read as it is with one', async () => {
    const [without, withNetwork] = await Promise.all([
      alone('electron/cli/main.ts', 'extract', PLAN, '--json'),
      run(process.execPath, ['electron/cli/main.ts', 'extract', PLAN, '--json']),
    ]);
    expect(without).toMatchObject({ code: 0, stdout: withNetwork.stdout });
    expect(JSON.parse(without.stdout)).toBeTruthy();
  });

  test('answers are graded', async () => {
    const [example] = rubricData.workedExamples;
    const input = path.join(folder.path, 'answers.json');
    writeFileSync(input, JSON.stringify(example));
    const scored = await alone('electron/cli/main.ts', 'score', input, '--json');
    expect(scored.code).toBe(0);
    expect(JSON.parse(scored.stdout)).toEqual(example?.expected);
  });

  test('the sample partnership and its reports are made', async () => {
    const out = path.join(folder.path, 'demo');
    expect(await alone('electron/cli/main.ts', 'demo', '--out', out)).toMatchObject({ code: 0 });
    expect(readdirSync(out).toSorted()).toEqual([
      'partnership-report.csv',
      'partnership-report.docx',
      'partnership-report.html',
      'partnership-report.xlsx',
      'sample.goldthread',
    ]);
  });

  const isRunnable = findChromium() !== undefined && existsSync(path.join(ROOT, 'out/renderer/index.html'));
  test.skipIf(!isRunnable)('the main journey is gone through in a browser', { timeout: 480_000 }, async () => {
    const output = path.join(folder.path, 'journey');
    const config = 'build/playwright.config.ts';
    const options = ['--config', config, '--project', 'chromium', '--reporter', 'line', '--output', output];
    const journey = await alone(PLAYWRIGHT, 'test', ...options, 'tests/e2e/main-by-keyboard.journey.ts');
    expect(journey).toMatchObject({ code: 0 });
    expect(journey.stdout).toContain('1 passed');
  });
});

/** Runs Node where only the loopback is up. */
function alone(...args: string[]) {
  return run('unshare', [...(UNSHARE ?? []), 'sh', '-c', `${LOOPBACK_UP}; exec "$@"`, 'sh', process.execPath, ...args]);
}

function run(command: string, args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const { TEST_COUNTS: _, NODE_OPTIONS: __, ...env } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (part: Buffer) => (stdout += part.toString()));
    child.stderr.on('data', (part: Buffer) => (stderr += part.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}
