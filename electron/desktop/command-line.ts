import { app } from 'electron';

/** How commands look; a file that the system hands over has a path, an option a dash. */
const COMMAND_WORD = /^[a-z]+$/;

/**
 * The command and its arguments, where the program was called as `Goldthread COMMAND …`; undefined where a window is
 * wanted. Unpackaged, the word after the program is the application's folder.
 */
export function readCommandLine(argv: readonly string[], isPackaged: boolean): string[] | undefined {
  const words = argv.slice(isPackaged ? 1 : 2);
  return words[0] !== undefined && COMMAND_WORD.test(words[0]) ? words : undefined;
}

/** Runs one command without a window, with the packaged resources, and ends the process with its exit code. */
export async function runAndEnd(words: readonly string[], resourcesFolder: string): Promise<void> {
  process.env['GOLDTHREAD_RESOURCES'] = resourcesFolder;
  const { runCommandLine } = await import('../cli/main.ts');
  app.exit(await runCommandLine(words));
}
