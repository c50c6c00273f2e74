import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './folders.ts';

/**
 * The Electron program of this project's own package, or undefined where only the package is there and not the program.
 * Looks for the file: merely importing `electron` in plain Node starts a download and throws.
 */
export function findElectronBinary(): string | undefined {
  const folder = path.join(ROOT, 'node_modules/electron');
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(folder, 'dist');
  const pathFile = path.join(folder, 'path.txt');
  const relative = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron';
  const binary = path.join(dist, relative);
  return existsSync(binary) ? binary : undefined;
}
