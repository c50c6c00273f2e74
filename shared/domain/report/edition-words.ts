import type { Edition } from './report-model.ts';
import { type HidingRules, suppressionRule } from './suppression-words.ts';

/** What an edition hides and who may read it, in sentences for its last part. */
export function hiddenWords(edition: Edition, rules: HidingRules): string[] {
  const unnamed = 'No child, parent, setting or caseworker is named.';
  if (edition === 'internal') {
    return [
      `${unnamed} This is an internal edition: counts are not hidden, so with few plans a reader who knows them may recognise one. Do not share it further.`,
    ];
  }
  return [unnamed, ...suppressionRule(rules)];
}
