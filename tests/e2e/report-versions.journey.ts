import type { Page } from '@playwright/test';
import { checkAccessibility, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { expect, test } from '../support/journey.ts';
import { BY_VERSION, prepareVersions } from '../support/prepared-versions.ts';
import { Entrance } from './pages/entrance.ts';
import { goTo } from './pages/frame.ts';
import { Keyboard } from './pages/keyboard.ts';

test.use({ viewport: { width: 1280, height: 720 } });

test('a half-term by two versions of the standards: the report keeps them apart and compares each with its own', async ({
  page,
  application,
}) => {
  await open(page, application.dataFolder);
  await goTo(page, 'Report');
  const sheet = page.getByRole('article', { name: 'The report' });
  await expect(
    page.getByText('More than one version of the standards was used: trends are broken there.'),
  ).toBeVisible();
  for (const [version, plans] of Object.entries(BY_VERSION)) {
    const overall = sheet.getByRole('table', { name: /How the plans of this half-term were graded/ });
    const row = overall.getByRole('row', { name: `Final plans, new (standards version ${version})` });
    await expect(row.getByRole('cell').nth(4)).toHaveText(String(plans));
    await expect(
      sheet.getByRole('heading', { name: `Final plans, new (standards version ${version})` }).first(),
    ).toBeVisible();
  }
  // Each half-term stands once in each line, and only what one version counted is compared.
  for (const [version, said] of [
    ['1.0.0', 'no clear change from .* in Autumn 1 2026/27'],
    ['1.1.0', 'in Autumn 1 2026/27, by another version of the standards and not to be compared'],
  ]) {
    await expect(
      sheet.getByText(new RegExp(`^Final plans, new \\(standards version ${version}\\): .*${said}`)),
    ).toBeVisible();
    const trend = sheet.getByRole('table', {
      name: new RegExp(`by half-term: final plans, new \\(standards version ${version}`),
    });
    await expect(trend.getByRole('rowheader')).toHaveText(['2026/27 Aut 1', '2026/27 Aut 2']);
  }
  await expect(sheet.getByText('figures before and after are not compared.')).toHaveCount(1);
  await checkAccessibility(page, 'report by two versions');
  await expectNoSidewaysScroll(page, 'report by two versions');
});

test('Insight counts one of two versions at a time, chosen by keyboard alone', async ({ page, application }) => {
  await open(page, application.dataFolder);
  await goTo(page, 'Insight');
  const keys = new Keyboard(page);
  const trend = page.getByRole('table', { name: /^Good or better by half-term/ });
  await expect(page.getByText(`Counted: ${BY_VERSION['1.1.0']} plans.`)).toBeVisible();
  await expect(
    page.getByText(`${BY_VERSION['1.0.0']} more were graded by another version of the standards`),
  ).toBeVisible();
  await expect(page.getByText('From Autumn 2 2026/27 on the standards are version 1.1.0')).toBeVisible();
  await expect(trend.getByRole('rowheader')).toHaveText([/2026\/27 Aut 1/, /2026\/27 Aut 2/]);
  await checkAccessibility(page, 'insight by the later version');
  await expectNoSidewaysScroll(page, 'insight by the later version');

  const versions = page.getByLabel('Version of the standards');
  await keys.tabTo(versions);
  await keys.press('ArrowUp');
  await expect(page.getByText(`Counted: ${BY_VERSION['1.0.0']} plans.`)).toBeVisible();
  await expect(versions).toBeFocused();
  await expect(page.getByText('figures before and after are not compared')).toBeHidden();
  await expect(page.getByText(/Compared with Autumn 1 2026\/27, .*there is no clear change/)).toBeVisible();
  await expect(trend.getByRole('rowheader')).toHaveText([/2026\/27 Aut 1/, /2026\/27 Aut 2/]);
  await checkAccessibility(page, 'insight by the earlier version');
  const row = trend.getByRole('button', { name: /^2026\/27 Aut 2/ });
  await keys.use(row);
  await expect(page.getByRole('dialog').getByRole('row')).toHaveCount(BY_VERSION['1.0.0'] + 1);
  await keys.press('Escape');
  await expect(row).toBeFocused();
});

async function open(page: Page, dataFolder: string): Promise<void> {
  await prepareVersions(dataFolder);
  await page.reload();
  const entrance = new Entrance(page);
  await entrance.chooseWorkspace();
  await entrance.unlock();
}
