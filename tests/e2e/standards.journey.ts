import type { Page } from '@playwright/test';
import { checkAccessibility, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { type Application, expect, test } from '../support/journey.ts';
import { LEADS_PIN, preparePanel } from '../support/prepared-moderation.ts';
import { Entrance, PERSON } from './pages/entrance.ts';
import { goTo } from './pages/frame.ts';
import { Keyboard } from './pages/keyboard.ts';
import { StandardsPages } from './pages/standards.ts';

const NOTE = 'Provision weighs more, and a missing baseline caps the grade.';

/** The standards, in a workspace where two auditors have graded two plans. */
async function openStandards({ page, dataFolder }: Application): Promise<StandardsPages> {
  await preparePanel(dataFolder);
  await page.reload();
  const entrance = new Entrance(page);
  await entrance.chooseWorkspace();
  await entrance.unlock();
  await page.getByRole('button', { name: new RegExp(PERSON) }).click();
  await page.getByLabel('PIN', { exact: true }).fill(LEADS_PIN);
  await page.keyboard.press('Enter');
  const standards = new StandardsPages(page);
  await standards.openVersions();
  return standards;
}

async function look(page: Page, name: string): Promise<void> {
  await checkAccessibility(page, name);
  await expectNoSidewaysScroll(page, name);
  const folder = process.env['LOOK_INTO'];
  if (folder === undefined) return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: `${folder}/${name.replaceAll(' ', '-')}-${colorScheme}.png` });
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

test('a QA lead makes a new version of the standards', async ({ application, page }) => {
  const standards = await openStandards(application);

  await test.step('a new version begins from the old one', async () => {
    await look(page, 'versions of the standards');
    await standards.button('New version from 1.0.0').click();
    await expect(page.getByRole('heading', { level: 1, name: /^Draft: EHCP quality standards/ })).toBeVisible();
    await expect(standards.field('Version')).toHaveValue('1.1.0');
    await look(page, 'a draft of the standards');
  });

  await test.step('a weight of nothing is refused in words, which lead to its field', async () => {
    await standards.openPart(/^S07/);
    await standards.field('Weight').fill('0');
    const fault = standards.faults.getByRole('button', {
      name: 'Standard 7: the weight must be more than 0; it is 0.',
    });
    await expect(fault).toBeVisible();
    await expect(standards.field('Weight')).toHaveAccessibleDescription(/The weight must be more than 0; it is 0\./);
    await standards.isSaved();
    await standards.tab('Publish').click();
    await expect(page.getByText('It cannot be published yet.')).toBeVisible();
    await expect(standards.button(/^Publish version/)).toHaveCount(0);
    await fault.click();
    await expect(standards.field('Weight')).toBeFocused();
    await look(page, 'a draft with a fault');
    await standards.field('Weight').fill('30');
    await expect(standards.faults).toHaveCount(0);
  });

  await test.step('a criterion caps the grade, and a change is taken back and made again', async () => {
    await standards.openPart(/^S06/);
    await standards.openCriterion('S06.C1');
    await expect(standards.field('It caps the overall grade')).toBeChecked();
    await standards.field('At').selectOption('Choose a grade');
    await expect(standards.faults.getByText(/Standard 6, criterion S06.C1: it caps the overall grade/)).toBeVisible();
    await standards.field('At').selectOption('Inadequate');
    await expect(standards.faults).toHaveCount(0);
    await standards.button('Undo').click();
    await expect(standards.field('At')).toHaveValue('');
    await standards.button('Redo').click();
    await expect(standards.field('At')).toHaveValue('inadequate');
    await standards.button('Apply it only to some plans').last().click();
    await expect(page.getByText('Applies from age 16.')).toBeVisible();
    await look(page, 'a criterion with a rule');
    await standards.button('Take condition 1 away').click();
    await standards.isSaved();
  });

  await test.step('what changes is told in words, and what it would mean for past gradings', async () => {
    await standards.tab(/What changes/).click();
    await expect(page.getByRole('row', { name: /Standard S07 Changed: Weight 14 30/ })).toBeVisible();
    await expect(
      page.getByRole('row', { name: /S06.C1 Changed: Cap on the overall grade at Requires improvement/ }),
    ).toBeVisible();
    await look(page, 'what a draft changes');
    await standards.tab('Effect on past gradings').click();
    await expect(
      page.getByText(/Of 4 gradings by auditors, 1 would change: 1 from requires improvement to inadequate/),
    ).toBeVisible();
    await expect(page.getByRole('row', { name: /FM-1, final One auditor/ })).toContainText(
      'S06.C1 now caps it at inadequate',
    );
    await look(page, 'the effect of a draft');
  });

  await test.step('it is published, and stands in the list of versions', async () => {
    await standards.tab('Write').click();
    await standards.openPart('About this version');
    await standards.field('In use from').fill('2026-09-01');
    await standards.field('What changed, and why').fill(NOTE);
    await standards.isSaved();
    await standards.tab('Publish').click();
    await look(page, 'publishing a draft');
    await standards.button('Publish version 1.1.0…').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish it' }).click();
    await expect(standards.version('1.1.0')).toContainText(NOTE);
    await expect(standards.version('1.1.0')).toContainText('In use');
    await standards.version('1.1.0').getByRole('button', { name: 'Compare with version 1.0.0' }).click();
    await expect(standards.version('1.1.0').getByRole('row', { name: /Changed: Weight 14 30/ })).toBeVisible();
    await look(page, 'two versions compared');
  });

  await test.step('it is exported, refused when it is spoilt, and imported as a draft', async () => {
    const exported = await application.savedFile(() => standards.button('Export version 1.1.0').click());
    expect(exported.name).toBe('quality-standards-1.1.0.json');
    const file = page.getByLabel('File of quality standards');
    const spoilt = exported.bytes.toString('utf8').replace('"weight": 30', '"weight": "thirty"');
    await file.setInputFiles({ name: 'spoilt.json', mimeType: 'application/json', buffer: Buffer.from(spoilt) });
    await expect(page.getByText('Standard 7, weight: must be a number, not string.')).toBeVisible();
    await file.setInputFiles({ name: exported.name, mimeType: 'application/json', buffer: exported.bytes });
    await expect(page.getByRole('heading', { level: 1, name: /^Draft:/ })).toBeVisible();
    await expect(standards.field('Version')).toHaveValue('1.2.0');
    await standards.button('Discard the draft…').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Discard the draft' }).click();
    await expect(page.getByText('No draft is being written.', { exact: false })).toBeVisible();
  });

  await test.step('a new round takes the version in use, or another that is chosen', async () => {
    await goTo(page, 'Round');
    await standards.button('Begin another round…').click();
    const choice = page.getByRole('dialog').getByLabel('Standards');
    await expect(choice.getByRole('option', { selected: true })).toHaveText('Version 1.1.0, in use');
    await choice.selectOption('Version 1.0.0');
  });
});

