import type { Page } from '@playwright/test';
import { addDays } from '../../shared/domain/calendar-date.ts';
import { builtInRubric } from '../../shared/domain/rubric/built-in-rubric.ts';
import { checkAccessibility, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { type Application, expect, test } from '../support/journey.ts';
import { httpClient, startLocalHost } from '../support/local-host.ts';
import {
  AUDITORS,
  CASEWORKER,
  CHAIR,
  documentsOf,
  isNew,
  laterFinalOf,
  LEAD,
  MANAGER,
  meanwhile,
  OFFICER,
  type PanelYear,
  PLANS,
  referenceOf,
  SAMPLED,
  sixtyPlans,
  TEAM,
  TODAY,
} from '../support/panel-year.ts';
import { LEADS_PIN } from '../support/prepared-moderation.ts';
import { tablesOfDocx, wordsOfDocx } from '../support/read-report.ts';
import { WORKSPACE_INPUT } from '../support/workspace-input.ts';
import { planAudit } from './answer-plan.ts';
import { AuditScreen } from './pages/audit.ts';
import { Entrance } from './pages/entrance.ts';
import { goTo } from './pages/frame.ts';
import { ModerateScreen } from './pages/moderate.ts';
import { PanelRoom } from './pages/panel.ts';
import { PlansPage } from './pages/plans.ts';

const RUBRIC = builtInRubric();
const FIRST = AUDITORS[0].name;
const REPRESENTATIVE = AUDITORS[5].name;
const FLAG = 'Page 2 names a child who is not this one.';
const WHY = 'The outcome names who will see it, and when.';
const ASKED_FOR = 'Say how often the therapist comes, and for how long.';
const CORRECTION = 'Say how the eczema affects sleep and learning.';
const PLAN_WORDS = 'Amara has eczema, managed at home.';
const ADVICE_WORDS = 'Her eczema wakes her three nights a week; she is tired in lessons.';
const FACTS = {
  hasHealthProvision: true,
  hasSocialCareProvision: true,
  hasSocialWorker: false,
  isPhaseTransferYear: false,
};
/** Words of the draft that the first auditor quotes. */
const QUOTES = [PLAN_WORDS, 'greets familiar people'];

test('a panel’s half-term: from an empty register to a sheet for supervision', async ({ application, page }) => {
  const room = new PanelRoom(page);
  const plans = new PlansPage(page);
  const moderate = new ModerateScreen(page);
  await begin(page, application);

  await test.step('the QA lead brings in who takes part, and the calendar', async () => {
    const entrance = new Entrance(page);
    await entrance.chooseWorkspace();
    await entrance.unlock();
    await goTo(page, 'Settings');
    await page.getByRole('tab', { name: 'People' }).click();
    await page.getByRole('button', { name: 'Choose my PIN…' }).click();
    await page.getByLabel('New PIN', { exact: true }).fill(LEADS_PIN);
    await page.getByLabel('New PIN again').fill(LEADS_PIN);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Change my PIN…' })).toBeVisible();
    for (const { name, agency } of AUDITORS) await room.add(name, { agency });
    await room.add(CHAIR, { agency: 'Education', role: 'Chair' });
    await room.add(OFFICER, { agency: 'Health', role: 'Designated officer' });
    await room.add(MANAGER, { agency: 'Education', role: 'Locality manager', team: TEAM });
    await room.add(CASEWORKER, { agency: 'Education', role: 'Caseworker', team: TEAM });
    await look(page, 'the people of a panel');
    await page.getByRole('tab', { name: 'Partnership and calendar' }).click();
    await page.getByLabel('School year').selectOption('2026/27');
    await page.getByRole('button', { name: 'Suggest the missing dates' }).click();
    await expect(page.getByText(/^Saved/)).toBeVisible();
  });

  await test.step('sets the round up', async () => {
    await goTo(page, 'Round');
    for (const { name } of AUDITORS) await page.getByRole('checkbox', { name }).check();
    await expect(page.getByText('6 people from 4 agencies.')).toBeVisible();
    await page.getByLabel('Gradings due by').fill('2026-12-03');
    await page.getByLabel('Gradings due by').blur();
    await expect(page.getByRole('region', { name: 'Dates and kind' }).getByText(/^Saved/)).toBeVisible();
  });

  await test.step('imports sixty plans, mends two bad rows and leaves one out', async () => {
    await goTo(page, 'Plans');
    await page.getByRole('link', { name: 'Import a register' }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose the file' }).click();
    await (
      await chooser
    ).setFiles({ name: 'open-plans.xlsx', mimeType: 'application/octet-stream', buffer: sixtyPlans() });
    await expect(page.getByRole('button', { name: 'To mend: 3' })).toBeVisible();
    await page.getByLabel('Case ref, row 3').fill(referenceOf(1));
    await page.getByLabel('Case ref, row 3').press('Enter');
    await expect(page.getByRole('button', { name: 'To mend: 2' })).toBeVisible();
    await page.getByLabel('D.O.B., row 4').fill('28/02/2014');
    await page.getByLabel('D.O.B., row 4').press('Enter');
    await page.getByRole('button', { name: 'Leave out row 5' }).click();
    await page.getByRole('button', { name: `Import: add ${PLANS - 1} plans` }).click();
    await expect(page.getByText(`${PLANS - 1} plans`, { exact: true })).toBeVisible();
  });

  const sampled: string[] = [];
  await test.step('draws a stratified sample of twelve', async () => {
    await goTo(page, 'Round');
    await page.getByRole('tab', { name: 'Sample' }).click();
    await page.getByLabel('How many plans').fill(String(SAMPLED));
    const preview = page.getByRole('region', { name: 'What would be drawn' });
    await expect(preview.getByText(`${SAMPLED} of ${PLANS - 1} plans that may be drawn.`)).toBeVisible();
    await page.getByRole('button', { name: 'Draw the sample' }).click();
    await expect(page.getByRole('heading', { name: `${SAMPLED} plans in this round` })).toBeFocused();
    const links = page.getByRole('table', { name: 'Plans in this round' }).getByRole('rowheader').getByRole('link');
    sampled.push(...(await links.allInnerTexts()));
    expect(new Set(sampled).size).toBe(SAMPLED);
    await look(page, 'a sample of twelve');
  });
  const draftOf = sampled.find(isNew) ?? '';
  const calibration =
    Array.from({ length: PLANS }, (_, at) => referenceOf(at)).find((each) => !sampled.includes(each)) ?? '';

  await test.step('drops their documents together, each finding its plan', async () => {
    await goTo(page, 'Plans');
    const files = documentsOf([draftOf, ...sampled.filter((each) => each !== draftOf), calibration]);
    await plans.add(files);
    for (const { name } of files) await plans.expectWaiting(name);
    await page.getByRole('button', { name: 'File them together…' }).click();
    const dialog = page.getByRole('dialog', { name: 'File the documents together' });
    await dialog.getByRole('button', { name: `File ${files.length} documents` }).click();
    await expect(page.getByText(`${files.length} documents filed under ${files.length} plans.`)).toBeVisible();
  });

  await test.step('assigns them, some to two, the draft to the first auditor', async () => {
    await goTo(page, 'Round');
    await page.getByRole('tab', { name: 'Assign' }).click();
    await page.getByRole('radio', { name: /^One auditor, and a second for a share/ }).check();
    await page.getByRole('button', { name: 'Propose', exact: true }).click();
    await page.getByRole('button', { name: /^Accept: assign \d+/ }).click();
    await expect(page.getByRole('heading', { name: /^1\d assignments$/ })).toBeVisible();
    await giveTo(page, FIRST, draftOf, 'Draft');
    await look(page, 'twelve plans handed out');
  });

  await test.step('reads what the parent carer forum is asked for with its masks, and ticks it', async () => {
    const forum = page.getByRole('table', { name: 'Plans that the parent carer forum audits' });
    await forum.getByRole('link').first().click();
    const tick = page.getByRole('checkbox', { name: /I have read it; it may be opened by the parent carer forum/ });
    await tick.click();
    await expect(page.getByText(`Ticked by ${LEAD}`)).toBeVisible();
  });

  await others(page, application, async (panel) => {
    await panel.choosePins([...AUDITORS.map(({ name }) => name), CHAIR, OFFICER, MANAGER]);
    await panel.calibrate(calibration);
    await panel.tickMasks();
    expect(await panel.gradeAll({ except: sampled })).toBeGreaterThanOrEqual(AUDITORS.length);
  });

  await test.step('the first auditor grades the draft alone, and raises a flag', async () => {
    await room.enter(FIRST);
    await page
      .getByRole('button', { name: `Begin ${draftOf} draft` })
      .last()
      .click();
    const audit = new AuditScreen(page, RUBRIC);
    await expect(audit.gradeSoFar).toContainText('No answers yet');
    await audit.supplyFacts(FACTS);
    const { answers } = planAudit(RUBRIC, await audit.readFacts(), { given: { 'S07.C4': 'partly' }, quotes: QUOTES });
    let standard = '';
    for (const answer of answers) {
      if (answer.standard !== standard) await audit.openStandard(answer.standard);
      standard = answer.standard;
      await audit.answer(answer.criterion, answer.response);
      if (answer.comment !== '') await audit.comment(answer.criterion, answer.comment);
      if (answer.absentIn !== '') await audit.tickAbsent(answer.criterion, answer.absentIn);
      if (answer.quote !== '') await audit.quote(answer.criterion, answer.quote);
    }
    await page.getByRole('button', { name: 'Flag', exact: true }).click();
    const flag = page.getByRole('dialog', { name: 'Flag something that cannot wait' });
    await flag.getByRole('radio', { name: 'Another child’s data' }).check();
    await flag.getByLabel('What was seen, and where').fill(FLAG);
    await flag.getByLabel('Who acts on it today').selectOption(LEAD);
    await flag.getByRole('button', { name: 'Raise the flag' }).click();
    await expect(flag).toBeHidden();
    await audit.expectSaved();
    await look(page, 'a draft graded by the first auditor');
    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    await audit.submitDialog().getByRole('button', { name: 'Submit and lock' }).click();
    await expect(page.getByText(/^\s*Submitted \d.*\.$/)).toBeVisible();
  });

  await others(page, application, async (panel) => {
    await panel.gradeAll();
  });

  await test.step('the representative sees nothing of who the child is', async () => {
    await room.enter(REPRESENTATIVE);
    await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Plans' })).toHaveCount(0);
    await look(page, 'home of the parent carer representative');
  });

  await test.step('the chair compares the calibration, and settles where two differ', async () => {
    await room.changeTo(CHAIR);
    await goTo(page, 'Moderate');
    await page.getByRole('tab', { name: 'Calibration' }).click();
    await page.getByRole('tab', { name: 'Plans' }).click();
    await page.getByRole('button', { name: /^Begin with / }).click();
    const discussed = moderate.section('To discuss').getByRole('link').first();
    await expect(discussed).toBeVisible();
    await look(page, 'what the panel discusses');
    await discussed.click();
    await moderate.agreeAnswer('S06.C1', 'Met', WHY);
    await expect(moderate.agreed).toContainText('Good');
    await page.getByRole('button', { name: 'Agree and lock' }).click();
    await expect(page.getByText(`Locked by ${CHAIR}`, { exact: false })).toBeVisible();
    await goTo(page, 'Moderate');
    await page.getByRole('tab', { name: 'Calibration' }).click();
    await expect(moderate.section('To compare')).toContainText(calibration);
    await page.getByRole('tab', { name: 'Panel day' }).click();
    const minutes = await application.savedFile(() => page.getByRole('button', { name: 'Minutes to Word' }).click());
    const tables = tablesOfDocx(minutes.bytes);
    expect(tables.find(({ caption }) => caption.endsWith('answers agreed'))?.rows[1]?.[3]).toBe(WHY);
  });

  await test.step('a DCO holds the draft against the advice, and sends a correction', async () => {
    await room.changeTo(OFFICER);
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Health check' }).click();
    await expect(page.getByRole('row', { name: new RegExp(`${draftOf}.*35 days left`) })).toBeVisible();
    await page.getByRole('link', { name: draftOf }).click();
    await sendCorrection(page);
  });

  await test.step('the QA lead answers the flag, asks for an action on the draft, and files the final', async () => {
    await room.changeTo(LEAD);
    await page.getByRole('button', { name: `Acknowledge ${draftOf}` }).click();
    const handling = page.getByRole('dialog', { name: `Another child’s data: ${draftOf}` });
    await handling.getByLabel('What is being done, or what was done').fill('The page was taken out.');
    await handling.getByRole('button', { name: 'Acknowledge', exact: true }).click();
    await expect(page.getByText(/Acknowledged .*: The page was taken out\./)).toBeVisible();
    await goTo(page, 'Plans');
    await page.getByLabel('Find').fill(draftOf);
    await plans.openPlan(draftOf);
    await page.getByRole('region', { name: 'Actions' }).getByRole('button', { name: 'Add an action…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add an action' });
    await expect(dialog.getByLabel('Version').getByRole('option', { selected: true })).toContainText('Draft');
    await dialog.getByLabel('Criterion').selectOption({ index: 20 });
    await dialog.getByLabel('What should change').fill(ASKED_FOR);
    await dialog.getByRole('button', { name: 'Put it down' }).click();
    await expect(page.getByRole('region', { name: 'Actions' }).getByText(ASKED_FOR, { exact: true })).toBeVisible();
    await goTo(page, 'Plans');
    const later = laterFinalOf(draftOf);
    await plans.add([later]);
    await plans.expectWaiting(later.name);
    await plans.fileAsRead(later.name);
    await goTo(page, 'Round');
    await page.getByRole('tab', { name: 'Assign' }).click();
    await giveTo(page, FIRST, draftOf, 'Final');
  });

  await others(page, application, (panel) => panel.answer(FIRST, draftOf));

  await test.step('the first auditor says of the final whether it answers what was asked', async () => {
    await room.enter(FIRST);
    await page
      .getByRole('button', { name: new RegExp(`${draftOf} final$`) })
      .last()
      .click();
    await page.getByRole('button', { name: 'Answer the earlier actions' }).click();
    const dialog = page.getByRole('dialog', { name: 'Does this version answer what was asked?' });
    await expect(dialog).toContainText(ASKED_FOR);
    // The officer's correction is asked for beside the action.
    for (const asked of [CORRECTION, ASKED_FOR]) {
      const answer = dialog.getByRole('region', { name: asked });
      await answer.getByLabel('Answered', { exact: true }).check();
      await expect(answer.getByText('Saved', { exact: true })).toBeVisible();
    }
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Submit/ })
      .click();
    await expect(page.getByText(/^\s*Submitted \d.*\.$/)).toBeVisible();
  });

  await test.step('a manager takes a caseworker’s sheet into supervision', async () => {
    await room.changeTo(MANAGER);
    await goTo(page, 'Supervision');
    await page.getByRole('button', { name: `Open the sheet of ${CASEWORKER}` }).click();
    await expect(page.getByRole('heading', { level: 1, name: CASEWORKER })).toBeVisible();
    await look(page, 'the sheet of a caseworker');
    const sheet = await application.savedFile(() => page.getByRole('button', { name: 'Export to Word' }).click());
    expect(wordsOfDocx(sheet.bytes)).not.toMatch(new RegExp(AUDITORS.map(({ name }) => name).join('|')));
  });
});

