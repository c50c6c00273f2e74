import path from 'node:path';
import { build } from 'electron-vite';
import { copyResources } from './copy-resources.ts';
import { OUT, ROOT } from './folders.ts';
import { digestOfSources, markAsBuilt } from './is-built.ts';
import { writeThirdPartyNotice } from './third-party.ts';

/** What `npm run build` runs: main, preload and renderer into out/, and the files they read at run time beside them. */
const digest = digestOfSources();
await build({
  root: ROOT,
  configFile: path.join(import.meta.dirname, 'electron.vite.config.ts'),
  logLevel: process.argv.includes('--verbose') ? 'info' : 'warn',
});
copyResources(path.join(OUT, 'resources'));
writeThirdPartyNotice(path.join(OUT, 'THIRD-PARTY.txt'));
markAsBuilt(digest);
