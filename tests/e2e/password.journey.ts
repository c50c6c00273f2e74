import { copyFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../build/folders.ts';
import { checkAccessibility } from '../support/accessibility.ts';
import { expect, test } from '../support/journey.ts';
import { makePdf } from '../unit/backend/documents/make-pdf.ts';
import { Entrance } from './pages/entrance.ts';
import { goTo } from './pages/frame.ts';
import { PlansPage } from './pages/plans.ts';
import { SectionsScreen } from './pages/sections.ts';

test('a plan with a password is opened with it, by keyboard, and its pages are drawn', async ({
  application,
  page,
}) => {
  const locked = path.join(application.dataFolder, 'locked.pdf');
  const options = { userPassword: 'tide mill', ownerPassword: 'other', pdfVersion: '1.7ext3' };
  writeFileSync(locked, await makePdf((pdf) => pdf.text('Section A – My views'), options));
  const word = path.join(application.dataFolder, 'locked.docx');
  copyFileSync(path.join(ROOT, 'tests/support/files/encrypted-agile.docx'), word);

  const plans = new PlansPage(page);
  await new Entrance(page).setUp();
  await goTo(page, 'Plans');
  await plans.add([locked, word]);
  const field = plans.beingRead.getByLabel('Password of locked.pdf');
  await expect(field).toBeVisible();
  await expect(plans.beingRead.getByLabel('Password of locked.docx')).toBeVisible();
  await expect(plans.beingRead.getByRole('alert').filter({ hasText: 'locked.pdf' })).toContainText(
    'Code PASSWORD_NEEDED',
  );
  await checkAccessibility(page, 'files that ask for a password');

  await field.press('Enter');
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription(/Type the password/);
  await field.fill('tide mil');
  await field.press('Enter');
  await expect(field).toHaveAccessibleDescription(/not the password of this file/);
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('');
  await checkAccessibility(page, 'a wrong password');
  await field.fill('tide mill');
  await plans.beingRead.getByRole('button', { name: 'Open with this password : locked.pdf' }).click();
  await plans.expectWaiting('locked.pdf');
  await expect(field).toBeHidden();

  await plans.beingRead.getByLabel('Password of locked.docx').fill('Amber Lantern 7');
  await page.keyboard.press('Enter');
  await plans.expectWaiting('locked.docx');
  await expect(plans.beingRead).toBeHidden();

  await plans.fileAsRead('locked.pdf', async (dialog) => {
    await dialog.getByLabel('Stage').selectOption('final');
    await dialog.getByLabel('Reference').fill('FM-001');
  });
  await plans.openPlan('FM-001');
  await plans.card('locked.pdf').getByRole('link', { name: 'Check the sections' }).click();
  await expect(new SectionsScreen(page).plan.text.getByText('Section A – My views').first()).toBeVisible();
});
