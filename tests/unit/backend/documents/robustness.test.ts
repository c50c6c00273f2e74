import { createServer, type Server } from 'node:http';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBackend } from '../../../../electron/backend/create-backend.ts';
import { createParsePool, type ParsePool } from '../../../../electron/backend/documents/parse-pool.ts';
import { hostileDocx, type HostileFile, hostilePdf } from '../../../support/hostile-files.ts';
import { mutants, outcomeOf, readAll, seeds } from '../../../support/robustness.ts';
import { makeTempFolder } from '../../../support/temp-folder.ts';
import { WORKSPACE_INPUT } from '../../../support/workspace-input.ts';
import { longPdf, textPdf } from '../../../support/write-pdf.ts';
import { makeDocx, p } from './make-docx.ts';

/** Any request at all that a file causes is counted here. */
const asked: string[] = [];
let trap: Server;
let address = '';
let pool: ParsePool;

beforeAll(async () => {
  trap = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
  const at = trap.address();
  address = typeof at === 'object' && at !== null ? `http://127.0.0.1:${at.port}` : '';
  pool = createParsePool({ size: 2, deadlineMs: 20_000, memoryMb: 700 });
});
afterAll(async () => {
  await pool.close();
  await new Promise((resolve) => trap.close(resolve));
});

/** `read`, a refusal's code, or what is wrong with what was read. */
async function resultOf({ make, words }: HostileFile): Promise<string> {
  const outcome = await outcomeOf(pool, make());
  if ('code' in outcome) return outcome.code;
  const text = outcome.model.blocks.map((block) => block.text).join('\n');
  return words === undefined || text.includes(words) ? 'read' : 'read without its words';
}

function named(files: readonly HostileFile[], name: string): HostileFile {
  const file = files.find((each) => each.name === name);
  if (!file) throw new Error(`There is no file called ${name}.`);
  return file;
}

// The address is known only once the server listens, so the names are made without it.
const names = (files: readonly HostileFile[]): string[] =>
  files.filter((file) => !file.isSlow).map((file) => file.name);

describe('a Word file with', () => {
  test.each(names(hostileDocx('')))('%s', async (name) => {
    const file = named(hostileDocx(address), name);
    expect(await resultOf(file)).toBeOneOf([...file.expected]);
  });
});

describe('a PDF with', () => {
  test.each(names(hostilePdf('')))('%s', async (name) => {
    const file = named(hostilePdf(address), name);
    expect(await resultOf(file)).toBeOneOf([...file.expected]);
  });
});

test('nothing that a file names was ever asked for', async () => {
  // The trap itself works.
  await fetch(`${address}/probe`);
  expect(asked).toEqual(['/probe']);
});

test('more pages than any plan has are refused, and many that some might have are read', async () => {
  expect(await outcomeOf(pool, longPdf(5001, 'Wren'))).toEqual({ code: 'TOO_LARGE' });
  expect(await outcomeOf(pool, longPdf(300, 'Wren'))).toMatchObject({ model: { pages: { length: 300 } } });
});

test('every mutant is read or refused with a code of its own, and a good file among them is read', async () => {
  const codes = new Map<string, number>();
  const faults: string[] = [];
  let codeOfGood = '';
  const good = { name: 'good', bytes: makeDocx({ body: p('Section A – My views') }) };
  const files = [...mutants(60, 20_261_109), good];
  await readAll(pool, files, (file, outcome) => {
    const code = 'model' in outcome ? 'read' : outcome.code;
    codes.set(code, (codes.get(code) ?? 0) + 1);
    if (['BROKEN_MODEL', 'READER_FAILED', 'TIMED_OUT', 'OUT_OF_MEMORY', 'CANCELLED'].includes(code))
      faults.push(`${file.name}: ${code}`);
    if (file === good) codeOfGood = code;
  });
  expect(faults).toEqual([]);
  expect(codeOfGood).toBe('read');
  expect([...codes.values()].reduce((sum, count) => sum + count, 0)).toBe(files.length);
  expect(files.length).toBeGreaterThan(300);
  // Both happen, or the mutants would show nothing.
  expect(codes.get('read')).toBeGreaterThan(20);
  expect(codes.get('DAMAGED_FILE')).toBeGreaterThan(20);
});

test('the unchanged seeds are read', async () => {
  for (const { bytes, password } of seeds()) expect(await outcomeOf(pool, bytes, password)).toHaveProperty('model');
});

test('other calls are answered while a hostile file is read', async () => {
  const folder = makeTempFolder();
  const backend = await createBackend({ dataFolder: folder.path, rendererFolder: '', shell: { host: 'local' } });
  const client = createRouterClient(backend.router, { context: { session: backend.openSession() } });
  await client.workspaces.create(WORKSPACE_INPUT);
  const slow = hostilePdf('').find((file) => file.isSlow === true && file.expected.includes('TIMED_OUT'));
  const stop = new AbortController();
  const file = new File([new Uint8Array(slow?.make() ?? [])], 'plan.pdf');
  const events = await client.documents.import({ file }, { signal: stop.signal });
  // Stepped by hand: leaving a `for await` would close the stream.
  for (;;) {
    const { done, value } = await events.next();
    if (done === true || (value.kind === 'progress' && value.stage === 'reading')) break;
  }
  const reading = events.next();
  let isOver = false;
  reading.then(
    () => (isOver = true),
    () => (isOver = true),
  );
  expect(await client.plans.queue()).toEqual([]);
  expect(await client.workspaces.verify()).toMatchObject({ isSound: true });
  expect(isOver).toBe(false);
  stop.abort();
  await backend.close();
  folder.remove();
});

test('buffers count as memory too: a stream that unpacks without an end is stopped, and the next file is read', async () => {
  const small = createParsePool({ size: 1, memoryMb: 150 });
  const bomb = hostilePdf('').find((file) => file.name.startsWith('a content stream of')) ?? {
    make: () => textPdf(''),
  };
  const [outcome, next] = await Promise.all([outcomeOf(small, bomb.make()), outcomeOf(small, textPdf('Wren'))]);
  await small.close();
  expect(outcome).toEqual({ code: 'OUT_OF_MEMORY' });
  expect(next).toHaveProperty('model');
});
