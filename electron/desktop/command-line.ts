import { app } from 'electron';

/** Commands that the packaged application answers in place of opening a window. */
const COMMANDS = new Set([
  'extract',
  'compare',
  'check',
  'assess',
  'demo',
  'report',
  'import',
  'score',
  'verify',
  'backup',
  'restore',
]);

/**
 * The command and its arguments, where the program was called as `Goldthread COMMAND …`; undefined where a window is
 * wanted. Unpackaged, the word after the program is the application's folder.
 */
export function readCommandLine(argv: readonly string[], isPackaged: boolean): string[] | undefined {
  const words = argv.slice(isPackaged ? 1 : 2);
  return words[0] !== undefined && COMMANDS.has(words[0]) ? words : undefined;
}

/** Runs one command without a window, and ends the process with its exit code. */
export async function runAndEnd(words: readonly string[]): Promise<void> {
  const { runCommandLine } = await import('../cli/main.ts');
  app.exit(await runCommandLine(words));
}
