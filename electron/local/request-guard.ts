import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { LARGEST_FILE_BYTES } from '../../shared/contract/documents.ts';
import type { Session } from '../backend/session.ts';

/** A call with a file is a multipart body: its other fields and its boundaries need this much beside the file. */
const MULTIPART_OVERHEAD_BYTES = 1024 * 1024;
export const LARGEST_BODY_BYTES = LARGEST_FILE_BYTES + MULTIPART_OVERHEAD_BYTES;

export const RPC_PREFIX = '/rpc';

/** What a request is let in as. */
export type Admission =
  | { kind: 'caller'; session: Session }
  | { kind: 'token_traded'; setCookie: string | null }
  | { kind: 'refused'; status: 400 | 403 | 405 | 411 | 413; message: string };

export interface GuardedRequest {
  method?: string | undefined;
  url?: string | undefined;
  headers: IncomingHttpHeaders;
}

export interface RequestGuard {
  /** The path and query that trades the one-time token for a cookie; to be printed once, for the person. */
  readonly entryPath: string;
  admit: (request: GuardedRequest) => Admission;
}

const START_AGAIN =
  'This address has been used already, or was not given to this browser.\n' +
  'Start Goldthread again with npm start, and use the address it prints.\n';

/**
 * Decides who may speak to the local host, before any routing and for reads as for writes. Binding to 127.0.0.1 does not
 * keep web pages out: any page in the person's browser can send requests here (webpack-dev-server#887), a rebound name
 * arrives with a foreign Host, and a page on another port counts as the same site. So: known Host, own Origin, a
 * cookie that only the holder of the one-time token ever received.
 */
export function createRequestGuard(port: number, openSession: () => Session): RequestGuard {
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
  // Cookies are shared between ports of one host name: the port in the name keeps two running Goldthreads apart.
  const cookieName = `goldthread-${port}`;
  const sessions = new Map<string, Session>();
  const token = newSecret();
  let isTokenSpent = false;

  function admit(request: GuardedRequest): Admission {
    const refusal = refuseByMethod(request) ?? refuseByOrigin(request) ?? refuseByBody(request);
    if (refusal) return refusal;
    const session = sessionOf(request);
    const given = tokenOf(request);
    if (session && given === undefined) return { kind: 'caller', session };
    // The same browser may come back through the printed address: its cookie still counts.
    if (session) return { kind: 'token_traded', setCookie: null };
    if (given === undefined || isTokenSpent || !isSame(given, token)) return refused(403, START_AGAIN);
    isTokenSpent = true;
    const cookie = newSecret();
    sessions.set(digest(cookie), openSession());
    return { kind: 'token_traded', setCookie: `${cookieName}=${cookie}; Path=/; HttpOnly; SameSite=Strict` };
  }

  function refuseByOrigin({ headers }: GuardedRequest): Admission | undefined {
    const { host, origin } = headers;
    if (host === undefined || !hosts.has(host.toLowerCase())) {
      return refused(403, 'Goldthread answers only to its own address on this machine.\n');
    }
    const site = headers['sec-fetch-site'];
    const isForeign = site !== undefined && site !== 'same-origin' && site !== 'none';
    if (isForeign || (origin !== undefined && origin !== `http://${host.toLowerCase()}`)) {
      return refused(403, 'Another page may not speak to Goldthread. Type or paste its address yourself.\n');
    }
    return undefined;
  }

  function sessionOf({ headers }: GuardedRequest): Session | undefined {
    const prefix = `${cookieName}=`;
    const pair = headers.cookie?.split(/;\s*/).find((part) => part.startsWith(prefix));
    return pair === undefined ? undefined : sessions.get(digest(pair.slice(prefix.length)));
  }

  return { entryPath: `/?token=${token}`, admit };
}

function refuseByMethod({ method, url }: GuardedRequest): Admission | undefined {
  if (method !== 'GET' && method !== 'POST') return refused(405, 'Only GET and POST are answered.\n');
  if (url === undefined || !url.startsWith('/') || url.startsWith('//')) return refused(400, 'That is no address.\n');
  if (method === 'POST' && !isRpcPath(url)) return refused(405, 'Only GET is answered here.\n');
  return undefined;
}

/** Node's parser holds a body to its Content-Length, so the length that is announced is the length that comes. */
function refuseByBody({ method, headers }: GuardedRequest): Admission | undefined {
  const announced = headers['content-length'];
  if (method === 'GET') {
    const hasBody = headers['transfer-encoding'] !== undefined || (announced !== undefined && announced !== '0');
    return hasBody ? refused(400, 'A GET carries no body.\n') : undefined;
  }
  if (announced === undefined) return refused(411, 'The length of the body must be given.\n');
  if (Number(announced) > LARGEST_BODY_BYTES) return refused(413, 'That is larger than any document may be.\n');
  return undefined;
}

/** Whether a path belongs to the contract's calls. */
export function isRpcPath(url: string): boolean {
  const path = url.split('?', 1)[0];
  return path === RPC_PREFIX || path?.startsWith(`${RPC_PREFIX}/`) === true;
}

function tokenOf({ method, url }: GuardedRequest): string | undefined {
  if (method !== 'GET' || url === undefined) return undefined;
  const [path, query] = url.split('?', 2);
  if (path !== '/' || query === undefined) return undefined;
  return new URLSearchParams(query).get('token') ?? undefined;
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Secrets are compared and looked up by digest, so that timing tells nothing of them. */
function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(digest(given)), Buffer.from(digest(expected)));
}

function refused(status: Extract<Admission, { kind: 'refused' }>['status'], message: string): Admission {
  return { kind: 'refused', status, message };
}
