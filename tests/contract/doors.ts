import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import type { Backend } from '../../electron/backend/create-backend.ts';
import type { Session } from '../../electron/backend/session.ts';
import { startHttpHost } from '../../electron/local/http-host.ts';
import type { Contract } from '../../shared/contract/contract.ts';
import { httpClient } from '../support/local-host.ts';

export type Client = ContractRouterClient<Contract>;

/** A way into the backend, with the session that it speaks for. */
export interface Door {
  client: Client;
  session: Session;
  close(): Promise<void>;
}

export const DOORS: Record<string, (backend: Backend) => Promise<Door>> = {
  'in process': openInProcess,
  HTTP: openHttp,
  MessagePort: openMessagePort,
};

async function openInProcess(backend: Backend): Promise<Door> {
  const session = backend.openSession();
  return {
    client: createRouterClient(backend.router, { context: { session } }),
    session,
    close: () => backend.closeSession(session),
  };
}

async function openHttp(backend: Backend): Promise<Door> {
  let session: Session | undefined;
  const host = await startHttpHost({
    ...backend,
    openSession: () => (session = backend.openSession()),
  });
  const client = await httpClient(host.entryUrl);
  if (session === undefined) throw new Error('The token was not traded for a session.');
  return { client, session, close: () => host.close() };
}

async function openMessagePort(backend: Backend): Promise<Door> {
  const session = backend.openSession();
  const { port1, port2 } = new MessageChannel();
  new RPCHandler(backend.router).upgrade(port1, { context: { session } });
  const client: Client = createORPCClient(new PortLink({ port: port2 }));
  port1.start();
  port2.start();
  return {
    client,
    session,
    async close() {
      port1.close();
      port2.close();
      await backend.closeSession(session);
    },
  };
}
