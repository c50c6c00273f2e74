import { HIDDEN } from './count-table.ts';
import type { SuppressionOptions } from './primary-suppression.ts';

/** The footnote that stands with every table and chart of a publishable edition in which something is hidden. */
export function hiddenFootnote({ threshold, hideZero }: Pick<SuppressionOptions, 'threshold' | 'hideZero'>): string {
  return `${HIDDEN}: hidden, since a count of ${smallCounts(threshold, hideZero)}, or one from which such a count could be worked out, might let someone be recognised.`;
}

/** The rule as the report's notes on method give it, a sentence each. */
export function suppressionRule({ threshold, hideZero }: Pick<SuppressionOptions, 'threshold' | 'hideZero'>): string[] {
  return [
    `Counts of ${smallCounts(threshold, hideZero)} are hidden and shown as ${HIDDEN}, and so are counts that leave so few of their whole: 39 of 40 would say 1.`,
    'Further counts are hidden, the smallest that will do, so that no hidden count can be worked out from rows, columns, totals, other tables of this report or earlier reports.',
    hideZero
      ? 'A count of 0 is hidden as well.'
      : 'A count of 0 is shown as a rule where the total that it is a part of is; where that is hidden, so is the 0, which would tell of everyone counted in it.',
    'No percentage is given where a count that it is made of is hidden.',
  ];
}

/** '1 to 4', or '0 to 4' */
function smallCounts(threshold: number, hideZero: boolean): string {
  return `${hideZero ? 0 : 1} to ${threshold - 1}`;
}
