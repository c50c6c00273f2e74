import { checkAccessibility, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { expect, test } from '../support/journey.ts';
import { Entrance } from './pages/entrance.ts';
import { goTo } from './pages/frame.ts';
import { Keyboard } from './pages/keyboard.ts';

const NAME = 'Improvement plan: QA reviews good or better';
const MILESTONES = [
  ['2025-07-31', '30'],
  ['2026-01-31', '50'],
  ['2025-10-31', '40'],
] as const;

test('a QA lead puts down what the improvement plan promises, and what was read before', async ({ page }) => {
  const entrance = new Entrance(page);
  await entrance.setUp();
  await goTo(page, 'Settings');
  await page.getByRole('tab', { name: 'Measures' }).click();
  await expect(page.getByRole('heading', { name: 'No measures yet' })).toBeVisible();
  await checkAccessibility(page, 'no measures');

  await page.getByRole('button', { name: 'Add a measure…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a measure' });
  await dialog.getByRole('button', { name: 'Add the measure' }).click();
  await expect(dialog.getByText('Give the measure a name.')).toBeVisible();
  await dialog.getByLabel('Name', { exact: true }).fill(NAME);
  for (const [at, [on, percent]] of MILESTONES.entries()) {
    if (at > 0) await dialog.getByRole('button', { name: 'Add a milestone' }).click();
    await dialog.getByLabel(`Date of milestone ${at + 1}`).fill(on);
    await dialog.getByLabel(`Per cent of milestone ${at + 1}`).fill(percent);
  }
  await dialog.getByLabel('Target').fill('75');
  await dialog.getByLabel('Source').fill('Local area improvement plan');
  await dialog.getByLabel('Owner’s name or post').fill('Assistant director, education');
  await expect(dialog.getByRole('img', { name: /Improvement plan/ })).toBeVisible();
  await checkAccessibility(page, 'adding a measure');
  await dialog.getByRole('button', { name: 'Add the measure' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('There is no reading yet.')).toBeVisible();

  await page.getByRole('button', { name: /^Enter a reading of/ }).click();
  const reading = page.getByRole('dialog', { name: /^Enter a reading/ });
  await reading.getByLabel('Date of the reading').fill('2025-10-20');
  await reading.getByLabel('How many', { exact: true }).fill('21');
  await reading.getByLabel('Of how many').fill('20');
  await reading.getByRole('button', { name: 'Enter the reading' }).click();
  await expect(reading.getByText('21 of 20 cannot be')).toBeVisible();
  await reading.getByLabel('How many', { exact: true }).fill('9');
  await reading.getByLabel('Of how many').fill('26');
  await checkAccessibility(page, 'entering a reading');
  await reading.getByRole('button', { name: 'Enter the reading' }).click();
  await expect(page.getByText(/^35% \(9 of 26; .*5 points above the milestone of 30%/)).toBeVisible();
  await expect(page.getByText('On track', { exact: true }).first()).toBeVisible();

  // By keyboard alone: changes the tolerance and a milestone, then retires it and takes that back.
  const keyboard = new Keyboard(page);
  await keyboard.use(page.getByRole('button', { name: `Change ${NAME}…` }));
  const change = page.getByRole('dialog', { name: `Change ${NAME}` });
  await expect(change.getByLabel('Date of milestone 2')).toHaveValue('2025-10-31');
  await keyboard.fillIn(change.getByLabel('Per cent of milestone 1'), '38');
  await expect(change.getByText('Close.', { exact: true })).toBeVisible();
  await keyboard.use(change.getByRole('button', { name: 'Save the changes' }));
  await expect(change).toBeHidden();
  await expect(page.getByRole('button', { name: `Change ${NAME}…` })).toBeFocused();
  await keyboard.tabTo(page.locator('summary', { hasText: 'Chart and readings' }));
  await keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /20 October 2025 \(entered by hand\).*35%.*Close/ })).toBeVisible();
  await checkAccessibility(page, 'a measure with its chart');
  await expectNoSidewaysScroll(page, 'a measure with its chart');
  await keyboard.use(page.getByRole('button', { name: `Retire ${NAME}` }), 'Shift+Tab');
  await expect(page.getByText('Retired (1)')).toBeVisible();
  await keyboard.use(page.getByRole('button', { name: 'Undo' }));
  await expect(page.getByRole('heading', { name: NAME })).toBeVisible();
});
