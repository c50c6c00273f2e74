import { pathToFileURL } from 'node:url';
import { type CommandIo, errorLine, EXIT, processIo } from './command-io.ts';

interface Command {
  run: (args: string[], io: CommandIo) => Promise<number>;
  usage: string;
}

/** Every command, loaded when it is called: a `score` must not wait for the PDF reader. */
const COMMANDS: Record<string, { summary: string; load: () => Promise<Command> }> = {
  extract: {
    summary: 'sections, outcomes, provision, advice and dates of plans',
    load: async () => {
      const command = await import('./extract-command.ts');
      return { run: command.runExtract, usage: command.USAGE };
    },
  },
  compare: {
    summary: 'what changed from a draft to its final',
    load: async () => {
      const command = await import('./compare-command.ts');
      return { run: command.runCompare, usage: command.USAGE };
    },
  },
  check: {
    summary: 'missing sections and hints with the words they came from',
    load: async () => {
      const command = await import('./check-command.ts');
      return { run: command.runCheck, usage: command.USAGE };
    },
  },
  assess: {
    summary: 'labels for single outcomes or provisions, with reasons',
    load: async () => {
      const command = await import('./assess-command.ts');
      return { run: command.runAssess, usage: command.USAGE };
    },
  },
  score: {
    summary: 'grades of answers by the quality standards',
    load: async () => {
      const command = await import('./score-command.ts');
      return { run: command.runScore, usage: command.USAGE };
    },
  },
  demo: {
    summary: 'makes the sample partnership and its report',
    load: async () => {
      const command = await import('./demo-command.ts');
      return { run: command.runDemo, usage: command.USAGE };
    },
  },
  report: {
    summary: 'writes the partnership report of a half-term',
    load: async () => {
      const command = await import('./report-command.ts');
      return { run: command.runReport, usage: command.USAGE };
    },
  },
  combine: {
    summary: 'several partnerships’ figures, taken together from the CSVs of their reports',
    load: async () => {
      const command = await import('./combine-command.ts');
      return { run: command.runCombine, usage: command.USAGE };
    },
  },
  import: {
    summary: 'documents, a register or past results into a workspace',
    load: async () => {
      const command = await import('./import-command.ts');
      return { run: command.runImport, usage: command.USAGE };
    },
  },
  verify: {
    summary: 'checks that a workspace is whole',
    load: async () => {
      const command = await import('./verify-command.ts');
      return { run: command.runVerify, usage: command.USAGE };
    },
  },
};

/**
 * Runs one command; gives its exit code: 0 done, 1 findings, 2 usage, 3 unreadable input, 4 workspace. Whoever asks how a
 * command is used gets that as the answer.
 */
export async function runCommandLine(words: readonly string[], io: CommandIo = processIo()): Promise<number> {
  const [name, ...args] = nameFirst(words);
  if (name === undefined || isHelp(name)) {
    io.stdout(help());
    return words.length === 0 ? EXIT.usage : EXIT.done;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    io.stderr(errorLine('USAGE', `There is no command called ${name}.`, 'See: goldthread help'));
    return EXIT.usage;
  }
  try {
    const { run, usage } = await command.load();
    if (!asksForHelp(args)) return await run(args, io);
    io.stdout(usage);
    return EXIT.done;
  } catch (error) {
    io.stderr(errorLine('INTERNAL', error instanceof Error ? error.message : String(error)));
    if (io.env['GOLDTHREAD_DEBUG'] !== undefined && error instanceof Error) io.stderr(`${error.stack ?? ''}\n`);
    return EXIT.unreadable;
  }
}

/** `help report` is `report --help`. */
function nameFirst(words: readonly string[]): string[] {
  const [first, second] = words;
  return first === 'help' && second !== undefined && !isHelp(second) ? [second, '--help'] : [...words];
}

function isHelp(word: string): boolean {
  return word === 'help' || word === '--help' || word === '-h';
}

/** What stands after a lone `--` are names of files, whatever they look like. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return (end === -1 ? args : args.slice(0, end)).some((arg) => arg === '--help' || arg === '-h');
}

function help(): string {
  const lines = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}\n`);
  return `usage: goldthread COMMAND …\n\n${lines.join('')}\ngoldthread COMMAND --help says how a command is used.\nExit codes: 0 done, 1 done with findings that you asked to fail on, 2 wrong usage, 3 input that cannot be read,\n4 workspace locked or damaged.\n`;
}

const isCalledDirectly = process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href;
if (isCalledDirectly) process.exitCode = await runCommandLine(process.argv.slice(2));
