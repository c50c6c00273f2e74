import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';
import { createBackend } from './backend/create-backend.ts';
import { dataFolder } from './backend/data-folder.ts';
import { registerAppScheme } from './desktop/app-protocol.ts';
import { readCommandLine, runAndEnd } from './desktop/command-line.ts';
import { createDesktopShell } from './desktop/desktop-shell.ts';
import { setMenu } from './desktop/menu.ts';
import { servePorts } from './desktop/port-host.ts';
import { createWindows, type Windows } from './desktop/window.ts';

const data = dataFolder();
/** Where the build lies: beside this file's own folder, in the source tree as in the package. */
const out = path.resolve(import.meta.dirname, '..');
const resources = app.isPackaged ? path.join(process.resourcesPath, 'resources') : path.join(out, 'resources');

// What must be set before Electron is ready comes first, without waiting for anything (electron#37535).
registerAppScheme();
app.setPath('userData', path.join(data, 'desktop'));
// Date fields follow the browser's language: 5 November must not read as 11 May.
app.commandLine.appendSwitch('lang', 'en-GB');
for (const networkHabit of ['disable-background-networking', 'disable-component-update', 'dns-prefetch-disable']) {
  app.commandLine.appendSwitch(networkHabit);
}

const command = readCommandLine(process.argv, app.isPackaged);
if (command) void runAndEnd(command, resources);
else if (app.requestSingleInstanceLock()) void start();
else app.quit();

async function start(): Promise<void> {
  await app.whenReady();
  let windows: Windows;
  const backend = await createBackend({
    dataFolder: data,
    rendererFolder: path.join(out, 'renderer'),
    resourcesFolder: resources,
    parseWorkerUrl: pathToFileURL(path.join(import.meta.dirname, 'parse-worker.js')),
    shell: createDesktopShell(() => windows),
    version: app.getVersion(),
  });
  windows = createWindows(backend, path.join(out, 'preload/index.cjs'));
  servePorts(backend, windows.sessionOf);
  setMenu(windows.open);
  app.on('second-instance', windows.showAny);
  app.on('activate', windows.showAny);
  app.on('window-all-closed', () => app.quit());
  closeBeforeQuitting(() => backend.close());
  windows.open();
}

/** Lets every workspace be closed properly before the process ends. */
function closeBeforeQuitting(close: () => Promise<void>): void {
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    isClosed = true;
    close().then(
      () => app.quit(),
      () => app.exit(1),
    );
  });
}
