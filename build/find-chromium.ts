import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'msedge'];

/** Flags for a browser without network, sandbox namespace or graphics card, as test machines are. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser for the journeys: the one that GOLDTHREAD_CHROMIUM names, else the first on the path. */
export function findChromium(): string | undefined {
  const named = process.env['GOLDTHREAD_CHROMIUM'];
  if (named !== undefined && named !== '') return named;
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const names = process.platform === 'win32' ? NAMES.map((name) => `${name}.exe`) : NAMES;
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name))).find((file) => existsSync(file));
}

/**
 * Finds a browser, installing Debian's where that is possible.
 * Throws with a sentence for the person where there is none and none can be had.
 */
export function ensureChromium(): string {
  const found = findChromium();
  if (found !== undefined) return found;
  const isDebianRoot = process.platform === 'linux' && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  if (isDebianRoot) {
    console.log('Installing Chromium for the journeys (Debian package) …');
    const apt = ['-o', 'DPkg::Lock::Timeout=300', '-qq'];
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', [...apt, 'update'], { stdio: 'ignore', env });
    // iproute2 for the test that takes the network away.
    const packages = ['chromium', 'fonts-liberation', 'iproute2'];
    const install = [...apt, 'install', '-y', '--no-install-recommends', ...packages];
    spawnSync('apt-get', install, { stdio: ['ignore', 'ignore', 'inherit'], env });
    const installed = findChromium();
    if (installed !== undefined) return installed;
  }
  throw new Error(
    'The journeys need a Chromium browser and none was found. Install Chromium, Chrome or Edge ' +
      '(on Debian: apt-get install chromium), or name one in GOLDTHREAD_CHROMIUM, and run npm test again.',
  );
}
