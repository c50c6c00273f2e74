import { browserHost } from './browser-host.ts';
import { desktopHost } from './desktop-host.ts';
import type { Host } from './host-needs.ts';

let host: Promise<Host> | undefined;

/** The host that this page runs in; the connection is made once. */
export function getHost(): Promise<Host> {
  host ??= isDesktop(window.location) ? desktopHost() : Promise.resolve(browserHost());
  return host;
}

/** Only the local host speaks plain http; the desktop serves its page from a scheme of its own. */
function isDesktop(location: Pick<Location, 'protocol'>): boolean {
  return location.protocol !== 'http:';
}
