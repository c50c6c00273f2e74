import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { renderCsv } from '../../electron/backend/reports/to-csv.ts';
import { checkAccessibility, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { expect, test } from '../support/journey.ts';
import { httpClient, startLocalHost } from '../support/local-host.ts';
import { LEADS_PIN, preparePanel } from '../support/prepared-moderation.ts';
import { WORKSPACE_INPUT } from '../support/workspace-input.ts';
import { reportOn, variedPlans } from '../unit/shared/domain/report/report-fixture.ts';
import { Entrance } from './pages/entrance.ts';
import { goTo } from './pages/frame.ts';
import { Keyboard } from './pages/keyboard.ts';

async function openOutlets(page: Page, dataFolder: string): Promise<void> {
  await preparePanel(dataFolder);
  await letPanelHaveMet(dataFolder);
  await page.reload();
  const entrance = new Entrance(page);
  await entrance.chooseWorkspace();
  await entrance.unlock();
  await entrance.signIn(WORKSPACE_INPUT.person.name, LEADS_PIN);
  await goTo(page, 'Report');
  await page.getByRole('link', { name: 'For others' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'For others' })).toBeVisible();
}

/** A month's line is of panels that have met. */
async function letPanelHaveMet(dataFolder: string): Promise<void> {
  const host = await startLocalHost(dataFolder);
  const client = await httpClient(host.entryUrl);
  const [file] = await client.workspaces.list();
  if (file === undefined) throw new Error('no workspace');
  await client.workspaces.unlock({ workspaceId: file.id, passphrase: WORKSPACE_INPUT.passphrase });
  const lead = (await client.people.atDoor()).find(({ name }) => name === WORKSPACE_INPUT.person.name);
  if (lead === undefined) throw new Error('no lead');
  await client.people.signIn({ personId: lead.id, pin: LEADS_PIN });
  const { id: roundId, kind, theme } = await client.rounds.current();
  await client.rounds.update({ roundId, kind, theme, panelDate: '2026-11-13' });
  await client.actions.create({
    kind: 'change',
    level: 'service',
    planId: null,
    documentId: null,
    roundId: null,
    criterionId: null,
    words: 'Say what a condition means for the school day.',
    service: 'Community paediatrics',
    owner: { personId: lead.id, name: '' },
    dueOn: '2026-12-11',
  });
  await host.stop();
}

function areaFile(name: string) {
  const report = reportOn(variedPlans(), { partnership: { name, areaCode: '' } });
  return { name: `${name}.csv`, mimeType: 'text/csv', buffer: Buffer.from(renderCsv(report)) };
}

