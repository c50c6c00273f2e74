import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import electronPackage from 'electron/package.json' with { type: 'json' };
import { findElectronBinary } from './find-electron.ts';
import { CACHE, ROOT } from './folders.ts';

/** Long enough for a distant server to say that it is there. */
const REACH_MS = 5_000;
/** The program is about 110 MB. Whoever needs longer can fetch it at leisure (`npx install-electron`). */
const FETCH_MS = 45_000;
const TRIED = path.join(CACHE, 'electron-fetch-failed.txt');

/**
 * Fetches the Electron program once, if its server answers. A failure is remembered for this version of Electron, so
 * that a machine without a connection does not wait at each start. Never in CI.
 * @returns the program's path, or undefined
 */
export async function fetchElectronBinary(): Promise<string | undefined> {
  const { version } = electronPackage;
  if (process.env['CI'] || (existsSync(TRIED) && readFileSync(TRIED, 'utf8') === version)) return undefined;
  if (await isReachable(version)) {
    console.log(`Fetching Electron ${version}, once (about 110 MB) …`);
    spawnSync(process.execPath, [path.join(ROOT, 'node_modules/electron/install.js')], {
      stdio: 'ignore',
      timeout: FETCH_MS,
    });
  }
  const binary = findElectronBinary();
  if (!binary) {
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(TRIED, version);
  }
  return binary;
}

async function isReachable(version: string): Promise<boolean> {
  // A mirror that the person has named is taken at its word.
  if (process.env['ELECTRON_MIRROR'] || process.env['npm_config_electron_mirror']) return true;
  const url = `https://github.com/electron/electron/releases/download/v${version}/SHASUMS256.txt`;
  try {
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(REACH_MS) });
    return answer.ok;
  } catch {
    return false;
  }
}
