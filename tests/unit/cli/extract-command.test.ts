import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { runExtract } from '../../../electron/cli/extract-command.ts';
import { makeDocx, p } from '../backend/documents/make-docx.ts';
import { makePdf } from '../backend/documents/make-pdf.ts';

let folder = '';
const file = (name: string): string => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'extract-'));
  const body = [
    'Date of birth: 3 May 2016',
    'Section A – My views',
    'I like the sea.',
    'Section E – Outcomes',
    'E1.  Sam will swim ten metres.',
    'Section F – Special educational provision',
    'F1.  A swimming lesson.',
    'Who: Teacher When: Weekly',
    'Section I – Placement',
    'Section K – Advice',
    '1.  Ann Lee, Therapist, Reedshire NHS, 4 May 2026',
  ];
  await writeFile(file('plan.docx'), makeDocx({ body: body.map((line) => p(line)).join('') }));
  await writeFile(file('scan.pdf'), await makePdf((pdf) => pdf.rect(0, 0, 100, 100).fill('grey')));
  await writeFile(file('notes.pdf'), 'no PDF at all');
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => {
  vi.unstubAllEnvs();
});

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await runExtract(args, { stdout: (text) => (out += text), stderr: (text) => (err += text) });
  return { code, out, err };
}

test('one JSON line for each file, in the order asked for, whatever happens to one of them', async () => {
  const names = ['scan.pdf', 'plan.docx', 'notes.pdf', 'missing.pdf'].map(file);
  const { code, out, err } = await run('--json', ...names);
  expect(code).toBe(3);
  const lines: { file: string; error?: { code: string } }[] = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.map((line) => line.file)).toEqual(names);
  expect(lines.map((line) => line.error?.code)).toEqual(['NO_TEXT', undefined, 'UNSUPPORTED_FORMAT', 'FILE_NOT_FOUND']);
  expect(lines[1]).toEqual({
    file: file('plan.docx'),
    pages: 0,
    characters: expect.any(Number),
    sections: {
      A: 'I like the sea.',
      E: 'Sam will swim ten metres.',
      F: 'A swimming lesson.\nWho: Teacher When: Weekly',
      I: '',
      K: 'Ann Lee, Therapist, Reedshire NHS, 4 May 2026',
    },
    outcomes: ['Sam will swim ten metres.'],
    provisions: [{ section: 'F', text: 'A swimming lesson.', who: 'Teacher', frequency: 'Weekly', review: null }],
    advice: [{ role: 'Therapist', agency: 'Reedshire NHS', author: 'Ann Lee', date: '2026-05-04' }],
    keyDates: { dateOfBirth: '2016-05-03' },
    warnings: [],
  });
  expect(err).toMatch(/^error \[NO_TEXT\] /m);
});

test('a file with a password is opened by the environment, never by an argument', async () => {
  const locked = path.resolve('tests/support/files/encrypted-agile.docx');
  const answer = async (password?: string): Promise<{ code: number; error?: string; advice: string }> => {
    vi.stubEnv('GOLDTHREAD_DOCUMENT_PASSWORD', password);
    const { code, out, err } = await run('--json', locked);
    const { error }: { error?: { code: string } } = JSON.parse(out);
    return { code, ...(error ? { error: error.code } : {}), advice: err };
  };
  expect(await answer()).toMatchObject({
    code: 3,
    error: 'PASSWORD_NEEDED',
    advice: expect.stringContaining('GOLDTHREAD_DOCUMENT_PASSWORD'),
  });
  expect(await answer('amber lantern 7')).toMatchObject({ code: 3, error: 'WRONG_PASSWORD' });
  expect(await answer('Amber Lantern 7')).toMatchObject({ code: 0, advice: '' });
  expect(await run('--password', 'Amber Lantern 7', locked)).toMatchObject({ code: 2 });
});

test('text for people', async () => {
  const { code, out } = await run(file('plan.docx'));
  expect(code).toBe(0);
  expect(out).toContain('F: A swimming lesson. (Teacher · Weekly)');
  expect(out).toContain('Ann Lee, Therapist, Reedshire NHS, 2026-05-04');
});

test.each([[[]], [['--colour', 'plan.docx']]])('wrong usage: %j', async (args) => {
  const { code, out, err } = await run(...args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/^error \[USAGE\] /);
});

test('the text for people calls the dates by their words, as printed', async () => {
  const { out } = await run(file('plan.docx'));
  expect(out).toMatch(/^ {2}Date of birth: \S/m);
});
