import { assessOutcome } from '../backend/understanding/statements/assess-outcome.ts';
import { assessProvision } from '../backend/understanding/statements/assess-provision.ts';
import { type CommandIo, errorLine, EXIT } from './command-io.ts';

export const USAGE = `usage: goldthread assess outcomes|provisions
  reads a JSON array of texts from standard input; gives one JSON array in the same order
`;

const KINDS: Readonly<Record<string, (text: string) => object>> = {
  outcomes: assessOutcome,
  provisions: assessProvision,
};

/**
 * `assess outcomes|provisions`: labels for single statements, each with the rule and the words seen. Gives the exit
 * code: 0 done, 2 wrong usage, 3 input that is no JSON array of texts.
 */
export async function runAssess(args: readonly string[], io: CommandIo): Promise<number> {
  const [kind, ...more] = args.filter((arg) => arg !== '--json');
  const assess = kind !== undefined && Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (assess === undefined || more.length > 0) {
    const problem = kind === undefined ? 'Say what to assess.' : `There is nothing to assess called ${args.join(' ')}.`;
    io.stderr(`${errorLine('USAGE', more.length > 0 ? `One word too many: ${more.join(' ')}.` : problem)}${USAGE}`);
    return EXIT.usage;
  }
  const texts = readTexts(await io.readStdin());
  if ('problem' in texts) {
    io.stderr(errorLine('INPUT_INVALID', texts.problem, 'Give a JSON array of texts on standard input.'));
    return EXIT.unreadable;
  }
  io.stdout(`${JSON.stringify(texts.texts.map((text) => assess(text)))}\n`);
  return EXIT.done;
}

function readTexts(input: string): { texts: string[] } | { problem: string } {
  let value: unknown;
  try {
    // A byte order mark, which some editors on Windows write, is no part of JSON.
    value = JSON.parse(input.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { problem: `The input is not JSON: ${error instanceof Error ? error.message : ''}.` };
  }
  if (!Array.isArray(value)) return { problem: 'The input is not an array.' };
  const texts: string[] = [];
  for (const [index, text] of value.entries()) {
    if (typeof text !== 'string') return { problem: `Item ${index + 1} is not a text.` };
    texts.push(text);
  }
  return { texts };
}
