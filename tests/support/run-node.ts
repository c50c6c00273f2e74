import { spawn } from 'node:child_process';
import { ROOT } from '../../build/folders.ts';
import { withoutNetwork } from '../../build/without-network.ts';

export interface NodeRun {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** How a program is started without a network; undefined where this system knows no such thing. */
export const WITHOUT_NETWORK = withoutNetwork();
if (WITHOUT_NETWORK === undefined) {
  console.log(
    'Not run without a network: this system gives nobody a network of their own, or has no program (ip) for it.',
  );
}

/** Runs Node with these arguments in the project's folder, to its end. */
export function runNode(...args: string[]): Promise<NodeRun> {
  return run(process.execPath, args);
}

/** The same where only the loopback is up; with the network that there is where it cannot be taken away. */
export function runNodeAlone(...args: string[]): Promise<NodeRun> {
  if (WITHOUT_NETWORK === undefined) return runNode(...args);
  const [command, ...before] = WITHOUT_NETWORK;
  return run(command, [...before, process.execPath, ...args]);
}

function run(command: string, args: string[]): Promise<NodeRun> {
  const { TEST_COUNTS: _, NODE_OPTIONS: __, ...env } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (part: Buffer) => (stdout += part.toString()));
    child.stderr.on('data', (part: Buffer) => (stderr += part.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}
