import { expect, type Locator, type Page } from '@playwright/test';

/** The register, with the way in for documents. */
export class PlansPage {
  readonly page: Page;
  readonly waiting: Locator;
  readonly beingRead: Locator;

  constructor(page: Page) {
    this.page = page;
    this.waiting = page.getByRole('region', { name: 'To be filed' });
    this.beingRead = page.getByRole('region', { name: 'Being read' });
  }

  /** Chooses files in the browser's own dialog. */
  async add(files: Parameters<Locator['setInputFiles']>[0]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page
      .getByRole('button', { name: /^Add (documents|the first plans|a document)$/ })
      .first()
      .click();
    await (await chooser).setFiles(files);
  }

  async expectWaiting(fileName: string): Promise<void> {
    await expect(this.fileButton(fileName)).toBeVisible({ timeout: 60_000 });
  }

  fileButton(fileName: string): Locator {
    return this.waiting.getByRole('button', { name: `File ${fileName} …`, exact: true });
  }

  /** Files a waiting document as it was read. */
  async fileAsRead(fileName: string, change?: (dialog: Locator) => Promise<void>): Promise<void> {
    await this.fileButton(fileName).click();
    const dialog = this.page.getByRole('dialog', { name: 'File the document' });
    await change?.(dialog);
    await dialog.getByRole('button', { name: 'File the document' }).click();
    await expect(dialog).toBeHidden();
  }

  async openPlan(reference: string): Promise<void> {
    await this.page.getByRole('link', { name: reference, exact: true }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: `Plan ${reference}` })).toBeVisible();
  }

  /** The card of one document on its plan's page. */
  card(fileName: string): Locator {
    return this.page.getByRole('article', { name: new RegExp(`${fileName.replaceAll('.', '\\.')}$`) });
  }
}
