import { expect, type Page } from '@playwright/test';

/** Goes to one of the places that are always in reach. */
export async function goTo(
  page: Page,
  place:
    | 'Home'
    | 'Round'
    | 'Plans'
    | 'Moderate'
    | 'Actions'
    | 'Supervision'
    | 'Insight'
    | 'Report'
    | 'Standards'
    | 'Settings'
    | 'Help',
) {
  const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place, exact: true });
  await link.click();
  await expect(link).toHaveAttribute('aria-current', 'page');
}
