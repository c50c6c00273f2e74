import type { Page, Route } from '@playwright/test';
import { builtInRubric } from '../../shared/domain/rubric/built-in-rubric.ts';
import { checkAccessibility, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { expect, test } from '../support/journey.ts';
import { NURSE, PIN, prepareGrading } from '../support/prepared-grading.ts';
import { AuditScreen } from './pages/audit.ts';
import { Entrance } from './pages/entrance.ts';

const RUBRIC = builtInRubric();
const READING = '**/rpc/audits/get';

/** What this window asks for anew waits: it shows the audit as it was. Gives what lets it through again. */
async function holdBack(page: Page): Promise<() => Promise<void>> {
  const held: Route[] = [];
  await page.route(READING, (route) => {
    held.push(route);
  });
  return async () => {
    await page.unroute(READING);
    await Promise.all(held.map((route) => route.continue()));
  };
}

test('what one window saved is shown before another writes over it', async ({ application, page, runsOn }) => {
  test.skip(runsOn === 'desktop', 'The desktop has one window.');
  await prepareGrading(application.dataFolder);
  await page.reload();
  const entrance = new Entrance(page);
  await entrance.chooseWorkspace();
  await entrance.unlock();
  await page.getByRole('button', { name: new RegExp(NURSE) }).click();
  await page.getByLabel('PIN', { exact: true }).fill(PIN);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Begin FM-01 draft' }).last().click();
  const here = new AuditScreen(page, RUBRIC);
  await expect(here.gradeSoFar).toBeVisible();
  await here.supplyFacts({ hasHealthProvision: true });

  const other = await page.context().newPage();
  await other.goto(page.url());
  const there = new AuditScreen(other, RUBRIC);
  await expect(there.gradeSoFar).toBeVisible();
  const letGo = await holdBack(page);
  await there.answer('S04.C2', 'met');
  await there.comment('S04.C2', 'Said in the other window.');
  await there.expectSaved();

  await here.comment('S04.C2', 'Said in this window.');
  await expect(page.getByText('This was changed in another window meanwhile.')).toBeVisible();
  await checkAccessibility(page, 'an answer that was changed in another window');
  await expectNoSidewaysScroll(page, 'an answer that was changed in another window');
  await letGo();
  await page.getByRole('button', { name: 'Show what was saved there' }).click();
  await here.expectSaved();
  await expect(here.criterion('S04.C2').getByLabel('Comment')).toHaveValue('Said in the other window.');
  await expect(here.criterion('S04.C2').getByRole('radio', { name: /^Met/ })).toBeChecked();

  const letGoAgain = await holdBack(page);
  await there.comment('S04.C2', 'Said in the other window again.');
  await there.expectSaved();
  await here.comment('S04.C2', 'Said here, and meant.');
  await page.getByRole('button', { name: 'Keep mine' }).click();
  await letGoAgain();
  await here.expectSaved();
  await other.reload();
  await there.choose('S04.C2');
  await expect(there.criterion('S04.C2').getByLabel('Comment')).toHaveValue('Said here, and meant.');
  await other.close();
});
