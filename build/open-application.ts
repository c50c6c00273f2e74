import path from 'node:path';
import { fetchElectronBinary } from './fetch-electron.ts';
import { findElectronBinary } from './find-electron.ts';
import { OUT, ROOT } from './folders.ts';
import { isBuilt } from './is-built.ts';
import { run } from './setup.mjs';

/** An Electron that ends sooner than this, and not well, has not started. */
const STARTED_AFTER_MS = 10_000;

/**
 * Builds what is not built, then opens the desktop where Electron can run, otherwise the local host, and says which.
 * `--local` asks for the local host; `--open` opens the browser on it.
 * @returns the exit code of what was opened
 */
export async function openApplication(args: readonly string[]): Promise<number> {
  if (!isBuilt()) {
    console.log('Building Goldthread (a few seconds) …');
    const code = await run(process.execPath, [path.join(ROOT, 'build/build.ts')]);
    if (code !== 0) return code;
  }
  const electron = await whereElectronRuns(args);
  if ('binary' in electron) {
    console.log('Opening the Goldthread desktop.');
    const started = Date.now();
    const code = await run(electron.binary, ['.'], { ELECTRON_RUN_AS_NODE: '' });
    if (code === 0 || Date.now() - started > STARTED_AFTER_MS) return code;
    return openLocalHost(`Electron could not start here, exit code ${code}`, args);
  }
  return openLocalHost(electron.whyNot, args);
}

async function whereElectronRuns(args: readonly string[]): Promise<{ binary: string } | { whyNot: string }> {
  if (args.includes('--local')) return { whyNot: 'as asked' };
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return { whyNot: 'this machine has no display for the desktop' };
  }
  const binary = findElectronBinary() ?? (await fetchElectronBinary());
  return binary ? { binary } : { whyNot: 'Electron is not on this machine; npx install-electron fetches it' };
}

function openLocalHost(because: string, args: readonly string[]): Promise<number> {
  const open = args.includes('--open') ? ['--open'] : [];
  return run(process.execPath, [path.join(OUT, 'main/local.js'), '--because', because, ...open]);
}
