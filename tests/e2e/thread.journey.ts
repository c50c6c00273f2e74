import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { checkAccessibility, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { expect, test } from '../support/journey.ts';
import { Entrance } from './pages/entrance.ts';
import { goTo } from './pages/frame.ts';
import { Keyboard } from './pages/keyboard.ts';
import { PlansPage } from './pages/plans.ts';

const PLANS = [
  { file: path.resolve('tests/corpus/plans/s01-willowshire-amara/final.docx'), reference: 'FM-1' },
  { file: path.resolve('tests/corpus/plans/s05-middlefen-elsie/final.docx'), reference: 'FM-2' },
];
const NEED = 'Her reading is about two years behind';
const PROVISION = 'Systematic phonics teaching';
const CHOSEN = 'Amara would like to sing on a stage';

/** Plans of two children, and the golden thread of the first one's final. */
async function prepare(page: Page): Promise<void> {
  const plans = new PlansPage(page);
  await new Entrance(page).setUp();
  await goTo(page, 'Plans');
  await plans.add(PLANS.map(({ file }) => ({ name: fileName(file), mimeType: '', buffer: readFileSync(file) })));
  for (const { file, reference } of PLANS) {
    await plans.expectWaiting(fileName(file));
    await plans.fileAsRead(fileName(file), async (dialog) => {
      await dialog.getByLabel('Reference', { exact: true }).fill(reference);
    });
  }
  await plans.openPlan('FM-1');
}

test('two passages are linked by mouse, suggestions settled, words chosen in the plan, and all of it undone', async ({
  page,
}) => {
  await prepare(page);
  await page.getByRole('link', { name: 'Golden thread' }).click();
  const card = (words: string) => cardOf(page, words);
  const hand = page.getByRole('region', { name: 'In hand' });

  await test.step('the thread says how it stands', async () => {
    await expect(needs(page)).toContainText(/0 linked, \d+ only suggested, \d+ orphans?/);
    await checkAccessibility(page, 'the picture');
    await expectNoSidewaysScroll(page, 'the picture');
  });

  await test.step('a need is linked with provision by choosing one and then the other', async () => {
    await card(NEED).click();
    await expect(hand).toContainText('Need in Section B');
    await checkAccessibility(page, 'a passage in hand');
    await card(PROVISION).click();
    await expect(needs(page)).toContainText('1 linked');
    await expect(card(NEED)).toHaveAccessibleName(/^Need in Section B, linked/);
    await expect(page.getByRole('tab', { name: /^Links \(1,/ })).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await expect(needs(page)).toContainText('0 linked');
  });

  await test.step('what is not linked with each other is said so', async () => {
    await card(CHOSEN).click();
    await card(PROVISION).click();
    await expect(hand).toContainText('An aspiration is linked with an outcome.');
    await page.keyboard.press('Escape');
    await expect(hand).toContainText('Choose a passage');
  });

  await test.step('suggestions are confirmed and refused in the list, and what was refused stays away', async () => {
    await page.getByRole('tab', { name: /^Links/ }).click();
    const suggested = page.getByRole('heading', { name: /^Suggested \(\d+\)$/ });
    const before = Number(/\d+/.exec((await suggested.textContent()) ?? '')?.[0]);
    await checkAccessibility(page, 'the links');
    await page
      .getByRole('button', { name: /^Confirm:/ })
      .first()
      .click();
    await expect(page.getByText('Confirmed by you')).toBeVisible();
    await page
      .getByRole('button', { name: /^Refuse:/ })
      .first()
      .click();
    await expect(page.getByText('Refused by you')).toBeVisible();
    await page.reload();
    await page.getByRole('tab', { name: /^Links/ }).click();
    await expect(page.getByRole('heading', { name: `Suggested (${before - 2})` })).toBeVisible();
    await page
      .getByRole('button', { name: /^Take back:/ })
      .first()
      .click();
    await expect(page.getByText('Confirmed by you')).toBeHidden();
  });

  await test.step('what stands alone is listed, and opens its place in the plan', async () => {
    await page.getByRole('tab', { name: /^Orphans \(\d+, \d+ only suggested\)$/ }).click();
    await expect(page.getByRole('heading', { name: /^Provision that meets no need \(\d+\)$/ })).toBeVisible();
    await checkAccessibility(page, 'what stands alone');
    await page
      .getByRole('button', { name: /^Show in the plan: / })
      .first()
      .click();
    await expect(page.getByRole('region', { name: /^Text of / })).toBeVisible();
    await checkAccessibility(page, 'the plan beside it');
    await expectNoSidewaysScroll(page, 'the plan beside it');
  });

  await test.step('words chosen in the plan are linked as well', async () => {
    await page.getByRole('tab', { name: 'Picture' }).click();
    await page
      .getByRole('region', { name: /^Text of / })
      .getByText(NEED)
      .click();
    await page.keyboard.press('e');
    await expect(hand).toContainText(NEED);
    await card(PROVISION).click();
    await expect(needs(page)).toContainText('1 linked');
  });

  await test.step('the round’s copied passages lead to their places', async () => {
    await goTo(page, 'Round');
    await page.getByRole('link', { name: 'Copied passages and other names in its plans' }).click();
    const copied = page.getByRole('listitem').filter({ hasText: 'will use the same words, signs' });
    await expect(copied).toContainText('In 2 plans');
    await checkAccessibility(page, 'copied passages');
    await expectNoSidewaysScroll(page, 'copied passages');
    await copied.getByRole('link', { name: 'FM-2 (final)' }).click();
    await expect(page.getByRole('heading', { name: /^Golden thread of FM-2/ })).toBeVisible();
    await expect(page.getByRole('region', { name: /^Text of / })).toContainText('will use the same words, signs');
  });
});

test('a link is drawn, taken away and had back by keyboard alone', async ({ page }) => {
  await prepare(page);
  const keys = new Keyboard(page);
  await keys.use(page.getByRole('link', { name: 'Golden thread' }));
  const firstNeed = needs(page).getByRole('button').first();
  await keys.tabTo(firstNeed);
  await keys.press('ArrowDown');
  const need = cardOf(page, NEED);
  await expect(need).toBeFocused();
  await keys.press('Enter');
  await expect(need).toHaveAttribute('aria-pressed', 'true');
  await keys.press('ArrowRight', 'ArrowRight', 'Home', 'ArrowDown', 'ArrowDown');
  await expect(cardOf(page, PROVISION)).toBeFocused();
  await keys.press('Enter');
  await expect(needs(page)).toContainText('1 linked');

  await keys.tabTo(page.getByRole('tab', { name: 'Picture' }), 'Shift+Tab');
  await keys.press('ArrowRight');
  await keys.tabTo(page.getByRole('button', { name: /^Take back:/ }));
  await keys.press('Delete');
  await expect(page.getByRole('tab', { name: /^Links \(0,/ })).toBeVisible();
  await keys.press('Control+z');
  await expect(page.getByRole('tab', { name: /^Links \(1,/ })).toBeVisible();
  const suggested = page.getByRole('button', { name: /^Confirm:/ });
  const count = await suggested.count();
  await keys.tabTo(suggested.first(), 'Shift+Tab');
  await keys.press('Delete');
  await expect(suggested).toHaveCount(count - 1);
});

/** The column of the six needs. */
function needs(page: Page): Locator {
  return page.getByRole('region', { name: /^Needs 6$/ });
}

/** A passage in its column. */
function cardOf(page: Page, words: string): Locator {
  return page.getByRole('button', { name: new RegExp(`^(Aspiration|Need|Outcome|Provision)\\b.*: ${words}`) });
}

/** The files of several plans have one name. */
function fileName(file: string): string {
  return `${path.basename(path.dirname(file))}.docx`;
}
