/** Kinds of plan that every register knows; an area may have more of its own. */
export const PLAN_TYPE_WORDS: Readonly<Record<string, string>> = {
  new: 'New',
  reassessment: 'Reassessment',
  amended: 'Amended',
  reviewed: 'Reviewed',
  transferred_in: 'Transferred in',
};

/** "New", or the area's own word as it stands. */
export function planTypeWords(planType: string): string {
  return Object.hasOwn(PLAN_TYPE_WORDS, planType)
    ? (PLAN_TYPE_WORDS[planType] ?? planType)
    : planType.replaceAll('_', ' ');
}
