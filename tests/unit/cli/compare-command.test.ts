import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCompare } from '../../../electron/cli/compare-command.ts';

const PLAN = path.resolve('tests/corpus/plans/s04-ravensea-dylan');
const DRAFT = path.join(PLAN, 'draft.pdf');
const FINAL = path.join(PLAN, 'final.docx');

async function compare(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  let [stdout, stderr] = ['', ''];
  const code = await runCompare(args, {
    stdout: (text) => void (stdout += text),
    stderr: (text) => void (stderr += text),
    readFile: (file) => readFile(file, 'utf8'),
    readStdin: () => Promise.resolve(''),
    isTerminal: false,
    askSecret: () => Promise.resolve(null),
    env: {},
  });
  return { code, stdout, stderr };
}

describe('compare', () => {
  test('a draft in PDF with a final in Word, for machines', async () => {
    const { code, stdout, stderr } = await compare(DRAFT, FINAL, '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.trimEnd()).not.toContain('\n');
    const answer: unknown = JSON.parse(stdout);
    expect(answer).toEqual({ differences: expect.any(Array) });
    expect(answer).toMatchObject({
      differences: expect.arrayContaining([
        {
          section: 'I',
          kind: 'added',
          before: null,
          after: 'Sandpiper College, a maintained special school with a sixth form',
        },
      ]),
    });
  });

  test('for people: a sentence on the whole, then section by section, words marked', async () => {
    const { stdout } = await compare(DRAFT, FINAL);
    expect(stdout.split('\n')[0]).toMatch(/^One provision and one other passage were added, and .* were changed\.$/);
    expect(stdout).toContain('\nSection H1: Social care provision under the 1970 Act\n  changed: ');
    expect(stdout).toContain('[-3-] {+4+} hours a week');
  });

  test('a plan with itself has no differences', async () => {
    expect(await compare(DRAFT, DRAFT)).toMatchObject({ code: 0, stdout: 'No differences were found.\n' });
    expect((await compare(FINAL, FINAL, '--json')).stdout).toBe('{"differences":[]}\n');
  });

  test.each([[[]], [[DRAFT]], [[DRAFT, FINAL, FINAL]], [[DRAFT, FINAL, '--words']]])(
    'wrong usage: %j',
    async (args) => {
      const { code, stdout, stderr } = await compare(...args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^error \[USAGE\] .+\nusage: goldthread compare DRAFT FINAL/);
    },
  );

  test('a file that cannot be read is named, and nothing is answered', async () => {
    const none = path.join(PLAN, 'none.pdf');
    const { code, stdout, stderr } = await compare(none, path.join(PLAN, 'final.gold.json'), '--json');
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain(`error [FILE_NOT_FOUND] ${none}: `);
    expect(stderr.trimEnd().split('\n')).toHaveLength(2);
  });
});
