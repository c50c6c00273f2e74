import { spawnSync } from 'node:child_process';

const LOOPBACK_UP = 'ip link set lo up 2>/dev/null || ifconfig lo up 2>/dev/null || exit 97';
const KINDS = [['-n'], ['-r', '-n']];

/**
 * How to start programs where there is no network but the machine itself: put this before the program and its
 * arguments. Linux gives a process a network of its own with nothing in it; undefined where there is no such thing, or
 * no program (ip, ifconfig) to bring its loopback up.
 */
export function withoutNetwork(): readonly [command: string, ...args: string[]] | undefined {
  const flags = KINDS.find((kind) => spawnSync('unshare', [...kind, 'sh', '-c', LOOPBACK_UP]).status === 0);
  return flags && ['unshare', ...flags, 'sh', '-c', `${LOOPBACK_UP}; exec "$@"`, 'sh'];
}
