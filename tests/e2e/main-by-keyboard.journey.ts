import type { Page } from '@playwright/test';
import { builtInRubric } from '../../shared/domain/rubric/built-in-rubric.ts';
import { explainGrading } from '../../shared/domain/grading/explain-grading.ts';
import { findCriterion, gradeLabel } from '../../shared/domain/rubric/rubric-words.ts';
import { expect, test } from '../support/journey.ts';
import { tablesOfDocx } from '../support/read-report.ts';
import { planAudit, type PlannedAnswer, type PlannedAudit } from './answer-plan.ts';
import { DRAFT, FINAL } from './dylan.ts';
import { expectDistribution } from './expect-report.ts';
import { AuditScreen } from './pages/audit.ts';
import { Entrance, PARTNERSHIP, PASSPHRASE, PERSON } from './pages/entrance.ts';
import { Keyboard } from './pages/keyboard.ts';
import { PlansPage } from './pages/plans.ts';
import { SectionsScreen } from './pages/sections.ts';

const RUBRIC = builtInRubric();
const REFERENCE = 'RCC-0-25-611';
const FACTS = {
  hasHealthProvision: true,
  hasSocialCareProvision: true,
  hasSocialWorker: false,
  isPhaseTransferYear: false,
};

// Nothing here touches the mouse: locators say where the focus is to go, and read what is on screen.
test('by keyboard alone: from a new workspace to the exported report', async ({ page, application }) => {
  const keys = new Keyboard(page);
  const plans = new PlansPage(page);
  const place = (name: string) =>
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true });

  await test.step('sets up a workspace', async () => {
    const entrance = new Entrance(page);
    await keys.use(entrance.button('Set up your partnership'));
    await keys.fillIn(page.getByLabel('Partnership'), PARTNERSHIP);
    await keys.fillIn(page.getByLabel('Your name'), PERSON);
    await keys.press('Enter');
    await expect(entrance.heading('This half-term')).toBeFocused();
    await keys.use(entrance.button('Continue'));
    await expect(entrance.heading('The passphrase')).toBeFocused();
    await keys.fillIn(entrance.passphrase, PASSPHRASE);
    await keys.fillIn(entrance.passphraseAgain, PASSPHRASE);
    await keys.tabTo(page.getByLabel('I have understood'));
    await keys.press('Space');
    await keys.use(entrance.button('Make the workspace'));
    await expect(page.getByRole('heading', { name: 'Add the first plans' })).toBeVisible();
  });

  await test.step('loads a draft and a final, and files both under one plan', async () => {
    await keys.use(place('Plans'));
    const chooser = page.waitForEvent('filechooser');
    await keys.use(page.getByRole('button', { name: 'Add the first plans' }));
    await (await chooser).setFiles([DRAFT.file, FINAL.file]);
    for (const { name } of [DRAFT, FINAL]) {
      await plans.expectWaiting(name);
      await keys.use(plans.fileButton(name));
      const dialog = page.getByRole('dialog', { name: 'File the document' });
      await keys.use(dialog.getByRole('button', { name: 'File the document' }));
      await expect(dialog).toBeHidden();
    }
    await keys.use(page.getByRole('link', { name: REFERENCE, exact: true }));
    await expect(page.getByRole('heading', { level: 1, name: `Plan ${REFERENCE}` })).toBeFocused();
  });

  await test.step('checks the sections of the draft', async () => {
    await keys.use(plans.card(DRAFT.name).getByRole('link', { name: 'Check the sections' }));
    const sections = new SectionsScreen(page);
    await assignByKeys(page, keys, sections, 'K');
    await expect(sections.undo).toBeEnabled();
    await keys.use(sections.undo, 'Shift+Tab');
    await expect(sections.undo).toBeDisabled();
    await assignByKeys(page, keys, sections, 'K');
    await keys.use(sections.confirm, 'Shift+Tab');
    await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();
    await keys.use(page.getByRole('link', { name: 'Plan', exact: true }));
  });

  const planned: PlannedAudit[] = [];
  for (const version of [DRAFT, FINAL]) {
    await test.step(`audits the ${version.stage}`, async () => {
      await keys.use(plans.card(version.name).getByRole('button', { name: 'Begin the audit' }));
      const audit = new AuditScreen(page, RUBRIC);
      await keys.use(page.getByRole('button', { name: 'Facts', exact: true }));
      for (const [id, value] of Object.entries(FACTS)) {
        await keys.tabTo(
          page.getByLabel(RUBRIC.planFacts.find((fact) => fact.id === id)?.label ?? id, { exact: true }),
        );
        await keys.type(value ? 'Yes' : 'No');
      }
      const facts = await audit.factsInSight();
      expect(facts).toMatchObject(FACTS);
      await keys.press('Escape');
      const plan = planAudit(RUBRIC, facts, version);
      planned.push(plan);
      await answerByKeys(audit, keys, plan);
      await audit.expectSaved();
      await expect(audit.gradeSoFar).toContainText(gradeLabel(RUBRIC, plan.grading.overallGrade ?? ''));
      const foremost = explainGrading(RUBRIC, plan.grading).find(({ holds, kind }) => holds && kind !== 'band');
      await expect(audit.gradeSoFar).toContainText(foremost?.text ?? 'Nothing holds the grade down.');
      await keys.use(page.getByRole('button', { name: 'Submit', exact: true }), 'Shift+Tab');
      await keys.use(audit.submitDialog().getByRole('button', { name: 'Submit and lock' }));
      await expect(page.getByText(/^\s*Submitted \d.*\.$/)).toBeVisible();
      await keys.use(page.getByRole('link', { name: 'Plan', exact: true }));
    });
  }
  const [draft, final] = planned;
  if (draft === undefined || final === undefined) throw new Error('Both versions were to be audited.');

  await test.step('exports the report', async () => {
    await keys.use(place('Report'));
    await keys.tabTo(page.getByRole('tab', { name: '1 Check' }));
    await keys.press('End');
    const file = await application.savedFile(() =>
      keys.use(page.getByRole('button', { name: 'Export to Word', exact: true })),
    );
    expectDistribution(RUBRIC, tablesOfDocx(file.bytes), { draft, final });
  });
});

