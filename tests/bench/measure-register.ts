import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../../build/find-chromium.ts';
import { createBackend } from '../../electron/backend/create-backend.ts';
import { EVERY_PLAN, type RegisterFilter } from '../../shared/contract/plans.ts';
import { startLocalHost } from '../support/local-host.ts';
import { PASSPHRASE, WORKSPACE_INPUT } from '../support/workspace-input.ts';
import { columns, medians } from './measure.ts';

const PLANS = 50_000;
const RUNS = 5;
/** One frame at 60 pictures a second: what a register may answer later than the bare query. */
const FRAME_MS = 1000 / 60;

const CURRENT = `from plan cross join cycle on cycle.plan_id = plan.id and cycle.is_current = 1
  left join cycle_standing s on s.cycle_id = cycle.id`;
const TEXT = `(plan.reference || ' ' || plan.initials || ' ' || replace(cycle.plan_type, '_', ' ') || ' ' ||
  coalesce(cycle.setting, '') || ' ' || coalesce(plan.primary_need, '') || ' ' || coalesce(plan.locality, '') || ' ' ||
  coalesce(plan.team, '')) like '%alder%'`;
const COUNTS = (where: string) => `select count(*) ${CURRENT} ${where}`;

/** What a person asks of the register, and the least SQL that could answer it: a page of rows and how many there are. */
const QUESTIONS: readonly {
  name: string;
  filter: Partial<RegisterFilter>;
  column: 'reference' | 'primaryNeed' | 'finalDue' | 'ncYear';
  where: string;
  order: string;
}[] = [
  { name: 'by reference', filter: {}, column: 'reference', where: '', order: 'plan.reference_key' },
  {
    name: 'sorted by need',
    filter: {},
    column: 'primaryNeed',
    where: '',
    order: 'plan.primary_need is null, plan.primary_need collate nocase, plan.reference_key',
  },
  {
    name: 'late, by day',
    filter: { isLate: true },
    column: 'finalDue',
    where: `where coalesce(s.is_excepted = 0 and coalesce(s.final_done, date()) > s.final_due, 0)`,
    order: 's.final_due is null, s.final_due, plan.reference_key',
  },
  {
    name: 'with a word',
    filter: { text: 'alder' },
    column: 'reference',
    where: `where ${TEXT}`,
    order: 'plan.reference_key',
  },
  {
    name: 'team and year',
    filter: { team: 'Team 3', ncYear: 9 },
    column: 'ncYear',
    where: `where plan.team = 'Team 3' and cycle.nc_year = 9`,
    order: 'cycle.nc_year is null, cycle.nc_year, plan.reference_key',
  },
];

/** The register of 50,000 plans: import, questions against the bare query, and what the screen does meanwhile. */
export async function measureRegister(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'goldthread-register-'));
  const file = path.join(folder, 'bench.goldthread');
  const backend = await createBackend({
    dataFolder: folder,
    rendererFolder: folder,
    shell: { host: 'local', chooseWorkspaceFile: async () => null },
  });
  const session = backend.openSession();
  await backend.createWorkspaceAt(session, file, WORKSPACE_INPUT);
  const client = createRouterClient(backend.router, { context: { session } });
  const begun = performance.now();
  const upload = await client.register.upload({ file: new File([registerOf(PLANS)], 'r.csv'), kind: 'register' });
  const plan = {
    uploadId: upload.uploadId,
    columns: upload.columns,
    onKnown: 'update',
    mends: [],
    leftOut: [],
  } as const;
  await client.register.preview({
    ...plan,
    columns: [...plan.columns],
    mends: [],
    leftOut: [],
    only: 'wrong',
    offset: 0,
    limit: 50,
  });
  const looked = performance.now();
  const { added } = await client.register.apply({ ...plan, columns: [...plan.columns], mends: [], leftOut: [] });
  const imported = performance.now();
  const { state } = session;
  if (state.status !== 'open') throw new Error('The workspace is not open.');
  const { raw } = state.workspace;
  const lines: string[][] = [];
  for (const { name, filter, column, where, order } of QUESTIONS) {
    const ask = () =>
      client.plans.page({
        filter: { ...EVERY_PLAN, ...filter },
        sort: { column, direction: 'ascending' },
        offset: 0,
        limit: 100,
      });
    await ask();
    const bareQuery = () => {
      raw.prepare(`select plan.*, cycle.*, s.* ${CURRENT} ${where} order by ${order} limit 100`).all();
      if (where !== '') raw.prepare(COUNTS(where)).all();
      raw.prepare('select count(*) from plan').all();
      return Promise.resolve();
    };
    const [ours = 0, bare = 1] = await medians(RUNS, [name], [ask, bareQuery]);
    lines.push([
      name,
      `${ours.toFixed(1)} ms`,
      `${bare.toFixed(1)} ms`,
      (ours / bare).toFixed(2),
      `${(ours - bare).toFixed(1)} ms`,
      ours - bare <= FRAME_MS ? 'within a frame' : 'later than a frame',
    ]);
  }
  await backend.close();
  const report = [
    `Register: ${added} plans read and looked through in ${((looked - begun) / 1000).toFixed(1)} s, imported in ${((imported - looked) / 1000).toFixed(1)} s`,
    columns(['asked', 'ours', 'bare query', 'ratio', 'more', ''], lines),
    await measureScreen(folder),
  ].join('\n\n');
  rmSync(folder, { recursive: true, force: true });
  return report;
}

