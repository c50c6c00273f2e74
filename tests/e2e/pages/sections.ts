import { expect, type Locator, type Page } from '@playwright/test';
import { DocumentPane } from './document-pane.ts';

/** Which passages of a plan are which section. */
export class SectionsScreen {
  readonly page: Page;
  readonly plan: DocumentPane;
  readonly undo: Locator;
  readonly confirm: Locator;

  constructor(page: Page) {
    this.page = page;
    this.plan = new DocumentPane(page);
    this.undo = page.getByRole('main').getByRole('button', { name: 'Undo' });
    this.confirm = page.getByRole('button', { name: 'The sections are right' });
  }

  /** Says that a passage is in a section, given by its letter. */
  async assign(words: string, section: string): Promise<void> {
    await this.plan.clickWords(words);
    await expect(this.page.getByRole('group', { name: '1 passage selected: which section?' })).toBeVisible();
    const before = await this.lettersBeside(section).count();
    await this.page.getByRole('button', { name: `Section ${section}: ${section}`, exact: true }).click();
    await expect(this.page.getByText(`1 passage is now Section ${section}.`).first()).toBeVisible();
    await expect(this.lettersBeside(section)).toHaveCount(before + 1);
  }

  /** A section's letter beside each stretch of it in sight; drawn for the eye, the list beside the plan says it in words. */
  lettersBeside(section: string): Locator {
    return this.plan.text.locator('.section-tag').filter({ hasText: new RegExp(`^${section}$`) });
  }

  async confirmAll(): Promise<void> {
    await this.confirm.click();
    await expect(this.page.getByText('Confirmed', { exact: true })).toBeVisible();
  }
}
