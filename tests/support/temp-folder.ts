import { mkdtempSync, rmSync } from 'node:fs';
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
  const folder = mkdtempSync(path.join(tmpdir(), 'goldthread-test-'));
  return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}
