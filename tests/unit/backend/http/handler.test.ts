import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Backend, createBackend } from '../../../../electron/backend/create-backend.ts';
import type { Session } from '../../../../electron/backend/session.ts';
import { makeTempFolder } from '../../../support/temp-folder.ts';
import { WORKSPACE_INPUT } from '../../../support/workspace-input.ts';

const DOCUMENT = '/documents/00000000-0000-4000-8000-000000000000/file';
const folder = makeTempFolder();
let backend: Backend;
let session: Session;

beforeAll(async () => {
  const rendererFolder = path.join(folder.path, 'renderer');
  mkdirSync(path.join(rendererFolder, 'assets'), { recursive: true });
  writeFileSync(path.join(rendererFolder, 'index.html'), '<!doctype html>');
  writeFileSync(path.join(folder.path, 'secret.txt'), 'secret');
  symlinkSync(path.join(folder.path, 'secret.txt'), path.join(rendererFolder, 'assets', 'link.txt'));
  backend = await createBackend({ dataFolder: folder.path, rendererFolder, shell: { host: 'local' } });
  session = backend.openSession();
});

afterAll(async () => {
  await backend.close();
  folder.remove();
});

function ask(address: string, method = 'GET'): Promise<Response> {
  return backend.handleRequest(new Request(new URL(address, 'http://127.0.0.1'), { method }), session);
}

test('serves the page under a policy that lets nothing in from outside', async () => {
  const answer = await ask('/');
  expect(await answer.text()).toBe('<!doctype html>');
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe-(?:inline|eval)'(?<!wasm-unsafe-eval')|https?:|\*/);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});

test.each([
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/assets/..%5c..%5csecret.txt',
  '/assets/%252e%252e/secret.txt',
  '/assets/link.txt',
  '/pdfjs/build/pdf.mjs',
  '/pdfjs/cmaps/..%2f..%2fpackage.json',
  '/%',
])('%s leads nowhere', async (address) => {
  const answer = await ask(address);
  expect([400, 404]).toContain(answer.status);
  expect(await answer.text()).not.toContain('secret\n');
});

test('only reading is possible', async () => {
  expect((await ask('/', 'DELETE')).status).toBe(405);
});

describe("a document's bytes", () => {
  test('are not served without an open workspace, nor to a role that may not read plans', async () => {
    expect((await ask(DOCUMENT)).status).toBe(423);
    await backend.createWorkspaceAt(session, path.join(folder.path, 'w.goldthread'), WORKSPACE_INPUT);
    expect((await ask(DOCUMENT)).status).toBe(404);
    const { state } = session;
    if (state.status !== 'open') throw new Error('not open');
    session.state = { ...state, caller: { ...state.caller, roles: ['board_reader'] } };
    expect((await ask(DOCUMENT)).status).toBe(403);
    session.state = state;
    expect((await ask('/documents/..%2f..%2f/file')).status).toBe(400);
  });
});
