import type { Page } from '@playwright/test';
import { builtInRubric } from '../../shared/domain/rubric/built-in-rubric.ts';
import { findCriterion } from '../../shared/domain/rubric/rubric-words.ts';
import { expectNoSidewaysScroll } from '../support/accessibility.ts';
import { type Application, expect, test } from '../support/journey.ts';
import {
  AUDITORS,
  CHAIR,
  documentsOf,
  LEAD,
  makeEmptyPanel,
  meanwhile,
  PLANS,
  referenceOf,
  SAMPLED,
  sixtyPlans,
} from '../support/panel-year.ts';
import { planAudit } from './answer-plan.ts';
import { AuditScreen } from './pages/audit.ts';
import { Entrance } from './pages/entrance.ts';
import { Keyboard } from './pages/keyboard.ts';
import { ModerateScreen } from './pages/moderate.ts';
import { PanelRoom } from './pages/panel.ts';
import { PlansPage } from './pages/plans.ts';

const RUBRIC = builtInRubric();
/** The only one of social care: every plan comes to them. */
const AUDITOR = AUDITORS[4].name;
const LATE_COMER = 'Hester Quill';
/** Of a standard that all lead: the auditor answers it with less than the others. */
const DIFFERENT = RUBRIC.standards.find(({ leadAgency }) => leadAgency === 'all')?.criteria[0]?.id ?? '';
const WHY = 'The words on page 3 settle it.';
/** What only a person can say, said as the others do, so that only answers are left to settle. */
const FACTS = ['hasHealthProvision', 'hasSocialCareProvision', 'hasSocialWorker', 'isPhaseTransferYear'];

