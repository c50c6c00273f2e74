import type { Block } from '../../../shared/domain/document-model.ts';
import { cutFront } from './text-builder.ts';
import { readTypedMarker } from './list-marker.ts';

/** A block while it is being read: no id yet, and with the look that headings and header rows are told by. */
export interface DraftBlock extends Omit<Block, 'id'> {
  /** True where every letter is bold. */
  isBold: boolean;
}

/** Turns a bullet or number typed at the front of the text into the block's marker. */
export function takeTypedMarker(draft: DraftBlock): DraftBlock {
  if (draft.marker !== undefined || draft.kind === 'heading') return draft;
  const typed = readTypedMarker(draft.text);
  if (typed === null) return draft;
  const { text, runs } = cutFront(draft.text, draft.runs, typed.length);
  const shift = (at: number): number => Math.max(0, at - typed.length);
  const { revisions } = draft;
  return {
    ...draft,
    kind: 'list_item',
    level: draft.level ?? 1,
    marker: typed.marker,
    text,
    runs,
    ...(revisions && {
      revisions: revisions.map((each) => ({ ...each, start: shift(each.start), end: shift(each.end) })),
    }),
  };
}

/** True where every run that shows letters is bold. */
export function isAllBold(text: string, runs: Block['runs']): boolean {
  return (
    runs.length > 0 && runs.every((run) => run.bold === true || !/[\p{L}\p{N}]/u.test(text.slice(run.start, run.end)))
  );
}
