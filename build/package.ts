import { parseArgs } from 'node:util';
import { packageApplication } from './package-application.ts';

/** What `npm run package` runs: `--dir` for the folder alone; `--linux`, `--win`, `--mac`, `--x64`, `--arm64` as needed. */
const flag = { type: 'boolean', default: false } as const;
const { values } = parseArgs({
  options: { dir: flag, linux: flag, win: flag, mac: flag, x64: flag, arm64: flag },
});
const files = await packageApplication(values);
for (const file of files) console.log(file);
