import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../../build/find-chromium.ts';
import { startLocalHost } from '../support/local-host.ts';
import { PASSPHRASE, WORKSPACE_INPUT } from '../support/workspace-input.ts';
import { LARGE } from './large-workspace-ids.ts';
import { columns } from './measure.ts';
import { type Screen, screensOf, WHO } from './screens-visited.ts';
import { makeScreensWorkspace, PIN, type ScreensWorkspace } from './screens-workspace.ts';

/** Times that each screen is gone to; the first loads its code too. */
const VISITS = 3;
/** Nothing new is on its way for so long: the screen stands. */
const QUIET_MS = 400;
const LONGEST_WAIT_MS = 120_000;

/** Every screen of the panel over a large area's three years: its longest task, and what the backend takes to answer. */
export async function measureScreens(): Promise<string> {
  const executablePath = findChromium();
  if (executablePath === undefined) return 'Screens: not measured, since no Chromium was found.';
  const folder = mkdtempSync(path.join(tmpdir(), 'goldthread-screens-'));
  const made = await makeScreensWorkspace(folder);
  const host = await startLocalHost(folder);
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  const watch = await watchOver(page);
  await page.goto(host.entryUrl);
  await page.getByRole('button', { name: new RegExp(WORKSPACE_INPUT.partnershipName) }).click();
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  const lines: string[][] = [];
  for (const { who, screens } of screensOf(made)) {
    await signIn(page, who);
    for (const screen of screens) lines.push(...(await measureScreen(page, watch, screen)));
    if (who === WHO.lead) lines.push(...(await measureFiles(page, watch, made)));
    if (who === WHO.auditor) lines.push(...(await measureAudit(page, watch)));
    if (who === WHO.manager) lines.push(...(await measureSheet(page, watch)));
    await page.getByRole('button', { name: /Change person$/ }).click();
  }
  await browser.close();
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
  return [
    `Screens over ${LARGE.plans} plans and ${LARGE.gradings} gradings; of ${VISITS} visits the first, and the longest of the others`,
    columns(['screen', 'longest task, first', 'later', 'slowest answer, first', 'later', 'which'], lines),
  ].join('\n\n');
}

