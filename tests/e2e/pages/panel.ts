import { expect, type Page } from '@playwright/test';
import { LEADS_PIN, PANEL_PIN } from '../../support/prepared-moderation.ts';
import { LEAD } from '../../support/panel-year.ts';
import { Entrance } from './entrance.ts';
import type { Keyboard } from './keyboard.ts';

/** People who take turns at one machine. */
export class PanelRoom {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** From the list of workspaces to Home. */
  async enter(name: string): Promise<void> {
    const entrance = new Entrance(this.#page);
    await entrance.chooseWorkspace();
    await entrance.unlock();
    await this.signIn(name);
  }

  async signIn(name: string): Promise<void> {
    await this.#page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
    await this.#page.getByLabel('PIN', { exact: true }).fill(name === LEAD ? LEADS_PIN : PANEL_PIN);
    await this.#page.keyboard.press('Enter');
    await expect(this.#page.getByRole('button', { name: new RegExp(`^Signed in as ${name}`) })).toBeVisible();
  }

  async changeTo(name: string): Promise<void> {
    await this.#page.getByRole('button', { name: /Change person$/ }).click();
    await this.signIn(name);
  }

  /** The same by keys alone. */
  async changeByKeys(keys: Keyboard, name: string): Promise<void> {
    await keys.use(this.#page.getByRole('button', { name: /Change person$/ }), 'Shift+Tab');
    await this.signInByKeys(keys, name);
  }

  async signInByKeys(keys: Keyboard, name: string): Promise<void> {
    await keys.use(this.#page.getByRole('button', { name: new RegExp(`^${name}`) }));
    await keys.fillIn(this.#page.getByLabel('PIN', { exact: true }), name === LEAD ? LEADS_PIN : PANEL_PIN);
    await keys.press('Enter');
    await expect(this.#page.getByRole('button', { name: new RegExp(`^Signed in as ${name}`) })).toBeVisible();
  }

  /** Adds somebody in the list of people; auditors where nothing else is said. */
  async add(name: string, { agency, role, team }: { agency: string; role?: string; team?: string }): Promise<void> {
    await this.#page.getByRole('button', { name: 'Add a person…' }).click();
    const dialog = this.#page.getByRole('dialog', { name: 'Add a person' });
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByLabel('Agency').selectOption(agency);
    if (team !== undefined) await dialog.getByLabel('Team or locality').fill(team);
    if (role !== undefined) {
      await dialog.getByLabel(/^Auditor/).uncheck();
      await dialog.getByLabel(new RegExp(`^${role}`)).check();
    }
    await dialog.getByRole('button', { name: 'Add the person' }).click();
    await expect(dialog).toBeHidden();
  }
}
