import { pathToFileURL } from 'node:url';
import { type CommandIo, errorLine, EXIT, processIo } from './command-io.ts';

type Command = (args: string[], io: CommandIo) => Promise<number>;

/** Every command, loaded when it is called: a `score` must not wait for the PDF reader. */
const COMMANDS: Record<string, { summary: string; load: () => Promise<Command> }> = {
  extract: {
    summary: 'sections, outcomes, provision, advice and dates of plans',
    load: async () => (await import('./extract-command.ts')).runExtract,
  },
  compare: {
    summary: 'what changed from a draft to its final',
    load: async () => (await import('./compare-command.ts')).runCompare,
  },
  check: {
    summary: 'missing sections and hints with the words they came from',
    load: async () => (await import('./check-command.ts')).runCheck,
  },
  assess: {
    summary: 'labels for single outcomes or provisions, with reasons',
    load: async () => (await import('./assess-command.ts')).runAssess,
  },
  score: {
    summary: 'grades of answers by the quality standards',
    load: async () => (await import('./score-command.ts')).runScore,
  },
  demo: {
    summary: 'makes the sample partnership and its report',
    load: async () => (await import('./demo-command.ts')).runDemo,
  },
  report: {
    summary: 'writes the partnership report of a half-term',
    load: async () => (await import('./report-command.ts')).runReport,
  },
  combine: {
    summary: 'several partnerships’ figures, taken together from the CSVs of their reports',
    load: async () => (await import('./combine-command.ts')).runCombine,
  },
  import: {
    summary: 'documents, a register or past results into a workspace',
    load: async () => (await import('./import-command.ts')).runImport,
  },
  verify: {
    summary: 'checks that a workspace is whole',
    load: async () => (await import('./verify-command.ts')).runVerify,
  },
};

/** Runs one command; gives its exit code: 0 done, 1 findings, 2 usage, 3 unreadable input, 4 workspace. */
export async function runCommandLine(words: readonly string[], io: CommandIo = processIo()): Promise<number> {
  const [name, ...args] = words;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    io.stdout(help());
    return name === undefined ? EXIT.usage : EXIT.done;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    io.stderr(errorLine('USAGE', `There is no command called ${name}.`, 'See: goldthread help'));
    return EXIT.usage;
  }
  try {
    return await (
      await command.load()
    )(args, io);
  } catch (error) {
    io.stderr(errorLine('INTERNAL', error instanceof Error ? error.message : String(error)));
    if (io.env['GOLDTHREAD_DEBUG'] !== undefined && error instanceof Error) io.stderr(`${error.stack ?? ''}\n`);
    return EXIT.unreadable;
  }
}

function help(): string {
  const lines = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}\n`);
  return `usage: goldthread COMMAND …\n\n${lines.join('')}\nEach command says its own usage when it is called without arguments.\n`;
}

const isCalledDirectly = process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href;
if (isCalledDirectly) process.exitCode = await runCommandLine(process.argv.slice(2));
