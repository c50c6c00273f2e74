import type { Block } from '../../../shared/domain/document-model.ts';
import type { Candidate } from './candidate.ts';
import type { PlanView } from './plan-view.ts';
import { isStrong, shownText } from './plan-view.ts';
import { readMark } from './read-mark.ts';
import { SECTION_ORDER } from './section-ids.ts';
import type { SectionId } from './section-ids.ts';

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
      if (isHeadingAfterList(entries[end], entries[end + 1])) break;
      for (const id of next) seen.add(id);
      end += 1;
    }
    const group = entries.slice(start, end + 1);
    if (isContents(group, entries.slice(end + 1))) {
      const last = group.at(-1);
      const from = titleBefore(view, group[0]?.at ?? 0);
      const to = last === undefined ? from : afterWraps(view, lastIndex(view, last), seen, entries);
      for (const block of view.blocks.slice(from, to + 1)) ids.add(block.id);
    }
    start = end + 1;
  }
  return ids;
}

/** The first heading may stand right under the list, if its section is not listed by that letter. */
function isHeadingAfterList(entry: Candidate | undefined, next: Candidate | undefined): boolean {
  const areStrong = [entry, next].map((each) => each?.blocks[0] !== undefined && isStrong(each.blocks[0]));
  return hasLeaders(entry) && !hasLeaders(next) && areStrong[0] === false && areStrong[1] === true;
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
        isBesideLetter(view, block, a) ||
        isBesideLetter(view, block, b),
    )
  );
}

/** The title in its own cell, before or after the letter's. What ends as a sentence does is a section's text, and no title. */
function isBesideLetter(view: PlanView, { cell, text }: Block, { at, mark }: Candidate): boolean {
  const letter = view.blocks[at]?.cell;
  const isInRow = cell !== undefined && cell.table === letter?.table && cell.row === letter.row;
  return isInRow && text.length < 100 && !/[.!?]$/.test(text) && (mark.title === '' || mark.form === 'tagged');
}

function isContents(group: readonly Candidate[], later: readonly Candidate[]): boolean {
  const sections = new Set(group.flatMap((each) => each.mark.sections));
  if (sections.size < MIN_ENTRIES || group.length < MIN_ENTRIES) return false;
  const numbered = group.filter(hasLeaders).length;
  const again = new Set(later.flatMap((each) => each.mark.sections));
  const repeated = [...sections].filter((id) => again.has(id)).length;
  return repeated >= 0.7 * sections.size || (numbered >= 0.6 * group.length && repeated >= 0.3 * sections.size);
}

/** Where the list begins: with the rest of its first entry's row, the heads above it and its title. */
function titleBefore(view: PlanView, entry: number): number {
  const own = view.blocks[entry]?.cell;
  const table = view.tables.get(own?.table ?? '');
  const row = table?.rowAt.get(own?.row ?? -1);
  const isHeaded = table !== undefined && table.rows[1] === row && row?.cells.length === table.rows[0]?.cells.length;
  const [first] = (isHeaded ? table.rows[0] : row)?.cells ?? [];
  const at = Math.min(entry, view.index.get(first?.blocks[0]?.id ?? '') ?? entry);
  let start = at;
  while (isDotted(view.blocks[start - 1])) start -= 1;
  const before = view.blocks[start - 1];
  return before !== undefined && CONTENTS_TITLE.test(before.text) ? start - 1 : start;
}

const DOTTED = /(?:\.\s?){4,}\s*\d+$|…+\s*\d+$/u;

/** A line that leaders part from its page number is an entry, whatever words it has. */
function isDotted(block: Block | undefined): boolean {
  return block !== undefined && DOTTED.test(shownText(block));
}

const WRAPPED_MAX_CHARACTERS = 40;
const WRAPPED_MAX_BLOCKS = 3;

/**
 * A long entry that takes two lines may break a printed list apart, so that some of it reads as a table: plain lines that
 * go on naming sections, each of which comes again, are entries too.
 */
function afterWraps(view: PlanView, end: number, seen: ReadonlySet<string>, entries: readonly Candidate[]): number {
  const known = new Set(seen);
  let last = end;
  for (let at = end + 1; at <= last + WRAPPED_MAX_BLOCKS; at += 1) {
    const block = view.blocks[at];
    if (block === undefined || isStrong(block)) break;
    if (isDotted(block) && at === last + 1) {
      last = at;
      continue;
    }
    const mark = readMark(block.text);
    const isFresh = mark !== null && mark.form !== 'title' && mark.sections.every((id) => !known.has(id));
    const isEntry =
      isFresh && mark.sections.every((id) => comesAgain(id, at, entries) || isNextLetter(id, [...known].at(-1)));
    if (isEntry) {
      for (const id of mark.sections) known.add(id);
      last = at;
    } else if (PAGE_NUMBER.test(block.text) && at === last + 1) last = at;
    else if (block.text.length > WRAPPED_MAX_CHARACTERS) break;
  }
  return last;
}

function isNextLetter(id: SectionId, last: string | undefined): boolean {
  const at = SECTION_ORDER.findIndex((each) => each === last);
  return at >= 0 && SECTION_ORDER.slice(at + 1, at + 3).includes(id);
}

function comesAgain(id: SectionId, at: number, entries: readonly Candidate[]): boolean {
  return entries.some((each) => each.at > at && each.mark.sections.includes(id));
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
