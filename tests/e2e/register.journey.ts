import path from 'node:path';
import type { Page } from '@playwright/test';
import { checkAccessibility } from '../support/accessibility.ts';
import { expect, test } from '../support/journey.ts';
import { makeXlsx, type XlsxCell } from '../support/make-xlsx.ts';
import { httpClient, startLocalHost } from '../support/local-host.ts';
import { WORKSPACE_INPUT } from '../support/workspace-input.ts';
import { Entrance } from './pages/entrance.ts';
import { goTo } from './pages/frame.ts';
import { Keyboard } from './pages/keyboard.ts';
import { PlansPage } from './pages/plans.ts';

const SAMPLE = path.resolve('electron/backend/sample/plans');
/** A draft and the final of the same plan. */
const VERSIONS = ['MD-26-0397 CS EHCP draft.docx', 'MD-26-0397 CS EHCP final.pdf'] as const;

const HEADERS = [
  'Case ref',
  'Forename',
  'Surname',
  'D.O.B.',
  'Year group',
  'Plan type',
  'Locality',
  'Case officer',
  'Date of request',
  'Date of final',
  'LAC',
];
const FIRST_NAMES = ['Amara', 'Bevan', 'Cerys', 'Dylan', 'Esme', 'Fintan'];
const LAST_NAMES = ['Brook', 'Carrow', 'Dell', 'Fern', 'Gale', 'Heath', 'Ivory', 'Jay', 'Kell', 'Lark'];
/** Excel's number of 6 January 2025. */
const REQUEST = 45_663;

/** Sixty invented plans, three of which cannot go in as they are. */
function sixtyPlans(): XlsxCell[][] {
  const rows = Array.from({ length: 60 }, (_, at): XlsxCell[] => [
    `MD-25-${String(at + 1).padStart(4, '0')}`,
    FIRST_NAMES[at % FIRST_NAMES.length] ?? '',
    LAST_NAMES[at % LAST_NAMES.length] ?? '',
    `0${(at % 9) + 1}/03/${2010 + (at % 8)}`,
    `Year ${14 - (at % 8)}`,
    'New',
    at % 2 === 0 ? 'North dale' : 'Coast',
    at % 3 === 0 ? 'TANSY, Bryony' : 'Oz Fell',
    { date: REQUEST + at },
    { date: REQUEST + at + (at % 4 === 0 ? 146 : 134) },
    at % 10 === 0 ? 'Y' : 'N',
  ]);
  const [, second = [], third = [], fourth = []] = rows;
  second[0] = '';
  third[3] = '31/02/2014';
  fourth[0] = 'MD-25-0001';
  return [HEADERS, ...rows];
}

/** A new workspace in which both versions have been read and wait to be filed. */
async function withVersionsWaiting(page: Page): Promise<PlansPage> {
  await new Entrance(page).setUp();
  await goTo(page, 'Plans');
  const plans = new PlansPage(page);
  await plans.add(VERSIONS.map((name) => path.join(SAMPLE, name)));
  for (const name of VERSIONS) await plans.expectWaiting(name);
  return plans;
}

