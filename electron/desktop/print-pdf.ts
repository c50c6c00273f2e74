import { randomUUID } from 'node:crypto';
import { BrowserWindow, session as networkSessions } from 'electron';
import { APP_ORIGIN, serveApp } from './app-protocol.ts';
import { lockDownContents, lockDownNetwork } from './lock-down.ts';

/**
 * Prints a page as a tagged PDF with an outline, in a window that is never shown, runs no script and can load nothing
 * but that page. Gives the PDF's bytes; throws where the page cannot be printed.
 */
export async function printPdf(html: string): Promise<Uint8Array> {
  const network = networkSessions.fromPartition(`print-${randomUUID()}`, { cache: false });
  lockDownNetwork(network);
  serveApp(
    network.protocol,
    async () => new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
  );
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: network,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webviewTag: false,
    },
  });
  lockDownContents(window.webContents);
  try {
    await window.loadURL(`${APP_ORIGIN}/report.html`);
    return await window.webContents.printToPDF({
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      preferCSSPageSize: true,
      printBackground: true,
    });
  } finally {
    window.destroy();
  }
}
