import type { Candidate } from './find-candidates.ts';
import type { PlanView } from './plan-view.ts';
import { shownText } from './plan-view.ts';

const MIN_ENTRIES = 4;
const LEADERS = /(?:\.\s?){4,}\s*\d*$|…+\s*\d*$|\s\d{1,3}$/u;
const PAGE_NUMBER = /^(?:page\s*)?\d{1,3}$/i;
const CONTENTS_TITLE = /^(?:table of )?contents(?: page)?:?$/i;

/**
 * Finds contents lists that no style marks: titles of sections one after the other with nothing between, which all come
 * again later, or which end in page numbers. Gives the ids of their blocks.
 */
export function findContents(view: PlanView, candidates: readonly Candidate[]): Set<string> {
  const ids = new Set<string>();
  const entries = candidates.filter((each) => each.place !== 'column');
  let start = 0;
  while (start < entries.length) {
    let end = start;
    const seen = new Set(entries[start]?.mark.sections);
    while (end + 1 < entries.length && follows(view, entries[end], entries[end + 1])) {
      // A section that comes a second time is the first heading after the list.
      const next = entries[end + 1]?.mark.sections ?? [];
      if (next.length > 0 && next.every((id) => seen.has(id)) && !hasLeaders(entries[end + 1])) break;
      for (const id of next) seen.add(id);
      end += 1;
    }
    const group = entries.slice(start, end + 1);
    if (isContents(group, entries.slice(end + 1))) {
      const last = group.at(-1);
      const from = titleBefore(view, group[0]?.at ?? 0);
      const to = last === undefined ? from : lastIndex(view, last);
      for (const block of view.blocks.slice(from, to + 1)) ids.add(block.id);
    }
    start = end + 1;
  }
  return ids;
}

function hasLeaders(entry: Candidate | undefined): boolean {
  return entry?.blocks.some((block) => LEADERS.test(shownText(block))) ?? false;
}

function follows(view: PlanView, a: Candidate | undefined, b: Candidate | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const between = view.blocks.slice(a.at + a.blocks.length, b.at);
  return (
    between.length <= 3 &&
    between.every(
      (block) =>
        PAGE_NUMBER.test(block.text) ||
        LEADERS.test(block.text) ||
        (block.cell !== undefined &&
          block.cell.row === view.blocks[a.at]?.cell?.row &&
          block.text.length < 100 &&
          a.mark.title === ''),
    )
  );
}

function isContents(group: readonly Candidate[], later: readonly Candidate[]): boolean {
  const sections = new Set(group.flatMap((each) => each.mark.sections));
  if (sections.size < MIN_ENTRIES || group.length < MIN_ENTRIES) return false;
  const numbered = group.filter(hasLeaders).length;
  const again = new Set(later.flatMap((each) => each.mark.sections));
  const repeated = [...sections].filter((id) => again.has(id)).length;
  return repeated >= 0.7 * sections.size || (numbered >= 0.6 * group.length && repeated >= 0.3 * sections.size);
}

function titleBefore(view: PlanView, at: number): number {
  const before = view.blocks[at - 1];
  return before !== undefined && CONTENTS_TITLE.test(before.text) ? at - 1 : at;
}

/** The end of the last entry: the rest of its row, and a page number after it. */
function lastIndex(view: PlanView, last: Candidate): number {
  let index = last.at + last.blocks.length - 1;
  const row = view.blocks[last.at]?.cell;
  for (;;) {
    const next = view.blocks[index + 1];
    const isSameRow = row !== undefined && next?.cell?.table === row.table && next.cell.row === row.row;
    if (next === undefined || !(isSameRow || PAGE_NUMBER.test(next.text))) return index;
    index += 1;
  }
}
