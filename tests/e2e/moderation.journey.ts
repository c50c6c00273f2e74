import type { Page } from '@playwright/test';
import { checkAccessibility, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { type Application, expect, test } from '../support/journey.ts';
import { PANEL_PIN, preparePanel } from '../support/prepared-moderation.ts';
import { tablesOfDocx } from '../support/read-report.ts';
import { goTo } from './pages/frame.ts';
import { Keyboard } from './pages/keyboard.ts';
import { ModerateScreen } from './pages/moderate.ts';

const WHY = 'The timetable on page 4 names hours and who gives them.';

test('the chair moderates by mouse what two auditors graded alone', async ({ page, application }) => {
  const moderate = new ModerateScreen(page);

  await test.step('two auditors have submitted; nothing is shown before the panel begins', async () => {
    await begin(page, application);
    await moderate.enterAsChair();
    await goTo(page, 'Moderate');
    await expect(page.getByText('2 plans are ready')).toBeVisible();
    await expect(page.getByRole('main')).not.toContainText('Requires improvement');
    await checkAccessibility(page, 'plans ready to moderate');
    await page.getByRole('button', { name: 'Begin with these 2 plans' }).click();
    await expect(moderate.section('To discuss').getByRole('row', { name: /FM-1/ })).toContainText(
      'Requires improvement',
    );
    await expect(moderate.section('To discuss')).toContainText('Overall grades differ by one step or more.');
  });

  await test.step('of the agreements a share is drawn, and kept with its seed', async () => {
    await page.getByRole('button', { name: 'Draw 1 of 1' }).click();
    await expect(page.getByText(/Drawn by chance: FM-0, from 1 agreement .* Seed \d+/)).toBeVisible();
    await expect(moderate.section('To discuss').getByRole('row')).toHaveCount(3);
    await checkAccessibility(page, 'plans to discuss');
    await expectNoSidewaysScroll(page, 'plans to discuss');
  });

  await test.step('the differing answer stands side by side with its quotes, which lead into the plan', async () => {
    await page.getByRole('link', { name: 'Moderate FM-1, final' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'FM-1, final' })).toBeVisible();
    await expect(moderate.agreed).toContainText('Requires improvement');
    const disputed = moderate.criterion('S06.C1');
    await expect(disputed).toContainText('Briar Tolland');
    await expect(disputed).toContainText('Met');
    await expect(disputed).toContainText('Not met');
    await checkAccessibility(page, 'a document before the panel');
    await expectNoSidewaysScroll(page, 'a document before the panel');
    await page.getByRole('button', { name: /^All \d+/ }).click();
    const quote = page.getByRole('list', { name: 'Words that Briar Tolland quotes' }).getByRole('button').last();
    const words = (await quote.locator('q').textContent()) ?? '';
    expect(words).toHaveLength(30);
    await quote.click();
    await moderate.expectInSight(words);
    await page.getByRole('button', { name: /^Differences \d+/ }).click();
  });

  await test.step('locking waits for what is chosen and not agreed, and names what nobody discussed', async () => {
    const disputed = moderate.criterion('S06.C1');
    const lock = page.getByRole('button', { name: 'Agree and lock' });
    const locked = page.getByText(/Locked by Ottoline Sedge/);
    await disputed.getByRole('radio', { name: 'Partly met', exact: true }).check();
    await lock.click();
    await expect(page.getByRole('alert')).toContainText('Nothing is locked');
    await expect(disputed).toBeFocused();
    await expect(disputed.getByRole('radio', { name: 'Partly met', exact: true })).toBeChecked();
    await checkAccessibility(page, 'locking refused');
    await page.getByRole('button', { name: /^All \d+/ }).click();
    await page.getByRole('button', { name: /^Differences \d+/ }).click();
    await expect(disputed.getByRole('radio', { name: 'Partly met', exact: true })).toBeChecked();
    await disputed.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await lock.click();
    const asked = page.getByRole('dialog', { name: 'One difference was not discussed' });
    await expect(asked).toContainText('S06.C1');
    await expect(asked).toContainText('Not met');
    await checkAccessibility(page, 'locking with an undiscussed difference');
    await asked.getByRole('button', { name: 'Cancel' }).click();
    await expect(locked).toHaveCount(0);
  });

  await test.step('agrees the answer with its reason; the grade follows at once; undo and back', async () => {
    await moderate.agreeAnswer('S06.C1', 'Met', WHY);
    await expect(moderate.agreed).toContainText('Good');
    await moderate.criterion('S06.C1').getByRole('button', { name: 'Back to undiscussed' }).click();
    await expect(moderate.agreed).toContainText('Requires improvement');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(moderate.agreed).toContainText('Good');
    await moderate.noteDissent('Corin Vale', 'I still read it as not met.');
    await expect(page.getByText('I still read it as not met.')).toBeVisible();
  });

  await test.step('the chair moves the grade by one step, locks it, and takes it back', async () => {
    await page.getByRole('button', { name: 'Move the grade…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Move the grade by one step' });
    await expect(dialog.getByRole('radio')).toHaveCount(1);
    await expect(dialog).toContainText('caps it at Good');
    await dialog.getByLabel('Why').fill('The family was not asked about the new school.');
    await checkAccessibility(page, 'moving the grade');
    await dialog.getByRole('button', { name: 'Move the grade' }).click();
    await expect(moderate.agreed).toContainText('Moved by the chair from Good');
    await page.getByRole('button', { name: 'Agree and lock' }).click();
    await expect(page.getByText(/Locked by Ottoline Sedge/)).toBeVisible();
    await expect(moderate.criterion('S06.C1').getByRole('button', { name: 'Change' })).toHaveCount(0);
    await checkAccessibility(page, 'an agreed document');
    await page.getByRole('button', { name: 'Take back…' }).click();
    await page.getByRole('dialog').getByLabel('Why').fill('Agreed too soon.');
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.getByRole('button', { name: 'Agree and lock' }).click();
    await expect(page.getByText(/Locked by Ottoline Sedge/)).toBeVisible();
  });

  await test.step('who came, agreement in words, and the minutes', async () => {
    await goTo(page, 'Moderate');
    await page.getByRole('tab', { name: 'Panel day' }).click();
    await page
      .getByRole('row', { name: /Briar Tolland/ })
      .getByLabel('Came', { exact: true })
      .check();
    await expect(page.getByText('1 of 2 came: 1 health.')).toBeVisible();
    await checkAccessibility(page, 'the panel day');
    const minutes = await application.savedFile(() => page.getByRole('button', { name: 'Minutes to Word' }).click());
    const tables = tablesOfDocx(minutes.bytes);
    expect(tables.find(({ caption }) => caption === 'Agreed grades')?.rows[1]).toEqual([
      'FM-1, final',
      'Briar Tolland (health): Good; Corin Vale (social care): Requires improvement',
      'Good',
      'Requires improvement',
    ]);
    expect(tables.find(({ caption }) => caption.endsWith('answers agreed'))?.rows[1]?.[3]).toBe(WHY);
    await page.getByRole('tab', { name: 'Agreement' }).click();
    await expect(page.getByText(/gave the same grade on 1 of 2 plans/)).toBeVisible();
    await page.getByText('Show by auditor').click();
    await expect(page.getByRole('row', { name: /Corin Vale/ })).toContainText('The same on average');
    await checkAccessibility(page, 'agreement');
    await page.getByRole('tab', { name: 'Calibration' }).click();
    await expect(page.getByRole('heading', { name: 'No calibration in this round yet' })).toBeVisible();
    await checkAccessibility(page, 'calibration');
  });

  await test.step('a plan that is not in the round is named for calibration, and a note is pinned', async () => {
    await page.getByRole('button', { name: 'Name a plan for calibration…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Name a plan for calibration' });
    await dialog.getByRole('button', { name: 'Name this one: FM-1, final' }).click();
    await expect(dialog.getByRole('alert')).toContainText('to be graded in this round');
    await dialog.getByLabel('Reference').fill('FM-C');
    await checkAccessibility(page, 'naming a calibration');
    await dialog.getByRole('button', { name: 'Name this one: FM-C, final' }).click();
    await expect(moderate.section('Being graded')).toContainText('0 of 2');
    await page.getByRole('tab', { name: 'Plans' }).click();
    await page.getByRole('link', { name: 'Moderate FM-0, final' }).click();
    await page.getByRole('button', { name: /^All \d+/ }).click();
    await page.getByRole('button', { name: 'Pin a note to S01.C1' }).click();
    await page.getByLabel('What S01.C1 is taken to mean').fill('A dated signature is enough.');
    await goTo(page, 'Standards');
    await page.goBack();
    await expect(page.getByLabel('What S01.C1 is taken to mean')).toHaveValue('A dated signature is enough.');
    await page.getByRole('button', { name: 'Pin it' }).click();
    await expect(moderate.criterion('S01.C1')).toContainText('Calibration note A dated signature is enough.');
    await checkAccessibility(page, 'all criteria of a document');
  });

  await test.step('the note stands beside the criterion in an audit', async () => {
    await page.getByRole('button', { name: /Change person$/ }).click();
    await page.getByRole('button', { name: /^Briar Tolland/ }).click();
    await page.getByLabel('PIN', { exact: true }).fill(PANEL_PIN);
    await page.keyboard.press('Enter');
    await goTo(page, 'Home');
    await page.getByRole('row', { name: /FM-C/ }).getByRole('button').click();
    await expect(page.getByRole('list', { name: 'Calibration notes' })).toContainText('A dated signature is enough.');
    await goTo(page, 'Moderate');
    await expect(page.getByRole('tab')).toHaveCount(0);
    await expect(moderate.section('Agreed')).toContainText('FM-1');
    await checkAccessibility(page, 'moderation as an auditor sees it');
    await page.getByRole('button', { name: /Change person$/ }).click();
    await moderate.signInAsChair();
  });

  await test.step('the report uses the agreed grade, and says of how many', async () => {
    await goTo(page, 'Report');
    await expect(page.getByRole('row', { name: /^Agreed, and moved one step by the chair/ })).toContainText('1');
  });
});

