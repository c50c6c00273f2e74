import { describe, expect, test } from 'vitest';
import type { CommandIo } from '../../../electron/cli/command-io.ts';
import { runCommandLine } from '../../../electron/cli/main.ts';

const COMMANDS = [
  'extract',
  'compare',
  'check',
  'assess',
  'score',
  'demo',
  'report',
  'combine',
  'import',
  'verify',
] as const;

describe.each(COMMANDS)('how %s is used', (name) => {
  test.each([[[name, '--help']], [[name, '-h']], [['help', name]], [[name, '--json', '--help']]])(
    'is the answer to %j',
    async (words) => {
      const { code, stdout, stderr } = await run(words);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(new RegExp(`^usage: goldthread ${name} .*\n`));
      expect(stdout.endsWith('\n')).toBe(true);
    },
  );

  test('fits a terminal, a line for each of its options', async () => {
    const { stdout } = await run([name, '--help']);
    for (const line of stdout.split('\n')) expect([line, line.length <= 120]).toEqual([line, true]);
    const [head = '', ...lines] = stdout.split(/\n {2}(?=\S)/);
    for (const [option] of head.matchAll(/--[a-z-]+/g)) {
      if (option === '--workspace') continue;
      expect([option, lines.some((line) => line.startsWith(option))]).toEqual([option, true]);
    }
  });
});

test.each([[['help']], [['--help']], [['-h']], [['help', '--help']]])('%j lists every command', async (words) => {
  const { code, stdout, stderr } = await run(words);
  expect([code, stderr]).toEqual([0, '']);
  for (const name of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${name} +\\S`, 'm'));
  expect(stdout).toContain('--help');
});

test('what is not asked for help is refused as before', async () => {
  expect((await run([])).code).toBe(2);
  expect(await run(['help', 'bogus'])).toMatchObject({ code: 2, stdout: '' });
  expect(await run(['bogus', '--help'])).toMatchObject({ code: 2, stdout: '' });
  expect(await run(['verify', '--bogus'])).toMatchObject({ code: 2, stdout: '' });
  // After a lone -- there are files alone.
  expect(await run(['combine', '--out', 'x.csv', '--', '--help'])).toMatchObject({ code: 3, stdout: '' });
});

async function run(words: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const out: string[] = [];
  const errors: string[] = [];
  const io: CommandIo = {
    stdout: (text) => void out.push(text),
    stderr: (text) => void errors.push(text),
    readFile: (file) => Promise.reject(new Error(`There is no ${file}.`)),
    readStdin: () => Promise.resolve(''),
    isTerminal: false,
    askSecret: () => Promise.resolve(null),
    env: {},
  };
  const code = await runCommandLine(words, io);
  return { code, stdout: out.join(''), stderr: errors.join('') };
}
