import type { Block, DocumentModel } from '../../../../shared/domain/document-model.ts';
import type { Unit } from './compare-units.ts';
import type { Piece } from './cut-pieces.ts';
import type { PlanDifference } from '../../../../shared/domain/plan-comparison.ts';
import { contentWords, keyOf } from './plan-words.ts';

export interface TrackedChanges {
  /** True where a passage of the later version, its tracked changes rejected, is that passage of the earlier one. */
  isKnownPair(left: Unit, right: Unit): boolean;
  /** Who tracked the change, where the later version says so. */
  find(before: readonly Piece[], after: readonly Piece[]): PlanDifference['tracked'];
}

/** What the later version's tracked changes tell of the earlier one; the blocks themselves read as accepted. */
export function readTrackedChanges(final: DocumentModel): TrackedChanges {
  const revised = new Map(
    final.blocks.filter((block) => (block.revisions?.length ?? 0) > 0).map((block) => [block.id, block]),
  );
  const rejected = new Map([...revised].map(([id, block]) => [id, wordsOf(rejectedText(block))]));
  const revisions = [...revised.values()].flatMap((block) => block.revisions ?? []);
  const deletions = revisions
    .filter(({ kind }) => kind === 'deleted')
    .map((revision) => ({ revision, key: keyOf(wordsOf(revision.text)) }));
  return {
    isKnownPair: (left, right) =>
      right.pieces.some(({ block }) => rejected.has(block)) &&
      left.key === keyOf(right.pieces.flatMap(({ block, words }) => rejected.get(block) ?? words)),
    find: (before, after) => {
      const inserted = after.flatMap(({ block }) => revised.get(block)?.revisions ?? []);
      const [first] = after.length > 0 ? inserted : [];
      const key = keyOf(before.flatMap(({ words }) => words));
      const found =
        first ?? (after.length > 0 ? undefined : deletions.find((each) => each.key.includes(key))?.revision);
      return found === undefined ? null : { author: found.author, date: found.date };
    },
  };
}

function wordsOf(text: string): string[] {
  return contentWords(text).map(({ word }) => word);
}

/** The block's text as it was before its tracked changes. */
function rejectedText(block: Block): string {
  let text = block.text;
  // From the end, so that earlier places stay where they are; a deletion goes in before an insertion at its place goes out.
  const byPlace = (block.revisions ?? []).toSorted((a, b) => b.start - a.start || b.end - a.end);
  for (const { kind, start, end, text: old } of byPlace) {
    text = text.slice(0, start) + (kind === 'deleted' ? old : '') + text.slice(kind === 'deleted' ? start : end);
  }
  return text;
}
