import { ORPCError, createRouterClient, type RouterClient } from '@orpc/server';
import { type Backend, createBackend } from '../backend/create-backend.ts';
import { dataFolder } from '../backend/data-folder.ts';
import { Refusal } from '../backend/refusal.ts';
import type { AppRouter } from '../backend/router.ts';
import { refusalOfSystem } from '../backend/system-errors.ts';
import { type CommandIo, errorLine, EXIT } from './command-io.ts';

export type CommandClient = RouterClient<AppRouter>;

/** Refusals that mean: the workspace itself cannot be opened. */
const WORKSPACE_CODES = new Set([
  'WRONG_PASSPHRASE',
  'WORKSPACE_DAMAGED',
  'WORKSPACE_NEWER',
  'WORKSPACE_IN_USE',
  'WORKSPACE_BUSY',
  'WORKSPACE_LOCKED',
  'NO_WORKSPACE',
]);

/** A backend without a window, for one command. */
export function commandBackend(io: CommandIo): Promise<Backend> {
  return createBackend({
    dataFolder: dataFolder(),
    rendererFolder: '',
    shell: { host: 'command_line' },
    log: (line) => io.stderr(`${line}\n`),
    ...(io.env['GOLDTHREAD_RESOURCES'] === undefined ? {} : { resourcesFolder: io.env['GOLDTHREAD_RESOURCES'] }),
  });
}

/**
 * Opens the workspace that a command names, runs the command on it as its only person, and closes it again. The
 * passphrase comes from GOLDTHREAD_PASSPHRASE or a prompt, never from an argument, which others could read.
 * Gives the command's exit code; refusals become one error line.
 */
export async function onWorkspace(
  file: string,
  io: CommandIo,
  work: (client: CommandClient) => Promise<number>,
): Promise<number> {
  const passphrase = io.env['GOLDTHREAD_PASSPHRASE'] ?? (await io.askSecret(`Passphrase of ${file}: `));
  if (passphrase === null || passphrase === '') {
    io.stderr(
      errorLine(
        'PASSPHRASE_NEEDED',
        'No passphrase was given.',
        'Set GOLDTHREAD_PASSPHRASE, or run this in a terminal.',
      ),
    );
    return EXIT.workspace;
  }
  const backend = await commandBackend(io);
  try {
    const session = backend.openSession();
    await backend.openWorkspaceAt(session, file, passphrase);
    return await work(createRouterClient(backend.router, { context: { session } }));
  } catch (error) {
    return explain(error, io);
  } finally {
    await backend.close();
  }
}

/** Writes a refusal as one line and gives the exit code that fits it; anything unforeseen is thrown on. */
export function explain(error: unknown, io: CommandIo): number {
  const refusal = error instanceof Refusal ? error : refusalOfSystem(error);
  if (refusal) {
    io.stderr(errorLine(refusal.code, refusal.message, refusal.advice));
    return WORKSPACE_CODES.has(refusal.code) ? EXIT.workspace : EXIT.unreadable;
  }
  if (error instanceof ORPCError) {
    const data: unknown = error.data;
    const advice = typeof data === 'object' && data !== null && 'advice' in data ? String(data.advice) : '';
    io.stderr(errorLine(error.code, error.message, advice));
    return WORKSPACE_CODES.has(error.code) ? EXIT.workspace : EXIT.unreadable;
  }
  throw error;
}
