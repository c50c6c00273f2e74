import { HIDDEN } from './count-table.ts';
import type { Edition } from './report-model.ts';

/** What an edition hides and who may read it, in sentences for its last part. */
export function hiddenWords(edition: Edition, threshold: number): string[] {
  const unnamed = 'No child, parent, setting or caseworker is named.';
  if (edition === 'internal') {
    return [
      `${unnamed} This is an internal edition: counts are not hidden, so with few plans a reader who knows them may recognise one. Do not share it further.`,
    ];
  }
  return [
    `${unnamed} ${HIDDEN} stands for a count that is hidden: one of 1 to ${threshold - 1}, or one from which such a count could be worked out, in this report or against an earlier edition. A percentage is given only where both of its counts are shown and there are at least ten.`,
  ];
}
