import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCheck } from '../../../electron/cli/check-command.ts';
import type { CommandIo } from '../../../electron/cli/command-io.ts';
import { makeDocx, p } from '../backend/documents/make-docx.ts';

let folder = '';
const file = (name: string): string => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'check-'));
  const body = [
    'Final plan',
    'Name: Ned Vale',
    'Section A – My views',
    'Ned likes trains.',
    'Section B – Special educational needs',
    'Ned finds reading hard.',
    'Section E – Outcomes',
    'E1.  Ned will improve his reading.',
    'Section F – Special educational provision',
    'F1.  A tutor will teach reading as required.',
    'Section K – Advice',
    '1.  Ann Lee, Therapist, Reedshire NHS, 4 May 2026',
  ];
  await writeFile(file('plan.docx'), makeDocx({ body: body.map((line) => p(line)).join('') }));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const io: CommandIo = {
    stdout: (text) => (out += text),
    stderr: (text) => (err += text),
    readFile: () => Promise.reject(new Error('plans are read as bytes')),
    readStdin: () => Promise.resolve(''),
    isTerminal: false,
    askSecret: () => Promise.resolve(null),
    env: {},
  };
  const code = await runCheck(args, io, () => new Date('2026-06-01T12:00:00Z'));
  return { code, out, err };
}

describe('goldthread check', () => {
  it('says what is missing, and quotes what it hints at', async () => {
    const { code, out, err } = await run(file('plan.docx'));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Sections not found: C, D, G, H1, H2, I, J.');
    expect(out).toContain('vague-phrases: Seen: “as required”. Rule: These words leave room for doubt.');
  });

  it('fails on hints where that is asked for', async () => {
    expect((await run(file('plan.docx'), '--fail-on', 'hints')).code).toBe(1);
  });

  it('gives JSON lines, and goes on after a file that cannot be read', async () => {
    const { code, out, err } = await run('--json', file('none.docx'), file('plan.docx'));
    expect(code).toBe(3);
    expect(err).toMatch(/^error \[FILE_NOT_FOUND\] /);
    const lines = out
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toMatchObject([
      { file: file('none.docx'), error: { code: 'FILE_NOT_FOUND' } },
      { file: file('plan.docx'), missing: ['C', 'D', 'G', 'H1', 'H2', 'I', 'J'] },
    ]);
    expect(lines[1]).toHaveProperty(
      'hints',
      expect.arrayContaining([expect.objectContaining({ quote: 'as required' })]),
    );
  });

  it.each([[[]], [['x.pdf', '--fail-on', 'grades']], [['x.pdf', '--date', '31/12/2026']], [['x.pdf', '--what']]])(
    'refuses %j',
    async (args) => {
      const { code, out, err } = await run(...args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(/^error \[USAGE\] /);
    },
  );
});
