import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { DocumentError } from '../../../../electron/backend/documents/document-errors.ts';
import { createParsePool } from '../../../../electron/backend/documents/parse-pool.ts';
import { YOUNG_GENERATION_MB } from '../../../../electron/backend/documents/parse-thread.ts';
import type { ParsePool, ParsePoolOptions } from '../../../../electron/backend/documents/parse-pool.ts';
import { makeDocx, p } from './make-docx.ts';
import { makePdf } from './make-pdf.ts';

/**
 * A worker that does what the first byte of its document says: 1 hangs, 2 eats memory, 3 dies, 4 waits to be cancelled,
 * 5 tells how many megabytes it has for young objects; anything else is answered at once. Comparisons are answered at once too.
 */
const MISBEHAVING = `
import { parentPort, resourceLimits } from 'node:worker_threads';
const model = { format: 'pdf', readerVersion: 1, pages: [], blocks: [], warnings: [], characters: 0, sections: [], outcomes: [], provisions: [], advice: [], keyDates: {}, cover: {} };
parentPort.on('message', (request) => {
  if (request.type === 'cancel') { parentPort.postMessage({ type: 'failed', job: request.job, error: { code: 'CANCELLED', message: 'm', advice: 'a' } }); return; }
  if (request.type === 'compare') { parentPort.postMessage({ type: 'compared', job: request.job, comparison: 'compared' }); return; }
  const order = request.bytes[0];
  if (order === 1) for (;;);
  if (order === 2) { const eaten = []; for (;;) eaten.push(new Array(100_000).fill(Math.random())); }
  if (order === 3) process.exit(1);
  if (order === 4) return;
  if (order === 5) model.characters = resourceLimits.maxYoungGenerationSizeMb;
  parentPort.postMessage({ type: 'done', job: request.job, model });
});
`;

let folder = '';
let misbehaving: URL;
const pools: ParsePool[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'parse-pool-'));
  const file = path.join(folder, 'worker.mjs');
  await writeFile(file, MISBEHAVING);
  misbehaving = pathToFileURL(file);
});
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});
afterAll(() => rm(folder, { recursive: true }));

function open(options: ParsePoolOptions = {}): ParsePool {
  const pool = createParsePool({ size: 1, ...options });
  pools.push(pool);
  return pool;
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    return error instanceof DocumentError ? error.code : String(error);
  }
  return 'done';
}

test('the real worker reads both formats and tells its progress', async () => {
  const pool = open();
  const pdf = await makePdf((document) => {
    document.text('Section A – My views');
  });
  const progress: unknown[] = [];
  const [fromPdf, fromWord] = await Promise.all([
    pool.parse(pdf, { fileName: 'wrongly-named.docx', onProgress: (step) => progress.push(step) }),
    pool.parse(makeDocx({ body: p('Section A – My views') })),
  ]);
  expect([fromPdf.format, fromWord.format]).toEqual(['pdf', 'docx']);
  expect(progress).toEqual([{ stage: 'reading' }, { stage: 'reading', page: 1, pages: 1 }, { stage: 'understanding' }]);
  // The caller's bytes are still the caller's.
  expect(pdf.length).toBeGreaterThan(0);
});

test('understanding anew keeps the reading and takes the corrections', async () => {
  const pool = open();
  const model = await pool.parse(makeDocx({ body: p('Sam likes the sea.') }));
  const { format, readerVersion, pages, blocks, warnings } = model;
  const [block] = blocks;
  const again = await pool.understand({ format, readerVersion, pages, blocks, warnings }, [
    { blocks: [block?.id ?? ''], section: 'A' },
  ]);
  expect(again.sections.find((section) => section.id === 'A')).toMatchObject({
    blocks: [block?.id],
    isConfirmed: true,
  });
});

test('refusals cross the border as themselves', async () => {
  const pool = open();
  expect(await codeOf(pool.parse(new TextEncoder().encode('plain text')))).toBe('UNSUPPORTED_FORMAT');
  expect(await codeOf(pool.parse(new Uint8Array()))).toBe('EMPTY_FILE');
});

test('a job past its deadline is ended, and the jobs behind it go on', async () => {
  const pool = open({ workerUrl: misbehaving, deadlineMs: 600 });
  const codes = await Promise.all([1, 0, 0].map((order) => codeOf(pool.parse(new Uint8Array([order])))));
  expect(codes).toEqual(['TIMED_OUT', 'done', 'done']);
});

