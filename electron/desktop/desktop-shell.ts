import { dialog, type BrowserWindow } from 'electron';
import type { HostShell } from '../backend/host-shell.ts';
import { printPdf } from './print-pdf.ts';

/** What the desktop lends the backend. `windows` is asked late: the backend is made before the first window is. */
export function createDesktopShell(
  windows: () => {
    show: (sessionId: string) => void;
    front: () => BrowserWindow | undefined;
  },
): HostShell {
  return {
    host: 'desktop',
    chooseWorkspaceFile: () => chooseWorkspaceFile(windows().front()),
    showSession: (sessionId) => windows().show(sessionId),
    printPdf,
  };
}

async function chooseWorkspaceFile(parent: BrowserWindow | undefined): Promise<string | null> {
  const options: Electron.OpenDialogOptions = {
    title: 'Open a workspace',
    buttonLabel: 'Open',
    properties: ['openFile', 'dontAddToRecent'],
    filters: [{ name: 'Goldthread workspaces', extensions: ['goldthread'] }],
  };
  const { canceled, filePaths } = parent
    ? await dialog.showOpenDialog(parent, options)
    : await dialog.showOpenDialog(options);
  return canceled ? null : (filePaths[0] ?? null);
}
