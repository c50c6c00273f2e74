import { checkAccessibility } from '../support/accessibility.ts';
import { expect, test } from '../support/journey.ts';
import { Entrance } from './pages/entrance.ts';
import { goTo } from './pages/frame.ts';

const LEADS_PIN = '4071';
const BRIARS_PIN = '8250';

test('two people take turns at one machine, each by their own PIN', async ({ page }) => {
  const entrance = new Entrance(page);
  await entrance.setUp();
  await goTo(page, 'Settings');
  await page.getByRole('tab', { name: 'People' }).click();
  await page.getByRole('button', { name: 'Add a person…' }).click();
  const pinDialog = page.getByRole('dialog', { name: 'Choose my PIN' });
  await pinDialog.getByLabel('New PIN', { exact: true }).fill('1234');
  await pinDialog.getByRole('button', { name: 'Choose this PIN' }).click();
  await expect(pinDialog.getByLabel('New PIN', { exact: true })).toHaveAccessibleDescription(/guessed first/);
  await checkAccessibility(page, 'choosing a PIN');
  await pinDialog.getByLabel('New PIN', { exact: true }).fill(LEADS_PIN);
  await pinDialog.getByLabel('New PIN again').fill(LEADS_PIN);
  await pinDialog.getByRole('button', { name: 'Choose this PIN' }).click();
  await expect(page.getByRole('button', { name: 'Change my PIN…' })).toBeVisible();

  await page.getByRole('button', { name: 'Add a person…' }).click();
  const personDialog = page.getByRole('dialog', { name: 'Add a person' });
  await personDialog.getByRole('button', { name: 'Add the person' }).click();
  await expect(personDialog.getByLabel('Name')).toHaveAccessibleDescription(/Give the person’s name/);
  await personDialog.getByLabel('Name').fill('Briar Tolland');
  await personDialog.getByLabel('Agency').selectOption('Health');
  await checkAccessibility(page, 'adding a person');
  await personDialog.getByRole('button', { name: 'Add the person' }).click();
  await expect(page.getByRole('row', { name: /Briar Tolland.*Health.*Auditor/ })).toBeVisible();
  await checkAccessibility(page, 'people');

  await page.getByRole('button', { name: /^Signed in as .*\. Change person$/ }).click();
  await expect(entrance.heading('Who is at the machine?')).toBeVisible();
  await checkAccessibility(page, 'who is at the machine');
  await page.getByRole('button', { name: /^Briar Tolland/ }).click();
  await expect(page.getByLabel('New PIN', { exact: true })).toBeFocused();
  await page.getByLabel('New PIN', { exact: true }).fill(BRIARS_PIN);
  await page.getByLabel('New PIN again').fill(BRIARS_PIN);
  await page.getByRole('button', { name: 'Choose this PIN and sign in' }).click();
  await goTo(page, 'Settings');
  await page.getByRole('tab', { name: 'People' }).click();
  await expect(page.getByRole('row', { name: /Briar Tolland \(you\)/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add a person…' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await entrance.unlock();
  await page.getByRole('button', { name: /^Ottoline Sedge/ }).click();
  await page.getByLabel('PIN', { exact: true }).fill(BRIARS_PIN);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('PIN', { exact: true })).toHaveAccessibleDescription(/not the PIN of this person/);
  await checkAccessibility(page, 'a wrong PIN');
  await page.getByLabel('PIN', { exact: true }).fill(LEADS_PIN);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Signed in as Ottoline Sedge/ })).toBeVisible();

  // A second tab is the same sitting: who changes the person in one changes it in both, and begins at the beginning.
  const tab = await page.context().newPage();
  await tab.goto(new URL('/#/settings', page.url()).href);
  await expect(tab.getByRole('button', { name: /^Signed in as Ottoline Sedge/ })).toBeVisible();
  await page.getByRole('button', { name: /^Signed in as .*\. Change person$/ }).click();
  await page.getByRole('button', { name: /^Briar Tolland/ }).click();
  await page.getByLabel('PIN', { exact: true }).fill(BRIARS_PIN);
  await page.keyboard.press('Enter');
  await expect(tab.getByRole('button', { name: /^Signed in as Briar Tolland/ })).toBeVisible();
  await expect(tab.getByRole('heading', { level: 1, name: 'Settings' })).toHaveCount(0);
  await tab.close();
});

test('a forgotten PIN is reset with the passphrase, by keyboard alone', async ({ page }) => {
  const entrance = new Entrance(page);
  await entrance.setUp();
  await goTo(page, 'Settings');
  await page.getByRole('tab', { name: 'People' }).click();
  await page.getByRole('button', { name: 'Choose my PIN…' }).click();
  await page.getByLabel('New PIN', { exact: true }).fill(LEADS_PIN);
  await page.getByLabel('New PIN again').fill(LEADS_PIN);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Change my PIN…' })).toBeVisible();
  await page.getByRole('button', { name: 'Add a person…' }).press('Enter');
  await page.getByRole('dialog').getByLabel('Name').fill('Briar Tolland');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('button', { name: /Change person$/ }).press('Enter');
  await page.getByRole('button', { name: /^Ottoline Sedge/ }).press('Enter');
  await page.getByRole('button', { name: 'PIN forgotten?' }).press('Enter');
  await expect(page.getByLabel('Passphrase of the workspace')).toBeFocused();
  await page.keyboard.type('violet harbour seldom mends teapots');
  await page.getByLabel('New PIN', { exact: true }).focus();
  await page.keyboard.type('9306');
  await page.keyboard.press('Tab');
  await page.keyboard.type('9306');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Signed in as Ottoline Sedge/ })).toBeVisible();
  await goTo(page, 'Settings');
  await page.getByRole('tab', { name: 'The trail' }).click();
  await expect(page.getByText('Reset a PIN with the passphrase')).toBeVisible();
  const notice = page.getByText(/^Take care: Your PIN was reset with the passphrase on .*, by someone who had not/);
  await expect(notice).toBeHidden();

  // Only who comes in afterwards, with that PIN, is told.
  await page.getByRole('button', { name: /Change person$/ }).press('Enter');
  await page.getByRole('button', { name: /^Ottoline Sedge/ }).press('Enter');
  await page.keyboard.type('9306');
  await page.keyboard.press('Enter');
  await expect(notice).toBeVisible();
  await checkAccessibility(page, 'a PIN that was reset');
  await page.getByRole('button', { name: 'I have read this' }).press('Enter');
  await expect(notice).toBeHidden();
});
