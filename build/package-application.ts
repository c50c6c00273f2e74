import { existsSync } from 'node:fs';
import path from 'node:path';
import { build, type Configuration } from 'electron-builder';
import { configuration } from './electron-builder.config.ts';
import { drawIcon } from './draw-icon.ts';
import { OUT, ROOT } from './folders.ts';
import { isBuilt } from './is-built.ts';
import { run } from './setup.mjs';

export interface PackageOptions {
  /** The application's folder only, no installer around it. */
  dir: boolean;
  linux: boolean;
  win: boolean;
  mac: boolean;
  x64: boolean;
  arm64: boolean;
  /** What a test changes: another Electron, another place. */
  overrides?: Configuration;
}

/** Packs what the build made, for this machine's own system unless others are named. Gives the files that it made. */
export async function packageApplication({ overrides, ...options }: PackageOptions): Promise<string[]> {
  if (!isBuilt()) {
    const code = await run(process.execPath, [path.join(ROOT, 'build/build.ts')]);
    if (code !== 0) throw new Error('The application could not be built.');
  }
  const icon = path.join(OUT, 'icons/icon.png');
  if (!existsSync(icon)) await drawIcon(icon);
  const { dir, x64, arm64 } = options;
  return await build({
    projectDir: ROOT,
    publish: 'never',
    dir,
    x64,
    arm64,
    ...(options.linux ? { linux: [] } : {}),
    ...(options.win ? { win: [] } : {}),
    ...(options.mac ? { mac: [] } : {}),
    config: { ...configuration, ...overrides },
  });
}
