import type { Page } from '@playwright/test';
import { checkAccessibility, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { expect, test } from '../support/journey.ts';
import { ACTIONS_REFERENCE, prepareActions } from '../support/prepared-actions.ts';
import { CompareScreen } from './pages/compare.ts';
import { Entrance } from './pages/entrance.ts';
import { goTo } from './pages/frame.ts';
import { Keyboard } from './pages/keyboard.ts';
import { PlansPage } from './pages/plans.ts';

const WORDS = 'Say how often the therapist comes, and for how long.';
const DUE = '2027-01-18';

/** The plan's page, in a workspace with a graded draft and a final that is being graded. */
async function openPlan(page: Page, dataFolder: string): Promise<PlansPage> {
  await prepareActions(dataFolder);
  await page.reload();
  const entrance = new Entrance(page);
  await entrance.chooseWorkspace();
  await entrance.unlock();
  await goTo(page, 'Plans');
  const plans = new PlansPage(page);
  await plans.openPlan(ACTIONS_REFERENCE);
  return plans;
}

test('actions on a draft are answered on its final', async ({ application, page }) => {
  const plans = await openPlan(page, application.dataFolder);
  const onPlan = page.getByRole('region', { name: 'Actions' });

  await test.step('an action on the draft is due before the final is', async () => {
    await onPlan.getByRole('button', { name: 'Add an action…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add an action' });
    await dialog.getByLabel('Version').selectOption('Draft');
    await dialog.getByLabel('Criterion').selectOption({ index: 20 });
    await expect(dialog.getByText('To be done before the final is due on 19 January 2027.')).toBeVisible();
    await expect(dialog.getByLabel('Due')).toHaveValue(DUE);
    await dialog.getByLabel('Due').fill('2027-01-19');
    await expect(dialog.getByText(/too late to change this plan/)).toBeVisible();
    await checkAccessibility(page, 'a new action');
    await dialog.getByLabel('Due').fill(DUE);
    await dialog.getByRole('button', { name: 'Put it down' }).click();
    await expect(dialog.getByText('Say what should change.')).toBeVisible();
    await dialog.getByLabel('What should change').fill(WORDS);
    await dialog.getByRole('button', { name: 'Put it down' }).click();
    await expect(onPlan.getByText('Due 18 January 2027')).toBeVisible();
    await expect(onPlan.getByText(/From the gradings of the draft/)).toBeVisible();
    await look(page, 'the plan with its action');
    await goTo(page, 'Home');
    await expect(page.getByRole('region', { name: /^My actions/ }).getByText(WORDS, { exact: true })).toBeVisible();
    await look(page, 'my actions on Home');
  });

  await test.step('the final’s audit asks whether it is answered, with the comparison in reach', async () => {
    await goTo(page, 'Plans');
    await plans.openPlan(ACTIONS_REFERENCE);
    await plans.card('final.docx').getByRole('button', { name: 'Go on with the audit' }).click();
    await expect(page.getByText('1 earlier action on this plan, 1 to answer')).toBeVisible();
    await page.getByRole('button', { name: 'Answer the earlier actions' }).click();
    const dialog = page.getByRole('dialog', { name: 'Does this version answer what was asked?' });
    await dialog.getByLabel('Answered', { exact: true }).check();
    await dialog.getByLabel('Comment').fill('Twice a week, for half an hour.');
    await dialog.getByLabel('Comment').blur();
    await expect(dialog.getByText('Saved', { exact: true })).toBeVisible();
    await checkAccessibility(page, 'answering earlier actions');
    await dialog.getByRole('link', { name: 'Compare the two versions' }).click();
    await expect(new CompareScreen(page).heading).toBeVisible();
    await page.goBack();
    await expect(page.getByText('1 earlier action on this plan, answered')).toBeVisible();
    await checkAccessibility(page, 'an audit with earlier actions');
    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Submit/ })
      .click();
    await expect(page.getByRole('button', { name: 'See the earlier actions' })).toBeVisible();
  });

  await test.step('a person confirms that it is done, and can take that back', async () => {
    await goTo(page, 'Actions');
    await expect(page.getByText('Every auditor of the final says that this is answered. Is it done?')).toBeVisible();
    await expect(page.getByText('answered (Twice a week, for half an hour.)')).toBeVisible();
    await look(page, 'the actions');
    await page.getByRole('button', { name: /^Mark as done…/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Mark as done' });
    await expect(dialog.getByLabel('What shows that it was done')).toHaveValue(/all say that it is answered/);
    await dialog.getByLabel('Words of a later version').selectOption('Final');
    await dialog.getByLabel('Those words, as they stand there').fill('words that nobody wrote');
    await dialog.getByRole('button', { name: 'Mark as done' }).click();
    await expect(dialog.getByText('Those words are not in that version.')).toBeVisible();
    await checkAccessibility(page, 'marking as done');
    await dialog.getByLabel('Words of a later version').selectOption('');
    await dialog.getByRole('button', { name: 'Mark as done' }).click();
    await expect(page.getByRole('heading', { name: 'No such actions' })).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText(WORDS, { exact: true })).toBeVisible();
  });

  await test.step('what was done for a service is told as “you said, we did”', async () => {
    await page.getByRole('button', { name: 'Add an action…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add an action for a service or the system' });
    await dialog.getByLabel('What should change').fill('A new form for advice.');
    await dialog.getByLabel('Service or team').fill('Therapy');
    await dialog.getByRole('button', { name: 'Put it down' }).click();
    await page.getByRole('button', { name: /^Mark as done….*A new form/ }).click();
    await page.getByLabel('What shows that it was done').fill('It is in use.');
    await page.getByRole('dialog').getByRole('button', { name: 'Mark as done' }).click();
    await page.getByRole('tab', { name: 'You said, we did' }).click();
    await expect(page.getByRole('region', { name: 'Therapy' }).getByText('We did: It is in use.')).toBeVisible();
    await look(page, 'you said, we did');
    await page.getByRole('tab', { name: 'Re-audits' }).click();
    await expect(page.getByRole('row', { name: /FM-001.*Requires improvement.*share/ })).toBeVisible();
    await page.getByRole('button', { name: 'Put them down for a re-audit' }).click();
    await expect(page.getByRole('cell', { name: 'Yes, with the next sample' })).toBeVisible();
    await look(page, 're-audits');
  });
});

