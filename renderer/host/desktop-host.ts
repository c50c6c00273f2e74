import { RPCLink } from '@orpc/client/message-port';
import { PORT_HANDED_OVER, PORT_WANTED } from '../../shared/contract/desktop-port.ts';
import { documentFilePath } from '../../shared/contract/documents.ts';
import type { Host } from './host-needs.ts';
import { saveFile } from './save-file.ts';

/** The desktop application: calls travel over a port that the preload script hands over. */
export async function desktopHost(): Promise<Host> {
  const port = await receivePort();
  const link = new RPCLink({ port });
  port.start();
  return { kind: 'desktop', link, documentUrl: documentFilePath, saveFile };
}

function receivePort(): Promise<MessagePort> {
  return new Promise((resolve) => {
    function receive(event: MessageEvent) {
      const port = event.ports[0];
      if (event.source !== window || event.data !== PORT_HANDED_OVER || !port) return;
      window.removeEventListener('message', receive);
      resolve(port);
    }
    window.addEventListener('message', receive);
    window.postMessage(PORT_WANTED, '/');
  });
}
