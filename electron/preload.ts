import { ipcRenderer } from 'electron';
import { CONNECT_CHANNEL, PORT_HANDED_OVER, PORT_WANTED } from '../shared/contract/desktop-port.ts';

/**
 * All that the page ever gets from Electron: one port, when it says that it listens. Nothing is put on its window.
 * Ports cannot cross contextBridge; posting to the page's own window is Electron's way (docs, Message Ports).
 */
window.addEventListener('message', (event) => {
  if (event.source !== window || event.data !== PORT_WANTED) return;
  const { port1, port2 } = new MessageChannel();
  ipcRenderer.postMessage(CONNECT_CHANNEL, null, [port1]);
  window.postMessage(PORT_HANDED_OVER, '/', [port2]);
});