test('the same by keyboard alone', async ({ application, page }) => {
  const plans = await openPlan(page, application.dataFolder);
  const keyboard = new Keyboard(page);
  await keyboard.use(page.getByRole('region', { name: 'Actions' }).getByRole('button', { name: 'Add an action…' }));
  const adding = page.getByRole('dialog', { name: 'Add an action' });
  await keyboard.tabTo(adding.getByLabel('Version'));
  await keyboard.type('Dr');
  await expect(adding.getByText('To be done before the final is due on 19 January 2027.')).toBeVisible();
  await keyboard.fillIn(adding.getByLabel('What should change'), WORDS);
  await keyboard.use(adding.getByRole('button', { name: 'Put it down' }));
  await expect(page.getByRole('region', { name: 'Actions' }).getByText('Due 18 January 2027')).toBeVisible();

  await keyboard.use(plans.card('final.docx').getByRole('button', { name: 'Go on with the audit' }), 'Shift+Tab');
  await keyboard.use(page.getByRole('button', { name: 'Answer the earlier actions' }));
  const asking = page.getByRole('dialog', { name: 'Does this version answer what was asked?' });
  await keyboard.tabTo(asking.getByLabel('Answered', { exact: true }));
  await keyboard.press('Space');
  await expect(asking.getByText('Saved', { exact: true })).toBeVisible();
  await keyboard.press('Escape');
  await expect(page.getByText('1 earlier action on this plan, answered')).toBeVisible();
  await keyboard.use(page.getByRole('button', { name: 'Submit', exact: true }), 'Shift+Tab');
  await keyboard.use(page.getByRole('dialog').getByRole('button', { name: /^Submit/ }));
  await expect(page.getByRole('button', { name: 'See the earlier actions' })).toBeVisible();

  const place = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Actions', exact: true });
  await keyboard.use(place, 'Shift+Tab');
  await keyboard.use(page.getByRole('button', { name: /^Mark as done…/ }));
  await keyboard.use(page.getByRole('dialog').getByRole('button', { name: 'Mark as done' }));
  await expect(page.getByRole('heading', { name: 'No such actions' })).toBeVisible();
});

/** Every screen is looked through in both themes, and need not be scrolled sideways. */
async function look(page: Page, name: string): Promise<void> {
  const dismiss = page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Dismiss' });
  while ((await dismiss.count()) > 0) await dismiss.first().click();
  await page.evaluate(() => window.scrollTo(0, 0));
  await expectNoSidewaysScroll(page, name);
  await checkAccessibility(page, name);
}
