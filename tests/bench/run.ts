import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../../build/find-chromium.ts';
import { startLocalHost } from '../support/local-host.ts';
import { measureDocuments } from './measure-documents.ts';
import { measureEffect } from './measure-effect.ts';
import { measureFigures } from './measure-figures.ts';
import { measureFolder } from './measure-folder.ts';
import { measurePages } from './measure-pages.ts';
import { measureRegister } from './measure-register.ts';
import { measureRobustness } from './measure-robustness.ts';
import { table } from './measure.ts';
import { measureScreens } from './screens.ts';

/**
 * Ratios within one run on one machine, since times swing between runs: our own work against the least that anyone must
 * do with the same files. Budgets are printed beside them and never asserted.
 *
 * `--pages` measures long documents only, `--register` a register of 50,000 plans, `--effect` a draft of the standards on
 * 10,000 gradings, `--figures` the figures over as many, or over 100,000 with `--large`, `--screens` every screen of the panel over both; `--robustness N` reads hostile files and N mutants of
 * each kind instead;
 * `--folder DIR` imports whatever files someone has there, and `--compare` holds what was read against other readers.
 */
const { values } = parseArgs({
  options: {
    robustness: { type: 'string' },
    folder: { type: 'string' },
    compare: { type: 'boolean' },
    pages: { type: 'boolean' },
    register: { type: 'boolean' },
    effect: { type: 'boolean' },
    screens: { type: 'boolean' },
    figures: { type: 'boolean' },
    large: { type: 'boolean' },
  },
});
const { robustness, folder, compare = false } = values;
if (robustness !== undefined || folder !== undefined) {
  const faults =
    folder === undefined
      ? await measureRobustness({ count: Number(robustness) })
      : await measureFolder({ folder, compare });
  process.exitCode = faults === 0 ? 0 : 1;
} else if (values.pages === true) console.log(await measurePages());
else if (values.register === true) console.log(await measureRegister());
else if (values.effect === true) console.log(await measureEffect());
else if (values.figures === true) console.log(await measureFigures(values.large === true ? 100_000 : undefined));
else if (values.screens === true) console.log(await measureScreens());
else {
  console.log(`${table(await measureDocuments())}\n`);
  console.log(`${await measurePages()}\n`);
  console.log(`${await measureRegister()}\n`);
  console.log(`${await measureEffect()}\n`);
  console.log(`${await measureFigures()}\n`);
  console.log(`${await measureScreens()}\n`);
  await measureRenderer();
}

/** What a browser really fetches before the first screen stands: scripts, styles and fonts, compressed as gzip would. */
async function measureRenderer(): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    console.log('Renderer: not measured, since no Chromium was found.\n');
    return;
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'goldthread-bench-'));
  const host = await startLocalHost(folder);
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  const fetched: Promise<number>[] = [];
  const page = await browser.newPage();
  page.on('response', (response) => {
    if (/\.(?:js|css)$/.test(new URL(response.url()).pathname)) {
      fetched.push(response.body().then((body) => gzipSync(body).length / 1024));
    }
  });
  await page.goto(host.entryUrl);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const kilobytes = (await Promise.all(fetched)).reduce((sum, size) => sum + size, 0);
  console.log(`Renderer: ${kilobytes.toFixed(0)} kB gzip of scripts and styles at first load (budget 250 kB)\n`);
  await browser.close();
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
}
