import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { createBackend } from '../../electron/backend/create-backend.ts';
import type { AppRouter } from '../../electron/backend/router.ts';
import { documentErrors } from '../../shared/contract/errors.ts';
import type { DocumentModel } from '../../shared/domain/document-model.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { WORKSPACE_INPUT } from '../support/workspace-input.ts';
import { comparison, type ReadText } from './compare-text.ts';
import { columns } from './measure.ts';

/** Past the pool's own limit of 300 s in all, with some grace. */
const HANG_MS = 310_000;
const CALL_EVERY_MS = 50;
const REPORT_EVERY = 200;
const SLOWEST = 5;

type Client = RouterClient<AppRouter>;

/**
 * Imports every file below `folder` into a workspace of its own, as the application does, and opens each one that was
 * read; meanwhile other calls are made all the time. Prints what came of it, and with `compare` how much of what other
 * readers find in the same files was read. Gives the number of faults.
 */
export async function measureFolder({ folder, compare }: { folder: string; compare: boolean }): Promise<number> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  const run = await importAll(files, folder);
  console.log(summary(files.length, run));
  if (compare) console.log(`\n${await comparison(folder, run.texts)}`);
  return run.faults.length;
}

interface Run {
  codes: Map<string, number>;
  warnings: Map<string, number>;
  faults: string[];
  refused: string[];
  times: { name: string; milliseconds: number }[];
  texts: ReadText[];
  seconds: number;
  peak: { megabytes: number; name: string };
  workersReplaced: number;
  calls: { made: number; failed: number; longest: number; longestDuring: string };
  loopDelay: { longest: number; share99: number };
}

async function importAll(files: readonly string[], folder: string): Promise<Run> {
  const temporary = makeTempFolder();
  const workers = countEndedWorkers();
  const backend = await createBackend({ dataFolder: temporary.path, rendererFolder: '', shell: { host: 'local' } });
  const client: Client = createRouterClient(backend.router, { context: { session: backend.openSession() } });
  await client.workspaces.create(WORKSPACE_INPUT);
  const run = emptyRun();
  const now = { name: '' };
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  const calls = callMeanwhile(client, run, now);
  const started = performance.now();
  for (const [index, file] of files.entries()) {
    now.name = path.relative(folder, file);
    await importOne(client, file, now.name, run);
    if ((index + 1) % REPORT_EVERY === 0) console.error(`${index + 1} of ${files.length}`);
  }
  run.seconds = (performance.now() - started) / 1000;
  await calls.stop();
  loop.disable();
  run.loopDelay = { longest: loop.max / 1e6, share99: loop.percentile(99) / 1e6 };
  run.workersReplaced = workers.ended();
  await backend.close();
  temporary.remove();
  return run;
}

function emptyRun(): Run {
  return {
    codes: new Map(),
    warnings: new Map(),
    faults: [],
    refused: [],
    times: [],
    texts: [],
    seconds: 0,
    peak: { megabytes: 0, name: '' },
    workersReplaced: 0,
    calls: { made: 0, failed: 0, longest: 0, longestDuring: '' },
    loopDelay: { longest: 0, share99: 0 },
  };
}

async function importOne(client: Client, file: string, name: string, run: Run): Promise<void> {
  const bytes = readFileSync(file);
  const started = performance.now();
  const outcome = await outcomeOf(client, new File([bytes], path.basename(file)));
  run.times.push({ name, milliseconds: performance.now() - started });
  const code = 'model' in outcome ? 'read' : outcome.code;
  count(run.codes, code);
  if (code !== 'read' && !REFUSALS.has(code)) run.faults.push(`${code}  ${name}`);
  else if (code !== 'read') run.refused.push(`${code}  ${name}`);
  if ('model' in outcome) for (const { code: warning } of outcome.model.warnings) count(run.warnings, warning);
  run.texts.push({ name, code, text: 'model' in outcome ? textOf(outcome.model) : '' });
}

