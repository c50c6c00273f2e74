import { explainGrading } from '../../shared/domain/grading/explain-grading.ts';
import { builtInRubric } from '../../shared/domain/rubric/built-in-rubric.ts';
import { gradeLabel } from '../../shared/domain/rubric/rubric-words.ts';
import { submissionProblems } from '../../shared/domain/grading/submission.ts';
import { checkAccessibility } from '../support/accessibility.ts';
import { expect, test } from '../support/journey.ts';
import { asEvidenced, planAudit, type PlannedAudit } from './answer-plan.ts';
import { DRAFT, FINAL } from './dylan.ts';
import { expectDistribution } from './expect-report.ts';
import { AuditScreen } from './pages/audit.ts';
import { Entrance } from './pages/entrance.ts';
import { goTo } from './pages/frame.ts';
import { PlansPage } from './pages/plans.ts';
import { SectionsScreen } from './pages/sections.ts';
import { tablesOfDocx, tablesOfHtml } from '../support/read-report.ts';

const RUBRIC = builtInRubric();
const REFERENCE = 'RCC-0-25-611';

test('by mouse: from a new workspace to the exported report', async ({ page, application }) => {
  const plans = new PlansPage(page);

  await test.step('sets up a workspace, a weak passphrase being refused', async () => {
    const entrance = new Entrance(page);
    await entrance.button('Set up your partnership').click();
    await checkAccessibility(page, 'setting up, the partnership');
    await entrance.namePartnership();
    await checkAccessibility(page, 'setting up, the half-term');
    await entrance.button('Continue').click();
    await entrance.choosePassphrase('fernmoor1');
    await entrance.button('Make the workspace').click();
    await expect(page.getByRole('alert')).toContainText('That passphrase is too easy to guess.');
    await expect(page.getByText(/This passphrase is (very weak|weak|fair): not enough/)).toBeVisible();
    await checkAccessibility(page, 'setting up, a weak passphrase');
    await entrance.choosePassphrase('violet harbour seldom mends teapots');
    await expect(page.getByText(/This passphrase is (very )?strong\./)).toBeVisible();
    await entrance.button('Make the workspace').click();
    await expect(page.getByRole('heading', { name: 'Add the first plans' })).toBeVisible();
  });

  await test.step('loads a draft and a final, and files both under one plan', async () => {
    await goTo(page, 'Plans');
    await plans.add([DRAFT.file, FINAL.file]);
    await plans.expectWaiting(DRAFT.name);
    await plans.expectWaiting(FINAL.name);
    await checkAccessibility(page, 'documents to be filed');
    await plans.fileAsRead(DRAFT.name, async (dialog) => {
      await expect(dialog.getByLabel('Stage')).toHaveValue('draft');
      await expect(dialog.getByLabel('Reference')).toHaveValue(REFERENCE);
      await checkAccessibility(page, 'filing a document');
    });
    await plans.fileAsRead(FINAL.name, async (dialog) => {
      await expect(dialog.getByLabel('Stage')).toHaveValue('final');
      await expect(dialog.getByLabel('One that is in the register')).toBeChecked();
    });
    await expect(page.getByRole('row', { name: REFERENCE })).toContainText('Draft · Final');
    await plans.openPlan(REFERENCE);
    await checkAccessibility(page, 'a plan');
  });

  await test.step('checks the sections of the draft: re-labels a passage, undoes it, re-labels it again, agrees', async () => {
    await plans.card(DRAFT.name).getByRole('link', { name: 'Check the sections' }).click();
    const sections = new SectionsScreen(page);
    const passage = 'Dylan recognises coins';
    await sections.assign(passage, 'D');
    await expect(sections.undo).toBeEnabled();
    const marked = await sections.lettersBeside('D').count();
    await sections.undo.click();
    await expect(sections.undo).toBeDisabled();
    await expect(sections.lettersBeside('D')).toHaveCount(marked - 1);
    await sections.assign(passage, 'D');
    await expect(sections.undo).toBeEnabled();
    await sections.confirmAll();
    await checkAccessibility(page, 'the sections of a PDF');
    await page.getByRole('link', { name: 'Plan', exact: true }).click();
    await expect(plans.card(DRAFT.name)).toContainText('13 found, confirmed');
  });

  const planned: PlannedAudit[] = [];
  for (const version of [DRAFT, FINAL]) {
    await test.step(`audits the ${version.stage}`, async () => {
      await plans.card(version.name).getByRole('button', { name: 'Begin the audit' }).click();
      const audit = new AuditScreen(page, RUBRIC);
      await expect(audit.gradeSoFar).toContainText('No answers yet');
      await checkAccessibility(page, `an audit begun, ${version.stage}`);
      await audit.supplyFacts({
        hasHealthProvision: true,
        hasSocialCareProvision: true,
        hasSocialWorker: false,
        isPhaseTransferYear: false,
      });
      const plan = planAudit(RUBRIC, await audit.readFacts(), version);
      planned.push(plan);
      expect(plan.answers.filter(({ quote }) => quote !== '').length).toBeGreaterThanOrEqual(3);
      await expect(audit.gradeSoFar).toContainText(`0 of ${plan.answers.length} answered`);
      await answerByMouse(audit, plan);
      await audit.expectSaved();
      await expectGrade(audit, plan);
      await checkAccessibility(page, `an audit answered, ${version.stage}`);
      await submitAfterRefusal(audit, plan);
      await checkAccessibility(page, `an audit submitted, ${version.stage}`);
      await page.getByRole('link', { name: 'Plan', exact: true }).click();
    });
  }
  const [draft, final] = planned;
  if (draft === undefined || final === undefined) throw new Error('Both versions were to be audited.');
  expect(draft.grading.overallGrade).not.toBe(final.grading.overallGrade);

  await test.step('exports the report: its files hold the distribution that the answers imply', async () => {
    await goTo(page, 'Home');
    await expect(page.getByRole('heading', { name: 'Look at the report' })).toBeVisible();
    await checkAccessibility(page, 'home, all submitted');
    await goTo(page, 'Report');
    await expect(page.getByRole('article', { name: 'The report' })).toBeVisible();
    await checkAccessibility(page, 'the report');
    await page.getByRole('tab', { name: '4 Freeze and export' }).click();
    const word = await application.savedFile(() =>
      page.getByRole('button', { name: 'Export to Word', exact: true }).click(),
    );
    expect(word.name).toMatch(/\.docx$/);
    expectDistribution(RUBRIC, tablesOfDocx(word.bytes), { draft, final });
    const html = await application.savedFile(() => page.getByRole('button', { name: 'Export to HTML' }).click());
    expect(html.name).toMatch(/\.html$/);
    expectDistribution(RUBRIC, tablesOfHtml(html.bytes.toString('utf8')), { draft, final });
  });
});