/** Scrolls, types and sorts in a real browser, and gives the longest tasks that held the screen meanwhile. */
async function measureScreen(folder: string): Promise<string> {
  const executablePath = findChromium();
  if (executablePath === undefined) return 'Screen: not measured, since no Chromium was found.';
  const host = await startLocalHost(folder);
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Reflect.set(globalThis, 'longTasks', tasks);
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });
  await page.goto(host.entryUrl);
  await page
    .getByRole('button', { name: /bench/i })
    .or(page.getByText('bench', { exact: false }))
    .first()
    .click();
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Plans' }).first().click();
  const table = page.getByRole('table', { name: 'Plans in the register' });
  await table.getByRole('rowheader').first().waitFor();
  await page.waitForTimeout(500);
  const results: string[] = [];
  const during = async (name: string, work: () => Promise<void>) => {
    await page.evaluate(() =>
      Reflect.set(globalThis, 'longTasks', Object.assign(Reflect.get(globalThis, 'longTasks'), { length: 0 })),
    );
    await work();
    await page.waitForTimeout(400);
    const tasks = await page.evaluate((): number[] => [...Reflect.get(globalThis, 'longTasks')]);
    results.push(
      `${name}: ${tasks.length === 0 ? 'no long task' : `${tasks.length} over 50 ms, longest ${Math.max(...tasks).toFixed(0)} ms`}`,
    );
  };
  const rows = () => table.getByRole('row').count();
  await during('scrolling 200 screens', async () => {
    await table.hover();
    for (let at = 0; at < 200; at += 1) await page.mouse.wheel(0, 480);
  });
  await during('to the end and back', async () => {
    await page.getByRole('region', { name: /scrollable/ }).focus();
    await page.keyboard.press('End');
    await page.waitForTimeout(300);
    await page.keyboard.press('Home');
  });
  await during('typing in Find', async () => {
    await page.getByLabel('Find').pressSequentially('alder north', { delay: 40 });
  });
  await during('sorting', async () => {
    await page.getByRole('button', { name: 'Primary need' }).click();
    await page.waitForTimeout(300);
  });
  results.push(`rows drawn: ${await rows()} of ${PLANS}`);
  await browser.close();
  await host.stop();
  return `Screen, ${PLANS} plans: ${results.join('; ')}`;
}

const NEEDS = [
  'Autistic spectrum disorder',
  'Speech, language and communication needs',
  'Hearing impairment',
  'Specific learning difficulty',
];
const SCHOOLS = ['Alder School', 'Beech Academy', 'Cedar College', 'Damson Primary', 'Elder Juniors'];

function registerOf(plans: number): string {
  const lines = [
    'Reference,Name,DOB,Year group,Plan type,School,Primary need,Locality,Team,Caseworker,Date of request,Date of final,LAC',
  ];
  for (let at = 0; at < plans; at += 1) {
    const day = String((at % 28) + 1).padStart(2, '0');
    const month = String((at % 12) + 1).padStart(2, '0');
    const year = 2021 + (at % 4);
    const final = at % 5 === 0 ? '' : `${day}/${month}/${year + 1}`;
    lines.push(
      [
        `BR-${at}`,
        `Amara Brook${at % 997}`,
        `${day}/${month}/${2007 + (at % 12)}`,
        `Year ${(at % 13) + 1}`,
        at % 3 === 0 ? 'New' : 'Amended',
        SCHOOLS[at % SCHOOLS.length],
        NEEDS[at % NEEDS.length]?.replaceAll(',', ''),
        at % 2 === 0 ? 'North' : 'South',
        `Team ${at % 12}`,
        `Writer ${at % 80}`,
        `${day}/${month}/${year}`,
        final,
        at % 20 === 0 ? 'Y' : 'N',
      ].join(','),
    );
  }
  return lines.join('\n');
}
