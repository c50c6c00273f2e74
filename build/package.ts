import { parseArgs } from 'node:util';
import { packageApplication } from './package-application.ts';

/** What `npm run package` runs: `--dir` for the folder alone; `--linux`, `--win`, `--mac`, `--x64`, `--arm64` as needed. */
const flag = { type: 'boolean', default: false } as const;
const { values } = parseArgs({
  options: { dir: flag, linux: flag, win: flag, mac: flag, x64: flag, arm64: flag },
});
try {
  for (const file of await packageApplication(values)) console.log(file);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(
    'Packing needs the Electron program: fetch it with npx install-electron, or name a mirror in ELECTRON_MIRROR.',
  );
  process.exitCode = 1;
}
