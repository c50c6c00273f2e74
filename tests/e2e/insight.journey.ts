import type { Page } from '@playwright/test';
import { checkAccessibility, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { expect, test } from '../support/journey.ts';
import { FINALS, prepareInsight } from '../support/prepared-insight.ts';
import { Entrance } from './pages/entrance.ts';
import { goTo } from './pages/frame.ts';
import { Keyboard } from './pages/keyboard.ts';

const PARTS = [
  { tab: 'Standards', chart: /Standards by grade/, table: /^Grades by standard/ },
  { tab: 'Criteria', chart: /Why plans fell short/, table: /^Why plans fell short/ },
  { tab: 'Groups', chart: /by primary need/, table: /by primary need/ },
  { tab: 'Agencies and advice', chart: /led by health or social care/, table: /led by health or social care/ },
  { tab: 'Adulthood', chart: /Preparing for adulthood/, table: /^Preparing for adulthood/ },
  { tab: 'Draft to final', chart: /From the draft’s grade to the final’s/, table: /^Grade of the draft/ },
  { tab: 'Agreement', chart: /How each grade came about/, table: /^How each grade/ },
] as const;

test.use({ viewport: { width: 1280, height: 720 } });

test('a QA lead looks at figures, narrows them, and comes to the plans behind them', async ({ page, application }) => {
  await open(page, application);
  await expect(page.getByText(`Counted: ${FINALS} plans. Final plans, new, 2026/27 Aut 2.`)).toBeVisible();
  await expect(page.getByRole('img', { name: /^Overall grades/ })).toBeVisible();
  await expect(page.getByRole('table', { name: /by half-term: final plans, new/ })).toContainText('2026/27 Aut 1');
  await checkAccessibility(page, 'grades');
  for (const { tab, chart, table } of PARTS) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(page.getByRole('img', { name: chart }).first()).toBeVisible();
    await expect(page.getByRole('table', { name: table }).first()).toBeVisible();
    await checkAccessibility(page, tab);
    await expectNoSidewaysScroll(page, tab);
  }

  // By the mouse: a bar leads to its plans, and a plan's reference to its page.
  await page.getByRole('tab', { name: 'Groups' }).click();
  await page
    .getByRole('img', { name: /by team/ })
    .getByText('Coast team', { exact: true })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Plans behind “Coast team”' });
  await expect(dialog.getByRole('table', { name: '8 plan versions' })).toBeVisible();
  await checkAccessibility(page, 'the plans behind a row');
  await dialog.getByRole('link', { name: 'FM-001' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('FM-001');
  await page.goBack();
  await expect(page.getByRole('tab', { name: 'Groups', selected: true })).toBeVisible();

  // Filters stand in the address, and a list of them above the figures takes each away again.
  await page.getByText('Narrow by a group of plans').click();
  await page.getByLabel('Primary need', { exact: true }).selectOption('Autism');
  await expect(page.getByText(`of ${FINALS} plans. Final plans, new`)).toBeVisible();
  await page.getByLabel('Team', { exact: true }).selectOption('Coast team');
  await page.getByLabel('Looked after', { exact: true }).selectOption('Looked after');
  await expect(page.getByText(/are left: too few to show a pattern|plan is left: too few/)).toBeVisible();
  expect(new URL(page.url()).hash).toContain('need=Autism');
  await checkAccessibility(page, 'too few');
  await page.reload();
  await expect(page.getByRole('list', { name: 'Filters in use' }).getByRole('listitem')).toHaveCount(4);
  await page.getByRole('button', { name: 'Take away the filter Looked after: Looked after' }).click();
  await expect(page.getByText(/too few/)).toBeHidden();
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(page.getByText(`Counted: ${FINALS} plans.`)).toBeVisible();

  // Drafts and finals, samples at random and of a theme, are never counted together.
  await page.getByLabel('Kind of plan and sample').selectOption({ label: 'Final plans, new (thematic: Year 9) (4)' });
  await expect(page.getByText('chosen, not drawn at random')).toBeVisible();
});

test('the same by keyboard alone', async ({ page, application }) => {
  await open(page, application);
  const keyboard = new Keyboard(page);
  await keyboard.tabTo(page.getByRole('tab', { name: 'Grades and trend' }));
  await keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Measures' })).toBeFocused();
  await expect(page.getByText('No measure is in use.')).toBeVisible();
  await keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Standards' })).toBeFocused();
  const row = page.getByRole('button', { name: /Golden thread.*show the plans/ }).first();
  await keyboard.use(row);
  const dialog = page.getByRole('dialog', { name: /Plans behind/ });
  await expect(dialog.getByRole('row')).toHaveCount(FINALS + 1);
  await keyboard.press('Escape');
  await expect(row).toBeFocused();
  await keyboard.tabTo(page.getByLabel('From', { exact: true }), 'Shift+Tab');
  await keyboard.press('ArrowUp');
  await expect(
    page.getByText(`Counted: ${2 * FINALS} plans. Final plans, new, 2026/27 Aut 1 to 2026/27 Aut 2.`),
  ).toBeVisible();
  await keyboard.use(page.getByRole('button', { name: 'Take away the filter 2026/27 Aut 1 to 2026/27 Aut 2' }));
  await expect(page.getByText(`Counted: ${FINALS} plans.`)).toBeVisible();
});

async function open(page: Page, application: { dataFolder: string }): Promise<void> {
  await prepareInsight(application.dataFolder);
  await page.reload();
  const entrance = new Entrance(page);
  await entrance.chooseWorkspace();
  await entrance.unlock();
  await goTo(page, 'Insight');
}
