import { checkAccessibility, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { expect, test } from '../support/journey.ts';
import { LEADS_PIN, preparePanel } from '../support/prepared-moderation.ts';
import { wordsOfDocx } from '../support/read-report.ts';
import { WORKSPACE_INPUT } from '../support/workspace-input.ts';
import { Entrance } from './pages/entrance.ts';
import { goTo } from './pages/frame.ts';
import { Keyboard } from './pages/keyboard.ts';

const WORDS = 'The panel looked at twelve plans.\n\nWhat families hope for was plain in most.';

test('a QA lead makes the report: words, excerpts, frozen, given out, held against today, withdrawn', async ({
  page,
  application,
}) => {
  const shots = process.env['REPORT_SHOTS'];
  const look = async (name: string) => {
    // What has been scrolled half under the header is not what is looked at.
    await page.evaluate(() => window.scrollTo(0, 0));
    await checkAccessibility(page, name);
    await expectNoSidewaysScroll(page, name);
    if (shots === undefined) return;
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.screenshot({ path: `${shots}/${name.replaceAll(/\W+/g, '-')}-${colorScheme}.png` });
    }
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  };
  const tab = (name: string) => page.getByRole('tab', { name });
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const entrance = new Entrance(page);
  await entrance.button('Explore the sample partnership').click();
  await expect(page.getByText('The sample is ready. Its passphrase is')).toBeVisible({ timeout: 180_000 });
  await entrance.button('Open the sample').click();
  await goTo(page, 'Report');
  await expect(page.getByRole('article', { name: 'The report' })).toBeVisible();
  await expect(page.getByText('not graded yet by all who were asked')).toBeVisible();
  await look('report 1 check');

  await test.step('writes beside the figures, and takes it back', async () => {
    await tab('2 Words').click();
    await button('Write in “Summary”').click();
    const field = page.getByRole('textbox', { name: 'Your words for “Summary”' });
    await expect(field).toBeFocused();
    await field.fill('A slip.');
    await expect(page.getByText(/^Saved /)).toBeVisible();
    await field.fill(WORDS);
    await expect(button('Undo')).toBeEnabled();
    await expect(page.getByText('14 words: on the summary’s page there is room for them.')).toBeVisible();
    await look('report 2 words');
    await button('Undo').click();
    await expect(field).toHaveValue('A slip.');
    await field.fill(WORDS);
    await expect(button('Undo')).toBeEnabled();
    await field.fill(`${WORDS} `.repeat(60));
    await expect(page.getByText(/has room for \d+ of these 840 words\. What begins with “/)).toBeVisible();
    await look('report 2 many words');
    await tab('1 Check').click();
    await expect(page.getByRole('heading', { name: 'Summary, continued' })).toBeVisible();
    await tab('2 Words').click();
    await field.fill(WORDS);
    await expect(page.getByText('14 words: on the summary’s page there is room for them.')).toBeVisible();
    await tab('1 Check').click();
    await expect(page.getByText('What families hope for was plain in most.')).toBeVisible();
  });

  await test.step('chooses an excerpt, shortens it, and ticks it', async () => {
    await tab('3 Excerpts').click();
    await expect(page.getByText('No excerpt is chosen.')).toBeVisible();
    await look('report 3 no excerpts');
    await button('Look through the evidence').click();
    await button(/^Choose from plan/)
      .first()
      .click();
    const quote = page.getByRole('list').getByRole('textbox').first();
    await expect(quote).toBeVisible();
    const whole = await quote.inputValue();
    await quote.fill(`${whole} and more`);
    await expect(page.getByText('may only be left out or masked, not changed')).toBeVisible();
    await look('report 3 excerpts');
    const tick = page.getByRole('checkbox', { name: /^I have read it; nobody can be recognised/ });
    await expect(tick).toBeDisabled();
    await quote.fill(whole.split(' ').slice(0, -1).join(' '));
    await quote.blur();
    await expect(tick).toBeEnabled();
    await expect(tick).not.toBeChecked();
  });

  await test.step('freezes a publishable report only once the excerpt is ticked', async () => {
    await page.getByLabel('Edition').selectOption('publishable');
    await tab('4 Freeze and export').click();
    await expect(page.getByText('One excerpt is not ticked.')).toBeVisible();
    await button('Freeze this report').click();
    await expect(page.getByText('One excerpt has not been read and ticked.')).toBeVisible();
    await look('report 4 refused');
    await tab('3 Excerpts').click();
    await page.getByRole('checkbox', { name: /^I have read it; nobody can be recognised/ }).click();
    await expect(page.getByText(/^Ticked by /)).toBeVisible();
    await tab('2 Words').click();
    await button('Take over from the internal edition').click();
    await expect(page.getByText(/^Saved /)).toBeVisible();
    await tab('4 Freeze and export').click();
    await expect(page.getByText('One excerpt is not ticked.')).toBeHidden();
  });

  await test.step('is told that own words name a plan, and freezes only once they are read or changed', async () => {
    await tab('2 Words').click();
    await button('Write in “Overall grades”').click();
    const field = page.getByRole('textbox', { name: 'Your words for “Overall grades”' });
    await field.fill('MD-26-0131 was the best.');
    await expect(page.getByText('These words seem to hold a reference')).toBeVisible();
    await look('report 2 naming');
    await tab('4 Freeze and export').click();
    const read = page.getByRole('checkbox', { name: 'I have read them; nobody can be recognised' });
    await expect(read).not.toBeChecked();
    await button('Freeze this report').click();
    await expect(page.getByText('seem to tell of somebody whose plan was audited: “Overall grades”')).toBeVisible();
    await look('report 4 naming');
    await tab('2 Words').click();
    await field.fill('');
    await expect(page.getByText('These words seem to hold a reference')).toBeHidden();
    await expect(page.getByText(/^Saved /).first()).toBeVisible();
    await tab('4 Freeze and export').click();
    await expect(read).toBeHidden();
  });

  await test.step('sees what is hidden and why, publishes, and exports every form with one sign in all', async () => {
    await tab('1 Check').click();
    // A publishable edition hides what is still open; whoever makes it is told of it all the same.
    await expect(page.getByText('not graded yet by all who were asked')).toBeVisible();
    await expect(page.getByText('Your own words go out as they stand.')).toBeVisible();
    const sheet = page.getByRole('article', { name: 'The report' });
    await expect(sheet.getByText(/^Half-terms are counted together here, Autumn 1 to Autumn 2 2026\/27/)).toBeVisible();
    const overall = sheet.getByRole('table', {
      name: /Readings and milestones: Recovery plan: new plans good or better/,
    });
    await expect(overall.getByRole('row', { name: /2026\/27 Aut 1 to 2026\/27 Aut 2/ })).toContainText(/\d+/);
    await expect(sheet.getByText(/Left out, since they are of fewer than 5 plans/).first()).toBeVisible();
    await expect(sheet.getByText(/^c: hidden, since a count of 1 to 4/).first()).toBeVisible();
    await look('report 1 publishable');
    await tab('4 Freeze and export').click();
    await button('Freeze this report').click();
    await expect(page.getByText('The report is frozen.')).toBeVisible();
    const group = page.getByRole('group', { name: 'Export 2026/27 Aut 2, publishable' });
    const files = new Map<string, string>();
    for (const name of ['Export to Word', 'Export to HTML', 'Excel', 'CSV', 'CSV columns explained']) {
      const make = group.getByRole('button', { name, exact: true });
      const { name: file, bytes } = await application.savedFile(() => make.click());
      files.set(file.split('.').slice(1).join('.'), bytes.toString('utf8'));
    }
    expect([...files.keys()]).toEqual(expect.arrayContaining(['docx', 'html', 'xlsx', 'csv']));
    expect(files.get('html')).toContain('c: hidden, since a count of 1 to 4');
    expect(files.get('html')).toMatch(/<td[^>]*>c<\/td>/);
    expect(files.get('html')).not.toMatch(/<td[^>]*>[1-4]<\/td>/);
    expect(files.get('csv')).toMatch(/,c,/);
    await look('report 4 published');
  });

  await test.step('by keyboard: finds why the half-term before, published with this one, is not published by itself', async () => {
    const keys = new Keyboard(page);
    const halfTerm = page.getByLabel('Half-term', { exact: true });
    const notice = page.getByText('It is not published alone: beside that report');
    await keys.tabTo(halfTerm, 'Shift+Tab');
    await keys.press('ArrowDown');
    await expect(halfTerm).toHaveValue('2026-27/1');
    await expect(notice).toBeVisible();
    await expect(halfTerm).toBeFocused();
    await expect(button(/^Freeze/)).toHaveCount(0);
    await expect(page.getByRole('heading', { name: '2026/27 Aut 2, publishable', exact: true })).toBeVisible();
    await look('report 4 out with a later one');
    await keys.tabTo(tab('4 Freeze and export'));
    await keys.press('Home');
    await expect(tab('1 Check')).toBeFocused();
    await expect(notice).toBeVisible();
    await expect(button(/^Freeze/)).toHaveCount(0);
    await look('report 1 out with a later one');
    await keys.use(button('To the earlier reports'));
    await expect(tab('4 Freeze and export')).toBeFocused();
    await keys.tabTo(page.getByLabel('Edition'), 'Shift+Tab');
    await keys.press('ArrowUp');
    await expect(notice).toBeHidden();
    await expect(button('Freeze this report')).toBeVisible();
    await keys.tabTo(halfTerm, 'Shift+Tab');
    await keys.press('ArrowUp');
    await expect(halfTerm).toHaveValue('2026-27/2');
  });

  await test.step('by keyboard: freezes the internal one, looks at what changed, and withdraws it', async () => {
    await page.getByLabel('Edition').selectOption('internal');
    const keys = new Keyboard(page);
    await keys.tabTo(page.getByRole('tab', { selected: true }));
    await keys.press('End');
    await keys.use(button('Freeze this report'));
    await expect(page.getByText('The report is frozen.')).toBeVisible();
    const group = page.getByRole('group', { name: 'Export 2026/27 Aut 2, internal' });
    const html = await application.savedFile(() => keys.use(group.getByRole('button', { name: 'Export to HTML' })));
    expect(html.name).toBe('partnership-report-2026-27-2.html');
    expect(html.bytes.toString('utf8')).toContain('The panel looked at twelve plans.');
    await look('report 4 frozen');
    const own = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: '2026/27 Aut 2, internal', exact: true }) });
    await keys.use(own.getByRole('button', { name: 'What has changed since' }));
    await expect(page.getByText('Nothing has changed since.')).toBeVisible();
    await look('report 4 nothing changed');
    await keys.press('Escape');
    await keys.use(own.getByRole('button', { name: 'Withdraw…' }));
    const dialog = page.getByRole('dialog', { name: /^Withdraw / });
    await keys.use(dialog.getByRole('button', { name: 'Withdraw the report' }));
    await expect(dialog.getByText('Say in a few words why it no longer stands.')).toBeVisible();
    await keys.fillIn(dialog.getByRole('textbox', { name: 'Why' }), 'The wrong panel date');
    await keys.use(dialog.getByRole('button', { name: 'Withdraw the report' }));
    await expect(page.getByRole('heading', { name: /internal – withdrawn$/ })).toBeVisible();
    await expect(page.getByText(/^Withdrawn by .*: The wrong panel date$/)).toBeVisible();
    await look('report 4 withdrawn');
  });

  await test.step('from anywhere, two presses make the board’s paper: Report, then Freeze and export to Word', async () => {
    await goTo(page, 'Home');
    await goTo(page, 'Report');
    await expect(page.getByRole('heading', { name: 'The paper for the board' })).toBeVisible();
    const paper = await application.savedFile(() => button('Freeze and export to Word').click());
    expect(paper.name).toBe('partnership-report-2026-27-2.docx');
    expect(wordsOfDocx(paper.bytes)).toContain('The panel looked at twelve plans.');
    await expect(page.getByText('The report is frozen, and')).toBeVisible();
  });
});

