import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { checkAccessibility, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { expect, test } from '../support/journey.ts';
import { DRAFT, FINAL } from './dylan.ts';
import { CompareScreen } from './pages/compare.ts';
import { Entrance } from './pages/entrance.ts';
import { goTo } from './pages/frame.ts';
import { Keyboard } from './pages/keyboard.ts';
import { PlansPage } from './pages/plans.ts';

const REFERENCE = 'RCC-0-25-611';

/** What the corpus says of how the final differs from the draft. */
const known = z
  .object({
    differences: z.array(
      z.object({
        section: z.string(),
        kind: z.enum(['added', 'removed', 'changed']),
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(path.join(path.dirname(FINAL.file), 'final.gold.json'), 'utf8'))).differences;

const KIND_WORDS = { added: 'Added', removed: 'Removed', changed: 'Changed' } as const;

/** A workspace with the plan's draft (PDF) and final (Word), and its page open. */
async function loadBoth(page: Page): Promise<PlansPage> {
  const plans = new PlansPage(page);
  await new Entrance(page).setUp();
  await goTo(page, 'Plans');
  await plans.add([DRAFT.file, FINAL.file]);
  for (const { name } of [DRAFT, FINAL]) {
    await plans.expectWaiting(name);
    await plans.fileAsRead(name);
  }
  await plans.openPlan(REFERENCE);
  return plans;
}

test('a draft in PDF is compared with its final in Word', async ({ page }) => {
  const plans = await loadBoth(page);
  const compare = new CompareScreen(page);
  await expect(plans.card(DRAFT.name).getByRole('link', { name: /^Compare/ })).toBeHidden();
  await plans.card(FINAL.name).getByRole('link', { name: 'Compare with the draft' }).click();
  await expect(compare.heading).toBeVisible();

  await test.step('every known difference is told, in its section, with its words', async () => {
    await expect(page.getByText(/^One provision .* (was|were) changed\.$/)).toBeVisible();
    expect(known.length).toBeGreaterThan(3);
    for (const { section, kind, before, after } of known) {
      let card = compare.section(section).filter({ hasText: KIND_WORDS[kind] });
      for (const words of [before, after]) if (words !== null) card = card.filter({ hasText: spoken(words) });
      await expect(card, `${kind} in ${section}: ${before ?? ''} → ${after ?? ''}`).toHaveCount(1);
    }
    await expect(compare.cards()).toHaveCount(known.length);
  });

  await test.step('the changed words are marked, and said to be', async () => {
    const outcome = compare.section('E');
    await expect(outcome.getByRole('deletion')).toHaveText(/^removed: four/);
    await expect(outcome.getByRole('insertion')).toHaveText(/^added: five/);
  });
  await checkAccessibility(page, 'the differences');
  await expectNoSidewaysScroll(page, 'the differences');

  await test.step('section and kind narrow the list', async () => {
    await page.getByRole('button', { name: /^Added \d/ }).click();
    const added = known.filter(({ kind }) => kind === 'added');
    await expect(compare.cards()).toHaveCount(added.length);
    await expect(compare.cards('Added')).toHaveCount(added.length);
    await compare.sections.getByRole('button', { name: /^Section E/ }).click();
    await expect(page.getByRole('heading', { name: 'No difference of this kind here' })).toBeVisible();
    await checkAccessibility(page, 'no difference of a kind');
    await page.getByRole('button', { name: 'Show all differences' }).click();
    await expect(compare.cards()).toHaveCount(known.length);
  });

  await test.step('a difference shows its places in both documents', async () => {
    await compare.section('H1').getByRole('button', { name: 'Show in both' }).click();
    await expect(compare.inHand).toContainText('Section H1');
    await compare.expectInSight('draft', '3 hours a week');
    await compare.expectInSight('final', '4');
    await checkAccessibility(page, 'two documents side by side');
    await expectNoSidewaysScroll(page, 'two documents side by side');
  });

  await test.step('pages in small and headings lead to their places, and the other document follows', async () => {
    await compare.document('draft').getByRole('button', { name: 'Pages in small' }).click();
    await compare.document('final').getByRole('button', { name: 'Headings' }).click();
    const pages = page.getByRole('navigation', { name: `Pages of ${DRAFT.name}` });
    await pages.getByRole('button', { name: 'Page 1' }).click();
    await expect(pages.getByRole('button', { name: 'Page 1' })).toHaveAttribute('aria-current', 'page');
    await checkAccessibility(page, 'pages in small and headings');
    await page
      .getByRole('navigation', { name: `Headings of ${FINAL.name}` })
      .getByRole('button', { name: /^J\b/ })
      .click();
    await compare.expectInSight('final', 'A direct payment of');
    await compare.expectInSight('draft', 'The family has asked');
  });

  await test.step('swapped, what was added is removed', async () => {
    await page.getByRole('link', { name: 'Swap' }).click();
    await expect(compare.cards('Removed')).toHaveCount(known.filter(({ kind }) => kind === 'added').length);
  });
});

test('two versions are compared by keyboard alone', async ({ page }) => {
  const plans = await loadBoth(page);
  const compare = new CompareScreen(page);
  const keys = new Keyboard(page);
  await keys.use(plans.card(FINAL.name).getByRole('link', { name: 'Compare with the draft' }));
  await expect(compare.heading).toBeFocused();

  await keys.press('j');
  await expect(compare.cards().first()).toBeFocused();
  await keys.press('ArrowDown', 'k', 'End');
  await expect(compare.cards().last()).toBeFocused();
  await keys.press('Home');
  await expect(compare.cards().first()).toBeFocused();

  await keys.press('Enter');
  await expect(compare.inHand).toBeFocused();
  await expect(compare.inHand).toContainText(`1 of ${known.length}`);
  await keys.press('F6');
  await expect(compare.document('draft').getByRole('region', { name: /^Text of / })).toBeFocused();
  await keys.press('j', 'j');
  await expect(compare.inHand).toContainText(`3 of ${known.length}`);
  await compare.expectInSight('draft', '3 hours a week');

  await keys.press('F6', 'Control+F');
  await keys.type('Dylan');
  const search = compare.document('final').getByRole('search');
  await expect(search).toContainText(/1 of \d+/);
  await keys.press('F3', 'Enter', 'F3');
  await expect(search).toContainText(/4 of \d+/);
  await keys.press('Shift+F3', 'Shift+Enter');
  await expect(search).toContainText(/2 of \d+/);
  await keys.press('Escape');
  await expect(compare.document('final').getByRole('region', { name: /^Text of / })).toBeFocused();

  const pages = compare.document('draft').getByRole('button', { name: 'Pages in small' });
  await keys.use(pages, 'Shift+Tab');
  const small = page.getByRole('navigation', { name: `Pages of ${DRAFT.name}` });
  await keys.tabTo(small.locator('[aria-current="page"]'));
  await keys.press('Home', 'ArrowDown', 'Enter');
  await expect(small.getByRole('button', { name: 'Page 2' })).toHaveAttribute('aria-current', 'page');

  await keys.press('Escape');
  await expect(compare.cards().nth(2)).toBeFocused();
});

/** Words as they stand on a card, where marks and cells come between them. */
function spoken(words: string): RegExp {
  const parts = words.split(/\s+/u).map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(parts.join('(?:\\s|;|\\||added: |removed: )+'));
}
