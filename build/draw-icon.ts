import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-wasm';
import { startResvg } from '../electron/backend/reports/render-png.ts';

/** Draws the application's icon from its SVG, 1024 px square; electron-builder makes every system's own form of it. */
export async function drawIcon(file: string): Promise<void> {
  await startResvg();
  const svg = readFileSync(path.join(import.meta.dirname, 'icons/icon.svg'), 'utf8');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, new Resvg(svg).render().asPng());
}
