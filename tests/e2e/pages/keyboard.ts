import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than any screen has. */
const MOST_STOPS = 400;

/** A person who has no mouse: everything by keys, and only what has the focus can be used. */
export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key);
  }

  async type(words: string): Promise<void> {
    await this.#page.keyboard.type(words);
  }

  /** Goes from stop to stop until the focus is there. */
  async tabTo(target: Locator, direction: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await expect(target).toBeVisible();
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.press(direction);
    }
    throw new Error(`The focus never came to ${String(target)}.`);
  }

  /** Goes to a button or a link, and presses it. */
  async use(target: Locator, direction: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await this.tabTo(target, direction);
    await this.press('Enter');
  }

  /** Goes to a field and types into it, in place of what is there. */
  async fillIn(field: Locator, words: string): Promise<void> {
    await this.tabTo(field);
    await this.press('Control+A');
    await this.type(words);
    await expect(field).toHaveValue(words);
  }
}