test('the same by keyboard', async ({ application, page }) => {
  const standards = await openStandards(application);
  const keyboard = new Keyboard(page);
  await keyboard.use(standards.button('New version from 1.0.0'));
  await expect(page.getByRole('heading', { level: 1, name: /^Draft:/ })).toBeFocused();
  await keyboard.tabTo(standards.field('In use from'));
  // Day and month alike, whichever the browser asks for first.
  await keyboard.type('09092026');
  await expect(standards.field('In use from')).toHaveValue('2026-09-09');
  await keyboard.fillIn(standards.field('What changed, and why'), NOTE);
  await keyboard.use(standards.parts.getByRole('button', { name: /^S07/ }), 'Shift+Tab');
  await keyboard.fillIn(standards.field('Weight'), '-1');
  await keyboard.use(standards.faults.getByRole('button'), 'Shift+Tab');
  await expect(standards.field('Weight')).toBeFocused();
  await keyboard.press('Control+A');
  await keyboard.type('30');
  await expect(standards.faults).toHaveCount(0);
  await keyboard.press('Control+z');
  await expect(standards.field('Weight')).not.toHaveValue('30');
  await keyboard.press('Control+Shift+z');
  await expect(standards.field('Weight')).toHaveValue('30');
  await keyboard.use(standards.button(/^S07.C1 /));
  await keyboard.tabTo(standards.field('Key criterion'));
  await keyboard.press('Space');
  await standards.isSaved();
  await keyboard.tabTo(standards.tab('Write'), 'Shift+Tab');
  await keyboard.press('ArrowRight', 'ArrowRight');
  await expect(page.getByText(/gradings by auditors/).first()).toBeVisible();
  await keyboard.press('ArrowRight');
  await keyboard.use(standards.button('Publish version 1.1.0…'));
  await keyboard.use(page.getByRole('dialog').getByRole('button', { name: 'Publish it' }));
  await expect(standards.version('1.1.0')).toContainText('In use');
});
