import type { Page } from '@playwright/test';
import { checkAccessibility, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { expect, test } from '../support/journey.ts';
import { httpClient, startLocalHost } from '../support/local-host.ts';
import { WORKSPACE_INPUT } from '../support/workspace-input.ts';
import { Entrance } from './pages/entrance.ts';
import { goTo } from './pages/frame.ts';
import { Keyboard } from './pages/keyboard.ts';

const SURVEY = [
  'Ref,Date,Answer,Comments,I am',
  'FM-1,14/09/2026,Very satisfied,Clear and kind.,Mum',
  'FM-1,21/09/2026,Dissatisfied,Nobody rang back.,Dad',
  'FM-9,21/09/2026,Satisfied,,Mum',
].join('\n');

/** What families say, in a workspace with one plan in its register. */
async function openFamilies(page: Page, dataFolder: string): Promise<void> {
  const host = await startLocalHost(dataFolder);
  const client = await httpClient(host.entryUrl);
  await client.workspaces.create(WORKSPACE_INPUT);
  await client.plans.create({
    reference: 'FM-1',
    initials: 'AB',
    name: null,
    dateOfBirth: null,
    planType: 'new',
    ncYear: null,
    setting: null,
    primaryNeed: null,
    locality: null,
  });
  await host.stop();
  await page.reload();
  const entrance = new Entrance(page);
  await entrance.chooseWorkspace();
  await entrance.unlock();
  await goTo(page, 'Report');
  await page.getByRole('link', { name: 'What families say' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'What families say' })).toBeVisible();
}

test('families’ answers are entered and imported, counted by half-term, and taken back', async ({
  application,
  page,
}) => {
  await openFamilies(page, application.dataFolder);
  await look(page, 'no answers yet');

  await test.step('an answer is entered by hand', async () => {
    await page.getByRole('button', { name: 'Enter an answer…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Enter a family’s answer' });
    await dialog.getByRole('button', { name: 'Keep the answer' }).click();
    await expect(dialog.getByText('Choose the plan.')).toBeVisible();
    await checkAccessibility(page, 'entering an answer');
    await dialog.getByRole('combobox', { name: 'Plan' }).fill('fm-1');
    await dialog.getByRole('listbox').getByRole('option', { name: 'FM-1 (AB)' }).click();
    await dialog.getByLabel('Day').fill('2026-09-15');
    await dialog.getByLabel('Satisfied', { exact: true }).check();
    await dialog.getByRole('button', { name: 'Keep the answer' }).click();
    await expect(page.getByRole('cell', { name: '1 of 1 answer' })).toBeVisible();
  });

  await test.step('a survey is imported, with a row left out, and can be taken back', async () => {
    await page.getByRole('button', { name: 'Import a survey…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Import a survey' });
    const file = { name: 'survey.csv', mimeType: 'text/csv', buffer: Buffer.from(SURVEY) };
    await dialog.getByLabel('The table').setInputFiles(file);
    await expect(dialog.getByText('2 new answers; 1 cannot go in.')).toBeVisible();
    await expect(dialog.getByText('Row 4: No plan in the register has this reference.')).toBeVisible();
    await dialog.getByLabel('Comments').selectOption('Leave out');
    await dialog.getByLabel('Leave out 1 row that cannot go in').check();
    await checkAccessibility(page, 'importing a survey');
    await dialog.getByRole('button', { name: 'Import 2 answers' }).click();
    await expect(page.getByRole('cell', { name: '2 of 3 answers' })).toBeVisible();
    await look(page, 'answers by half-term');
    await page.getByText('Imports: 1').click();
    await page.getByRole('button', { name: /^Take back the import/ }).click();
    await expect(page.getByRole('cell', { name: '1 of 1 answer' })).toBeVisible();
  });

  await test.step('what counts as satisfied can be changed', async () => {
    await page.getByRole('button', { name: 'Change the scale…' }).click();
    const dialog = page.getByRole('dialog', { name: 'The scale that families answer on' });
    await dialog.getByLabel('Counts as satisfied').nth(1).uncheck();
    await checkAccessibility(page, 'the scale');
    await dialog.getByRole('button', { name: 'Keep the scale' }).click();
    await expect(page.getByRole('cell', { name: '0 of 1 answer' })).toBeVisible();
  });
});

test('an answer is entered and removed by keyboard alone, and comes back', async ({ application, page }) => {
  await openFamilies(page, application.dataFolder);
  const keyboard = new Keyboard(page);
  await keyboard.use(page.getByRole('button', { name: 'Enter an answer…' }));
  const dialog = page.getByRole('dialog', { name: 'Enter a family’s answer' });
  await keyboard.tabTo(dialog.getByRole('combobox', { name: 'Plan' }));
  await keyboard.type('FM-1');
  await expect(dialog.getByRole('listbox').getByRole('option')).toHaveCount(1);
  await expect(dialog.getByRole('listbox')).toHaveAttribute('aria-busy', 'false');
  await keyboard.press('Enter');
  await expect(dialog.getByRole('combobox', { name: 'Plan' })).toHaveValue(/^FM-1/);
  await keyboard.tabTo(dialog.getByLabel('Very satisfied'));
  await keyboard.press('Space');
  await keyboard.use(dialog.getByRole('button', { name: 'Keep the answer' }));
  await expect(page.getByRole('cell', { name: '1 of 1 answer' })).toBeVisible();
  await keyboard.use(page.getByRole('button', { name: /^Remove the answer on FM-1/ }));
  await expect(page.getByRole('heading', { name: 'No family has answered yet' })).toBeVisible();
  const messages = page.getByRole('region', { name: 'Messages' });
  const removed = messages.locator('.toast').filter({ hasText: 'The answer on FM-1 is removed.' });
  await removed.getByRole('button', { name: 'Undo' }).focus();
  await keyboard.press('Enter');
  await expect(page.getByRole('cell', { name: '1 of 1 answer' })).toBeVisible();
});

/** Looked through in both themes, and need not be scrolled sideways. */
async function look(page: Page, name: string): Promise<void> {
  await expectNoSidewaysScroll(page, name);
  await checkAccessibility(page, name);
}
