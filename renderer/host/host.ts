import type { ClientContext, ClientLink } from '@orpc/client';
import { browserHost } from './browser-host.ts';
import { desktopHost } from './desktop-host.ts';

/** What the screen needs from the application around it; the contract's calls travel over `link`. */
export interface Host {
  kind: 'desktop' | 'local';
  link: ClientLink<ClientContext>;
  /** Address of a document's own bytes, on the page's own origin. */
  documentUrl: (documentId: string) => string;
  /** Gives the person a file to keep: a save dialog on the desktop, a download in the browser. */
  saveFile: (file: File) => void;
}

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
