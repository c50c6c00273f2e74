import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createBackend } from '../backend/create-backend.ts';
import { dataFolder } from '../backend/data-folder.ts';
import { createBrowserShell } from './browser-shell.ts';
import { startHttpHost } from './http-host.ts';

const root = path.resolve(import.meta.dirname, '../..');
const rendererFolder = path.join(root, 'out/renderer');
const resourcesFolder = path.join(root, 'out/resources');

await start();

async function start(): Promise<void> {
  if (!existsSync(path.join(rendererFolder, 'index.html'))) {
    fail('The screens have not been built yet. Run: npm run build');
  }
  const backend = await createBackend({
    dataFolder: dataFolder(),
    rendererFolder,
    ...(existsSync(resourcesFolder) ? { resourcesFolder } : {}),
    shell: createBrowserShell(),
    version: readVersion(),
  });
  const host = await startHttpHost(backend, wantedPort()).catch((error: unknown) => {
    fail(`The local address could not be opened: ${error instanceof Error ? error.message : String(error)}`);
  });
  endOnSignals(async () => {
    await host.close();
    await backend.close();
  });
  const { because, open } = readArguments();
  console.log(`Goldthread is ready for your browser${because ? ` (${because})` : ''}: ${host.entryUrl}`);
  if (open) openInBrowser(host.entryUrl);
}

/** `--because` is why this is not the desktop, to be said in the one line; `--open` opens the system's browser. */
function readArguments() {
  const options = { because: { type: 'string' }, open: { type: 'boolean' } } as const;
  return parseArgs({ options, allowPositionals: false }).values;
}

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
}

/** A free port, unless `GOLDTHREAD_PORT` names one. */
function wantedPort(): number {
  const wanted = process.env['GOLDTHREAD_PORT'];
  if (wanted === undefined || wanted === '') return 0;
  const port = Number(wanted);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) fail(`GOLDTHREAD_PORT is no port: ${wanted}`);
  return port;
}

function endOnSignals(close: () => Promise<void>): void {
  let isEnding = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // A terminal's Ctrl-C may reach us twice: once from the terminal, once passed on by npm.
      if (isEnding) return;
      isEnding = true;
      close().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
}

function openInBrowser(url: string): void {
  const openers: Partial<Record<NodeJS.Platform, string>> = { darwin: 'open', win32: 'explorer.exe' };
  const opener = spawn(openers[process.platform] ?? 'xdg-open', [url], { stdio: 'ignore', detached: true });
  opener.on('error', () => console.error('No browser could be opened from here: open the address yourself.'));
  opener.unref();
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