test('the chair moderates by keyboard alone', async ({ page, application }) => {
  const moderate = new ModerateScreen(page);
  const keys = new Keyboard(page);
  await begin(page, application);
  await moderate.enterAsChair();
  await keys.use(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Moderate' }));
  await keys.use(page.getByRole('button', { name: 'Begin with these 2 plans' }));
  await keys.use(page.getByRole('link', { name: 'Moderate FM-1, final' }));
  await expect(page.getByRole('heading', { level: 1, name: 'FM-1, final' })).toBeFocused();
  await keys.press('j');
  await expect(moderate.criterion('S06.C1')).toBeFocused();
  await keys.tabTo(moderate.criterion('S06.C1').getByRole('radio').first());
  await keys.press('Space');
  await keys.tabTo(moderate.criterion('S06.C1').getByLabel('What decided it'));
  await keys.type(WHY);
  await keys.use(moderate.criterion('S06.C1').getByRole('button', { name: 'Agree this answer' }));
  await expect(moderate.agreed).toContainText('Good');
  await keys.use(page.getByRole('button', { name: 'Agree and lock' }), 'Shift+Tab');
  await expect(page.getByText(/Locked by Ottoline Sedge/)).toBeVisible();
});

/** A panel that is ready, on the application's folder; the page is away meanwhile. */
async function begin(page: Page, application: Application): Promise<void> {
  await page.goto('about:blank');
  await application.kill();
  await preparePanel(application.dataFolder);
  await application.startAgain();
}
