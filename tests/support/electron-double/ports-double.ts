import { EventEmitter } from 'node:events';
import { ipcMain } from './electron.ts';
import type { BrowserWindow } from './window-double.ts';

/** The main process's end of a port: Electron's own shape around Node's. */
class MessagePortMain extends EventEmitter {
  #port: MessagePort;

  constructor(port: MessagePort) {
    super();
    this.#port = port;
    port.addEventListener('message', (event) => this.emit('message', { data: event.data }));
    port.addEventListener('close', () => this.emit('close'));
  }

  postMessage(data: unknown): void {
    this.#port.postMessage(data, []);
  }

  start(): void {
    this.#port.start();
  }

  close(): void {
    this.#port.close();
  }
}

export interface Sender {
  /** The frame that sends; the window's main frame where left out, null for one that is gone. */
  frame?: { url: string } | null;
}

/** Does what the preload script does: sends one end of a channel to main, and gives the page's end. */
export function connect(window: Pick<BrowserWindow, 'webContents'>, channel: string, sender: Sender = {}): MessagePort {
  const { port1, port2 } = new MessageChannel();
  ipcMain.emit(channel, {
    sender: window.webContents,
    senderFrame: sender.frame === undefined ? window.webContents.mainFrame : sender.frame,
    ports: [new MessagePortMain(port1)],
  });
  port2.start();
  return port2;
}
