import { ipcMain, type IpcMainEvent, type MessagePortMain, type WebContents } from 'electron';
import { RPCHandler } from '@orpc/server/message-port';
import { CONNECT_CHANNEL } from '../../shared/contract/desktop-port.ts';
import type { Backend } from '../backend/create-backend.ts';
import type { Session } from '../backend/session.ts';
import { isAppAddress } from './app-protocol.ts';

/**
 * Gives the contract's handler the port of each page that may speak: the main frame of one of our windows, at our own
 * address. Any other port is closed at once. A page that connects again (a reload) loses its earlier port.
 */
export function servePorts(backend: Backend, sessionOf: (contents: WebContents) => Session | undefined): void {
  const rpc = new RPCHandler(backend.router);
  const current = new WeakMap<WebContents, MessagePortMain>();
  ipcMain.on(CONNECT_CHANNEL, (event) => {
    const [port, ...others] = event.ports;
    for (const other of others) other.close();
    if (!port) return;
    const session = isFromOurPage(event) ? sessionOf(event.sender) : undefined;
    if (!session) {
      port.close();
      return;
    }
    current.get(event.sender)?.close();
    current.set(event.sender, port);
    rpc.upgrade(port, { context: { session } });
    port.start();
  });
}

function isFromOurPage({ sender, senderFrame }: IpcMainEvent): boolean {
  // Null once the frame has navigated away or is gone.
  return senderFrame !== null && senderFrame === sender.mainFrame && isAppAddress(senderFrame.url);
}