/** An empty workspace, made by a host that has ended. */
async function begin(page: Page, application: Application): Promise<void> {
  await page.goto('about:blank');
  await application.kill();
  const host = await startLocalHost(application.dataFolder);
  await (await httpClient(host.entryUrl)).workspaces.create(WORKSPACE_INPUT);
  await host.stop();
  await application.startAgain();
}

/** What the others do while nobody is at the screen. */
async function others(page: Page, application: Application, deed: (panel: PanelYear) => Promise<void>): Promise<void> {
  await test.step('the others meanwhile', async () => {
    await page.goto('about:blank');
    await application.kill();
    await meanwhile(application.dataFolder, deed);
    await application.startAgain();
  });
}

/** Sees to it that a person grades a version: moved to them from whom it was proposed, or given by hand. */
async function giveTo(page: Page, name: string, reference: string, stage: 'Draft' | 'Final'): Promise<void> {
  const row = page
    .getByRole('table', { name: 'Documents and their auditors' })
    .getByRole('row', { name: new RegExp(`^${reference} .*${stage}`) });
  await expect(row).toBeVisible();
  const theirs = row.getByRole('button', { name: `Change ${name} on ${reference}…` });
  if ((await theirs.count()) > 0) return;
  const from = row.getByRole('button', { name: /^Change / });
  const isMoved = (await from.count()) > 0;
  await (isMoved ? from.first() : row.getByRole('button', { name: /^Assign / })).click();
  const dialog = page.getByRole('dialog');
  const choice = dialog.getByLabel('To whom').getByRole('option', { name: new RegExp(`^${name}`) });
  await dialog.getByLabel('To whom').selectOption((await choice.getAttribute('value')) ?? '');
  if (isMoved) await dialog.getByLabel('Reason').fill('Knows the school');
  await dialog.getByRole('button', { name: isMoved ? 'Move it' : /^Assign/ }).click();
  await expect(theirs).toBeVisible();
}

