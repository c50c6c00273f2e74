import { expect, type Locator, type Page } from '@playwright/test';
import { goTo } from './frame.ts';

/** The standards: their versions, and a draft of the next. */
export class StandardsPages {
  readonly page: Page;
  readonly faults: Locator;
  readonly parts: Locator;

  constructor(page: Page) {
    this.page = page;
    this.faults = page.getByRole('region', { name: /put right before it can be published/ });
    this.parts = page.getByRole('navigation', { name: 'Parts of the draft' });
  }

  async openVersions(): Promise<void> {
    await goTo(this.page, 'Standards');
    await this.tab('Versions').click();
    await expect(this.page.getByRole('heading', { name: 'Versions', exact: true })).toBeVisible();
  }

  tab(name: string | RegExp): Locator {
    return this.page.getByRole('tab', { name });
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  async openPart(name: string | RegExp): Promise<void> {
    await this.parts.getByRole('button', { name }).click();
  }

  async openCriterion(id: string): Promise<void> {
    await this.button(new RegExp(`^${id} `)).click();
  }

  version(number: string): Locator {
    return this.page.getByRole('article', { name: `Version ${number}`, exact: true });
  }

  async isSaved(): Promise<void> {
    await expect(this.page.getByText(/^Saved \d/)).toBeVisible();
  }
}