async function answerByMouse(audit: AuditScreen, { answers }: PlannedAudit): Promise<void> {
  let standard = '';
  for (const answer of answers) {
    if (answer.standard !== standard) {
      standard = answer.standard;
      await audit.openStandard(standard);
    }
    await audit.answer(answer.criterion, answer.response);
    if (answer.comment !== '') await audit.comment(answer.criterion, answer.comment);
    if (answer.absentIn !== '') await audit.tickAbsent(answer.criterion, answer.absentIn);
    if (answer.quote !== '') await audit.quote(answer.criterion, answer.quote);
  }
}

/** The grade and the reasons on screen are those that the engine gives for the same answers. */
async function expectGrade(audit: AuditScreen, { grading }: PlannedAudit): Promise<void> {
  if (grading.overallGrade === null) throw new Error('The answers give no grade.');
  await expect(audit.gradeSoFar).toContainText(gradeLabel(RUBRIC, grading.overallGrade));
  expect(await audit.readReasons()).toEqual(explainGrading(RUBRIC, grading).map(({ text }) => text));
}

/** Takes one answer back, is refused with what is missing, follows the list to it, mends it and submits. */
async function submitAfterRefusal(audit: AuditScreen, { answers, grading }: PlannedAudit): Promise<void> {
  const { page } = audit;
  const last = answers.at(-1);
  if (last === undefined) throw new Error('There are no answers.');
  await audit.criterion(last.criterion).getByRole('radio', { checked: true }).click();
  const review = page.getByRole('button', { name: /^Review and submit \(\d+ to do\)$/ });
  await review.click();
  const dialog = audit.submitDialog();
  const missing = submissionProblems(RUBRIC, grading, asEvidenced(answers));
  expect(missing).toEqual([]);
  await expect(dialog.getByRole('listitem')).toHaveText([new RegExp(`${last.criterion}: .* is not answered yet\\.$`)]);
  await expect(dialog.getByRole('button', { name: 'Submit and lock' })).toBeHidden();
  await checkAccessibility(page, 'what is missing before submitting');
  await dialog.getByRole('listitem').getByRole('button').click();
  await expect(dialog).toBeHidden();
  await audit.answer(last.criterion, last.response);
  await page.getByRole('button', { name: 'Submit', exact: true }).click();
  await expect(dialog).toContainText(`All ${answers.length} criteria are answered`);
  await checkAccessibility(page, 'submitting');
  await dialog.getByRole('button', { name: 'Submit and lock' }).click();
  await expect(page.getByText(/^\s*Submitted \d.*\.$/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden();
  for (const radio of await audit.standards.getByRole('radio').all()) await expect(radio).toBeDisabled();
}
