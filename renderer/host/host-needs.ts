import type { ClientContext, ClientLink } from '@orpc/client';

/** What the screen needs from the application around it; the contract's calls travel over `link`. */
export interface Host {
  kind: 'desktop' | 'local';
  link: ClientLink<ClientContext>;
  /** Address of a document's own bytes, on the page's own origin. */
  documentUrl: (documentId: string) => string;
  /** Gives the person a file to keep: a save dialog on the desktop, a download in the browser. */
  saveFile: (file: File) => void;
}