async function sendCorrection(page: Page): Promise<void> {
  const side = page.getByRole('region', { name: 'The check' });
  await side.getByRole('button', { name: 'Add advice…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add advice to the log' });
  await dialog.getByLabel('Service', { exact: true }).fill('Fernmoor Therapies');
  await dialog.getByLabel('Received on').fill(addDays(TODAY, -30));
  await dialog.getByRole('button', { name: 'Add to the log' }).click();
  await expect(dialog).toBeHidden();
  await new AuditScreen(page, RUBRIC).plan.selectWords(PLAN_WORDS);
  await page.getByRole('button', { name: 'Add as evidence for the passage' }).click();
  const form = side.getByRole('form', { name: 'Compare a passage' });
  await form.getByLabel('Advice of').selectOption({ index: 1 });
  await form.getByLabel('The advice’s words').fill(ADVICE_WORDS);
  await form.getByLabel(/^Weakened/).check();
  await form.getByRole('button', { name: 'Keep the finding' }).click();
  await expect(side.getByRole('article', { name: /^Weakened/ })).toBeVisible();
  await side.getByRole('tab', { name: /^Corrections/ }).click();
  const correction = side.getByRole('article', { name: /^Correction/ });
  await correction.getByLabel('What to correct').fill(CORRECTION);
  await correction.getByLabel('Due on').fill(addDays(TODAY, 5));
  await correction.getByRole('button', { name: 'Ask for this correction' }).click();
  await look(page, 'a correction that is asked for');
  await side.getByRole('button', { name: 'Mark 1 correction as sent' }).click();
  await expect(correction).toContainText('Not answered yet.');
}

/** A screen is looked through in both themes, and need not be scrolled sideways. */
async function look(page: Page, name: string): Promise<void> {
  const dismiss = page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Dismiss' });
  while ((await dismiss.count()) > 0) await dismiss.first().click();
  await page.evaluate(() => window.scrollTo(0, 0));
  await expectNoSidewaysScroll(page, name);
  await checkAccessibility(page, name);
}