/** Puts the cursor on a passage, and says in which section it is. */
async function assignByKeys(page: Page, keys: Keyboard, sections: SectionsScreen, section: string): Promise<void> {
  await keys.tabTo(sections.plan.text);
  await keys.press('ArrowDown', 'ArrowDown');
  await expect(page.getByRole('group', { name: '1 passage selected: which section?' })).toBeVisible();
  await keys.press('Enter');
  await keys.use(page.getByRole('button', { name: `Section ${section}: ${section}`, exact: true }));
  await expect(page.getByText(`1 passage is now Section ${section}.`).first()).toBeVisible();
  await expect(sections.plan.text).toBeFocused();
}

/** From the first criterion to the last: comments, quotes with the cursor, absences, and the answer that moves on. */
async function answerByKeys(audit: AuditScreen, keys: Keyboard, { answers }: PlannedAudit): Promise<void> {
  await keys.press('F6');
  for (const [at, answer] of answers.entries()) {
    const card = audit.criterion(answer.criterion);
    await expect(card).toBeFocused();
    if (answer.quote !== '') await quoteByKeys(audit, keys, answer);
    if (answer.comment !== '') {
      await keys.press('c');
      await keys.type(answer.comment);
      await keys.press('Escape');
      await expect(card).toBeFocused();
    }
    if (answer.absentIn !== '') await keys.press('a', 'Space');
    await keys.press(keyOf(answer));
    if (at === 0) await takeBackAndAnswerAgain(audit, keys, answer);
  }
  const last = answers.at(-1);
  await expect(audit.gradeSoFar).toContainText(`${answers.length} of ${answers.length} answered`);
  await expect(audit.criterion(last?.criterion ?? '')).toBeFocused();
}

async function quoteByKeys(audit: AuditScreen, keys: Keyboard, { criterion }: PlannedAnswer): Promise<void> {
  await keys.press('d');
  await expect(audit.plan.text).toBeFocused();
  await keys.press('ArrowDown', 'ArrowRight', 'Shift+ArrowRight');
  await expect(audit.page.getByRole('button', { name: `Add as evidence for ${criterion}` })).toBeVisible();
  await keys.press('e');
  await expect(audit.evidenceOf(criterion).getByRole('listitem')).toHaveCount(1);
  await keys.press('F6');
  await expect(audit.criterion(criterion)).toBeFocused();
}

async function takeBackAndAnswerAgain(audit: AuditScreen, keys: Keyboard, answer: PlannedAnswer): Promise<void> {
  await expect(audit.gradeSoFar).toContainText(/\b1 of \d+ answered/);
  await keys.press('Control+Z');
  await expect(audit.criterion(answer.criterion)).toBeFocused();
  await expect(audit.gradeSoFar).toContainText('No answers yet');
  await keys.press(keyOf(answer));
}

/** The key that gives an answer, as the standards have it: 1, 2, 3 or 0. */
function keyOf({ criterion, response }: PlannedAnswer): string {
  const type = findCriterion(RUBRIC, criterion)?.responseType ?? '';
  return RUBRIC.responseTypes[type]?.options.find(({ id }) => id === response)?.shortcut ?? '';
}
