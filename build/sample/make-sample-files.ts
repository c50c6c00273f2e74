import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeSampleFiles } from './manifest.ts';
import { renderVersion } from './render-version.ts';
import { SAMPLE_PLANS } from './sample-plans.ts';

/**
 * Writes the fictional plans and their manifest to electron/backend/sample/plans, from where the application takes them.
 * `--gold FOLDER` writes, besides, each document with its gold in the form of the corpus, for scoring the reader.
 */

const TARGET = fileURLToPath(new URL('../../electron/backend/sample/plans/', import.meta.url));

const { files, manifest } = await makeSampleFiles(renderVersion);
mkdirSync(TARGET, { recursive: true });
for (const name of readdirSync(TARGET)) rmSync(path.join(TARGET, name));
for (const { name, bytes } of files) writeFileSync(path.join(TARGET, name), bytes);
writeFileSync(
  path.join(TARGET, 'sample.json'),
  `{"plans":[\n${manifest.plans.map((plan) => JSON.stringify(plan)).join(',\n')}\n]}\n`,
);
const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
console.log(`${files.length} plans, ${Math.round(size / 1024)} kB, in electron/backend/sample/plans`);

const at = process.argv.indexOf('--gold');
const goldFolder = at === -1 ? undefined : process.argv[at + 1];
if (goldFolder !== undefined) await writeGold(goldFolder);

async function writeGold(folder: string): Promise<void> {
  const index = [];
  for (const plan of SAMPLE_PLANS) {
    mkdirSync(path.join(folder, plan.id), { recursive: true });
    for (const version of plan.versions) {
      const { bytes, gold } = await renderVersion(plan.id, version);
      const file = `${plan.id}/${version.stage}.${version.format}`;
      const goldFile = `${plan.id}/${version.stage}.gold.json`;
      writeFileSync(path.join(folder, file), bytes);
      writeFileSync(path.join(folder, goldFile), JSON.stringify(gold, null, 1));
      const { stage, format, template } = version;
      index.push({
        plan: plan.id,
        version: stage,
        format,
        file,
        gold: goldFile,
        template,
        hasDraft: false,
        bytes: bytes.length,
      });
    }
  }
  writeFileSync(path.join(folder, 'index.json'), JSON.stringify(index, null, 1));
}