test('a deadline that passes while our own thread is busy is none', async () => {
  const pool = open({ workerUrl: misbehaving, deadlineMs: 300 });
  await pool.parse(new Uint8Array([0]));
  const job = codeOf(pool.parse(new Uint8Array([0])));
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
  expect(await job).toBe('done');
});

test('a job that eats memory is ended, and the jobs behind it go on', async () => {
  const pool = open({ workerUrl: misbehaving, memoryMb: 40 });
  const codes = await Promise.all([2, 0].map((order) => codeOf(pool.parse(new Uint8Array([order])))));
  expect(codes).toEqual(['OUT_OF_MEMORY', 'done']);
});

test('a worker has little room for garbage', async () => {
  const pool = open({ workerUrl: misbehaving });
  expect((await pool.parse(new Uint8Array([5]))).characters).toBe(YOUNG_GENERATION_MB);
});

test('a worker that dies is replaced', async () => {
  const pool = open({ workerUrl: misbehaving });
  const codes = await Promise.all([3, 0].map((order) => codeOf(pool.parse(new Uint8Array([order])))));
  expect(codes).toEqual(['READER_FAILED', 'done']);
});

test('running and waiting jobs can be cancelled; one that will not stop is ended', async () => {
  const pool = open({ workerUrl: misbehaving, deadlineMs: 20_000 });
  const controllers = [4, 1, 0].map((order) => ({ order, controller: new AbortController() }));
  const jobs = controllers.map(({ order, controller }) =>
    codeOf(pool.parse(new Uint8Array([order]), { signal: controller.signal })),
  );
  controllers[2]?.controller.abort();
  controllers[0]?.controller.abort();
  expect(await jobs[0]).toBe('CANCELLED');
  controllers[1]?.controller.abort();
  expect(await Promise.all(jobs)).toEqual(['CANCELLED', 'CANCELLED', 'CANCELLED']);
  expect(await codeOf(pool.parse(new Uint8Array([0])))).toBe('done');
});

test('closing cancels what is left', async () => {
  const pool = open({ workerUrl: misbehaving, deadlineMs: 20_000 });
  const jobs = [1, 0].map((order) => codeOf(pool.parse(new Uint8Array([order]))));
  await pool.close();
  expect(await Promise.all(jobs)).toEqual(['CANCELLED', 'CANCELLED']);
  expect(await codeOf(pool.parse(new Uint8Array([0])))).toBe('CANCELLED');
});

test('hints and comparisons of plans that were read before do not wait for a file that is being read', async () => {
  const reading = open({ workerUrl: misbehaving, deadlineMs: 20_000 });
  const controller = new AbortController();
  const long = codeOf(reading.parse(new Uint8Array([4]), { signal: controller.signal }));
  const waiting = codeOf(reading.parse(new Uint8Array([0])));
  expect(await reading.compare({ earlier: '', later: '' })).toBe('compared');
  controller.abort();
  expect(await Promise.all([long, waiting])).toEqual(['CANCELLED', 'done']);
});

test('the real worker finds hints, compares and gives digests of a stored model', async () => {
  const pool = open();
  const line = 'A teaching assistant will practise the new words of the week with Sam before each lesson.';
  const body = [p('Section F: Special educational provision'), p(line)].join('');
  const json = JSON.stringify(await pool.parse(makeDocx({ body })));
  const { sentences } = await pool.digest({ model: json, names: ['Sam'], salt: 'x' });
  expect(sentences).toHaveLength(1);
  const hints = await pool.findHints({
    model: json,
    earlier: json,
    facts: {},
    auditDate: '2026-06-01',
    criteria: [],
    names: ['Sam'],
    dates: {},
    hasLawfulException: false,
    shared: new Map([...sentences].map((digest) => [digest, { plans: 2, references: [] }])),
    salt: 'x',
  });
  expect(hints.find(({ assist }) => assist === 'cross-plan-duplication')?.quote).toBe(line);
  expect((await pool.compare({ earlier: json, later: json })).differences).toEqual([]);
  expect(await codeOf(pool.digest({ model: '{', names: [], salt: 'x' }))).toBe('READER_FAILED');
});
