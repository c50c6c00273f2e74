import type { Page } from '@playwright/test';
import { builtInRubric } from '../../shared/domain/rubric/built-in-rubric.ts';
import { checkAccessibility } from '../support/accessibility.ts';
import { expect, test } from '../support/journey.ts';
import { HEALTH_STANDARDS, LEAD, NURSE, OTHER, PIN, prepareGrading } from '../support/prepared-grading.ts';
import { AuditScreen } from './pages/audit.ts';
import { Entrance } from './pages/entrance.ts';

const RUBRIC = builtInRubric();
const ASKED = `You grade ${HEALTH_STANDARDS.length} of ${RUBRIC.standards.length} standards for health`;
const COMMENT = 'Nobody is named who gives it.';
const NOTE = 'Ask the nurse about the amounts.';
const FLAG = 'Page 3 names another child.';
const REASON = 'The appendix was not read.';

test('an auditor grades her own standards alone, flags a breach and reopens; only who acts on it is told', async ({
  application,
  page,
}) => {
  await prepareGrading(application.dataFolder);
  await unlock(page);
  await signIn(page, NURSE);
  const audit = new AuditScreen(page, RUBRIC);
  await page.getByRole('button', { name: 'Begin FM-01 draft' }).last().click();
  await expect(page.getByText(ASKED).first()).toBeVisible();
  await expect(audit.gradeSoFar.getByText('No overall grade')).toBeVisible();
  await audit.standards.getByRole('button', { name: 'All', exact: true }).click();
  await expect(audit.standards.locator('#standard-list').getByRole('listitem')).toHaveCount(HEALTH_STANDARDS.length);
  await audit.standards.getByRole('button', { name: 'All', exact: true }).click();

  await audit.supplyFacts({ hasHealthProvision: true });
  const card = audit.criterion('S04.C2');
  await audit.answer('S04.C2', 'partly');
  await audit.comment('S04.C2', COMMENT);
  await card.getByLabel('Root cause').selectOption('Advice vague');
  await card.getByRole('button', { name: 'Phrases', exact: true }).click();
  await card.getByRole('button', { name: 'Keep what I typed' }).click();
  await expect(card.getByRole('button', { name: '1 phrase' })).toBeVisible();
  await checkAccessibility(page, 'a shortfall with its cause and a phrase');
  await audit.standards.getByRole('button', { name: 'Make a note' }).click();
  await audit.standards.getByLabel('My note on this standard').fill(NOTE);
  await audit.expectSaved();
  await page.getByRole('button', { name: 'Notes', exact: true }).click();
  await page.getByRole('dialog', { name: 'My notes' }).getByLabel('On the whole plan').fill('For the panel.');
  await checkAccessibility(page, 'notes');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Flag', exact: true }).click();
  const flagDialog = page.getByRole('dialog', { name: 'Flag something that cannot wait' });
  await flagDialog.getByRole('radio', { name: 'Another child’s data' }).check();
  await expect(flagDialog.getByText(/data protection officer today.*72 hours/)).toBeVisible();
  await flagDialog.getByLabel('What was seen, and where').fill(FLAG);
  await flagDialog.getByLabel('Who acts on it today').selectOption(LEAD);
  await checkAccessibility(page, 'raising a flag');
  await flagDialog.getByRole('button', { name: 'Raise the flag' }).click();
  await expect(flagDialog).toBeHidden();

  for (const standard of RUBRIC.standards.filter(({ id }) => HEALTH_STANDARDS.includes(id))) {
    await audit.openStandard(standard.id);
    for (const { id } of standard.criteria) {
      if (!(await audit.criterion(id).isVisible())) continue;
      await audit.answer(id, 'partly');
      await audit.comment(id, COMMENT);
      await audit.tickAbsent(id, 'G');
    }
  }
  await audit.expectSaved();
  await expect(page.getByRole('button', { name: 'Submit', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Submit', exact: true }).click();
  await expect(audit.submitDialog().getByText(/answers have no root cause yet/)).toBeVisible();
  await checkAccessibility(page, 'causes asked for at submission');
  await audit.submitDialog().getByRole('button', { name: 'Submit and lock' }).click();
  await page.getByRole('button', { name: 'Reopen', exact: true }).click();
  const reopening = page.getByRole('dialog', { name: 'Reopen this audit' });
  await reopening.getByRole('button', { name: 'Reopen', exact: true }).click();
  await expect(reopening.getByLabel('Why')).toHaveAccessibleDescription(/Say why/);
  await reopening.getByLabel('Why').fill(REASON);
  await checkAccessibility(page, 'reopening');
  await reopening.getByRole('button', { name: 'Reopen', exact: true }).click();
  await audit.choose('S10.C1');
  await expect(audit.criterion('S10.C1').getByLabel('Root cause')).toHaveValue('not_known');
  await page.getByRole('button', { name: 'Submit', exact: true }).click();
  await audit.submitDialog().getByRole('button', { name: 'Submit and lock' }).click();
  await expect(page.getByRole('button', { name: 'Reopen', exact: true })).toBeVisible();

  await changePerson(page, OTHER);
  await expect(page.getByRole('heading', { name: 'My queue' })).toBeVisible();
  await expect(page.getByText(FLAG)).toHaveCount(0);

  await changePerson(page, LEAD);
  await expect(page.getByRole('heading', { name: 'One open flag' })).toBeVisible();
  await expect(page.getByText(/reported by .*, 72 hours after it was noticed/)).toBeVisible();
  await checkAccessibility(page, 'an open flag on Home');
  await page.getByRole('button', { name: 'Acknowledge FM-01' }).click();
  const handling = page.getByRole('dialog', { name: 'Another child’s data: FM-01' });
  await handling.getByRole('button', { name: 'The data protection officer has been told' }).click();
  await expect(handling.getByRole('button', { name: 'The data protection officer has been told' })).toBeHidden();
  await handling.getByLabel('What is being done, or what was done').fill('Called back from the school.');
  await handling.getByRole('button', { name: 'Acknowledge', exact: true }).click();
  await expect(page.getByText(/Acknowledged .* by Ottoline Sedge: Called back from the school\./)).toBeVisible();
  await page.getByRole('button', { name: 'Act on it FM-01' }).click();
  await handling.getByRole('button', { name: 'Resolve' }).click();
  await expect(handling.getByLabel('What is being done, or what was done')).toHaveAccessibleDescription(
    /what was done/,
  );
  await handling.getByLabel('What is being done, or what was done').fill('The plan was replaced and the family told.');
  await handling.getByRole('button', { name: 'Resolve' }).click();
  await expect(page.getByRole('heading', { name: 'One open flag' })).toHaveCount(0);
});

test('one standard across all plans, by keyboard alone', async ({ application, page }) => {
  await prepareGrading(application.dataFolder);
  await unlock(page);
  await signIn(page, NURSE);
  const audit = new AuditScreen(page, RUBRIC);
  await page.getByRole('button', { name: 'Begin FM-01 draft' }).last().press('Enter');
  await expect(page.getByText(ASKED).first()).toBeVisible();
  await page.keyboard.press('b');
  const across = page.getByRole('region', { name: 'One standard across my plans' });
  await expect(across.getByText(/: FM-01, plan 1 of 2/)).toBeVisible();
  await checkAccessibility(page, 'one standard across plans');

  const first = audit.standards.getByRole('group').first();
  await expect(first).toBeFocused();
  await page.keyboard.press('2');
  await page.keyboard.press('k');
  await expect(first).toBeFocused();
  await page.keyboard.press('c');
  await page.keyboard.type(COMMENT);
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await page.keyboard.type('Writing');
  await page.keyboard.press('Escape');
  await expect(first.getByLabel('Root cause')).toHaveValue('writing');
  await page.keyboard.press('p');
  await expect(first.getByRole('button', { name: 'Phrases', exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(first.getByRole('button', { name: '1 phrase' })).toBeVisible();
  await first.focus();
  await page.keyboard.press('m');
  await page.keyboard.type(NOTE);
  await page.keyboard.press('Escape');
  await audit.expectSaved();

  await page.keyboard.press('.');
  await expect(across.getByText(/: FM-02, plan 2 of 2/)).toBeVisible();
  await expect(first).toBeFocused();
  await page.keyboard.press('2');
  await page.keyboard.press('k');
  await page.keyboard.press('c');
  await page.keyboard.press('Alt+1');
  await expect(first.getByLabel('Comment')).toHaveValue(COMMENT);
  await page.keyboard.press('Escape');
  await audit.expectSaved();
  await page.keyboard.press(',');
  await expect(across.getByText(/: FM-01, plan 1 of 2/)).toBeVisible();
  await expect(audit.standards.getByRole('button', { name: 'My note' })).toBeVisible();
  await page.keyboard.press('b');
  await expect(across).toBeHidden();
  await page.keyboard.press('f');
  await expect(page.getByRole('dialog', { name: 'Flag something that cannot wait' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(audit.standards).toBeVisible();
});

async function unlock(page: Page): Promise<void> {
  await page.reload();
  const entrance = new Entrance(page);
  await entrance.chooseWorkspace();
  await entrance.unlock();
  await expect(entrance.heading('Who is at the machine?')).toBeVisible();
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await page.getByLabel('PIN', { exact: true }).fill(PIN);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

async function changePerson(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /Change person$/ }).click();
  await signIn(page, name);
}
