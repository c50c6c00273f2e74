import { checkAccessibility, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { expect, test } from '../support/journey.ts';
import { SAMPLE_PIN } from '../../shared/domain/sample-pin.ts';
import { Entrance } from './pages/entrance.ts';
import { goTo } from './pages/frame.ts';

test('the sample partnership shows every screen, readable and accessible', async ({ page }) => {
  const look = async (name: string) => {
    await checkAccessibility(page, name);
    await expectNoSidewaysScroll(page, name);
  };
  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
  const entrance = new Entrance(page);
  await expect(heading('Goldthread')).toBeVisible();
  await look('before any workspace');
  await entrance.button('Explore the sample partnership').click();
  await expect(page.getByText('The sample is ready. Its passphrase is')).toBeVisible({ timeout: 300_000 });
  await look('the sample and its passphrase');
  await entrance.button('Open the sample').click();
  await expect(page.getByRole('button', { name: /Juniper Ashdown/ })).toBeVisible();
  await look('home, as the QA lead');

  await goTo(page, 'Plans');
  const register = page.getByRole('table', { name: 'Plans in the register' });
  await expect(register).toBeVisible();
  expect(await register.getByRole('row').count()).toBeGreaterThan(10);
  await look('the register');
  await register.getByRole('rowheader').first().getByRole('link').click();
  await expect(heading(/^Plan /)).toBeVisible();
  await look('a plan');
  await page
    .getByRole('link', { name: /^(See|Check) the sections$/ })
    .first()
    .click();
  await expect(heading('Sections')).toBeVisible();
  await expect(page.getByRole('region', { name: /^Text of / })).toContainText(/\w/);
  await look('the sections of a plan');
  for (const place of ['Round', 'Moderate', 'Actions'] as const) {
    await goTo(page, place);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await look(place);
  }
  await goTo(page, 'Report');
  await expect(page.getByRole('article', { name: 'The report' })).toBeVisible();
  await look('the report');
  await goTo(page, 'Standards');
  await expect(page.getByRole('searchbox', { name: 'Search the standards' })).toBeVisible();
  await look('the standards');
  await goTo(page, 'Settings');
  for (const tab of ['Partnership and calendar', 'People', 'Security', 'The trail', 'This screen']) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(page.getByRole('tabpanel', { name: tab })).toContainText(/\w/);
    if (tab === 'Security') {
      await page.getByRole('button', { name: 'Check the workspace' }).click();
      await expect(page.getByText('Everything is whole.')).toBeVisible();
    }
    await look(`settings, ${tab}`);
  }
  await goTo(page, 'Help');
  await expect(page.getByRole('region', { name: 'The sample partnership' })).toContainText(`the PIN ${SAMPLE_PIN}`);
  await look('help');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('the keys');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: /Change person$/ }).click();
  await expect(page.getByText('Everybody’s PIN in it is')).toBeVisible();
  await look('the door');
  await page.getByRole('button', { name: /Owen Calder/ }).click();
  await page.getByLabel('PIN', { exact: true }).fill(SAMPLE_PIN);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'My queue' })).toBeVisible();
  await look('home, as an auditor');
  await page
    .getByRole('button', { name: /^Go on/ })
    .first()
    .click();
  await expect(page.getByRole('region', { name: 'Grade so far' })).toBeVisible();
  await page.getByRole('button', { name: 'Why', exact: true }).click();
  await page.getByRole('button', { name: 'Guidance, examples and law' }).first().click();
  await look('an audit, with its reasons and its guidance');
  await page.getByRole('button', { name: 'Facts', exact: true }).click();
  await look('the facts of an audit');
  await page.keyboard.press('Escape');
});
