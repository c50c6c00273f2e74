import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { onTestFinished } from 'vitest';
import { createBackend } from '../../electron/backend/create-backend.ts';
import { createDesktopShell } from '../../electron/desktop/desktop-shell.ts';
import { servePorts } from '../../electron/desktop/port-host.ts';
import { createWindows, type Windows } from '../../electron/desktop/window.ts';
import type { Contract } from '../../shared/contract/contract.ts';
import { CONNECT_CHANNEL } from '../../shared/contract/desktop-port.ts';
import { ipcMain } from '../support/electron-double/electron.ts';
import { connect, type Sender } from '../support/electron-double/ports-double.ts';
import { double, resetDouble } from '../support/electron-double/state.ts';
import type { BrowserWindow } from '../support/electron-double/window-double.ts';

export type Client = ContractRouterClient<Contract>;

/**
 * The desktop's own modules on the double of Electron, over a real backend in a temporary folder. A test file that uses
 * it mocks `electron` with the double.
 */
export async function startDesktop() {
  resetDouble();
  double.isReady = true;
  const folder = mkdtempSync(path.join(tmpdir(), 'goldthread-desktop-'));
  const rendererFolder = path.join(folder, 'renderer');
  mkdirSync(path.join(rendererFolder, 'assets'), { recursive: true });
  writeFileSync(path.join(rendererFolder, 'index.html'), '<!doctype html><title>Goldthread</title>');
  writeFileSync(path.join(rendererFolder, 'assets', 'a.js'), 'export {};');
  writeFileSync(path.join(folder, 'secret.txt'), 'not for the page');
  let windows: Windows;
  const backend = await createBackend({
    dataFolder: path.join(folder, 'data'),
    rendererFolder,
    shell: createDesktopShell(() => windows),
  });
  windows = createWindows(backend, path.join(folder, 'preload.cjs'));
  servePorts(backend, windows.sessionOf);
  onTestFinished(async () => {
    ipcMain.removeAllListeners();
    await backend.close();
    rmSync(folder, { recursive: true });
  });
  return { backend, windows, open: () => openWindow(windows) };
}

/** Opens a window and gives its double. */
function openWindow(windows: Windows): BrowserWindow {
  windows.open();
  const window = double.windows.at(-1);
  if (!window) throw new Error('no window was opened');
  return window;
}

/** The contract's client over a port that `window` asks for, as its page would. */
export function clientOf(window: Pick<BrowserWindow, 'webContents'>, sender?: Sender): Client {
  const port = connect(window, CONNECT_CHANNEL, sender);
  return createORPCClient(new RPCLink({ port }));
}
