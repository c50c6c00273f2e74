import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

/** Where a command reads and writes. Standard output holds the answer alone; progress and errors go to stderr. */
export interface CommandIo {
  stdout(text: string): void;
  stderr(text: string): void;
  readFile(path: string): Promise<string>;
  readStdin(): Promise<string>;
  /** Whether stderr is a terminal, where a line of progress may be written over. */
  isTerminal: boolean;
  /** Asks a question whose answer is not shown; null where there is nobody to ask. */
  askSecret(question: string): Promise<string | null>;
  env: Readonly<Record<string, string | undefined>>;
}

/** Exit codes (README, "Command line"). */
export const EXIT = { done: 0, findings: 1, usage: 2, unreadable: 3, workspace: 4 } as const;

export function processIo(): CommandIo {
  return {
    stdout: (output) => void process.stdout.write(output),
    stderr: (output) => void process.stderr.write(output),
    readFile: (path) => readFile(path, 'utf8'),
    readStdin: () => text(process.stdin),
    isTerminal: process.stderr.isTTY,
    askSecret,
    env: process.env,
  };
}

/** One error in the form that every command uses. */
export function errorLine(code: string, message: string, advice = ''): string {
  return `error [${code}] ${[message, advice].filter((part) => part !== '').join(' ')}\n`;
}

async function askSecret(question: string): Promise<string | null> {
  if (!process.stdin.isTTY) return null;
  process.stderr.write(question);
  // Without an output stream readline shows nothing of what is typed.
  const lines = createInterface({ input: process.stdin, terminal: true });
  return new Promise((resolve) => {
    let answer: string | null = null;
    lines.once('line', (line) => {
      answer = line;
      lines.close();
    });
    lines.once('close', () => {
      process.stderr.write('\n');
      resolve(answer);
    });
  });
}
