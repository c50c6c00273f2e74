import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder of the test's own, gone when the test ends. */
export function tempFolder(): string {
  const folder = makeTempFolder();
  onTestFinished(folder.remove);
  return folder.path;
}

/** A folder that several tests share, removed by whoever made it. */
export function makeTempFolder(): { path: string; remove: () => void } {
  const folder = mkdtempSync(path.join(roomyFolder(), 'goldthread-test-'));
  return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

const IN_MEMORY = '/dev/shm';
const ROOM_BYTES = 2 * 1024 ** 3;

/**
 * Where many small workspaces are made and thrown away: every write waits until it is on the disk, so a folder in
 * memory saves hours of a disk's life, where there is one with room.
 */
function roomyFolder(): string {
  if (!existsSync(IN_MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(IN_MEMORY);
  return bavail * bsize >= ROOM_BYTES ? IN_MEMORY : tmpdir();
}
