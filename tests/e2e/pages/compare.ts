import { expect, type Locator, type Page } from '@playwright/test';

/** Two versions of a plan: the list of what differs, and both documents side by side. */
export class CompareScreen {
  readonly page: Page;
  readonly heading: Locator;
  readonly differences: Locator;
  readonly sections: Locator;
  /** What is shown above the two documents. */
  readonly inHand: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole('heading', { level: 1, name: 'Compare versions' });
    this.differences = page.getByRole('region', { name: 'Differences' });
    this.sections = page.getByRole('navigation', { name: 'Sections' });
    this.inHand = page.getByRole('region', { name: 'The difference in hand' });
  }

  /** All differences that are shown of a kind, or of any. */
  cards(kind?: 'Added' | 'Removed' | 'Changed' | 'Moved'): Locator {
    const name = kind === undefined ? /./ : new RegExp(`^${kind}`);
    return this.differences.getByRole('article', { name });
  }

  /** The differences of one section. */
  section(letter: string): Locator {
    return this.differences.getByRole('region', { name: new RegExp(`^Section ${letter} `) }).getByRole('article');
  }

  /** One of the two documents, by the name of its version. */
  document(version: 'draft' | 'final'): Locator {
    return this.page.getByRole('region', { name: `The ${version}`, exact: true });
  }

  /** Waits until words, which stand on one line, are in sight in one of the documents. */
  async expectInSight(version: 'draft' | 'final', words: string): Promise<void> {
    const pane = this.document(version).getByRole('region', { name: /^Text of / });
    await expect
      .poll(() =>
        pane.evaluate((element, wanted) => {
          const frame = element.getBoundingClientRect();
          const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
            const at = (node.textContent ?? '').indexOf(wanted);
            if (at === -1) continue;
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + wanted.length);
            const { top, bottom, height } = range.getBoundingClientRect();
            if (height > 0 && top >= frame.top && bottom <= frame.bottom) return true;
          }
          return false;
        }, words),
      )
      .toBe(true);
  }
}