// Nothing here touches the mouse: locators say where the focus is to go, and read what is on screen.
test('a panel’s half-term by keyboard alone: the QA lead, an auditor and the chair', async ({ application, page }) => {
  const keys = new Keyboard(page);
  const room = new PanelRoom(page);
  const plans = new PlansPage(page);
  const place = (name: string) =>
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true });
  await away(page, application, () => makeEmptyPanel(application.dataFolder));

  await test.step('the QA lead adds a person, and puts the members into the round', async () => {
    await enter(page, keys);
    await room.signInByKeys(keys, LEAD);
    await keys.use(place('Settings'));
    await keys.tabTo(page.getByRole('tab', { name: 'Partnership and calendar' }));
    await keys.press('ArrowRight', 'ArrowRight');
    await expect(page.getByRole('tab', { name: 'People' })).toBeFocused();
    await keys.use(page.getByRole('button', { name: 'Add a person…' }));
    const dialog = page.getByRole('dialog', { name: 'Add a person' });
    await keys.fillIn(dialog.getByLabel('Name'), LATE_COMER);
    await keys.press('Enter');
    await expect(dialog).toBeHidden();
    await keys.use(place('Round'), 'Shift+Tab');
    for (const { name } of AUDITORS) {
      await keys.tabTo(page.getByRole('checkbox', { name }));
      await keys.press('Space');
    }
    await expect(page.getByText('6 people from 4 agencies.')).toBeVisible();
  });

  await test.step('imports sixty plans, mends two bad rows and leaves one out', async () => {
    await keys.use(place('Plans'), 'Shift+Tab');
    await keys.use(page.getByRole('link', { name: 'Import a register' }));
    const chooser = page.waitForEvent('filechooser');
    await keys.use(page.getByRole('button', { name: 'Choose the file' }));
    const file = { name: 'open-plans.xlsx', mimeType: 'application/octet-stream', buffer: sixtyPlans() };
    await (await chooser).setFiles(file);
    await expect(page.getByRole('button', { name: 'To mend: 3' })).toBeVisible();
    await keys.fillIn(page.getByLabel('Case ref, row 3'), referenceOf(1));
    await keys.press('Enter');
    await expect(page.getByRole('button', { name: 'To mend: 2' })).toBeVisible();
    await keys.fillIn(page.getByLabel('D.O.B., row 4'), '28/02/2014');
    await keys.press('Enter');
    await expect(page.getByRole('button', { name: 'To mend: 1' })).toBeVisible();
    await keys.use(page.getByRole('button', { name: 'Leave out row 5' }));
    await keys.use(page.getByRole('button', { name: `Import: add ${PLANS - 1} plans` }));
    await expect(page.getByText(`${PLANS - 1} plans`, { exact: true })).toBeVisible();
  });

  let sampled: string[] = [];
  await test.step('draws twelve, and drops their documents together', async () => {
    await keys.use(place('Round'), 'Shift+Tab');
    await keys.tabTo(page.getByRole('tab', { name: 'Set up' }));
    await keys.press('ArrowRight');
    await keys.fillIn(page.getByLabel('How many plans'), String(SAMPLED));
    await keys.use(page.getByRole('button', { name: 'Draw the sample' }));
    await expect(page.getByRole('heading', { name: `${SAMPLED} plans in this round` })).toBeFocused();
    await expectNoSidewaysScroll(page, 'a sample of twelve');
    const rows = page.getByRole('table', { name: 'Plans in this round' }).getByRole('rowheader');
    sampled = await rows.getByRole('link').allInnerTexts();
    await keys.use(place('Plans'), 'Shift+Tab');
    const chooser = page.waitForEvent('filechooser');
    await keys.use(page.getByRole('button', { name: 'Add documents' }));
    const files = documentsOf(sampled);
    await (await chooser).setFiles(files);
    for (const { name } of files) await plans.expectWaiting(name);
    await keys.use(page.getByRole('button', { name: 'File them together…' }));
    await keys.use(page.getByRole('dialog').getByRole('button', { name: `File ${SAMPLED} documents` }));
    await expect(page.getByText(`${SAMPLED} documents filed under ${SAMPLED} plans.`)).toBeVisible();
  });
  const [reference = ''] = sampled.slice(-1);

  await test.step('hands them out, to each agency its own standards', async () => {
    await keys.use(place('Round'), 'Shift+Tab');
    await keys.tabTo(page.getByRole('tab', { name: 'Set up' }));
    await keys.press('ArrowRight', 'ArrowRight', 'ArrowRight');
    await expect(page.getByRole('tab', { name: 'Assign' })).toBeFocused();
    await keys.tabTo(page.getByRole('radio', { name: /^Auditors of different agencies/ }));
    await keys.press('ArrowDown');
    await expect(page.getByRole('radio', { name: /^One auditor of each agency/ })).toBeChecked();
    await keys.use(page.getByRole('button', { name: 'Propose', exact: true }));
    await keys.use(page.getByRole('button', { name: /^Accept: assign \d+/ }));
    await expect(page.getByRole('heading', { name: /^\d+ assignments$/ })).toBeFocused();
    await expectNoSidewaysScroll(page, 'twelve plans handed out');
  });

  await away(page, application, () =>
    meanwhile(application.dataFolder, async (panel) => {
      await panel.tickMasks();
      expect(await panel.gradeAll({ only: reference, except: [AUDITOR] })).toBe(3);
    }),
  );

  await test.step('an auditor grades what social care leads, and what all lead', async () => {
    await enter(page, keys);
    await room.signInByKeys(keys, AUDITOR);
    await keys.use(page.getByRole('button', { name: new RegExp(`^Begin ${reference} `) }).last());
    await answerByKeys(new AuditScreen(page, RUBRIC), keys);
    await keys.use(page.getByRole('button', { name: 'Submit', exact: true }), 'Shift+Tab');
    await keys.use(page.getByRole('dialog').getByRole('button', { name: 'Submit and lock' }));
    await expect(page.getByText(/^\s*Submitted \d.*\.$/)).toBeVisible();
  });

  await test.step('the chair settles what they see differently, and locks it', async () => {
    const moderate = new ModerateScreen(page);
    await room.changeByKeys(keys, CHAIR);
    await keys.use(place('Moderate'));
    await keys.use(page.getByRole('button', { name: /^Begin with / }));
    await keys.use(page.getByRole('link', { name: new RegExp(`^Moderate ${reference}, `) }));
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await keys.press('j');
    const card = moderate.criterion(DIFFERENT);
    await expect(card).toBeFocused();
    await keys.tabTo(card.getByRole('radio').first());
    await keys.press('Space');
    await keys.fillIn(card.getByLabel('What decided it'), WHY);
    await keys.use(card.getByRole('button', { name: 'Agree this answer' }));
    await expect(page.getByText(WHY)).toBeVisible();
    await keys.use(page.getByRole('button', { name: 'Agree and lock' }), 'Shift+Tab');
    await keys.use(page.getByRole('dialog').getByRole('button', { name: 'Lock with the lower answer' }));
    await expect(page.getByText(`Locked by ${CHAIR}`, { exact: false })).toBeVisible();
    await expectNoSidewaysScroll(page, 'an agreed document');
  });
});

