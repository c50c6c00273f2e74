import { protocol, type Protocol } from 'electron';

const SCHEME = 'app';
const HOST = 'goldthread';
export const APP_ORIGIN = `${SCHEME}://${HOST}`;

/** Makes app:// an origin like any web origin. Must run once, before Electron is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      // `stream` lets a range of a document's bytes be asked for.
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
    },
  ]);
}

/** Answers the app:// requests of one window's network session with `answer`, and lets nothing else be asked for. */
export function serveApp(windowProtocol: Protocol, answer: (request: Request) => Promise<Response>): void {
  windowProtocol.handle(SCHEME, async (request) => {
    if (!isAppAddress(request.url)) return refuse(400, 'That is no address of Goldthread.');
    if (request.method !== 'GET') return refuse(405, 'Only GET is answered here.');
    return await answer(request);
  });
}

/** Whether an address is on this application's own origin, with a path that stays what it seems after decoding. */
export function isAppAddress(address: string): boolean {
  const url = URL.parse(address);
  return (
    url?.protocol === `${SCHEME}:` && url.host === HOST && !url.username && !url.password && isPlainPath(url.pathname)
  );
}

/**
 * A path as the build names its files. The URL parser has resolved plain dots already; what could still climb out is
 * hidden: an encoded slash or dot, a backslash (a separator on Windows), a second encoding beneath the first.
 */
function isPlainPath(pathname: string): boolean {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return false;
  }
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[%\\:\u0000-\u001f]/.test(decoded) || /%(?:2f|2e)/i.test(pathname)) return false;
  return !decoded.includes('//') && decoded.split('/').every((part) => part !== '.' && part !== '..');
}

function refuse(status: number, message: string): Response {
  return new Response(`${message}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' },
  });
}
