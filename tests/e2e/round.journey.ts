import type { Page } from '@playwright/test';
import { checkAccessibility, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { expect, test } from '../support/journey.ts';
import { COAST_PLANS, DALE_PLANS, prepareRegister } from '../support/prepared-round.ts';
import { Entrance } from './pages/entrance.ts';
import { goTo } from './pages/frame.ts';
import { Keyboard } from './pages/keyboard.ts';

const LEADS_PIN = '4071';
const AUDITORS_PIN = '9306';
const PANEL = [
  { name: 'Briar Tolland', agency: 'Health' },
  { name: 'Corin Ashby', agency: 'Social care' },
  { name: 'Della Marsh', agency: 'Parent carer forum' },
  { name: 'Evan Pike', agency: 'Education' },
  { name: 'Fern Oakes', agency: 'Health' },
];

/** Every screen is looked through in both themes, and need not be scrolled sideways. */
async function look(page: Page, name: string): Promise<void> {
  // What lies over the page for a while is no part of it: messages, and the header over what is scrolled.
  const dismiss = page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Dismiss' });
  while ((await page.getByRole('dialog').count()) === 0 && (await dismiss.count()) > 0) await dismiss.first().click();
  await page.evaluate(() => window.scrollTo(0, 0));
  await expectNoSidewaysScroll(page, name);
  await checkAccessibility(page, name);
}

test('from an empty half-term to plans that are assigned and followed', async ({ application, page }) => {
  const entrance = new Entrance(page);
  await prepareRegister(application.dataFolder);
  await page.reload();
  await entrance.chooseWorkspace();
  await entrance.unlock();

  await test.step('five people of different agencies come in', async () => {
    await goTo(page, 'Settings');
    await page.getByRole('tab', { name: 'People' }).click();
    await page.getByRole('button', { name: 'Choose my PIN…' }).click();
    await page.getByLabel('New PIN', { exact: true }).fill(LEADS_PIN);
    await page.getByLabel('New PIN again').fill(LEADS_PIN);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Change my PIN…' })).toBeVisible();
    for (const { name, agency } of PANEL) {
      await page.getByRole('button', { name: 'Add a person…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Add a person' });
      await dialog.getByLabel('Name').fill(name);
      await dialog.getByLabel('Agency').selectOption(agency);
      await page.keyboard.press('Enter');
      await expect(dialog).toBeHidden();
    }
  });

  await test.step('the calendar gets its six half-terms, and says what cannot stand', async () => {
    await page.getByRole('tab', { name: 'Partnership and calendar' }).click();
    await page.getByLabel('School year').selectOption('2026/27');
    await page.getByRole('button', { name: 'Suggest the missing dates' }).click();
    await expect(page.getByLabel('First day, half-term 3')).toHaveValue('2027-01-04');
    await expect(page.getByText(/^Saved/)).toBeVisible();
    await page.getByLabel('First day, half-term 3').fill('2026-12-14');
    await expect(page.getByText('Spring 1 starts before Autumn 2 has ended.')).toBeVisible();
    await look(page, 'a calendar that cannot stand');
    await page.getByLabel('First day, half-term 3').fill('2027-01-05');
    await page.getByLabel('Name, half-term 3').fill('Term 3');
    await page.getByLabel('Name, half-term 3').press('Tab');
    await expect(page.getByText(/^Saved/)).toBeVisible();
    await look(page, 'the calendar');
  });

  await test.step('the next round begins with a copy of the members', async () => {
    await goTo(page, 'Round');
    await expect(page.getByRole('heading', { level: 1, name: 'Round of Autumn 2 2026/27' })).toBeVisible();
    for (const { name } of PANEL) await page.getByRole('checkbox', { name }).check();
    await expect(page.getByText('5 people from 4 agencies.')).toBeVisible();
    await page.getByRole('button', { name: 'Begin another round…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Begin another round' });
    await expect(dialog.getByText('That day belongs to Term 3 2026/27.')).toBeVisible();
    await dialog.getByLabel('Panel date').fill('2027-02-04');
    await dialog.getByLabel('Gradings due by').fill('2027-02-05');
    await dialog.getByRole('button', { name: 'Begin the round' }).click();
    await expect(dialog.getByLabel('Gradings due by')).toHaveAccessibleDescription(/after the panel meets/);
    await look(page, 'beginning a round');
    await dialog.getByLabel('Gradings due by').fill('2027-01-28');
    await dialog.getByRole('button', { name: 'Begin the round' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Round of Term 3 2026/27' })).toBeVisible();
    await expect(page.getByText('5 people from 4 agencies.')).toBeVisible();
    await expect(page.getByLabel('Round in view')).toBeVisible();
    await look(page, 'setting a round up');
  });

  await test.step('a stratified sample is previewed and drawn', async () => {
    await page.getByRole('tab', { name: 'Sample' }).click();
    const preview = page.getByRole('region', { name: 'What would be drawn' });
    await page.getByLabel('How many plans').fill('4');
    await page.getByRole('checkbox', { name: 'Age band' }).uncheck();
    await expect(preview.getByText(`4 of ${COAST_PLANS + DALE_PLANS} plans that may be drawn.`)).toBeVisible();
    await page.getByText('Draw from a part of the register only').click();
    await page.getByRole('combobox', { name: 'Team' }).selectOption('Coast');
    await expect(preview.getByText(`4 of ${COAST_PLANS} plans that may be drawn.`)).toBeVisible();
    await expect(preview.getByRole('row', { name: 'New 4 2' })).toBeVisible();
    await preview.getByText(`Left out: ${DALE_PLANS} plans`).click();
    await expect(preview.getByText(`${DALE_PLANS} plans: another team`)).toBeVisible();
    await page.getByText('Type the seed in').click();
    await page.getByLabel('Seed').fill('20261122');
    await look(page, 'a sample in view');
    await page.getByRole('button', { name: 'Draw the sample' }).click();
    await expect(page.getByRole('heading', { name: '4 plans in this round' })).toBeFocused();
  });

  const plans = page.getByRole('table', { name: 'Plans in this round' });
  await test.step('one is swapped, swapped back, swapped again; another is picked by hand', async () => {
    const out = await plans.getByRole('rowheader').first().getByRole('link').innerText();
    const swap = async () => {
      await page.getByRole('button', { name: `Swap ${out}…` }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Swap the plan' }).click();
      await expect(page.getByRole('dialog').getByLabel('Reason')).toHaveAccessibleDescription(/Say why/);
      await page.getByRole('dialog').getByLabel('Reason').fill('Moved to another area');
      await page.keyboard.press('Enter');
      await expect(plans.getByText(`In for ${out}: Moved to another area`)).toBeVisible();
    };
    await swap();
    await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).last().click();
    await expect(plans.getByRole('link', { name: out })).toBeVisible();
    await swap();
    await page.getByRole('button', { name: 'Pick plans by hand…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Pick plans by hand' });
    await dialog.getByLabel('Find in the register').fill('FM-09');
    await dialog.getByRole('checkbox', { name: 'FM-09' }).check();
    await dialog.getByLabel('Reason').fill('Asked for by the board');
    await look(page, 'picking by hand');
    await dialog.getByRole('button', { name: 'Put them into the round' }).click();
    await expect(page.getByRole('heading', { name: '5 plans in this round' })).toBeVisible();
    await page.getByText('Swapped or taken out: 1 plan').click();
    await page.getByText('How this sample was drawn').click();
    await expect(page.getByLabel('For the report')).toHaveValue(
      /stratified random sample by kind of plan.*\n.*8 plans.*team Coast.*\nLeft out of the frame: 12 of the 20 plans .*another team 12\.\n.*\nSeed 20261122/,
    );
    const register = page.getByRole('table', { name: 'The register when the sample was drawn' });
    await expect(register.getByRole('row', { name: 'Left out: another team 12' })).toBeVisible();
    await expect(register.getByRole('row', { name: 'All plans of the register 20' })).toBeVisible();
    await page.getByRole('button', { name: 'Draw it again, as a check' }).click();
    await expect(page.getByText(/the same plans came out, in the same order/)).toBeVisible();
    await look(page, 'a sample that was drawn');
  });

  await test.step('the plan without a document is named', async () => {
    await page.getByRole('tab', { name: 'Documents' }).click();
    const missing = page.getByRole('table', { name: 'Plans without a document' });
    await expect(missing.getByRole('rowheader')).toHaveText(/FM-09/);
    await expect(page.getByRole('button', { name: 'Add documents' })).toBeVisible();
    await look(page, 'documents of a round');
  });

  const handed = page.getByRole('table', { name: 'Documents and their auditors' });
  await test.step('two auditors of different agencies are proposed for each, accepted, and one is moved', async () => {
    await page.getByRole('tab', { name: 'Assign' }).click();
    await page.getByRole('radio', { name: /^One auditor of each agency/ }).check();
    await page.getByRole('button', { name: 'Propose', exact: true }).click();
    await expect(page.getByRole('table', { name: 'Proposed: 16 for 4 plans' })).toContainText(
      'Health: Health (C, G) and 7 that all lead',
    );
    await look(page, 'a proposal by agency');
    await page.getByRole('radio', { name: /^Auditors of different agencies/ }).check();
    await page.getByRole('button', { name: 'Propose', exact: true }).click();
    await expect(page.getByRole('table', { name: 'Proposed: 8 for 4 plans' })).toBeVisible();
    await look(page, 'a proposal');
    await page.getByRole('button', { name: 'Accept: assign 8' }).click();
    await expect(page.getByRole('heading', { name: '8 assignments' })).toBeVisible();

    const change = handed.getByRole('button', { name: /^Change / }).first();
    const said = /^Change (.+) on (.+)…$/.exec((await change.getAttribute('aria-label')) ?? '');
    const [, from = '', reference = ''] = said ?? [];
    await change.click();
    const dialog = page.getByRole('dialog', { name: `${from} on ${reference}` });
    await dialog.getByLabel('To whom').selectOption({ index: 1 });
    await dialog.getByLabel('Reason').fill('On leave');
    await look(page, 'moving an assignment');
    await dialog.getByRole('button', { name: 'Move it' }).click();
    await expect(page.getByText('Moved or withdrawn: 1')).toBeVisible();
    await expect(page.getByRole('button', { name: `Change ${from} on ${reference}…` })).toHaveCount(0);
    await page.getByText('Moved or withdrawn: 1').click();
    await expect(page.getByText('Moved to someone else: On leave')).toBeVisible();
    await page.getByRole('button', { name: 'One due date for all…' }).click();
    await page.getByRole('dialog').getByLabel('Due by').fill('2020-03-02');
    await page.getByRole('button', { name: 'Set the date' }).click();
    await expect(handed.getByText(/^late by [\d,]+ days$/).first()).toBeVisible();
    await look(page, 'assignments');
  });

  await test.step('who is late is told, and how far each is', async () => {
    await page.getByRole('tab', { name: 'Progress' }).click();
    await expect(page.getByText('0 of 8 submitted')).toBeVisible();
    await expect(page.getByText('8 are late.')).toBeVisible();
    await expect(page.getByRole('table', { name: 'Progress by plan and auditor' }).getByText('Not begun')).toHaveCount(
      8,
    );
    await look(page, 'progress of a round');
    await goTo(page, 'Home');
    await look(page, 'home of the QA lead');
  });

  await test.step('an auditor sees what they are asked for, with its date, and not the round', async () => {
    await page.getByRole('button', { name: /Change person$/ }).click();
    await page.getByRole('button', { name: /^Briar Tolland/ }).click();
    await page.getByLabel('New PIN', { exact: true }).fill(AUDITORS_PIN);
    await page.getByLabel('New PIN again').fill(AUDITORS_PIN);
    await page.getByRole('button', { name: 'Choose this PIN and sign in' }).click();
    const queue = page.getByRole('table', { name: 'What I am asked to audit' });
    await expect(queue.getByText(/^Late by [\d,]+ days$/).first()).toBeVisible();
    await look(page, 'home of an auditor');
    await expect(page.getByRole('navigation').getByRole('link', { name: 'Round', exact: true })).toHaveCount(0);
  });
});

test('by keyboard alone: all plans are drawn, and those with documents handed out', async ({ application, page }) => {
  const entrance = new Entrance(page);
  await prepareRegister(application.dataFolder);
  await page.reload();
  await entrance.chooseWorkspace();
  await entrance.unlock();
  const keys = new Keyboard(page);
  await keys.use(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Round', exact: true }));
  await keys.tabTo(page.getByRole('tab', { name: 'Set up' }));
  await keys.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Sample' })).toBeFocused();
  await keys.fillIn(page.getByLabel('How many plans'), String(COAST_PLANS + DALE_PLANS));
  await keys.use(page.getByRole('button', { name: 'Draw the sample' }));
  await expect(page.getByRole('heading', { name: `${COAST_PLANS + DALE_PLANS} plans in this round` })).toBeFocused();

  await keys.use(page.getByRole('button', { name: 'Take out FM-20…' }));
  await keys.fillIn(page.getByRole('dialog').getByLabel('Reason'), 'The plan has ceased');
  await keys.press('Enter');
  const heading = page.getByRole('heading', { name: `${COAST_PLANS + DALE_PLANS - 1} plans in this round` });
  await expect(heading).toBeFocused();

  await keys.tabTo(page.getByRole('tab', { name: 'Sample' }), 'Shift+Tab');
  await keys.press('ArrowRight', 'ArrowRight');
  await expect(page.getByRole('tab', { name: 'Assign' })).toBeFocused();
  await keys.use(page.getByRole('button', { name: 'Propose', exact: true }));
  await expect(page.getByRole('table', { name: `Proposed: ${COAST_PLANS} for ${COAST_PLANS} plans` })).toBeVisible();
  await keys.use(page.getByRole('button', { name: `Accept: assign ${COAST_PLANS}` }));
  await expect(page.getByRole('heading', { name: `${COAST_PLANS} assignments` })).toBeFocused();
  await keys.tabTo(page.getByRole('tab', { name: 'Assign' }), 'Shift+Tab');
  await keys.press('End');
  await expect(page.getByText(`0 of ${COAST_PLANS} submitted`)).toBeVisible();
});
