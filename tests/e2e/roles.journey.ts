import type { Page } from '@playwright/test';
import { ROLES, type Role } from '../../shared/contract/meta.ts';
import { checkAccessibility, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { expect, test } from '../support/journey.ts';
import { httpClient, startLocalHost } from '../support/local-host.ts';
import { LEADS_PIN, PANEL_PIN } from '../support/prepared-moderation.ts';
import { WORKSPACE_INPUT } from '../support/workspace-input.ts';
import { Entrance, PERSON } from './pages/entrance.ts';

/** Where Home leads those who do not sit on the panel. */
const HOME_WORDS: Partial<Record<Role, string>> = {
  caseworker: 'Your plans in supervision',
  locality_manager: 'Your team in supervision',
  board_reader: 'The partnership’s figures',
};

test.use({ viewport: { width: 1280, height: 720 } });

test('every place in the navigation serves whoever it stands there for', async ({ page, application }) => {
  await page.goto('about:blank');
  await application.kill();
  await preparePeople(application.dataFolder);
  await application.startAgain();
  const entrance = new Entrance(page);
  await entrance.chooseWorkspace();
  await entrance.unlock();
  const nav = page.getByRole('navigation', { name: 'Main' });
  for (const role of ROLES) {
    await page.getByRole('button', { name: new RegExp(`^${nameOf(role)}`) }).click();
    await page.getByLabel('PIN', { exact: true }).fill(PANEL_PIN);
    await page.keyboard.press('Enter');
    await expect(nav).toBeVisible();
    const words = HOME_WORDS[role];
    if (words !== undefined) {
      await expect(page.getByRole('heading', { name: words })).toBeVisible();
      await checkAccessibility(page, `Home of a ${role}`);
      await expectNoSidewaysScroll(page, `Home of a ${role}`);
    }
    const labels = await nav.getByRole('link').allTextContents();
    expect(labels).toContain('Home');
    for (const label of labels) {
      await nav.getByRole('link', { name: label, exact: true }).click();
      await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByRole('progressbar')).toHaveCount(0);
      await page.waitForLoadState('networkidle');
      await expect(page.getByRole('main').getByRole('alert'), `${label} as ${role}`).toHaveCount(0);
      await expect(page.getByRole('main'), `${label} as ${role}`).not.toContainText('does not allow');
    }
    await expectCalmRefusals(page, role);
    await page.getByRole('button', { name: /Change person$/ }).click();
  }
});

const ANY_ID = '00000000-0000-4000-8000-000000000000';
const READERS: readonly Role[] = ['qa_lead', 'chair', 'auditor', 'designated_officer'];
const PANEL: readonly Role[] = ['qa_lead', 'chair', 'auditor'];
/** Addresses that may be typed by hand, and whose they are. */
const WHOSE: Readonly<Record<string, readonly Role[]>> = {
  '/plans': READERS,
  '/plans/import': ['qa_lead'],
  [`/plans/${ANY_ID}`]: READERS,
  [`/documents/${ANY_ID}/sections`]: READERS,
  [`/documents/${ANY_ID}/masking`]: READERS,
  [`/compare/${ANY_ID}/${ANY_ID}`]: READERS,
  [`/thread/${ANY_ID}`]: READERS,
  [`/across/${ANY_ID}`]: PANEL,
  [`/audits/${ANY_ID}`]: PANEL,
  [`/moderate/${ANY_ID}/${ANY_ID}`]: PANEL,
  '/advice': ['designated_officer', 'qa_lead'],
  [`/advice/health/${ANY_ID}`]: ['designated_officer', 'qa_lead'],
  [`/supervision/sheet/${ANY_ID}`]: ['locality_manager', 'caseworker'],
};
/** Screens that say in their own words whose they are. */
const OWN_WORDS = ['/round', '/moderate', '/supervision', '/insight', '/report', '/report/families', '/report/others'];

/** Whoever types an address that is not theirs is told whose it is, and nothing is said to have gone wrong. */
async function expectCalmRefusals(page: Page, role: Role): Promise<void> {
  const main = page.getByRole('main');
  for (const [path, roles] of Object.entries(WHOSE)) {
    if (roles.includes(role)) continue;
    await type(page, path);
    await expect(main.getByRole('heading', { level: 1 }), `${path} as ${role}`).toHaveText('Not for your role');
    await expect(main.getByRole('alert'), `${path} as ${role}`).toHaveCount(0);
  }
  await checkAccessibility(page, `what is not for a ${role}`);
  for (const path of OWN_WORDS) {
    await type(page, path);
    await expect(main.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    await page.waitForLoadState('networkidle');
    await expect(main.getByRole('alert'), `${path} as ${role}`).toHaveCount(0);
  }
}

async function type(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, path);
}

function nameOf(role: Role): string {
  return `Person of ${role.replaceAll('_', ' ')}`;
}

/** A workspace with one person for each role, who has chosen PANEL_PIN. */
async function preparePeople(dataFolder: string): Promise<void> {
  const host = await startLocalHost(dataFolder);
  const client = await httpClient(host.entryUrl);
  await client.workspaces.create({ ...WORKSPACE_INPUT, person: { ...WORKSPACE_INPUT.person, name: PERSON } });
  const { id: leadId } = await client.people.changePin({ current: '', next: LEADS_PIN });
  for (const role of ROLES) {
    const { id } = await client.people.add({
      name: nameOf(role),
      agency: 'health',
      team: 'North locality',
      roles: [role],
      signsIn: true,
    });
    await client.people.signOut();
    await client.people.resetPin({ personId: id, passphrase: WORKSPACE_INPUT.passphrase, pin: PANEL_PIN });
    await client.people.signIn({ personId: leadId, pin: LEADS_PIN });
  }
  await host.stop();
}
