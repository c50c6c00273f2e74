import type { Page } from '@playwright/test';
import { builtInRubric } from '../../shared/domain/rubric/built-in-rubric.ts';
import { checkAccessibility, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { expect, test } from '../support/journey.ts';
import { HER_STANDARD, prepareMasking, REPRESENTATIVE } from '../support/prepared-masking.ts';
import { LEADS_PIN, PANEL_PIN } from '../support/prepared-moderation.ts';
import { AuditScreen } from './pages/audit.ts';
import { Entrance, PERSON } from './pages/entrance.ts';
import { goTo } from './pages/frame.ts';

const RUBRIC = builtInRubric();
const COMMENT = 'A family could follow this page.';
const NAMED = /Amara|Fieldgate|Riverbank|Ironmonger|Joel|Sedge Lane|Willowbourne|11 April 2016/i;

test('a QA lead checks the masks and ticks; the representative reads masked words, quotes them and submits', async ({
  page,
  application,
}) => {
  await page.goto('about:blank');
  await application.kill();
  await prepareMasking(application.dataFolder);
  await application.startAgain();
  const entrance = new Entrance(page);
  const audit = new AuditScreen(page, RUBRIC);

  await test.step('before the tick the representative is told what it waits for, and nothing of the plan', async () => {
    await entrance.chooseWorkspace();
    await entrance.unlock();
    await signIn(page, REPRESENTATIVE, PANEL_PIN);
    await expect(page.getByRole('heading', { name: 'Your plan is being prepared' })).toBeVisible();
    await expect(page.getByRole('row', { name: /^FM-1/ })).toContainText('names are checked by the QA lead first');
    await expect(page.getByRole('button', { name: /^Begin/ })).toHaveCount(0);
    await checkAccessibility(page, 'home while a plan is being prepared');
    await expect(page.getByRole('main')).not.toContainText(NAMED);
  });

  await test.step('the QA lead is led from the round to the plan as the forum will read it', async () => {
    await changePerson(page, PERSON, LEADS_PIN);
    await goTo(page, 'Round');
    await page.getByRole('tab', { name: 'Assign' }).click();
    await expect(page.getByRole('row', { name: /FM-1, final/ })).toContainText('Not checked yet');
    await checkAccessibility(page, 'what the forum audits of a round');
    await page.getByRole('link', { name: 'FM-1, final' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('What the parent carer forum does not read');
    await expect(audit.plan.text).toContainText('Education, Health and Care Plan for [child]');
    await expect(audit.plan.text).not.toContainText(NAMED);
    await checkAccessibility(page, 'a plan as the forum will read it');
    await expectNoSidewaysScroll(page, 'a plan as the forum will read it');
  });

  await test.step('a word that is left is masked everywhere, and a wrong mask is taken away and brought back', async () => {
    await audit.plan.selectWords('recorder');
    await page.getByLabel('What it is').selectOption('Place');
    await page.getByRole('button', { name: 'Mask this everywhere' }).click();
    await expect(page.getByText('“recorder” masked.').last()).toBeVisible();
    await expect(audit.plan.text).not.toContainText('recorder');
    await page.getByRole('button', { name: '“recorder” is no name: unmask it everywhere' }).click();
    await expect(audit.plan.text).toContainText('recorder');
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    await expect(audit.plan.text).not.toContainText('recorder');
    await page.getByRole('radio', { name: 'With the names' }).check();
    await expect(audit.plan.text).toContainText('Amara lives with her parents');
    await page.getByRole('button', { name: 'Show “Joel” in the plan' }).click();
    await checkAccessibility(page, 'a plan with its names and what stands for them');
    await page.getByRole('radio', { name: 'As the forum reads it' }).check();
  });

  await test.step('the tick opens it', async () => {
    const tick = page.getByRole('checkbox', { name: /I have read it; it may be opened by the parent carer forum/ });
    await tick.click();
    await expect(tick).toBeChecked();
    await expect(page.getByText(`Ticked by ${PERSON}`)).toBeVisible();
    await expect(page.getByText('Checked: the parent carer forum may open it')).toBeVisible();
  });

  await test.step('the representative reads masked words, quotes them, and submits', async () => {
    await changePerson(page, REPRESENTATIVE, PANEL_PIN);
    await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Plans' })).toHaveCount(0);
    await page
      .getByRole('button', { name: /^Begin FM-1/ })
      .last()
      .click();
    await expect(page.getByText(new RegExp(`Checked by ${PERSON}`))).toBeVisible();
    await expect(audit.plan.text).toContainText('[child] greets familiar people');
    await checkAccessibility(page, 'an audit of masked words');
    for (const { id } of RUBRIC.standards.find(({ id: standard }) => standard === HER_STANDARD)?.criteria ?? []) {
      if (!(await audit.criterion(id).isVisible())) continue;
      await audit.answer(id, 'partly');
      await audit.comment(id, COMMENT);
      await audit.tickAbsent(id, 'A');
    }
    await audit.quote('S10.C1', 'greets familiar people');
    await expect(audit.evidenceOf('S10.C1')).toContainText('greets familiar people');
    await audit.expectSaved();
    await expect(page.getByRole('main')).not.toContainText(NAMED);
    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    await audit.submitDialog().getByRole('button', { name: 'Submit and lock' }).click();
    await expect(page.getByRole('button', { name: 'Reopen', exact: true })).toBeVisible();
  });
});

async function signIn(page: Page, name: string, pin: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await page.getByLabel('PIN', { exact: true }).fill(pin);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

async function changePerson(page: Page, name: string, pin: string): Promise<void> {
  await page.getByRole('button', { name: /Change person$/ }).click();
  await signIn(page, name, pin);
}
