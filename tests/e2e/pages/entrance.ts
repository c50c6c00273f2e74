import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

export const PERSON = 'Ottoline Sedge';
export const PARTNERSHIP = 'Fernmoor SEND Partnership';
export const PASSPHRASE = 'violet harbour seldom mends teapots';

/** What stands before any workspace is open: the list, the set-up, the passphrase. */
export class Entrance {
  readonly page: Page;
  readonly passphrase: Locator;
  readonly passphraseAgain: Locator;

  constructor(page: Page) {
    this.page = page;
    this.passphrase = page.getByLabel('Passphrase', { exact: true });
    this.passphraseAgain = page.getByLabel('The same passphrase again');
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { name });
  }

  async setUp(passphrase = PASSPHRASE): Promise<void> {
    await this.button('Set up your partnership').click();
    await this.namePartnership();
    await this.button('Continue').click();
    await expect(this.heading('The passphrase')).toBeVisible();
    await this.choosePassphrase(passphrase);
    await this.button('Make the workspace').click();
    await expect(this.page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  }

  /** The first step, and on to the half-term, whose dates are suggested. */
  async namePartnership(): Promise<void> {
    await this.page.getByLabel('Partnership').fill(PARTNERSHIP);
    await this.page.getByLabel('Your name').fill(PERSON);
    await this.button('Continue').click();
    await expect(this.heading('This half-term')).toBeVisible();
  }

  async choosePassphrase(passphrase: string): Promise<void> {
    await this.passphrase.fill(passphrase);
    await this.passphraseAgain.fill(passphrase);
    await this.page.getByLabel('I have understood').check();
  }

  async unlock(passphrase = PASSPHRASE): Promise<void> {
    await this.passphrase.fill(passphrase);
    await this.button('Unlock').click();
  }

  /** Chooses the one workspace in the list. */
  async chooseWorkspace(name = 'Fernmoor'): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(name) }).click();
    await expect(this.passphrase).toBeVisible();
  }

  /** Says at the door who one is. */
  async signIn(name: string, pin: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(name) }).click();
    await this.page.getByLabel('PIN', { exact: true }).fill(pin);
    await this.button('Sign in').click();
  }
}
