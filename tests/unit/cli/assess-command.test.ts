import { describe, expect, it } from 'vitest';
import { runAssess } from '../../../electron/cli/assess-command.ts';
import type { CommandIo } from '../../../electron/cli/command-io.ts';

async function run(args: string[], input: string): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const io: CommandIo = {
    stdout: (text) => (out += text),
    stderr: (text) => (err += text),
    readFile: () => Promise.reject(new Error('no file is read')),
    readStdin: () => Promise.resolve(input),
    isTerminal: false,
    askSecret: () => Promise.resolve(null),
    env: {},
  };
  const code = await runAssess(args, io);
  return { code, out, err };
}

describe('goldthread assess', () => {
  it('gives one array in the order of the texts', async () => {
    const texts = ['By July 2027 Ned will read ten words on his own.', 'Staff will help Ned.'];
    const { code, out, err } = await run(['outcomes'], JSON.stringify(texts));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject([
      {
        labels: {
          smart: { specific: true, measurable: true, achievable: true, relevant: true, timebound: true },
          overall: true,
          isOutcomeNotProvision: true,
          pfaAreas: [],
        },
        reasons: { timebound: { rule: 'deadline', seen: [{ start: 0, end: 12, text: 'By July 2027' }] } },
      },
      { labels: { isOutcomeNotProvision: false } },
    ]);
  });

  it('labels provisions by their parts', async () => {
    const { out } = await run(['provisions'], '\uFEFF["A tutor will teach spelling for an hour a week, as required."]');
    expect(JSON.parse(out)).toMatchObject([
      {
        labels: {
          specific: false,
          quantified: false,
          vaguePhrases: ['as required'],
          who: true,
          frequency: true,
          duration: true,
        },
      },
    ]);
  });

  it('takes an empty array', async () => {
    expect(await run(['outcomes'], '[]')).toEqual({ code: 0, out: '[]\n', err: '' });
  });

  it.each([['not JSON'], ['{}'], ['[1]']])('refuses %s', async (input) => {
    const { code, out, err } = await run(['outcomes'], input);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(/^error \[INPUT_INVALID\] /);
  });

  it.each([[[]], [['needs']], [['outcomes', 'more']], [['toString']]])('refuses the words %j', async (args) => {
    const { code, out, err } = await run(args, '[]');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^error \[USAGE\] .*\nusage: goldthread assess/);
  });
});