test('a register of sixty plans is matched, mended, imported, looked through and taken back', async ({ page }) => {
  await new Entrance(page).setUp();
  await goTo(page, 'Plans');
  await page.getByRole('link', { name: 'Import a register' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Import a register' })).toBeVisible();
  await checkAccessibility(page, 'before a register is chosen');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose the file' }).click();
  const workbook = makeXlsx([{ name: 'Open plans', rows: sixtyPlans() }]);
  await (
    await chooser
  ).setFiles({
    name: 'open-plans.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(workbook),
  });

  await expect(page.getByLabel('What “D.O.B.” is')).toHaveValue('dateOfBirth');
  await expect(page.getByLabel('What “Case officer” is')).toHaveValue('caseworker');
  await expect(page.getByRole('button', { name: 'To mend: 3' })).toBeVisible();
  await expect(page.getByText('2 names not known yet will come in')).toBeVisible();
  await checkAccessibility(page, 'rows to mend');
  const add = page.getByRole('button', { name: /^Import/ });
  await expect(add).toBeDisabled();

  await page.getByLabel('Case ref, row 3').fill('MD-25-0002');
  await page.getByLabel('Case ref, row 3').press('Enter');
  await expect(page.getByRole('button', { name: 'To mend: 2' })).toBeVisible();
  await page.getByLabel('D.O.B., row 4').fill('28/02/2014');
  await page.getByLabel('D.O.B., row 4').press('Enter');
  await page.getByRole('button', { name: 'Leave out row 5' }).click();
  await expect(page.getByRole('button', { name: 'To mend: 0' })).toBeVisible();
  await page.getByRole('button', { name: 'Import: add 59 plans' }).click();

  await expect(page.getByText('59 plans', { exact: true })).toBeVisible();
  const register = page.getByRole('table', { name: 'Plans in the register' });
  await expect(register).toHaveAttribute('aria-rowcount', '60');
  await page.getByLabel('Late', { exact: true }).selectOption('Yes');
  await expect(page.getByText('15 of 59 plans')).toBeVisible();
  await expect(register.getByText('Late by 6 days').first()).toBeVisible();
  await expect(page).toHaveURL(/late=yes/);
  await checkAccessibility(page, 'the register, narrowed');

  // By keyboard from row to row, and into a plan.
  const first = register.getByRole('rowheader').first().getByRole('link');
  await first.focus();
  await page.keyboard.press('ArrowDown');
  await expect(register.getByRole('rowheader').nth(1).getByRole('link')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Late by 6 days (regulation 13(2))')).toBeVisible();
  await expect(page.getByText(/^Written by (Bryony Tansy|Oz Fell)$/)).toBeVisible();
  await checkAccessibility(page, 'a plan with its timeline');

  // A lawful exception is shown as such.
  await page.getByText('Lawful exceptions: none').click();
  await page.getByRole('checkbox', { name: 'Exceptional personal circumstances' }).check();
  await expect(page.getByText('Late by 6 days; lawful exception: exceptional personal circumstances')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Exceptional personal circumstances' }).uncheck();
  await expect(page.getByText('Late by 6 days (regulation 13(2))')).toBeVisible();

  // The address held the view: going back brings it back.
  await page.goBack();
  await expect(page.getByText('15 of 59 plans')).toBeVisible();
  await page.getByLabel('Late', { exact: true }).selectOption('Any');
  await page.getByLabel('Find').fill('0007');
  await expect(page.getByText('1 of 59 plans')).toBeVisible();
  await new PlansPage(page).openPlan('MD-25-0007');

  await goTo(page, 'Plans');
  await page.getByRole('link', { name: 'Import a register' }).click();
  await page.getByRole('button', { name: /^Take back/ }).click();
  await expect(page.getByText('Taken back', { exact: true })).toBeVisible();
  await goTo(page, 'Plans');
  await expect(page.getByText('No plans yet')).toBeVisible();
});

test('a draft and its final dropped together are filed in one step', async ({ page }) => {
  const plans = await withVersionsWaiting(page);
  await page.getByRole('button', { name: 'File them together…' }).click();
  const dialog = page.getByRole('dialog', { name: 'File the documents together' });
  for (const name of VERSIONS) await expect(dialog.getByLabel(`Plan of ${name}`)).toHaveValue('A new plan, MD-26-0397');
  await expect(dialog.getByLabel(`Stage of ${VERSIONS[0]}`)).toHaveValue('draft');
  await checkAccessibility(page, 'documents to be filed together');
  await dialog.getByRole('button', { name: 'File 2 documents' }).click();
  await expect(page.getByText('2 documents filed under 1 plan.')).toBeVisible();
  await plans.openPlan('MD-26-0397');
  for (const name of VERSIONS) await expect(plans.card(name)).toBeVisible();
  await expect(page.getByText('In time: 20 weeks')).toBeVisible();
});

test('a final is filed right after its draft, under the plan that the draft made', async ({ page, runsOn }) => {
  test.skip(runsOn === 'desktop', 'Answers are held back on their way through a browser.');
  const [draft, final] = VERSIONS;
  const plans = await withVersionsWaiting(page);
  const dialog = page.getByRole('dialog', { name: 'File the document' });
  const button = dialog.getByRole('button', { name: 'File the document' });

  const letGo = Promise.withResolvers<void>();
  let held = 0;
  await page.route('**/rpc/documents/tray', async (route) => {
    held += 1;
    await letGo.promise;
    await route.continue();
  });
  await plans.fileButton(draft).click();
  await expect(dialog.getByLabel('Reference')).toHaveValue('MD-26-0397');
  await button.click();
  await expect(button).toHaveAttribute('aria-busy', 'true');
  await expect.poll(() => held).toBeGreaterThan(0);
  await expect(dialog).toBeVisible();
  letGo.resolve();
  await expect(dialog).toBeHidden();
  await expect(plans.fileButton(final)).toBeFocused();

  await plans.fileButton(final).click();
  await expect(dialog.getByRole('radio', { name: 'One that is in the register' })).toBeChecked();
  await button.click();
  await expect(dialog).toBeHidden();
  await plans.openPlan('MD-26-0397');
  for (const name of [draft, final]) await expect(plans.card(name)).toBeVisible();

  // What is typed is kept though the page is left at once.
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByLabel('Locality').fill('North dale');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Plans' })).toBeVisible();
  await plans.openPlan('MD-26-0397');
  await expect(page.getByText('North dale', { exact: true })).toBeVisible();
});

test('a filing in hand follows what another window files', async ({ page, runsOn }) => {
  test.skip(runsOn === 'desktop', 'The desktop has one window.');
  const [draft, final] = VERSIONS;
  const plans = await withVersionsWaiting(page);
  await plans.fileButton(final).click();
  const dialog = page.getByRole('dialog', { name: 'File the document' });
  await dialog.getByLabel('Issued on').fill('2026-09-01');

  const other = await page.context().newPage();
  await other.goto(page.url());
  await new PlansPage(other).fileAsRead(draft);
  await other.close();
  const existing = dialog.getByRole('radio', { name: 'One that is in the register' });
  await expect(async () => {
    // What a browser says when a window comes to the front again; what was read just now is not asked again.
    await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
    await expect(existing).toBeChecked({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await expect(dialog.getByLabel('Issued on')).toHaveValue('2026-09-01');
  await dialog.getByRole('button', { name: 'File the document' }).click();
  await expect(dialog).toBeHidden();
  await plans.openPlan('MD-26-0397');
  for (const name of [draft, final]) await expect(plans.card(name)).toBeVisible();
});

test('documents that nothing was read from are filed under any plan of the register, found by typing', async ({
  application,
  page,
}) => {
  const host = await startLocalHost(application.dataFolder);
  const client = await httpClient(host.entryUrl);
  await client.workspaces.create(WORKSPACE_INPUT);
  for (let at = 1; at <= 60; at += 1) {
    const reference = `FM-${String(at).padStart(3, '0')}`;
    await client.plans.create({
      reference,
      initials: '',
      name: at === 47 ? 'Rowan Sallow' : null,
      dateOfBirth: null,
      planType: 'new',
      ncYear: null,
      setting: null,
      primaryNeed: null,
      locality: null,
    });
  }
  await host.stop();
  await page.reload();
  const entrance = new Entrance(page);
  await entrance.chooseWorkspace();
  await entrance.unlock();
  await goTo(page, 'Plans');
  const plans = new PlansPage(page);
  await plans.add(VERSIONS.map((name) => path.join(SAMPLE, name)));
  for (const name of VERSIONS) await plans.expectWaiting(name);
  await page.getByRole('button', { name: 'File them together…' }).click();
  const dialog = page.getByRole('dialog', { name: 'File the documents together' });

  await test.step('by mouse, by the name of a child', async () => {
    const box = dialog.getByRole('combobox', { name: `Plan of ${VERSIONS[0]}` });
    await box.click();
    await expect(dialog.getByRole('listbox').getByRole('option', { name: 'Leave it waiting' })).toBeVisible();
    await expect(dialog.getByText('The first 20 of 60: type to narrow them.')).toBeVisible();
    await checkAccessibility(page, 'a list of plans');
    await box.fill('sallow');
    await expect(dialog.getByRole('listbox').getByRole('option')).toHaveText(['FM-047']);
    await dialog.getByRole('listbox').getByRole('option').click();
    await expect(box).toHaveValue('FM-047');
  });
  await test.step('by keyboard, by a part of the reference; Escape leaves what was chosen', async () => {
    const keys = new Keyboard(page);
    const box = dialog.getByRole('combobox', { name: `Plan of ${VERSIONS[1]}` });
    await keys.tabTo(box);
    await keys.press('ArrowDown');
    await expect(dialog.getByRole('listbox').getByRole('option').first()).toBeVisible();
    await keys.press('Escape');
    await expect(dialog.getByRole('listbox').getByRole('option')).toHaveCount(0);
    await expect(box).toHaveValue('A new plan, MD-26-0397');
    await box.press('Control+a');
    await keys.type('-05');
    await expect(dialog.getByRole('listbox').getByRole('option')).toHaveCount(10);
    await keys.press('ArrowDown', 'ArrowDown', 'Enter');
    await expect(box).toHaveValue('FM-052');
  });
  await test.step('the longest stage can be read whole', async () => {
    const stage = dialog.getByLabel(`Stage of ${VERSIONS[1]}`);
    await stage.selectOption('Amended final');
    const room = await stage.evaluate((select) => {
      const { font, paddingLeft, paddingRight } = getComputedStyle(select);
      const context = document.createElement('canvas').getContext('2d');
      if (context === null) throw new Error('Nothing can be measured.');
      context.font = font;
      const words = context.measureText('Amended final').width;
      return select.clientWidth - words - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
    });
    // The system's arrow takes its room beside the words.
    expect(room).toBeGreaterThan(16);
  });
  await dialog.getByRole('button', { name: 'File 2 documents' }).click();
  await expect(page.getByText('2 documents filed under 2 plans.')).toBeVisible();
});
