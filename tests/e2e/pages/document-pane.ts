import { expect, type Locator, type Page } from '@playwright/test';

/** The plan as it was written: the pages of a PDF, or a Word document. */
export class DocumentPane {
  readonly page: Page;
  readonly text: Locator;

  constructor(page: Page) {
    this.page = page;
    this.text = page.getByRole('region', { name: /^Text of / });
  }

  /** Brings words into sight as a reader does, with the search above the document. */
  async find(words: string): Promise<void> {
    const field = this.page.getByRole('searchbox', { name: 'Find words in the plan' });
    if (!(await field.isVisible())) {
      await this.page.getByRole('button', { name: 'Find words in the plan (Ctrl+F)' }).click();
    }
    await field.fill(words);
    await expect(this.page.getByText(/^1 of \d+$/).first()).toBeVisible();
  }

  /** Draws the mouse over words, which stand on one line. */
  async selectWords(words: string): Promise<void> {
    await this.find(words);
    const line = await this.#lineOf(words);
    const middle = line.y + line.height / 2;
    await this.page.mouse.move(line.x + 1, middle);
    await this.page.mouse.down();
    await this.page.mouse.move(line.x + line.width / 2, middle);
    await this.page.mouse.move(line.x + line.width - 1, middle);
    await this.page.mouse.up();
  }

  /** Clicks on words, which takes the passage that they stand in. */
  async clickWords(words: string): Promise<void> {
    await this.find(words);
    const line = await this.#lineOf(words);
    await this.page.mouse.click(line.x + line.width / 2, line.y + line.height / 2);
  }

  /** Where words are on screen, once they have come to rest there. */
  async #lineOf(words: string): Promise<{ x: number; y: number; width: number; height: number }> {
    let before = '';
    let found: Awaited<ReturnType<typeof this.measure>> = null;
    await expect
      .poll(async () => {
        found = await this.measure(words);
        const now = JSON.stringify(found);
        const isAtRest = found !== null && now === before;
        before = now;
        return isAtRest;
      }, `“${words}” comes into sight`)
      .toBe(true);
    if (found === null) throw new Error(`“${words}” is not in sight.`);
    return found;
  }

  measure(words: string): Promise<{ x: number; y: number; width: number; height: number } | null> {
    return this.text.evaluate((pane, wanted) => {
      const frame = pane.getBoundingClientRect();
      const walker = document.createTreeWalker(pane, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = (node.textContent ?? '').indexOf(wanted);
        if (at === -1) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const rects = [...range.getClientRects()].filter((rect) => rect.width > 1);
        const [rect] = rects;
        if (rect === undefined || rects.length > 1) continue;
        if (rect.top < frame.top || rect.bottom > frame.bottom) continue;
        return { x: rect.x, y: rect.y, width: rect.width, height: rect.height };
      }
      return null;
    }, words);
  }
}