/** Where the reader fell over, or over its limits, that is a fault, and so is any answer without a code of its own. */
const REFUSALS = new Set(Object.keys(documentErrors));
for (const code of ['READER_FAILED', 'TIMED_OUT', 'OUT_OF_MEMORY', 'CANCELLED']) REFUSALS.delete(code);

async function outcomeOf(client: Client, file: File): Promise<{ model: DocumentModel } | { code: string }> {
  const stop = new AbortController();
  const hang = setTimeout(() => stop.abort(), HANG_MS);
  try {
    for await (const event of await client.documents.import({ file }, { signal: stop.signal })) {
      if (event.kind === 'done') return await client.documents.get({ documentId: event.document.id });
    }
    return { code: 'NO_ANSWER' };
  } catch (error) {
    if (stop.signal.aborted) return { code: 'HANG' };
    return { code: error instanceof Error && 'code' in error ? String(error.code) : 'NO_CODE' };
  } finally {
    clearTimeout(hang);
  }
}

/** What a reader of the page would see, numbers and bullets included. */
function textOf({ blocks }: DocumentModel): string {
  return blocks.map((block) => `${block.marker ?? ''} ${block.text}`).join('\n');
}

/** Calls the backend over and over, as a person's clicks would, and notes how long each answer takes. */
function callMeanwhile(client: Client, run: Run, now: { name: string }): { stop(): Promise<void> } {
  const stopped = new AbortController();
  const work = async (): Promise<void> => {
    // A click counts from when it was made, not from when a busy thread saw it.
    let due = performance.now();
    let during = now.name;
    do {
      const answer = await client.people.list().catch(() => null);
      const took = performance.now() - due;
      run.calls.made += 1;
      if (answer === null) run.calls.failed += 1;
      if (took > run.calls.longest) Object.assign(run.calls, { longest: took, longestDuring: during });
      const megabytes = process.memoryUsage.rss() / 1024 / 1024;
      if (megabytes > run.peak.megabytes) run.peak = { megabytes, name: now.name };
      due = performance.now() + CALL_EVERY_MS;
      during = now.name;
      await new Promise((resolve) => setTimeout(resolve, CALL_EVERY_MS));
    } while (!stopped.signal.aborted);
  };
  const working = work();
  return {
    async stop() {
      // One more call: the last file may have kept the thread to itself.
      await new Promise((resolve) => setTimeout(resolve, 2 * CALL_EVERY_MS));
      stopped.abort();
      await working;
    },
  };
}

/** A worker that ends before the pool is closed was ended by a file. */
function countEndedWorkers(): { ended(): number } {
  let ended = 0;
  process.on('worker', (worker) => {
    worker.once('exit', () => {
      ended += 1;
    });
  });
  return { ended: () => ended };
}

function summary(files: number, run: Run): string {
  const slowest = run.times.toSorted((one, other) => other.milliseconds - one.milliseconds).slice(0, SLOWEST);
  return [
    ...run.refused,
    '',
    columns(['outcome', 'files'], sorted(run.codes)),
    '',
    columns(['warning', 'files with it, or pages'], sorted(run.warnings)),
    '',
    columns(
      ['longest', 'file'],
      slowest.map(({ name, milliseconds }) => [`${(milliseconds / 1000).toFixed(1)} s`, name]),
    ),
    '',
    `${files} files in ${run.seconds.toFixed(0)} s`,
    `peak memory of the whole process ${run.peak.megabytes.toFixed(0)} MB, at ${run.peak.name}`,
    `workers ended and replaced: ${run.workersReplaced}`,
    `other calls meanwhile: ${run.calls.made}, failed ${run.calls.failed}, longest answer ${run.calls.longest.toFixed(0)} ms, at ${run.calls.longestDuring}`,
    `event loop's delay: 99 of 100 below ${run.loopDelay.share99.toFixed(0)} ms, longest ${run.loopDelay.longest.toFixed(0)} ms`,
    `faults: ${run.faults.length}`,
    ...run.faults.map((fault) => `  ${fault}`),
  ].join('\n');
}

function sorted(counts: ReadonlyMap<string, number>): string[][] {
  return [...counts].sort(([, one], [, other]) => other - one).map(([name, times]) => [name, String(times)]);
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
