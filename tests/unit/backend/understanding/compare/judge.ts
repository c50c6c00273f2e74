import type { PlanDifference } from '../../../../../shared/domain/plan-comparison.ts';
import { contentWords, keyOf } from '../../../../../electron/backend/understanding/compare/plan-words.ts';
import type { Edit } from './edit-plan.ts';

/** What of the edits was not found, and what was found that no edit explains. */
export function judge(
  edits: readonly Edit[],
  differences: readonly PlanDifference[],
): { missed: Edit[]; wrong: PlanDifference[] } {
  return {
    missed: edits.filter((edit) => !differences.some((each) => tells(each, edit))),
    wrong: differences.filter((each) => !edits.some((edit) => isOf(each, edit))),
  };
}

/** The difference shows the edit: the old words before, the new ones after, and nothing where there was nothing. */
function tells(difference: PlanDifference, edit: Edit): boolean {
  if (!isSection(difference.section, edit.section)) return false;
  const { before, after } = difference;
  if (edit.before === null || edit.after === null) {
    const isKind = difference.kind === (edit.before === null ? 'added' : 'removed');
    return isKind && key(before).includes(key(edit.before)) && key(after).includes(key(edit.after));
  }
  return (
    difference.kind === 'changed' &&
    isSide(before, edit.before, without(edit.before, edit.after)) &&
    isSide(after, edit.after, without(edit.after, edit.before))
  );
}

/** A long passage is shown by the sentence that changed: it must hold what is new. */
function isSide(shown: string | null, statement: string, news: readonly string[]): boolean {
  if (key(shown).includes(key(statement))) return true;
  return key(statement).includes(key(shown)) && news.every((word) => words(shown).includes(word));
}

function without(text: string, other: string): string[] {
  return words(text).filter((word) => !words(other).includes(word));
}

/** The difference says no more than the edit: one of its details, or the row that it stands in. */
function isOf(difference: PlanDifference, edit: Edit): boolean {
  if (!isSection(difference.section, edit.section)) return false;
  if (tells(difference, edit) && edit.before !== null && edit.after !== null) return true;
  return isPartOf(difference.before, edit.fullBefore) && isPartOf(difference.after, edit.fullAfter);
}

/** Words that a template prints beside a passage's own. */
const TEMPLATE_WORDS = 'who how often review when by checked timescale next step steps'.split(' ');

function isPartOf(shown: string | null, full: string): boolean {
  const whole = new Set([...words(full), ...TEMPLATE_WORDS]);
  return words(shown).every((word) => whole.has(word));
}

/** Plans that keep H whole tell of it under either half. */
function isSection(found: string, wanted: string): boolean {
  return found === wanted || (found.startsWith('H') && wanted.startsWith('H'));
}

function key(text: string | null): string {
  return keyOf(words(text));
}

function words(text: string | null): string[] {
  return contentWords(text ?? '').map(({ word }) => word);
}