test('own words are in the report though the step is left while they are on their way', async ({
  page,
  application,
  runsOn,
}) => {
  test.skip(runsOn === 'desktop', 'Answers are held back on their way through a browser.');
  await preparePanel(application.dataFolder);
  await page.reload();
  const entrance = new Entrance(page);
  await entrance.chooseWorkspace();
  await entrance.unlock();
  await entrance.signIn(WORKSPACE_INPUT.person.name, LEADS_PIN);
  await goTo(page, 'Report');
  const tab = (name: string) => page.getByRole('tab', { name });
  await tab('2 Words').click();
  await page.getByRole('button', { name: 'Write in “Summary”' }).click();
  const field = page.getByRole('textbox', { name: 'Your words for “Summary”' });
  const undo = page.getByRole('button', { name: 'Undo' });
  await field.fill('A slip.');
  await expect(undo).toBeEnabled();
  await field.fill(WORDS);
  await expect(undo).toBeDisabled();
  await expect(undo).toBeEnabled();

  const letGo = Promise.withResolvers<void>();
  await page.route('**/rpc/reports/saveWords', async (route) => {
    await letGo.promise;
    await route.continue();
  });
  await undo.click();
  await expect(field).toHaveValue('A slip.');
  await field.fill(WORDS);
  await expect(undo).toBeDisabled();
  await tab('4 Freeze and export').click();
  const freeze = page.getByRole('button', { name: 'Freeze this report' });
  await expect(freeze).toHaveAttribute('aria-busy', 'true');
  letGo.resolve();
  await expect(freeze).not.toHaveAttribute('aria-busy');
  await tab('2 Words').click();
  await expect(field).toHaveValue(WORDS);
  await field.fill('At the last moment.');
  await tab('1 Check').click();
  await expect(page.getByText('At the last moment.')).toBeVisible();
});
