import type { Candidate } from './candidate.ts';
import { isStrong } from './plan-view.ts';
import type { PlanView } from './plan-view.ts';
import { withoutPageNumber } from './read-mark.ts';
import type { Mark } from './read-mark.ts';
import { plainWords } from './section-titles.ts';

const SECTIONS_OF_A_LEGEND = 4;
const TITLE_MAX_CHARACTERS = 130;

/**
 * Headings that the plan explains elsewhere: a contents page or a key pairs letters with titles ("Section B – What I find
 * hard … 4"), and the headings themselves are the titles alone. Gives a candidate for every such heading.
 */
export function readLegend(
  view: PlanView,
  known: readonly Candidate[],
  listed: readonly Candidate[] = [],
): Candidate[] {
  const legend = new Map<string, { mark: Mark; at: number }>();
  const entries = [...listed.map((each) => ({ ...each, at: -1 })), ...known];
  for (const { mark, at, table, row } of entries) {
    if (mark.form === 'title' || mark.isRunIn) continue;
    const beside = table?.rowAt.get(row ?? -1)?.cells[1]?.text ?? '';
    const title = titleOf(mark.title === '' ? beside : mark.title);
    if (title !== '' && !legend.has(title)) legend.set(title, { mark, at });
  }
  if (legend.size === 0) return [];
  const taken = new Set(known.filter((each) => each.mark.form !== 'title').flatMap((each) => each.blocks));
  const found = view.blocks.flatMap((block, at): Candidate[] => {
    if (taken.has(block) || !isStrong(block) || block.text.length > TITLE_MAX_CHARACTERS) return [];
    const entry = legend.get(titleOf(block.text));
    if (entry === undefined || entry.at >= at || (block.cell !== undefined && !isAlone(view, at))) return [];
    const mark: Mark = { ...entry.mark, form: 'tagged', title: block.text, isRunIn: false };
    return [{ mark, place: 'flow', isOther: false, blocks: [block], at }];
  });
  // A sub-heading "Outcomes" has its name from no legend.
  return new Set(found.flatMap((each) => each.mark.sections)).size >= SECTIONS_OF_A_LEGEND ? found : [];
}

function titleOf(text: string): string {
  const title = plainWords(
    withoutPageNumber(text)
      .replace(/\s+\d{1,3}$/, '')
      .replace(/^\d{1,2}[.)]?\s+/, ''),
  );
  return title.length < 4 ? '' : title;
}

/** A heading in a frame, over a table's width or with its text under it, not one cell of many. */
function isAlone(view: PlanView, at: number): boolean {
  const cell = view.blocks[at]?.cell;
  const row = cell === undefined ? undefined : view.tables.get(cell.table)?.rowAt.get(cell.row);
  if (cell === undefined || row?.cells.length === 1) return true;
  return (row?.cells.find((each) => each.column === cell.column)?.blocks.length ?? 0) > 1;
}
