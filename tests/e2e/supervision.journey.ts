import type { Page } from '@playwright/test';
import { checkAccessibility, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { type Application, expect, test } from '../support/journey.ts';
import { LEADS_PIN, PANEL_PIN } from '../support/prepared-moderation.ts';
import { CASEWORKER, MANAGER, prepareTeamIn, TEAM } from '../support/prepared-supervision.ts';
import { wordsOfDocx } from '../support/read-report.ts';
import { Entrance, PERSON } from './pages/entrance.ts';
import { goTo } from './pages/frame.ts';
import { Keyboard } from './pages/keyboard.ts';

const AGREED = 'Say how often, how long and who, in every line of Section F.';
const VIEW = 'The timetable in the appendix says how often.';

test('a manager opens a sheet and notes what was agreed, the caseworker replies, the chair answers', async ({
  page,
  application,
}) => {
  await begin(page, application);

  await test.step('the team page counts by criterion, and lists caseworkers by name without grades', async () => {
    await signIn(page, MANAGER, PANEL_PIN);
    await goTo(page, 'Supervision');
    await expect(page.getByRole('heading', { name: TEAM })).toBeVisible();
    await expect(page.getByText('2 plans with a settled result: 1 good, 1 requires improvement.')).toBeVisible();
    await expect(page.getByRole('row', { name: /^S07\.C4/ })).toContainText('Not fully met in 2 of 2 plans');
    await expect(page.getByRole('row', { name: /^S07\.C4/ })).toContainText('Too few plans to say');
    const plans = page.getByRole('table', { name: 'Plans with a settled result' });
    await expect(plans.getByRole('row', { name: /FM-1/ })).toContainText('Agreed by the panel');
    await expect(plans.getByRole('row', { name: /FM-2/ })).toContainText('One auditor, not moderated');
    await expect(plans.getByRole('row')).toHaveCount(3);
    await expect(page.getByRole('table', { name: 'Caseworkers of the team' }).getByRole('rowheader')).toHaveText([
      CASEWORKER,
      'Ivo Larch',
    ]);
    await look(page, 'the team');
    const feedback = await application.savedFile(() =>
      page.getByRole('button', { name: 'Feedback sheet on FM-1, final' }).click(),
    );
    expect(feedback.name).toMatch(/^feedback-fm-1-/);
    expect(wordsOfDocx(feedback.bytes)).toContain('Grade: Requires improvement');
  });

  await test.step('the sheet begins with strengths, and keeps weak advice apart from the writer’s share', async () => {
    await page.getByRole('button', { name: `Open the sheet of ${CASEWORKER}` }).click();
    await expect(page.getByRole('heading', { level: 1, name: CASEWORKER })).toBeVisible();
    const strengths = page.getByRole('region', { name: 'Strengths' });
    await expect(strengths.getByRole('article')).toHaveCount(2);
    const point = page.getByRole('region', { name: 'To work on' }).getByRole('article');
    await expect(point).toHaveCount(1);
    await expect(point).toContainText('not fully met in 2 of 2 plans · cause: writing');
    await expect(point).toContainText('What good looks like:');
    const shares = page.getByRole('table', { name: 'Shortfalls by cause' });
    await expect(shares.getByRole('row', { name: /^The writer’s own/ })).toContainText('2');
    await expect(shares.getByRole('row', { name: /^Weak or missing advice/ })).toContainText('1');
    await expect(page.getByRole('main')).not.toContainText('%');
    await look(page, 'a sheet before anything was agreed');
  });

  await test.step('what was agreed is put down, with the day to look again, and the sheet exported', async () => {
    await page.getByRole('button', { name: 'Note what was agreed…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Note what was agreed' });
    await dialog.getByRole('button', { name: 'Put it down' }).click();
    await expect(dialog.getByText('Say what was agreed, or talked about.')).toBeVisible();
    await checkAccessibility(page, 'noting what was agreed');
    await dialog.getByLabel('Agreed actions').fill(`${AGREED}\nSit in with a therapist.`);
    const day = dialog.getByLabel('Day of the supervision');
    const today = await day.inputValue();
    await day.fill('2099-01-12');
    await dialog.getByRole('button', { name: 'Put it down' }).click();
    await expect(dialog.getByText('This day has not come yet: give the day you met.')).toBeVisible();
    await day.fill(today);
    await dialog.getByRole('button', { name: 'Put it down' }).click();
    const agreed = page.getByRole('region', { name: 'What was agreed last time' });
    await agreed.getByLabel('Sit in with a therapist.').check();
    await expect(agreed.getByText(/^Look again on/)).toBeVisible();
    const sheet = await application.savedFile(() => page.getByRole('button', { name: 'Export to Word' }).click());
    expect(sheet.name).toMatch(/^supervision-sheet-AF-.*\.docx$/);
    const words = wordsOfDocx(sheet.bytes);
    expect(words).toContain(`Open: ${AGREED}`);
    expect(words).toContain('Done: Sit in with a therapist.');
    expect(words).not.toMatch(/Briar|Corin|Juniper/);
  });

  await test.step('the caseworker opens their own sheet with their PIN, and asks for a second look', async () => {
    await changePerson(page, CASEWORKER, PANEL_PIN);
    await goTo(page, 'Supervision');
    await expect(page.getByRole('row', { name: /Maren Holt/ })).toHaveCount(2);
    await look(page, 'a caseworker’s own page');
    await page.getByRole('button', { name: 'Open my sheet' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Your supervision sheet' })).toBeVisible();
    await expect(page.getByText(AGREED)).toBeVisible();
    await page.getByRole('button', { name: 'Reply…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Reply' });
    await dialog.getByLabel('Ask for a second look at a plan').check();
    await dialog.getByLabel('In your own words').fill(VIEW);
    await dialog.getByRole('button', { name: 'Put it down' }).click();
    await expect(dialog.getByText('Say which plan is to be looked at again.')).toBeVisible();
    await checkAccessibility(page, 'replying');
    await dialog.getByLabel('About which plan').selectOption('FM-1, final');
    await dialog.getByRole('button', { name: 'Put it down' }).click();
    const own = page.getByRole('region', { name: 'The caseworker’s own view' });
    await expect(own).toContainText(VIEW);
    await expect(own).toContainText('Waits for the chair');
    await look(page, 'a caseworker’s own sheet');
  });

  await test.step('the chair answers, and the plan is owed a re-audit', async () => {
    await changePerson(page, PERSON, LEADS_PIN);
    await goTo(page, 'Supervision');
    await expect(page.getByText(VIEW)).toBeVisible();
    await look(page, 'the chair’s replies');
    await page.getByRole('button', { name: `Answer… ${CASEWORKER}` }).click();
    const dialog = page.getByRole('dialog', { name: `Answer ${CASEWORKER}` });
    await dialog.getByLabel('Your answer').fill('The panel will read the appendix with the plan.');
    await dialog.getByRole('button', { name: 'Answer' }).click();
    await expect(dialog.getByText('Say whether there is one.')).toBeVisible();
    await checkAccessibility(page, 'answering a reply');
    await dialog.getByLabel('The panel looks again').check();
    await dialog.getByRole('button', { name: 'Answer' }).click();
    await expect(page.getByRole('heading', { name: 'No reply waits' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Answered' })).toContainText('The panel looks again');
    await page.getByRole('tab', { name: 'Who opened sheets' }).click();
    await expect(page.getByRole('row', { name: /Exported to Word/ })).toContainText(MANAGER);
    await look(page, 'who opened sheets');
    await goTo(page, 'Report');
    await page.getByRole('link', { name: 'For others' }).click();
    await page.getByRole('tab', { name: 'A plan’s writer' }).click();
    await look(page, 'plans to give feedback on');
    const onPlan = await application.savedFile(() =>
      page.getByRole('button', { name: 'Feedback sheet on FM-1' }).click(),
    );
    expect(onPlan.name).toMatch(/^feedback-fm-1-.*\.docx$/);
    await goTo(page, 'Actions');
    await expect(page.getByText('Audit this plan again.', { exact: true })).toBeVisible();
  });
});

test('a note that another window changed is shown as it stands before it is written over', async ({
  application,
  page,
  runsOn,
}) => {
  test.skip(runsOn === 'desktop', 'The desktop has one window.');
  await begin(page, application);
  await signIn(page, MANAGER, PANEL_PIN);
  await goTo(page, 'Supervision');
  await page.getByRole('button', { name: `Open the sheet of ${CASEWORKER}` }).click();
  await page.getByRole('button', { name: 'Note what was agreed…' }).click();
  await page.getByLabel('Agreed actions').fill(AGREED);
  await page.getByRole('button', { name: 'Put it down' }).click();
  const agreed = page.getByRole('region', { name: 'What was agreed last time' });
  await agreed.getByRole('button', { name: /^Change…/ }).click();

  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole('button', { name: /^Change… what was agreed/ }).click();
  await other.getByLabel('Agreed actions').fill('Said in the other window.');
  await other.getByRole('button', { name: 'Put it down' }).click();
  await expect(other.getByLabel('Said in the other window.')).toBeVisible();
  await other.close();

  const dialog = page.getByRole('dialog', { name: 'Change what was agreed' });
  await dialog.getByLabel('Agreed actions').fill('Said in this window.');
  await dialog.getByRole('button', { name: 'Put it down' }).click();
  await expect(dialog.getByText('This note was changed in the meantime, in another window.')).toBeVisible();
  await expect(dialog.getByRole('region', { name: 'How the note stands now' })).toContainText(
    'Said in the other window.',
  );
  await expect(dialog.getByLabel('Agreed actions')).toHaveValue('Said in this window.');
  await checkAccessibility(page, 'a note that was changed in another window');
  await dialog.getByRole('button', { name: 'Put mine in its place' }).click();
  await expect(agreed.getByLabel('Said in this window.')).toBeVisible();
});

test('the same by keyboard alone', async ({ page, application }) => {
  const keyboard = new Keyboard(page);
  await begin(page, application);
  await signIn(page, MANAGER, PANEL_PIN);
  const place = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Supervision', exact: true });
  await keyboard.use(place);
  await keyboard.use(page.getByRole('button', { name: `Open the sheet of ${CASEWORKER}` }));
  await keyboard.use(page.getByRole('button', { name: 'Note what was agreed…' }));
  const noting = page.getByRole('dialog', { name: 'Note what was agreed' });
  await keyboard.fillIn(noting.getByLabel('Agreed actions'), AGREED);
  await keyboard.use(noting.getByRole('button', { name: 'Put it down' }));
  await expect(page.getByRole('checkbox', { name: AGREED })).toBeVisible();
  const sheet = await application.savedFile(() => keyboard.use(page.getByRole('button', { name: 'Export to Word' })));
  expect(wordsOfDocx(sheet.bytes)).toContain(AGREED);

  await changePerson(page, CASEWORKER, PANEL_PIN, keyboard);
  await keyboard.use(place);
  await keyboard.use(page.getByRole('button', { name: 'Open my sheet' }));
  await keyboard.use(page.getByRole('button', { name: 'Reply…' }));
  const replying = page.getByRole('dialog', { name: 'Reply' });
  await keyboard.tabTo(replying.getByLabel('A comment'));
  await keyboard.press('ArrowDown');
  await keyboard.tabTo(replying.getByLabel('About which plan'));
  await keyboard.type('FM-1');
  await keyboard.fillIn(replying.getByLabel('In your own words'), VIEW);
  await keyboard.use(replying.getByRole('button', { name: 'Put it down' }));
  await expect(page.getByText('Waits for the chair')).toBeVisible();

  await changePerson(page, PERSON, LEADS_PIN, keyboard);
  await keyboard.use(place);
  await keyboard.use(page.getByRole('button', { name: `Answer… ${CASEWORKER}` }));
  const answering = page.getByRole('dialog', { name: `Answer ${CASEWORKER}` });
  await keyboard.tabTo(answering.getByLabel('The panel looks again'));
  await keyboard.press('Space', 'ArrowDown');
  await keyboard.fillIn(answering.getByLabel('Your answer'), 'Appendices are not the plan.');
  await keyboard.use(answering.getByRole('button', { name: 'Answer' }));
  await expect(page.getByRole('region', { name: 'Answered' })).toContainText('The grade stands');
});

async function begin(page: Page, application: Application): Promise<void> {
  await prepareTeamIn(application.dataFolder);
  await page.reload();
  const entrance = new Entrance(page);
  await entrance.chooseWorkspace();
  await entrance.unlock();
}

async function signIn(page: Page, name: string, pin: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await page.getByLabel('PIN', { exact: true }).fill(pin);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

/** The next person comes to the machine; with `keyboard`, by keys alone. */
async function changePerson(page: Page, name: string, pin: string, keyboard?: Keyboard): Promise<void> {
  const change = page.getByRole('button', { name: /Change person$/ });
  const next = page.getByRole('button', { name: new RegExp(`^${name}`) });
  if (keyboard === undefined) {
    await change.click();
    return signIn(page, name, pin);
  }
  await keyboard.use(change, 'Shift+Tab');
  await keyboard.use(next);
  await keyboard.fillIn(page.getByLabel('PIN', { exact: true }), pin);
  await keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

/** Every screen is looked through in both themes, and need not be scrolled sideways. */
async function look(page: Page, name: string): Promise<void> {
  await expectNoSidewaysScroll(page, name);
  await checkAccessibility(page, name);
}
