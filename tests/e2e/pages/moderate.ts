import { expect, type Locator, type Page } from '@playwright/test';
import { LEADS_PIN } from '../../support/prepared-moderation.ts';
import { Entrance, PERSON } from './entrance.ts';

/** The panel's day: the list, and one document with both sides' answers. */
export class ModerateScreen {
  readonly #page: Page;
  /** What is agreed so far, and why. */
  readonly agreed: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.agreed = page.getByRole('region', { name: 'Agreed so far' });
  }

  /** From the list of workspaces to Home, as the QA lead who is chair too. */
  async enterAsChair(): Promise<void> {
    const entrance = new Entrance(this.#page);
    await entrance.chooseWorkspace();
    await entrance.unlock();
    await this.signInAsChair();
  }

  async signInAsChair(): Promise<void> {
    await this.#page.getByRole('button', { name: new RegExp(`^${PERSON}`) }).click();
    await this.#page.getByLabel('PIN', { exact: true }).fill(LEADS_PIN);
    await this.#page.keyboard.press('Enter');
    await expect(this.#page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  }

  /** A part of the list: "To discuss". */
  section(name: string): Locator {
    return this.#page.getByRole('region', { name, exact: true });
  }

  criterion(id: string): Locator {
    return this.#page.getByRole('article', { name: new RegExp(`^${id.replace('.', String.raw`\.`)}`) });
  }

  async agreeAnswer(criterionId: string, answer: string, reason: string): Promise<void> {
    const card = this.criterion(criterionId);
    await card.getByRole('radio', { name: answer, exact: true }).check();
    await card.getByLabel('What decided it').fill(reason);
    await card.getByRole('button', { name: 'Agree this answer' }).click();
  }

  async noteDissent(whose: string, words: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'Note a dissent…' }).click();
    await this.#page.getByLabel('Whose').selectOption(whose);
    await this.#page.getByLabel('What they hold against it').fill(words);
    await this.#page.getByRole('button', { name: 'Note it' }).click();
  }

  /** Words of the plan lie in sight in its pane. */
  async expectInSight(words: string): Promise<void> {
    const pane = this.#page.getByRole('region', { name: /^Text of / });
    await expect
      .poll(() =>
        pane.evaluate((element, wanted) => {
          const frame = element.getBoundingClientRect();
          const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
            const at = (node.textContent ?? '').indexOf(wanted.slice(0, 12));
            if (at === -1) continue;
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, Math.min(at + wanted.length, node.textContent?.length ?? 0));
            const { top, bottom, height } = range.getBoundingClientRect();
            if (height > 0 && top >= frame.top && bottom <= frame.bottom) return true;
          }
          return false;
        }, words),
      )
      .toBe(true);
  }
}
