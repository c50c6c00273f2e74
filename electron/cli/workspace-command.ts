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

/** What a command's usage says of coming into a workspace. */
export const PASSPHRASE_USAGE = `  The passphrase comes from GOLDTHREAD_PASSPHRASE or a prompt.
`;
export const SIGN_IN_USAGE = `  --as NAME          where several people work: in whose name; their PIN comes from GOLDTHREAD_PIN or a prompt
${PASSPHRASE_USAGE}`;

/** In whose name a command works: of whom `--as` names, of the only person there is, or of nobody. `doneBy` says who may. */
type Who = { as?: string | undefined; doneBy?: string } | 'nobody';

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
    if (who === 'nobody') return await work(client);
    const problem = await comeIn(client, io, who);
    return problem ?? (await allowed(client, io, work));
  } catch (error) {
    return explain(error, io);
  } finally {
    await backend.close();
  }
}

/** Signs in whom the command names, where more than one person could be meant. Gives an exit code where that fails. */
async function comeIn(
  client: CommandClient,
  io: CommandIo,
  { as, doneBy = '' }: Exclude<Who, 'nobody'>,
): Promise<number | null> {
  const { status } = await client.workspaces.current();
  const people = await client.people.atDoor();
  if (status === 'open' && (as === undefined || people.some(({ name }) => isSameName(name, as)))) return null;
  const known = people.map(({ name }) => name).join(', ');
  if (as === undefined) {
    io.stderr(
      errorLine(
        'NOT_SIGNED_IN',
        'More than one person works in this workspace.',
        [
          'Say in whose name with --as "NAME"; the PIN comes from GOLDTHREAD_PIN or a prompt.',
          ...(doneBy === '' ? [] : [doneBy]),
          `There are: ${known}.`,
        ].join(' '),
      ),
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

/** Runs a command; where the person may not do it, says who may. */
async function allowed(
  client: CommandClient,
  io: CommandIo,
  work: (client: CommandClient) => Promise<number>,
): Promise<number> {
  try {
    return await work(client);
  } catch (error) {
    if (!(error instanceof ORPCError) || error.code !== 'NOT_ALLOWED') throw error;
    const current = await client.workspaces.current();
    const name = current.status === 'open' ? current.person.name : 'nobody';
    io.stderr(errorLine('NOT_ALLOWED', `The role of ${name} does not allow this.`, await whoMay(client)));
    return EXIT.unreadable;
  }
}

/** Whom to name instead of somebody who may not do what a command does: a QA lead may do it all. */
export async function whoMay(client: CommandClient): Promise<string> {
  const people = await client.people.list();
  const leads = people.filter(({ roles, isActive, signsIn }) => isActive && signsIn && roles.includes('qa_lead'));
  if (leads.length === 0) return 'No QA lead comes into this workspace.';
  return `Name a QA lead with --as, whose PIN comes from GOLDTHREAD_PIN or a prompt: ${leads.map(({ name }) => `"${name}"`).join(', ')}.`;
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
