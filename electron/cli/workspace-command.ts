import { ORPCError, createRouterClient, type RouterClient } from '@orpc/server';
import { type Backend, createBackend } from '../backend/create-backend.ts';
import { dataFolder } from '../backend/data-folder.ts';
import { nameKey } from '../../shared/domain/names.ts';
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
  'NOT_SIGNED_IN',
  'WRONG_PIN',
  'PIN_WAIT',
  'PIN_MISSING',
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

/** In whose name a command works: of whom `--as` names, of the only person there is, or of nobody. */
type Who = { as?: string | undefined } | 'nobody';

/**
 * Opens the workspace that a command names, runs the command on it as its only person, or as the one whom `--as`
 * names, and closes it again. The
 * passphrase comes from GOLDTHREAD_PASSPHRASE or a prompt, never from an argument, which others could read.
 * Gives the command's exit code; refusals become one error line.
 */
export async function onWorkspace(
  file: string,
  io: CommandIo,
  work: (client: CommandClient) => Promise<number>,
  who: Who = {},
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
    const client = createRouterClient(backend.router, { context: { session } });
    const problem = who === 'nobody' ? null : await comeIn(client, io, who.as);
    return problem ?? (await work(client));
  } catch (error) {
    return explain(error, io);
  } finally {
    await backend.close();
  }
}

/** Signs in whom the command names, where more than one person could be meant. Gives an exit code where that fails. */
async function comeIn(client: CommandClient, io: CommandIo, as: string | undefined): Promise<number | null> {
  const { status } = await client.workspaces.current();
  const people = await client.people.atDoor();
  if (status === 'open' && (as === undefined || people.some(({ name }) => isSameName(name, as)))) return null;
  const known = people.map(({ name }) => name).join(', ');
  if (as === undefined) {
    io.stderr(
      errorLine('NOT_SIGNED_IN', 'More than one person works in this workspace.', `Say who with --as: ${known}.`),
    );
    return EXIT.workspace;
  }
  const person = people.find(({ name }) => isSameName(name, as));
  if (!person) {
    io.stderr(errorLine('NO_SUCH_PERSON', `Nobody called ${as} comes into this workspace.`, `There are: ${known}.`));
    return EXIT.workspace;
  }
  const pin = io.env['GOLDTHREAD_PIN'] ?? (await io.askSecret(`PIN of ${person.name}: `));
  if (pin === null) {
    io.stderr(errorLine('PIN_NEEDED', 'No PIN was given.', 'Set GOLDTHREAD_PIN, or run this in a terminal.'));
    return EXIT.workspace;
  }
  await client.people.signIn({ personId: person.id, pin });
  return null;
}

function isSameName(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b);
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
