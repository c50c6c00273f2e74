import type { Page } from '@playwright/test';
import { builtInRubric } from '../../shared/domain/rubric/built-in-rubric.ts';
import { checkAccessibility } from '../support/accessibility.ts';
import { expect, test, type Application } from '../support/journey.ts';
import { prepareAudit, PREPARED_REFERENCE } from '../support/prepared-audit.ts';
import { AuditScreen } from './pages/audit.ts';
import { Entrance, PASSPHRASE } from './pages/entrance.ts';
import { goTo } from './pages/frame.ts';

test('a locked workspace opens with its passphrase only, where one was', async ({ application, page }) => {
  const { auditId } = await prepareAudit(application.dataFolder);
  await page.reload();
  const entrance = new Entrance(page);
  await entrance.chooseWorkspace();
  await entrance.unlock('another passphrase altogether');
  await expect(entrance.passphrase).toHaveAccessibleDescription(/That is not the passphrase of this workspace\./);
  await expect(entrance.passphrase).toHaveValue('another passphrase altogether');
  await checkAccessibility(page, 'a wrong passphrase');
  await entrance.unlock();
  const audit = await goOn(page);
  await expect(page).toHaveURL(new RegExp(`#/audits/${auditId}$`));

  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect(page.getByText('You locked this workspace.')).toBeVisible();
  await expect(page.getByText(PREPARED_REFERENCE)).toHaveCount(0);
  await checkAccessibility(page, 'locked');
  await entrance.unlock();
  await expect(audit.gradeSoFar).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`#/audits/${auditId}$`));

  await page.keyboard.press('Control+L');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await entrance.button('Open another workspace').click();
  await expect(entrance.heading('Your workspaces')).toBeVisible();
});

test('a changed passphrase takes the place of the old one', async ({ page }) => {
  const entrance = new Entrance(page);
  const next = 'quiet lanterns over nine marshes';
  await entrance.setUp();
  await goTo(page, 'Settings');
  await page.getByRole('tab', { name: 'Security' }).click();
  await page.getByRole('button', { name: 'Change the passphrase…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change the passphrase' });
  await dialog.getByLabel('The passphrase now').fill('not this one');
  await dialog.getByLabel('The new passphrase', { exact: true }).fill(next);
  await dialog.getByLabel('The new passphrase again').fill(next);
  await dialog.getByRole('button', { name: 'Change the passphrase' }).click();
  await expect(dialog.getByLabel('The passphrase now')).toHaveAccessibleDescription(/That is not the passphrase/);
  await checkAccessibility(page, 'changing the passphrase');
  await dialog.getByLabel('The passphrase now').fill(PASSPHRASE);
  await dialog.getByRole('button', { name: 'Change the passphrase' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await entrance.unlock(PASSPHRASE);
  await expect(entrance.passphrase).toHaveAccessibleDescription(/That is not the passphrase of this workspace\./);
  await entrance.unlock(next);
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
});

test('what was shown as saved is there after a power cut', async ({ application, page }) => {
  const audit = await openPrepared(application);
  await audit.answer('S01.C1', 'partly');
  await audit.comment('S01.C1', 'Sections H1 and H2 stand under one heading.');
  await audit.expectSaved();
  await application.kill();
  await application.startAgain();
  const again = await unlockAndGoOn(application);
  await again.openStandard('S01');
  await expect(again.criterion('S01.C1').getByRole('radio', { name: /^Partly met/ })).toBeChecked();
  await again.choose('S01.C1');
  await expect(again.criterion('S01.C1').getByLabel('Comment')).toHaveValue(
    'Sections H1 and H2 stand under one heading.',
  );
  await page.close();
});

test('what could not be saved is said to be so, and stays on screen', async ({ application, page, runsOn }) => {
  test.skip(runsOn === 'desktop', 'The desktop and its windows are one: where it ends there is no screen to look at.');
  const audit = await openPrepared(application);
  await audit.comment('S01.C1', 'This much was saved.');
  await audit.expectSaved();
  await application.kill();
  const comment = audit.criterion('S01.C1').getByLabel('Comment');
  await comment.fill('This much was saved. This much was not.');
  await expect(page.getByRole('status').filter({ hasText: 'Not saved: Goldthread is not answering.' })).toBeVisible();
  await expect(comment).toHaveValue('This much was saved. This much was not.');
  await checkAccessibility(page, 'a failed save');
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await expect(page.getByRole('status').filter({ hasText: 'Not saved' })).toBeVisible();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Home' }).click();
  const question = page.getByRole('dialog', { name: 'Leave with work that is not saved?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(comment).toHaveValue('This much was saved. This much was not.');
});

/** A prepared workspace, unlocked, at its audit. */
async function openPrepared(application: Application): Promise<AuditScreen> {
  await prepareAudit(application.dataFolder);
  await application.page.reload();
  return unlockAndGoOn(application);
}

async function unlockAndGoOn({ page }: Application): Promise<AuditScreen> {
  const entrance = new Entrance(page);
  await entrance.chooseWorkspace();
  await entrance.unlock();
  return goOn(page);
}

async function goOn(page: Page): Promise<AuditScreen> {
  await page
    .getByRole('button', { name: /^Go on/ })
    .first()
    .click();
  const audit = new AuditScreen(page, builtInRubric());
  await expect(audit.gradeSoFar).toBeVisible();
  return audit;
}
