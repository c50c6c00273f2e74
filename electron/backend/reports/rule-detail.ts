import type { Edition } from '../../../shared/domain/report/report-model.ts';

/** What stands in the trail of the rule that hid small counts: nothing for an internal edition, which hides none. */
export function ruleDetail({
  edition,
  threshold,
  hideZero,
}: {
  edition: Edition;
  threshold: number;
  hideZero: boolean;
}): { threshold?: number; hideZero?: boolean } {
  return edition === 'publishable' ? { threshold, hideZero } : {};
}
