import { expect, test } from 'vitest';
import type { Session } from '../../../electron/backend/session.ts';
import {
  createRequestGuard,
  LARGEST_BODY_BYTES,
  type GuardedRequest,
  type RequestGuard,
} from '../../../electron/local/request-guard.ts';

const PORT = 4321;
const HOST = `127.0.0.1:${PORT}`;

function newGuard() {
  const opened: Session[] = [];
  const guard = createRequestGuard(PORT, () => {
    const session: Session = { id: `session-${opened.length + 1}`, state: { status: 'none' } };
    opened.push(session);
    return session;
  });
  return { guard, opened };
}

function get(url: string, headers: GuardedRequest['headers'] = {}): GuardedRequest {
  return { method: 'GET', url, headers: { host: HOST, ...headers } };
}

/** Trades the token as a browser would; gives the cookie header for further requests. */
function enter(guard: RequestGuard): string {
  const admission = guard.admit(get(guard.entryPath));
  if (admission.kind !== 'token_traded' || admission.setCookie === null)
    throw new Error(`not let in: ${admission.kind}`);
  return admission.setCookie.split(';', 1)[0] ?? '';
}

function statusOf(guard: RequestGuard, request: GuardedRequest): number | string {
  const admission = guard.admit(request);
  return admission.kind === 'refused' ? admission.status : admission.kind;
}

test('the token opens one session and is spent', () => {
  const { guard, opened } = newGuard();
  const cookie = enter(guard);
  expect(opened).toHaveLength(1);
  expect(guard.admit(get('/', { cookie }))).toEqual({ kind: 'caller', session: opened[0] });
  const again = guard.admit(get(guard.entryPath));
  expect(again).toMatchObject({ kind: 'refused', status: 403 });
  expect(again.kind === 'refused' && again.message).toContain('Start Goldthread again with npm start');
});

test('the browser that was let in may use the printed address again, and its tabs share one session', () => {
  const { guard, opened } = newGuard();
  const cookie = enter(guard);
  expect(guard.admit(get(guard.entryPath, { cookie }))).toEqual({ kind: 'token_traded', setCookie: null });
  expect(guard.admit(get('/documents/x/file', { cookie: `other=1; ${cookie}` }))).toMatchObject({ kind: 'caller' });
  expect(opened).toHaveLength(1);
});

test('the cookie is kept from scripts, from other sites and from other ports', () => {
  const { guard } = newGuard();
  const admission = guard.admit(get(guard.entryPath));
  const cookie = admission.kind === 'token_traded' ? admission.setCookie : null;
  expect(cookie).toMatch(new RegExp(`^goldthread-${PORT}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`));
});

test.each(['/', '/index.html', '/assets/index.js', '/documents/x/file', '/rpc/app/info', '/?token=', '/?token=wrong'])(
  'nothing is given to a stranger: %s',
  (url) => {
    const { guard, opened } = newGuard();
    expect(statusOf(guard, get(url))).toBe(403);
    expect(statusOf(guard, get(url, { cookie: `goldthread-${PORT}=wrong` }))).toBe(403);
    expect(opened).toHaveLength(0);
  },
);

test('a stranger with a wrong token does not spend the right one', () => {
  const { guard } = newGuard();
  expect(statusOf(guard, get('/?token=wrong'))).toBe(403);
  expect(statusOf(guard, get(guard.entryPath))).toBe('token_traded');
});

test('the token counts at the front door only', () => {
  const { guard } = newGuard();
  const token = guard.entryPath.slice(1);
  expect(statusOf(guard, get(`/rpc/app/info${token}`))).toBe(403);
  expect(statusOf(guard, { method: 'POST', url: `/rpc${token}`, headers: { host: HOST, 'content-length': '0' } })).toBe(
    403,
  );
});

test.each([
  ['a rebound name', { host: `evil.example:${PORT}` }],
  ['another port', { host: '127.0.0.1:80' }],
  ['no port', { host: '127.0.0.1' }],
  ['no host', { host: undefined }],
  ['a page elsewhere', { origin: 'https://evil.example' }],
  ['a page on another port of this machine', { origin: 'http://127.0.0.1:80' }],
  ['an opaque page', { origin: 'null' }],
  ['localhost speaking for 127.0.0.1', { origin: `http://localhost:${PORT}` }],
  ['a request across sites', { 'sec-fetch-site': 'cross-site' }],
  ['a request from the same site, another origin', { 'sec-fetch-site': 'same-site' }],
])('a caller with the cookie is still refused from %s', (_who, headers) => {
  const { guard } = newGuard();
  const cookie = enter(guard);
  expect(statusOf(guard, get('/', { cookie, ...headers }))).toBe(403);
  const call = { host: HOST, 'content-length': '2', cookie, ...headers };
  expect(statusOf(guard, { method: 'POST', url: '/rpc/app/info', headers: call })).toBe(403);
});

test.each([
  { host: HOST, origin: `http://${HOST}`, 'sec-fetch-site': 'same-origin' },
  { host: `localhost:${PORT}`, origin: `http://localhost:${PORT}` },
  { host: HOST, 'sec-fetch-site': 'none' },
])('its own page may speak: %o', (headers) => {
  const { guard } = newGuard();
  const cookie = enter(guard);
  const call = { ...headers, cookie, 'content-length': '2' };
  expect(statusOf(guard, { method: 'POST', url: '/rpc/app/info', headers: call })).toBe('caller');
});

test.each(['PUT', 'DELETE', 'HEAD', 'OPTIONS', 'CONNECT', 'TRACE', undefined])('the method %s is refused', (method) => {
  const { guard } = newGuard();
  const cookie = enter(guard);
  expect(statusOf(guard, { method, url: '/rpc/app/info', headers: { host: HOST, cookie } })).toBe(405);
});

test('a POST is for calls alone', () => {
  const { guard } = newGuard();
  const cookie = enter(guard);
  for (const url of ['/', '/documents/x/file', '/rpcx/app']) {
    expect(statusOf(guard, { method: 'POST', url, headers: { host: HOST, cookie, 'content-length': '0' } })).toBe(405);
  }
});

test('a body is refused before it is read when it is too long, or of unknown length', () => {
  const { guard } = newGuard();
  const cookie = enter(guard);
  const call = (headers: GuardedRequest['headers']) =>
    statusOf(guard, { method: 'POST', url: '/rpc/documents/import', headers: { host: HOST, cookie, ...headers } });
  expect(call({ 'content-length': String(LARGEST_BODY_BYTES) })).toBe('caller');
  expect(call({ 'content-length': String(LARGEST_BODY_BYTES + 1) })).toBe(413);
  expect(call({ 'transfer-encoding': 'chunked' })).toBe(411);
  expect(statusOf(guard, get('/', { cookie, 'content-length': '1' }))).toBe(400);
  expect(statusOf(guard, get('/', { cookie, 'transfer-encoding': 'chunked' }))).toBe(400);
});

test.each(['http://evil.example/', '//evil.example/', '*', ''])('an address in an odd form is refused: %s', (url) => {
  const { guard } = newGuard();
  const cookie = enter(guard);
  expect(statusOf(guard, get(url, { cookie }))).toBe(400);
});
