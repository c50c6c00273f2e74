import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { RPCHandler } from '@orpc/server/node';
import type { Backend } from '../backend/create-backend.ts';
import type { Session } from '../backend/session.ts';
import { createRequestGuard, isRpcPath, RPC_PREFIX, type Admission, type RequestGuard } from './request-guard.ts';

export interface HttpHost {
  port: number;
  /** The address with its one-time token. */
  entryUrl: string;
  /** Stops listening and ends every connection; the backend stays open. */
  close: () => Promise<void>;
}

/**
 * Serves the backend to browsers on this machine. Port 0 takes a free one.
 * Throws the system's error (`code` EADDRINUSE …) where the port cannot be had.
 */
export async function startHttpHost(backend: Backend, port = 0): Promise<HttpHost> {
  const rpc = new RPCHandler(backend.router);
  let guard: RequestGuard | undefined;
  const server = createServer((request, response) => {
    // The guard is there before the first connection can be: it waits only for the port's number.
    const admission = guard?.admit(request) ?? { kind: 'refused', status: 403, message: '' };
    answer(request, response, admission).catch(() => response.destroy());
  });
  const taken = await listen(server, port);
  guard = createRequestGuard(taken, () => backend.openSession());
  return {
    port: taken,
    entryUrl: `http://127.0.0.1:${taken}${guard.entryPath}`,
    close: () => closeServer(server),
  };

  async function answer(request: IncomingMessage, response: ServerResponse, admission: Admission): Promise<void> {
    switch (admission.kind) {
      case 'refused':
        return refuse(response, admission);
      case 'token_traded':
        return goHome(response, admission.setCookie);
      case 'caller':
        return isRpcPath(request.url ?? '')
          ? call(request, response, admission.session)
          : send(response, await backend.handleRequest(toRequest(request, response), admission.session));
    }
  }

  async function call(request: IncomingMessage, response: ServerResponse, session: Session): Promise<void> {
    response.setHeader('cache-control', 'no-store');
    response.setHeader('x-content-type-options', 'nosniff');
    const { matched } = await rpc.handle(request, response, { prefix: RPC_PREFIX, context: { session } });
    if (!matched) endWithText(response, 404, 'There is no such call.\n');
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function refuse(response: ServerResponse, { status, message }: Extract<Admission, { kind: 'refused' }>): void {
  // What was sent along is not read: the connection ends with the answer.
  response.setHeader('connection', 'close');
  if (status === 405) response.setHeader('allow', 'GET, POST');
  endWithText(response, status, message);
}

/** Leaves the token out of the address bar and of the history. */
function goHome(response: ServerResponse, setCookie: string | null): void {
  if (setCookie !== null) response.setHeader('set-cookie', setCookie);
  response.setHeader('location', '/');
  endWithText(response, 303, '');
}

function endWithText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  response.end(text);
}

function toRequest(request: IncomingMessage, response: ServerResponse): Request {
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string' && name !== 'cookie') headers.set(name, value);
  }
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
  return new Request(url, { method: request.method ?? 'GET', headers, signal: controller.signal });
}

async function send(response: ServerResponse, answer: Response): Promise<void> {
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  if (answer.body === null) {
    response.end();
    return;
  }
  await pipeline(answer.body, response);
}
