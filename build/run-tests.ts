import { spawn, type SpawnOptions, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { ensureChromium } from './find-chromium.ts';
import { findElectronBinary } from './find-electron.ts';
import { withoutNetwork } from './without-network.ts';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface Step {
  name: string;
  command: string;
  args: string[];
  /** Whether the command leaves its own counts; otherwise the step itself counts as one test. */
  counts: boolean;
  /** Run with no network but the machine itself, where the system has such a thing. */
  isAlone?: boolean;
  /** Reads the code and writes nothing that another step reads: such steps run side by side. */
  isBeside?: boolean;
}

/** How a command ended. */
interface End {
  status: number | null;
  signal: NodeJS.Signals | null;
  error?: Error;
}

const root = path.resolve(import.meta.dirname, '..');
const COUNTS_FILE = path.join(root, '.cache', 'test-counts.json');
const CODE = ['electron', 'renderer', 'shared', 'build', 'tests'];

const STEPS: Step[] = [
  {
    name: 'Format',
    command: 'oxfmt',
    args: ['--config', 'build/oxfmt.json', '--check', ...CODE, '!**/*.json'],
    counts: false,
    isBeside: true,
  },
  {
    name: 'Lint and layer rules',
    command: 'oxlint',
    args: ['--config', 'build/oxlint.json', '--type-aware', '--deny-warnings', ...CODE],
    counts: false,
    isBeside: true,
  },
  { name: 'Types', command: 'tsc', args: ['-b'], counts: false, isBeside: true },
  {
    name: 'Dead code',
    command: 'knip',
    args: ['--config', 'build/knip.json', '--no-progress'],
    counts: false,
    isBeside: true,
  },
  { name: 'Build', command: 'node', args: ['build/build.ts'], counts: false, isBeside: true },
  {
    name: 'Unit, contract and desktop',
    command: 'vitest',
    args: ['run', '--config', 'build/vitest.config.ts'],
    counts: true,
  },
  {
    name: 'Journeys',
    command: 'playwright',
    args: ['test', '--config', 'build/playwright.config.ts'],
    counts: true,
    isAlone: true,
  },
];

/** Runs everything that must hold, and ends with one line of counts. Gives the exit code. */
export async function runTests(only: readonly string[]): Promise<number> {
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    console.log(`Journeys will run in ${ensureChromium()}.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    total.failed += 1;
  }
  console.log(
    findElectronBinary() === undefined
      ? 'No Electron binary here: the desktop host is tested on a double of the electron module, and journeys do not run in real Electron.'
      : 'An Electron binary is here: the journeys run in it too.',
  );
  const wanted = STEPS.filter(
    (step) => only.length === 0 || only.some((word) => step.name.toLowerCase().includes(word)),
  );
  for (const counts of await runBeside(wanted.filter(({ isBeside }) => isBeside === true))) add(total, counts);
  for (const step of wanted.filter(({ isBeside }) => isBeside !== true)) add(total, runStep(step));
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

/** Runs steps side by side, as many as there are processors, and prints what each said once it has ended. */
async function runBeside(steps: readonly Step[]): Promise<Counts[]> {
  const counts: Counts[] = [];
  const waiting = [...steps];
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) counts.push(await runQuietly(step));
    }),
  );
  return counts;
}

async function runQuietly(step: Step): Promise<Counts> {
  const started = Date.now();
  const said: Buffer[] = [];
  const end = await new Promise<End>((resolve) => {
    const { program, args, options } = commandOf(step);
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    child.once('error', (error) => resolve({ status: null, signal: null, error }));
    child.once('close', (status, signal) => resolve({ status, signal }));
  });
  console.log(`\n── ${step.name}`);
  process.stdout.write(Buffer.concat(said));
  return countsOf(step, end, started);
}

function runStep(step: Step): Counts {
  const started = Date.now();
  console.log(`\n── ${step.name}`);
  mkdirSync(path.dirname(COUNTS_FILE), { recursive: true });
  rmSync(COUNTS_FILE, { force: true });
  const { program, args, options } = commandOf(step);
  return countsOf(step, spawnSync(program, args, { ...options, stdio: 'inherit' }), started);
}

function commandOf(step: Step): { program: string; args: string[]; options: SpawnOptions } {
  const isNode = step.command === 'node';
  const program = isNode ? process.execPath : path.join(root, 'node_modules', '.bin', step.command);
  const [alone, ...before] = (step.isAlone === true && withoutNetwork()) || [];
  if (step.isAlone === true) {
    console.log(alone === undefined ? 'With the network: this system cannot take it away.' : 'Without any network.');
  }
  const options = {
    cwd: root,
    shell: process.platform === 'win32' && !isNode,
    // What is compiled once (the parser's threads, the hosts that journeys start) need not be compiled a hundred times.
    env: { NODE_COMPILE_CACHE: path.join(root, '.cache', 'compiled'), ...process.env, TEST_COUNTS: COUNTS_FILE },
  };
  return alone === undefined
    ? { program, args: step.args, options }
    : { program: alone, args: [...before, program, ...step.args], options };
}

function countsOf(step: Step, end: End, started: number): Counts {
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`── ${step.name}: ${end.status === 0 ? 'done' : `FAILED (${endOf(end)})`} in ${seconds} s`);
  if (!step.counts) return { passed: end.status === 0 ? 1 : 0, failed: end.status === 0 ? 0 : 1, skipped: 0 };
  const counts = readCounts(COUNTS_FILE);
  // A crash, an error while loading or an empty run leaves no failed test behind, and must not pass for success.
  if ((end.status !== 0 || counts.passed === 0) && counts.failed === 0) counts.failed = 1;
  return counts;
}

/** How a command ended that did not end well: a runner that is cut off says nothing of it itself. */
function endOf({ status, signal, error }: End): string {
  if (error) return error.message;
  return signal === null ? `exit ${String(status)}` : signal;
}

function readCounts(file: string): Counts {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  if (!existsSync(file)) return counts;
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof read !== 'object' || read === null) return counts;
  for (const [name, value] of Object.entries(read)) {
    if (name === 'passed' || name === 'failed' || name === 'skipped') counts[name] = Number(value);
  }
  return counts;
}

function add(total: Counts, counts: Counts): void {
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
}
