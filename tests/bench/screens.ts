import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { chromium, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../../build/find-chromium.ts';
import { createBackend } from '../../electron/backend/create-backend.ts';
import { completeStandings } from '../../electron/backend/plans/standing.ts';
import { hashPin } from '../../electron/backend/people/pin.ts';
import { startLocalHost } from '../support/local-host.ts';
import { addPlan } from '../support/prepared-moderation.ts';
import { PASSPHRASE, WORKSPACE_INPUT } from '../support/workspace-input.ts';
import { LARGE } from './large-workspace-ids.ts';
import { fillLargeWorkspace, type LargeWorkspace } from './large-workspace.ts';
import { columns } from './measure.ts';

const PIN = '4071';
/** Times that each screen is gone to; the first loads its code too. */
const VISITS = 3;
/** Nothing new is on its way for so long: the screen stands. */
const QUIET_MS = 400;
const LONGEST_WAIT_MS = 120_000;

interface Screen {
  name: string;
  path: string;
  /** Tabs to choose, one after the other, each measured apart. */
  tabs?: readonly string[];
}

const WHO = {
  lead: WORKSPACE_INPUT.person.name,
  auditor: 'Auditor 1',
  officer: 'Briar Tolland',
  manager: 'Maren Holt',
};

function screensOf(of: LargeWorkspace, roundId: string): readonly { who: string; screens: readonly Screen[] }[] {
  const round = (part: string) => ({ name: `Round: ${part}`, path: `/round/${part}` });
  return [
    {
      who: WHO.lead,
      screens: [
        { name: 'Home', path: '/' },
        ...['set-up', 'sample', 'documents', 'assign', 'progress'].map(round),
        { name: 'Plans', path: '/plans' },
        { name: 'Plan', path: `/plans/${of.planId}` },
        { name: 'Moderate', path: '/moderate', tabs: ['Panel day', 'Agreement', 'Calibration'] },
        { name: 'Moderate: a document', path: `/moderate/${roundId}/${of.openDocumentId}` },
        { name: 'Actions', path: '/actions', tabs: ['You said, we did', 'Second looks'] },
        { name: 'Golden thread', path: `/thread/${of.documentId}` },
        { name: 'Golden thread across', path: `/across/${roundId}` },
        { name: 'Supervision', path: '/supervision', tabs: ['Who opened sheets'] },
        {
          name: 'Insight',
          path: '/insight',
          tabs: [
            'Measures',
            'Standards',
            'Criteria',
            'Groups',
            'Agencies and advice',
            'Adulthood',
            'Draft to final',
            'Agreement',
          ],
        },
        { name: 'Report', path: '/report' },
        { name: 'Families', path: '/report/families' },
        { name: 'Standards', path: '/standards', tabs: ['Versions'] },
        { name: 'Settings', path: '/settings', tabs: ['Measures', 'People', 'The trail'] },
      ],
    },
    {
      who: WHO.auditor,
      screens: [
        { name: 'Home of an auditor', path: '/' },
        { name: 'Moderate of an auditor', path: '/moderate' },
      ],
    },
    {
      who: WHO.officer,
      screens: [
        { name: 'Health check', path: '/advice', tabs: ['Services and gaps'] },
        { name: 'Health check: a draft', path: `/advice/health/${of.draftId}` },
      ],
    },
    {
      who: WHO.manager,
      screens: [
        { name: 'Supervision: my team', path: '/supervision' },
        { name: 'Insight: my team', path: '/insight' },
      ],
    },
  ];
}

/** Every screen of the panel over a large area's three years: its longest task, and what the backend takes to answer. */
export async function measureScreens(): Promise<string> {
  const executablePath = findChromium();
  if (executablePath === undefined) return 'Screens: not measured, since no Chromium was found.';
  const folder = mkdtempSync(path.join(tmpdir(), 'goldthread-screens-'));
  const { large, roundId } = await makeWorkspace(folder);
  const host = await startLocalHost(folder);
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  const watch = await watchOver(page);
  await page.goto(host.entryUrl);
  await page.getByRole('button', { name: new RegExp(WORKSPACE_INPUT.partnershipName) }).click();
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  const lines: string[][] = [];
  for (const { who, screens } of screensOf(large, roundId)) {
    await signIn(page, who);
    for (const screen of screens) lines.push(...(await measureScreen(page, watch, screen)));
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

async function makeWorkspace(folder: string): Promise<{ large: LargeWorkspace; roundId: string }> {
  const backend = await createBackend({
    dataFolder: folder,
    rendererFolder: folder,
    shell: { host: 'local', chooseWorkspaceFile: async () => null },
  });
  const session = backend.openSession();
  const client = createRouterClient(backend.router, { context: { session } });
  await client.workspaces.create(WORKSPACE_INPUT);
  const { documentId } = await addPlan(client, 's02-willowshire-jasper', 'BR-READ');
  const { id: roundId } = await client.rounds.current();
  const { state } = session;
  if (state.status !== 'open') throw new Error('The workspace is not open.');
  const { raw } = state.workspace;
  const large = fillLargeWorkspace({ raw, roundId, leadId: state.caller.id, documentId });
  raw.prepare('update person set pin = ?').run(await hashPin(PIN));
  // What documents come to is kept once it is known: a workspace that grew has it.
  await client.actions.reAuditsDue({ roundId });
  await completeStandings(state.workspace.db);
  await backend.close();
  return { large, roundId };
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
  { name, path: address, tabs = [] }: Screen,
): Promise<string[][]> {
  const parts = ['', ...tabs];
  const seen = parts.map((): Seen[] => []);
  for (let visit = 0; visit < VISITS; visit += 1) {
    await watch.during(() => go(page, '/help'));
    for (const [at, part] of parts.entries()) {
      const found = await watch.during(() =>
        part === '' ? go(page, address) : page.getByRole('tab', { name: part, exact: true }).click(),
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
  const typing = await watch.during(async () => {
    const card = page.getByRole('group', { name: /^S01\.C1 / });
    await card.getByRole('heading').click();
    await card.getByRole('radio').nth(1).check();
    await card.getByLabel('Comment').pressSequentially('The family’s words are not in it.', { delay: 30 });
  });
  return [...lines, lineOf('Audit: answering and typing', [typing])];
}

async function measureSheet(page: Page, watch: Watch): Promise<string[][]> {
  await watch.during(() => go(page, '/supervision'));
  const opening = await watch.during(() =>
    page
      .getByRole('button', { name: /^Open the sheet of/ })
      .first()
      .click(),
  );
  return [lineOf('Supervision: a sheet', [opening])];
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