async function saved(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  const download = await waiting;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test('a QA lead makes feedback for a service, ticks an example, and gives figures to the board and the region', async ({
  application,
  page,
}) => {
  await openOutlets(page, application.dataFolder);

  await test.step('the feedback hides small counts unless it stays inside', async () => {
    const paper = page.getByRole('article', { name: 'The feedback' });
    await page.getByLabel('Agency', { exact: true }).selectOption('Education');
    await expect(paper.getByText('Feedback to Education')).toBeVisible();
    await expect(paper.getByText(/Publishable reports tell nothing of/)).toBeVisible();
    // Where nothing is hidden the sign of it is not explained.
    await expect(paper.getByText(/^c: hidden/)).toHaveCount(0);
    await expect(page.getByLabel('Counts that are hidden')).toHaveAccessibleDescription(
      'Published ones stay as they are.',
    );
    await look(page, 'feedback to be given out');
    await page.getByLabel('Edition').selectOption('Inside the panel');
    await expect(paper.getByText('Official – sensitive')).toBeVisible();
  });

  await test.step('what is asked of a service is in no feedback until it is said whose it is', async () => {
    const paper = page.getByRole('article', { name: 'The feedback' });
    await expect(page.getByText('Actions name 1 service of which it is not known whose it is.')).toBeVisible();
    await page.getByRole('button', { name: 'Say whose services are' }).click();
    await page.getByLabel('“Community paediatrics” is a service of').selectOption('Education');
    await expect(paper.getByText('Say what a condition means for the school day.')).toBeVisible();
    await look(page, 'whose service it is');
    await page.getByLabel('Service', { exact: true }).selectOption('Community paediatrics');
    await expect(paper.getByText('Feedback to Community paediatrics')).toBeVisible();
    await page.getByLabel('“Community paediatrics” is a service of').selectOption('Health');
    await expect(paper.getByText('Feedback to Education')).toBeVisible();
    await expect(paper.getByText('No action is put down for this service.')).toBeVisible();
    await page.getByRole('button', { name: 'Close whose services are' }).click();
  });

  await test.step('an example is read, cut short and ticked, and then stands in the paper', async () => {
    await page.getByRole('button', { name: 'Choose examples of good' }).click();
    const words = page.getByRole('textbox', { name: /^Words to show:/ }).first();
    const whole = await words.inputValue();
    await words.fill('Somebody else’s words');
    await page
      .getByRole('button', { name: /^I have read it, tick:/ })
      .first()
      .click();
    await expect(page.getByText(/may only be left out or masked, not changed/)).toBeVisible();
    await look(page, 'examples to tick');
    await words.fill(whole);
    await page
      .getByRole('button', { name: /^I have read it, tick:/ })
      .first()
      .click();
    await expect(page.getByText(/^Ticked by Hazel|^Ticked by /).first()).toBeVisible();
    await expect(page.getByRole('article', { name: 'The feedback' }).getByText(`“${whole}”`)).toBeVisible();
    const word = await saved(page, 'Export to Word');
    expect(word.name).toBe('feedback-education-2026-27-2.docx');
    expect(word.bytes.subarray(0, 2).toString()).toBe('PK');
  });

  await test.step('the scorecard has a line for the month', async () => {
    await page.getByRole('tab', { name: 'The board’s scorecard' }).click();
    await expect(page.getByRole('columnheader', { name: 'November 2026' })).toBeVisible();
    await look(page, 'scorecard');
    const csv = await saved(page, 'Export all months as CSV');
    expect(csv.bytes.toString()).toMatch(/month,partnership,area_code,half_term/);
  });

  await test.step('figures over several half-terms', async () => {
    await page.getByRole('tab', { name: 'Several half-terms' }).click();
    await expect(page.getByText(/^Publishable reports tell nothing of /)).toBeVisible();
    await page.getByLabel('Edition').selectOption('Inside the panel');
    await expect(page.getByRole('table', { name: /Overall grades/ })).toBeVisible();
    await look(page, 'several half-terms');
    expect((await saved(page, 'Export to Excel')).name).toMatch(/^figures-.*\.xlsx$/);
  });

  await test.step('two partnerships are taken together; the same one twice is refused by name', async () => {
    await page.getByRole('tab', { name: 'A region' }).click();
    const chooser = page.getByLabel('CSVs of reports');
    await chooser.setInputFiles([areaFile('Northmere'), { ...areaFile('Northmere'), name: 'copy.csv' }]);
    await expect(page.getByText(/Northmere is there twice for half-term 2026-27\/2/)).toBeVisible();
    await look(page, 'region refused');
    await chooser.setInputFiles([areaFile('Northmere'), areaFile('Eastholt')]);
    await expect(page.getByRole('heading', { name: '2 reports taken together' })).toBeVisible();
    await look(page, 'region');
    const csv = await saved(page, 'Export the sums as CSV');
    expect(csv.bytes.toString()).toContain('overall-final-new');
  });
});

test('feedback is chosen and an example ticked by keyboard alone', async ({ application, page }) => {
  await openOutlets(page, application.dataFolder);
  const keyboard = new Keyboard(page);
  await keyboard.tabTo(page.getByLabel('Agency', { exact: true }));
  await keyboard.type('Edu');
  await expect(page.getByText('Feedback to Education')).toBeVisible();
  await keyboard.use(page.getByRole('button', { name: 'Choose examples of good' }));
  await keyboard.use(page.getByRole('button', { name: /^I have read it, tick:/ }).first());
  await expect(page.getByText(/^Ticked by /).first()).toBeVisible();
  await keyboard.use(page.getByRole('button', { name: /^Take the tick back:/ }).first());
  await expect(page.getByText(/^Ticked by /)).toBeHidden();
  await keyboard.tabTo(page.getByRole('tab', { name: 'A service' }), 'Shift+Tab');
  await keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'A plan’s writer' })).toHaveAttribute('aria-selected', 'true');
});

test('feedback with nothing in it is not exported, and says why', async ({ page }) => {
  await new Entrance(page).setUp();
  await goTo(page, 'Report');
  await page.getByRole('link', { name: 'For others' }).click();
  await expect(page.getByText('There is nothing to export yet: no figure')).toBeVisible();
  const buttons = page.getByRole('group', { name: 'Export the feedback' });
  await expect(buttons).toHaveAccessibleDescription(/^There is nothing to export yet/);
  await expect(buttons.getByRole('button', { name: 'Export to Word' })).toBeDisabled();
  await expect(buttons.getByRole('button', { name: 'HTML' })).toBeDisabled();
  await look(page, 'feedback with nothing in it');
});

/** Looked through in both themes, and need not be scrolled sideways; pictures where LOOK_INTO names a folder. */
async function look(page: Page, name: string): Promise<void> {
  await expectNoSidewaysScroll(page, name);
  await checkAccessibility(page, name);
  const folder = process.env['LOOK_INTO'];
  if (folder === undefined) return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: `${folder}/${name.replaceAll(' ', '-')}-${colorScheme}.png`, fullPage: true });
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}
