import path from 'node:path';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { addDays } from '../../shared/domain/calendar-date.ts';
import { checkAccessibility, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { expect, test } from '../support/journey.ts';
import { DocumentPane } from './pages/document-pane.ts';
import { Entrance } from './pages/entrance.ts';
import { goTo } from './pages/frame.ts';
import { Keyboard } from './pages/keyboard.ts';
import { PlansPage } from './pages/plans.ts';

const DRAFT = path.resolve('tests/corpus/plans/s01-willowshire-amara/draft.docx');
const REFERENCE = 'FM-1';
const LEADS_PIN = '4071';
const OFFICERS_PIN = '8250';
const PLAN_WORDS = 'Amara has eczema, managed at home.';
const ADVICE_WORDS = 'Amara’s eczema wakes her three nights a week; she is tired and scratches in lessons.';
const TODAY = new Date().toISOString().slice(0, 10);
const ASKED = addDays(TODAY, -80);
const RECEIVED = addDays(ASKED, 6 * 7 + 9);

/** A draft five weeks before its final is due, and the DCO at the machine. */
async function prepare(page: Page): Promise<void> {
  const plans = new PlansPage(page);
  await new Entrance(page).setUp();
  await goTo(page, 'Plans');
  await plans.add([DRAFT]);
  await plans.expectWaiting('draft.docx');
  await plans.fileAsRead('draft.docx', async (dialog) => {
    await dialog.getByLabel('Reference', { exact: true }).fill(REFERENCE);
  });
  await plans.openPlan(REFERENCE);
  await page
    .getByText(/^The dates it counts with/)
    .first()
    .click();
  const received = page.getByLabel('Request received');
  await received.fill(addDays(TODAY, -15 * 7));
  await received.blur();
  await expect(page.getByRole('button', { name: 'Take out request received' })).toBeVisible();

  await goTo(page, 'Settings');
  await page.getByRole('tab', { name: 'People' }).click();
  await page.getByRole('button', { name: 'Choose my PIN…' }).click();
  await page.getByLabel('New PIN', { exact: true }).fill(LEADS_PIN);
  await page.getByLabel('New PIN again').fill(LEADS_PIN);
  await page.getByRole('button', { name: 'Choose this PIN' }).click();
  await expect(page.getByRole('button', { name: 'Change my PIN…' })).toBeVisible();
  await page.getByRole('button', { name: 'Add a person…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a person' });
  await dialog.getByLabel('Name').fill('Briar Tolland');
  await dialog.getByLabel('Agency').selectOption('Health');
  await dialog.getByLabel(/^Auditor/).uncheck();
  await dialog.getByLabel(/^Designated officer/).check();
  await dialog.getByRole('button', { name: 'Add the person' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: /Change person$/ }).click();
  await page.getByRole('button', { name: /^Briar Tolland/ }).click();
  await page.getByLabel('New PIN', { exact: true }).fill(OFFICERS_PIN);
  await page.getByLabel('New PIN again').fill(OFFICERS_PIN);
  await page.getByRole('button', { name: 'Choose this PIN and sign in' }).click();
  await expect(page.getByRole('button', { name: /^Signed in as Briar Tolland/ })).toBeVisible();
}

test('a DCO checks a draft against the advice and sends corrections', async ({ page, application }) => {
  await prepare(page);
  const plan = new DocumentPane(page);
  const healthCheck = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Health check' });
  const side = page.getByRole('region', { name: 'The check' });

  await test.step('the queue says how long is left, and that no advice is in the log', async () => {
    await healthCheck.click();
    await expect(page.getByRole('row', { name: /FM-1.*35 days left.*None in the log.*Not begun/ })).toBeVisible();
    await checkAccessibility(page, 'the queue of drafts');
    await expectNoSidewaysScroll(page, 'the queue of drafts');
    await page.getByRole('link', { name: REFERENCE }).click();
  });

  await test.step('what Section K lists is confirmed, with the days', async () => {
    const sections = page.getByRole('navigation', { name: 'Sections of the plan' }).getByRole('button');
    await expect(sections).toHaveCount(6);
    await expect(side.getByText('Nothing is in the log yet')).toBeVisible();
    await checkAccessibility(page, 'the advice log');
    await side.getByRole('button', { name: /^Confirm Paediatrician/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Add advice to the log' });
    await expect(dialog.getByLabel('Service', { exact: true })).toHaveValue('Willowshire NHS');
    await dialog.getByLabel('Asked on').fill(ASKED);
    await dialog.getByLabel('Received on').fill(RECEIVED);
    await expect(dialog.getByText('Late by 9 days (regulation 8)')).toBeVisible();
    await dialog.getByLabel('Says the outcomes').selectOption('No');
    await checkAccessibility(page, 'a request for advice');
    await dialog.getByRole('button', { name: 'Add to the log' }).click();
    const card = side.getByRole('article', { name: 'Willowshire NHS' });
    await expect(card).toContainText('Late by 9 days (regulation 8)');
    await expect(card).toContainText('does not answer outcomes');
    await expect(side.getByRole('button', { name: /^Confirm Paediatrician/ })).toHaveCount(0);
  });

  await test.step('a passage of the plan is put beside the advice', async () => {
    await plan.selectWords(PLAN_WORDS);
    await page.getByRole('button', { name: 'Add as evidence for the passage' }).click();
    const form = side.getByRole('form', { name: 'Compare a passage' });
    await expect(form).toContainText(PLAN_WORDS);
    await form.getByRole('button', { name: 'Keep the finding' }).click();
    await expect(form.getByText('Choose the advice.')).toBeVisible();
    await form.getByLabel('Advice of').selectOption('Willowshire NHS, Paediatrician');
    await form.getByLabel('The advice’s words').fill(ADVICE_WORDS);
    await form.getByLabel(/^Weakened/).check();
    await form.getByLabel('Comment').fill('The effect on Amara’s sleep and learning is left out.');
    await form.getByRole('button', { name: 'Keep the finding' }).click();
    const found = side.getByRole('article', { name: /^Weakened/ });
    await expect(found).toContainText(PLAN_WORDS);
    await expect(found).toContainText('The plan, Section C');
    await checkAccessibility(page, 'the passages');
    await expectNoSidewaysScroll(page, 'the passages');
  });

  await test.step('it is asked to be corrected before the final is due, sent, and answered', async () => {
    await side.getByRole('tab', { name: /^Corrections/ }).click();
    const correction = side.getByRole('article', { name: /^Correction/ });
    await correction.getByLabel('What to correct').fill('Say how the eczema affects sleep and learning.');
    await correction.getByLabel('Due on').fill(addDays(TODAY, 60));
    await correction.getByRole('button', { name: 'Ask for this correction' }).click();
    await expect(correction.getByLabel('Due on')).toHaveAccessibleDescription(/before the final is due/);
    await correction.getByLabel('Due on').fill(addDays(TODAY, 5));
    await correction.getByRole('button', { name: 'Ask for this correction' }).click();
    await checkAccessibility(page, 'a correction');
    await side.getByRole('button', { name: 'Mark 1 correction as sent' }).click();
    await expect(correction).toContainText('Not answered yet.');
    await correction.getByLabel('What came back').fill('Section C now says it.');
    await correction.getByRole('button', { name: 'Note the answer' }).click();
    await expect(correction).toContainText('Answered: Section C now says it.');
    await page.getByRole('button', { name: 'The draft is checked' }).click();
    await expect(page.getByRole('button', { name: 'Checked: open it again' })).toBeVisible();
  });

  await test.step('the queue tells it, and the service gets its letter without a name', async () => {
    await healthCheck.click();
    await expect(page.getByRole('row', { name: /FM-1.*1 received.*Checked.*1 passage.*1 answered/ })).toBeVisible();
    await page.getByRole('tab', { name: 'Services and gaps' }).click();
    await expect(page.getByRole('row', { name: /Willowshire NHS, Paediatrician.*1 of 1/ })).toBeVisible();
    await checkAccessibility(page, 'services and gaps');
    await expectNoSidewaysScroll(page, 'services and gaps');
    await page.getByRole('button', { name: /^Letter to Willowshire NHS/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Letter to Willowshire NHS' });
    await dialog.getByLabel('Training points to add').fill('Say what each need means for learning.');
    await checkAccessibility(page, 'a letter');
    const { name, bytes } = await application.savedFile(() =>
      dialog.getByRole('button', { name: 'Make the Word document' }).click(),
    );
    expect(name).toBe(`letter-willowshire-nhs-${TODAY}.docx`);
    const xml = strFromU8(unzipSync(new Uint8Array(bytes))['word/document.xml'] ?? new Uint8Array());
    expect(xml).toContain('Say what each need means for learning.');
    expect(xml).toContain('Say how the eczema affects sleep and learning.');
    expect(xml).not.toContain('Amara');
  });
});

test('a draft is checked by keyboard alone', async ({ page }) => {
  await prepare(page);
  const keys = new Keyboard(page);
  const side = page.getByRole('region', { name: 'The check' });
  await keys.use(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Health check' }));
  await keys.use(page.getByRole('link', { name: REFERENCE }));
  await keys.use(side.getByRole('button', { name: 'Add advice…' }));
  const dialog = page.getByRole('dialog', { name: 'Add advice to the log' });
  await keys.fillIn(dialog.getByLabel('Service', { exact: true }), 'Fernmoor Therapies');
  await keys.tabTo(dialog.getByLabel('Received on'));
  // Day and month are the same, whichever of them the browser asks for first.
  await keys.type('10102025');
  await keys.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(side.getByRole('article', { name: 'Fernmoor Therapies' })).toBeVisible();

  await keys.tabTo(side.getByRole('tab', { name: /^Advice log/ }), 'Shift+Tab');
  await keys.press('ArrowRight');
  const form = side.getByRole('form', { name: 'Compare a passage' });
  await keys.tabTo(form.getByLabel('Advice of'));
  await keys.press('ArrowDown');
  await keys.fillIn(form.getByLabel('The advice’s words'), ADVICE_WORDS);

  const text = page.getByRole('region', { name: /^Text of / });
  await keys.tabTo(text, 'Shift+Tab');
  await keys.press('Control+F');
  await keys.type(PLAN_WORDS);
  await keys.press('Enter', 'Escape');
  await expect(text).toBeFocused();
  await keys.press('ArrowDown', 'e');
  await expect(form.locator('blockquote')).not.toBeEmpty();

  await keys.tabTo(form.getByLabel(/^Faithful/));
  await keys.press('Space', 'ArrowDown');
  await expect(form.getByLabel(/^Weakened/)).toBeChecked();
  await keys.use(form.getByRole('button', { name: 'Keep the finding' }));
  await expect(side.getByRole('article', { name: /^Weakened/ })).toBeVisible();

  await keys.tabTo(side.getByRole('tab', { name: /^Passages/ }), 'Shift+Tab');
  await keys.press('ArrowRight');
  const correction = side.getByRole('article', { name: /^Correction/ });
  await keys.fillIn(correction.getByLabel('What to correct'), 'Say what the advice says.');
  await keys.use(correction.getByRole('button', { name: 'Ask for this correction' }));
  await expect(correction.getByRole('button', { name: 'Asked for, not sent yet' })).toBeVisible();
  await keys.use(side.getByRole('button', { name: 'Mark 1 correction as sent' }), 'Shift+Tab');
  await expect(correction).toContainText('Not answered yet.');
});
