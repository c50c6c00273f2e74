import { createRouterClient } from '@orpc/server';
import { onTestFinished } from 'vitest';
import { type Backend, createBackend } from '../../electron/backend/create-backend.ts';
import type { Session } from '../../electron/backend/session.ts';
import type { Client } from './prepared-moderation.ts';
import { makeTempFolder } from './temp-folder.ts';
import { WORKSPACE_INPUT } from './workspace-input.ts';
import { warmThreads } from './warm-threads.ts';

type Now = string | (() => Date);

export interface NewWorkspace {
  backend: Backend;
  session: Session;
  client: Client;
  /** The first person's id. */
  me: string;
}

/** A workspace of the test's own on a real encrypted file, its first person in it; closed when the test ends. */
export async function newWorkspace(now: Now): Promise<NewWorkspace> {
  const { close, ...opened } = await sharedWorkspace(now);
  onTestFinished(close);
  return opened;
}

/** A workspace that several tests share, closed by whoever made it. `now` is the day and time of all that happens, or tells it. */
export async function sharedWorkspace(now: Now): Promise<NewWorkspace & { close: () => Promise<void> }> {
  const folder = makeTempFolder();
  const backend = await createBackend({
    dataFolder: folder.path,
    rendererFolder: '',
    shell: { host: 'command_line' },
    parsePool: warmThreads,
    clock: typeof now === 'string' ? () => new Date(now) : now,
  });
  const session = backend.openSession();
  const client: Client = createRouterClient(backend.router, { context: { session } });
  const opened = await client.workspaces.create(WORKSPACE_INPUT);
  if (opened.status !== 'open') throw new Error('The new workspace is not open.');
  const close = async (): Promise<void> => {
    await backend.close();
    folder.remove();
  };
  return { backend, session, client, me: opened.person.id, close };
}
