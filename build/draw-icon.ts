import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { ROOT } from './folders.ts';

/** Draws the application's icon from its SVG, 1024 px square; electron-builder makes every system's own form of it. */
export async function drawIcon(file: string): Promise<void> {
  await initWasm(readFileSync(path.join(ROOT, 'node_modules/@resvg/resvg-wasm/index_bg.wasm')));
  const svg = readFileSync(path.join(import.meta.dirname, 'icons/icon.svg'), 'utf8');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, new Resvg(svg).render().asPng());
}
