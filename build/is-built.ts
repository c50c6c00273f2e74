import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { OUT, ROOT } from './folders.ts';

const SOURCE_FOLDERS = ['electron', 'renderer', 'shared', 'build'];
const SOURCE_FILES = ['package.json', 'package-lock.json'];
const MARK = path.join(OUT, 'built-from.txt');

/** Whether out/ was built from the sources as they are now (by their contents: a checkout touches every file's time). */
export function isBuilt(): boolean {
  return existsSync(MARK) && readFileSync(MARK, 'utf8') === digestOfSources();
}

/** Notes what out/ was built from. */
export function markAsBuilt(digest: string): void {
  mkdirSync(OUT, { recursive: true });
  writeFileSync(MARK, digest);
}

export function digestOfSources(): string {
  const hash = createHash('sha256');
  const files = [...SOURCE_FOLDERS.flatMap(filesIn), ...SOURCE_FILES].toSorted();
  for (const file of files) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(ROOT, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)));
}
