import { HIDDEN } from './count-table.ts';
import type { SuppressionOptions } from './primary-suppression.ts';

/** By what small counts are hidden. */
export type HidingRule = Pick<SuppressionOptions, 'threshold' | 'hideZero'>;

/** The same for what is made of several reports: the most lenient rule, and where others were used. */
export interface HidingRules extends HidingRule {
  /** `where` as in 'in the report on 2026/27 Aut 1'. */
  otherRules?: readonly (HidingRule & { where: string })[];
}

/** The footnote that stands with every table and chart of a publishable edition in which something is hidden. */
export function hiddenFootnote(rules: HidingRules): string {
  return `${HIDDEN}: hidden, since a count of ${smallCounts(rules)}, or one from which such a count could be worked out, might let someone be recognised.`;
}

/** The rule as the report's notes on method give it, a sentence each. */
export function suppressionRule(rules: HidingRules): string[] {
  return [
    `Counts of ${smallCounts(rules)} are hidden and shown as ${HIDDEN}, and so are counts that leave so few of their whole: 39 of 40 would say 1.`,
    'Further counts are hidden, the smallest that will do, so that no hidden count can be worked out from rows, columns, totals, other tables of this report or earlier reports.',
    ...zeros(rules),
    'No percentage is given where a count that it is made of is hidden.',
  ];
}

/** '1 to 4', '0 to 4', or '1 to 4 (1 to 9 in the report on 2026/27 Aut 1)' */
function smallCounts({ otherRules = [], ...rule }: HidingRules): string {
  const others = otherRules.map((other) => `${rangeOf(other)} ${other.where}`);
  return `${rangeOf(rule)}${others.length === 0 ? '' : ` (${others.join('; ')})`}`;
}

function rangeOf({ threshold, hideZero }: HidingRule): string {
  return `${hideZero ? 0 : 1} to ${threshold - 1}`;
}

function zeros({ hideZero, otherRules = [] }: HidingRules): string[] {
  const isShownAnywhere = [hideZero, ...otherRules.map((rule) => rule.hideZero)].includes(false);
  if (!isShownAnywhere) return ['A count of 0 is hidden as well.'];
  const isHiddenAnywhere = hideZero || otherRules.some((rule) => rule.hideZero);
  return [
    `${isHiddenAnywhere ? 'Where 0 is not named above, it' : 'A count of 0'} is shown as a rule where the total that it is a part of is; where that is hidden, so is the 0, which would tell of everyone counted in it.`,
  ];
}