/** Unlocks the one workspace. */
async function enter(page: Page, keys: Keyboard): Promise<void> {
  const entrance = new Entrance(page);
  await keys.use(page.getByRole('button', { name: /Fernmoor/ }));
  await expect(entrance.passphrase).toBeVisible();
  await keys.fillIn(entrance.passphrase, 'violet harbour seldom mends teapots');
  await keys.press('Enter');
  await expect(entrance.heading('Who is at the machine?')).toBeVisible();
}

/** From the first criterion to the last of those asked for; the first is answered with less than the others gave. */
async function answerByKeys(audit: AuditScreen, keys: Keyboard): Promise<void> {
  const { page } = audit;
  await keys.use(page.getByRole('button', { name: 'Facts', exact: true }));
  for (const id of FACTS) {
    const fact = page.getByLabel(RUBRIC.planFacts.find((known) => known.id === id)?.label ?? id, { exact: true });
    await keys.tabTo(fact);
    if ((await fact.inputValue()) === '') await keys.type('No');
  }
  const facts = await audit.factsInSight();
  await keys.press('Escape');
  const asked = new Set(
    RUBRIC.standards.filter(({ leadAgency }) => ['social_care', 'all'].includes(leadAgency)).map(({ id }) => id),
  );
  const { answers } = planAudit(RUBRIC, facts, {
    given: { 'S07.C4': 'partly', [DIFFERENT]: 'partly' },
    quotes: ['any'],
  });
  await keys.press('F6');
  for (const { criterion, response, comment, quote, absentIn } of answers.filter(({ standard }) =>
    asked.has(standard),
  )) {
    const card = audit.criterion(criterion);
    await expect(card).toBeFocused();
    if (quote !== '') {
      await keys.press('d');
      await expect(audit.plan.text).toBeFocused();
      await keys.press('ArrowDown', 'ArrowRight', 'Shift+ArrowRight', 'e');
      await expect(audit.evidenceOf(criterion).getByRole('listitem')).toHaveCount(1);
      await keys.press('F6');
      await expect(card).toBeFocused();
    }
    if (comment !== '') {
      await keys.press('c');
      await keys.type(comment);
      await keys.press('Escape');
      await expect(card).toBeFocused();
    }
    if (absentIn !== '') await keys.press('a', 'Space');
    const type = findCriterion(RUBRIC, criterion)?.responseType ?? '';
    await keys.press(RUBRIC.responseTypes[type]?.options.find(({ id }) => id === response)?.shortcut ?? '');
  }
  await audit.expectSaved();
}

/** What happens while nobody is at the screen. */
async function away(page: Page, application: Application, deed: () => Promise<void>): Promise<void> {
  await test.step('the others meanwhile', async () => {
    await page.goto('about:blank');
    await application.kill();
    await deed();
    await application.startAgain();
  });
}
