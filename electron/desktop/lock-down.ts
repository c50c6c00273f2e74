import type { DownloadItem, Session as NetworkSession, WebContents } from 'electron';
import { APP_ORIGIN } from './app-protocol.ts';

/** What a window may load: its own origin, and bytes that it made itself. */
const LOADABLE = new Set(['app:', 'blob:', 'data:']);
const DEVELOPER_TOOLS = 'devtools:';

/** Takes from a window's network session every permission, device and address that Goldthread has no use for. */
export function lockDownNetwork(network: NetworkSession): void {
  network.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  network.setPermissionCheckHandler(() => false);
  network.setDevicePermissionHandler(() => false);
  // Dictionaries would be fetched from the network.
  network.setSpellCheckerEnabled(false);
  network.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !mayLoad(details.url) }));
  network.on('will-download', (event, item) => {
    if (!isOwnFile(item)) event.preventDefault();
    else item.setSaveDialogOptions({ title: 'Save', defaultPath: item.getFilename() });
  });
}

/** Keeps a page where it is: no other address, no other window, no page within the page. */
export function lockDownContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (details) => details.preventDefault());
  contents.on('will-frame-navigate', (details) => details.preventDefault());
  contents.on('will-redirect', (details) => details.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

function mayLoad(address: string): boolean {
  const scheme = URL.parse(address)?.protocol;
  return scheme !== undefined && (LOADABLE.has(scheme) || scheme === DEVELOPER_TOOLS);
}

/** A report or a document that the page itself offers for saving. */
function isOwnFile(item: DownloadItem): boolean {
  const address = item.getURL();
  return address.startsWith(`blob:${APP_ORIGIN}/`) || address.startsWith(`${APP_ORIGIN}/`);
}
