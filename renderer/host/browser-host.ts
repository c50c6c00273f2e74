import { RPCLink } from '@orpc/client/fetch';
import { documentFilePath } from '../../shared/contract/documents.ts';
import type { Host } from './host-needs.ts';
import { saveFile } from './save-file.ts';

/** The local host in a browser: the same calls over HTTP on the page's own origin, let in by its cookie. */
export function browserHost(): Host {
  const link = new RPCLink({ url: `${window.location.origin}/rpc` });
  return { kind: 'local', link, documentUrl: documentFilePath, saveFile };
}