async function signIn(page: Page, who: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${who}`) }).click();
  await page.getByLabel('PIN', { exact: true }).fill(PIN);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
}

interface Seen {
  tasks: number[];
  /** Milliseconds by call. */
  answers: { call: string; took: number }[];
}

interface Watch {
  /** Does it, waits until the screen stands, and tells what happened meanwhile. */
  during(deed: () => Promise<void>): Promise<Seen>;
}

async function watchOver(page: Page): Promise<Watch> {
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Reflect.set(globalThis, 'longTasks', tasks);
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });
  let answers: Seen['answers'] = [];
  let onTheirWay = 0;
  let lastAt = 0;
  page.on('request', (request) => {
    if (isCall(request.url())) onTheirWay += 1;
  });
  page.on('requestfinished', (request) => {
    if (!isCall(request.url())) return;
    onTheirWay -= 1;
    lastAt = performance.now();
    const { requestStart, responseStart } = request.timing();
    answers.push({
      call: new URL(request.url()).pathname.replace('/rpc/', '').replace('/', '.'),
      took: responseStart - requestStart,
    });
  });
  page.on('requestfailed', (request) => {
    if (isCall(request.url())) onTheirWay -= 1;
  });
  return {
    async during(deed) {
      answers = [];
      await page.evaluate(() => {
        const tasks: unknown = Reflect.get(globalThis, 'longTasks');
        if (Array.isArray(tasks)) tasks.length = 0;
      });
      const begun = performance.now();
      lastAt = begun;
      await deed();
      while (performance.now() - begun < LONGEST_WAIT_MS) {
        await page.waitForTimeout(50);
        if (onTheirWay <= 0 && performance.now() - lastAt > QUIET_MS) break;
      }
      const tasks = await page.evaluate((): number[] => [...Reflect.get(globalThis, 'longTasks')]);
      return { tasks, answers };
    },
  };
}

/** Calls that stay open as long as the page does are no answers. */
function isCall(url: string): boolean {
  const { pathname } = new URL(url);
  return pathname.startsWith('/rpc/') && !/watch|follow|events|stillHere/i.test(pathname);
}

async function measureScreen(
  page: Page,
  watch: Watch,
  { name, path: address, tabs = [], button }: Screen,
): Promise<string[][]> {
  const parts = ['', ...tabs, ...(button === undefined ? [] : [button])];
  const seen = parts.map((): Seen[] => []);
  for (let visit = 0; visit < VISITS; visit += 1) {
    await watch.during(() => go(page, '/help'));
    for (const [at, part] of parts.entries()) {
      const found = await watch.during(() =>
        part === ''
          ? go(page, address)
          : part === button
            ? page.getByRole('button', { name: part }).first().click()
            : page.getByRole('tab', { name: part, exact: true }).click(),
      );
      seen[at]?.push(found);
    }
  }
  return parts.map((part, at) => lineOf(part === '' ? name : `${name}: ${part}`, seen[at] ?? []));
}

async function measureAudit(page: Page, watch: Watch): Promise<string[][]> {
  await watch.during(() => go(page, '/'));
  const opening = await watch.during(() =>
    page
      .getByRole('button', { name: /^Begin BR-/ })
      .last()
      .click(),
  );
  const address = new URL(page.url()).hash.slice(1);
  const lines = [lineOf('Audit, begun', [opening])];
  lines.push(...(await measureScreen(page, watch, { name: 'Audit', path: address })));
  const across = await measureScreen(page, watch, {
    name: 'One standard across my plans',
    path: `${address}/across/S01`,
  });
  await watch.during(() => go(page, address));
  const typing = await watch.during(async () => {
    const card = page.getByRole('group', { name: /^S01\.C1 / });
    await card.getByRole('heading').click();
    await card.getByRole('radio').nth(1).check();
    await card.getByLabel('Comment').pressSequentially('The family’s words are not in it.', { delay: 30 });
  });
  return [...lines, ...across, lineOf('Audit: answering and typing', [typing])];
}

async function measureSheet(page: Page, watch: Watch): Promise<string[][]> {
  await watch.during(() => go(page, '/supervision'));
  const opening = await watch.during(() =>
    page
      .getByRole('button', { name: /^Open the sheet of/ })
      .first()
      .click(),
  );
  const address = new URL(page.url()).hash.slice(1);
  const lines = await measureScreen(page, watch, { name: 'Supervision: a sheet', path: address });
  return [lineOf('Supervision: a sheet, opened', [opening]), ...lines];
}

async function measureFiles(
  page: Page,
  watch: Watch,
  { registerFile, regionalFiles }: ScreensWorkspace,
): Promise<string[][]> {
  await watch.during(() => go(page, '/plans/import'));
  const register = await watch.during(() => page.locator('input[type=file]').setInputFiles(registerFile));
  await watch.during(() => go(page, '/report/others'));
  await watch.during(() => page.getByRole('tab', { name: 'A region' }).click());
  const region = await watch.during(() => page.getByLabel('CSVs of reports').setInputFiles([...regionalFiles]));
  return [lineOf('Import a register: a file', [register]), lineOf('For others: a region’s files', [region])];
}

async function go(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, address);
}

/** Told as it is found, since the whole takes minutes; the table comes at the end. */
function lineOf(name: string, [first, ...later]: readonly Seen[]): string[] {
  const slowest = ({ answers }: Seen) => answers.toSorted((a, b) => b.took - a.took)[0];
  const task = (seen: readonly Seen[]): string => {
    const longest = Math.max(0, ...seen.flatMap(({ tasks }) => tasks));
    return seen.length === 0 ? '' : longest === 0 ? 'none over 50 ms' : `${longest.toFixed(0)} ms`;
  };
  const firstSlowest = first === undefined ? undefined : slowest(first);
  const laterSlowest = later.flatMap((seen) => slowest(seen) ?? []).toSorted((a, b) => b.took - a.took)[0];
  const line = [
    name,
    task(first === undefined ? [] : [first]),
    task(later),
    firstSlowest === undefined ? '' : `${firstSlowest.took.toFixed(0)} ms`,
    laterSlowest === undefined ? '' : `${laterSlowest.took.toFixed(0)} ms`,
    firstSlowest?.call ?? '',
  ];
  console.error(line.join(' | '));
  return line;
}
