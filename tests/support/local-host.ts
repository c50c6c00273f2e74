import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { OUT, ROOT } from '../../build/folders.ts';
import { isBuilt } from '../../build/is-built.ts';
import type { Contract } from '../../shared/contract/contract.ts';

export interface RunningHost {
  process: ChildProcess;
  /** The address with its one-time token. */
  entryUrl: string;
  /** Ends it as a person would, and waits for its end. */
  stop(): Promise<void>;
  /** Ends it as a power cut would, and waits for its end. */
  kill(): Promise<void>;
}

/** What `npm start` runs; where the sources have changed since it was built, they run in its place, if more slowly. */
const MAIN = isBuilt() ? path.join(OUT, 'main/local.js') : path.join(ROOT, 'electron/local/main.ts');

/** Starts the local host as `npm start` does, on a data folder of the test's own. */
export async function startLocalHost(dataFolder: string, env: Record<string, string> = {}): Promise<RunningHost> {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, GOLDTHREAD_DATA: dataFolder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const entryUrl = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said.push(chunk.toString());
      const url = /http:\/\/127\.0\.0\.1:\d+\S+/.exec(said.join(''))?.[0];
      if (url !== undefined) resolve(url);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => reject(new Error(`The local host ended with ${code}: ${said.join('')}`)));
  });
  const end = (signal: NodeJS.Signals): Promise<void> =>
    new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once('exit', () => resolve());
      child.kill(signal);
    });
  return { process: child, entryUrl, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

/** Trades the token for its cookie, as the first load of the page does, and speaks the contract over HTTP. */
export async function httpClient(entryUrl: string): Promise<ContractRouterClient<Contract>> {
  const { origin } = new URL(entryUrl);
  const entry = await fetch(entryUrl, { redirect: 'manual' });
  const cookie = entry.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return createORPCClient(new RPCLink({ url: `${origin}/rpc`, headers: () => ({ cookie, origin }) }));
}
