import type { FoundSection } from '../../../shared/domain/document-model.ts';
import { isStrong } from './plan-view.ts';
import type { PlanView } from './plan-view.ts';
import { COVER } from './section-ids.ts';

const SECTIONS_MIN = 4;
const CHARACTERS_MIN = 1200;
/** The list stands in the plan's first part: so much of the text is behind it. */
const BEHIND_SHARE = 0.6;
const HEADINGS_BEHIND = 4;
const HEADING_MAX_CHARACTERS = 130;

/**
 * A list in front that was taken for the sections themselves: every heading stands in it, close together, and most of the
 * plan stands behind it, under lines of its own that are set as headings, all of it the last entry's or no section's. Gives
 * the list's blocks.
 */
export function findFrontList(view: PlanView, sections: readonly FoundSection[]): Set<string> | null {
  const own = sections.filter(({ id }) => id !== COVER);
  const heads = own.flatMap(({ headings }) => headings.map((id) => view.index.get(id) ?? -1)).filter((at) => at >= 0);
  if (own.length < SECTIONS_MIN || heads.length === 0) return null;
  const from = Math.min(...heads);
  const to = endOfRow(view, Math.max(...heads));
  const behind = view.blocks.slice(to + 1);
  const lines = behind.filter(
    (block) => block.cell === undefined && isStrong(block) && block.text.length <= HEADING_MAX_CHARACTERS,
  );
  const length = lengthOf(behind);
  if (lines.length < HEADINGS_BEHIND || length < CHARACTERS_MIN) return null;
  return length < BEHIND_SHARE * lengthOf(view.blocks)
    ? null
    : new Set(view.blocks.slice(from, to + 1).map(({ id }) => id));
}

/** How much of the sections' text stands in the longest of them, 0 to 1. */
export function shareOfLargest(view: PlanView, sections: readonly FoundSection[]): number {
  const lengths = sections.map(({ blocks }) =>
    blocks.reduce((sum, id) => sum + (view.blocks[view.index.get(id) ?? -1]?.text.length ?? 0), 0),
  );
  const all = lengths.reduce((sum, each) => sum + each, 0);
  return all === 0 ? 0 : Math.max(...lengths) / all;
}

function lengthOf(blocks: readonly { text: string }[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

function endOfRow(view: PlanView, at: number): number {
  const own = view.blocks[at]?.cell;
  let end = at;
  for (;;) {
    const next = view.blocks[end + 1]?.cell;
    if (own === undefined || next?.table !== own.table || next.row !== own.row) return end;
    end += 1;
  }
}
