import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBackend, type Backend } from '../../../electron/backend/create-backend.ts';
import { createBrowserShell } from '../../../electron/local/browser-shell.ts';
import { startHttpHost, type HttpHost } from '../../../electron/local/http-host.ts';
import type { Contract } from '../../../shared/contract/contract.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'goldthread-local-'));
let backend: Backend;
let host: HttpHost;
let origin: string;
let cookie: string;

beforeAll(async () => {
  const rendererFolder = path.join(folder, 'renderer');
  mkdirSync(rendererFolder);
  writeFileSync(path.join(rendererFolder, 'index.html'), '<!doctype html><title>Goldthread</title>');
  backend = await createBackend({
    dataFolder: path.join(folder, 'data'),
    rendererFolder,
    shell: createBrowserShell(),
    version: '1.2.3',
  });
  host = await startHttpHost(backend);
  origin = `http://127.0.0.1:${host.port}`;
  const entry = await fetch(host.entryUrl, { redirect: 'manual' });
  cookie = entry.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
});

afterAll(async () => {
  await host.close();
  await backend.close();
  rmSync(folder, { recursive: true });
});

test('the first load trades the token for a cookie and leaves it out of the address', async () => {
  const again = await fetch(host.entryUrl, { redirect: 'manual', headers: { cookie } });
  expect(again.status).toBe(303);
  expect(again.headers.get('location')).toBe('/');
  const page = await fetch(`${origin}/`, { headers: { cookie } });
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<title>Goldthread</title>');
  expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
});

test('a stranger is told what to do, in plain text', async () => {
  const answer = await fetch(host.entryUrl);
  expect(answer.status).toBe(403);
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(await answer.text()).toContain('Start Goldthread again with npm start');
});

test('no answer lets another origin read it', async () => {
  for (const url of [`${origin}/`, `${origin}/rpc/app/info`, host.entryUrl]) {
    const answer = await fetch(url, { headers: { cookie }, redirect: 'manual' });
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
  }
});

test('the contract is served, with its typed refusals', async () => {
  const client: ContractRouterClient<Contract> = createORPCClient(
    new RPCLink({ url: `${origin}/rpc`, headers: { cookie, origin } }),
  );
  expect(await client.app.info()).toMatchObject({ version: '1.2.3', host: 'local' });
  const refusal = await client.plans.queue().catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ORPCError);
  expect(refusal).toMatchObject({ code: 'NO_WORKSPACE', data: { advice: expect.any(String) } });
});

test('an unknown call, a call by link and a foreign host get nothing', async () => {
  const post = { method: 'POST', body: '{}', headers: { cookie, 'content-type': 'application/json' } };
  expect((await fetch(`${origin}/rpc/app/secrets`, post)).status).toBe(404);
  expect((await fetch(`${origin}/rpc/app/info`, { headers: { cookie } })).status).toBe(405);
  expect(await statusWithHost(`evil.example:${host.port}`)).toBe(403);
  expect(await statusWithHost(`localhost:${host.port}`)).toBe(200);
});

test.each(['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/..\\package.json', '/%252e%252e/x'])(
  'no path leads out of the bundle: %s',
  async (target) => {
    expect(await statusOf(target)).toBeGreaterThanOrEqual(400);
  },
);

test('a body that is too long is refused before it is sent', async () => {
  const answer = await rawExchange(
    `POST /rpc/documents/import HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nCookie: ${cookie}\r\nContent-Length: 999999999999\r\n\r\n`,
  );
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
});

function statusWithHost(name: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${origin}/`, { headers: { host: name, cookie } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('error', reject).end();
  });
}

/** The path exactly as given, which fetch would tidy. */
async function statusOf(target: string): Promise<number> {
  const answer = await rawExchange(
    `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`,
  );
  return Number(answer.split(' ', 2)[1]);
}

function rawExchange(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(host.port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => (answer += part));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}
