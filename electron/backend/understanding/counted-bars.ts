import { isStrong } from './plan-view.ts';
import type { PlanView, RowView } from './plan-view.ts';
import { readMark } from './read-mark.ts';
import type { SectionId } from './section-ids.ts';

const TITLE_MAX_CHARACTERS = 170;
/** So many bars counted up in a row, and so many of them in the words of different sections, are a form's boxes. */
const BARS_MIN = 6;
const SECTIONS_MIN = 4;
const WORDS_FIT = 0.5;
/** A number may be missing: boxes without a bar, a number that a page's end cut off. */
const STEP_MAX = 3;

const known = new WeakMap<PlanView, ReadonlySet<RowView>>();

/**
 * The headings of a form whose boxes are counted and bear no letters ("4 | Special educational needs"): rows with a number
 * and a title in bold, counted up through the whole document. Empty where the plan is no such form.
 */
export function findCountedBars(view: PlanView, names: ReadonlySet<string>): ReadonlySet<RowView> {
  const before = known.get(view);
  if (before !== undefined) return before;
  const bars: RowView[] = [];
  let last: number | null = null;
  const rows = [...view.tables.values()]
    .flatMap((table) => table.rows)
    .map((row) => ({ row, at: view.index.get(row.cells[0]?.blocks[0]?.id ?? '') ?? 0 }))
    .sort((a, b) => a.at - b.at);
  for (const { row } of rows) {
    const count = countOf(row);
    if (count === null || count <= (last ?? 0) || count > (last ?? 0) + STEP_MAX) continue;
    bars.push(row);
    last = count;
  }
  const named = bars.map((row): SectionId[] => {
    const mark = readMark(row.cells[1]?.text ?? '', names);
    return mark !== null && mark.titleScore >= WORDS_FIT ? mark.sections : [];
  });
  const isForm = bars.length >= BARS_MIN && new Set(named.flat()).size >= SECTIONS_MIN;
  // What comes before the first section is the front page.
  const first = named.findIndex((sections) => sections.length > 0);
  const found = new Set(isForm ? bars.slice(first) : []);
  known.set(view, found);
  return found;
}

/** The number of a row that is nothing but a number and a title in bold, or has its text beside them. */
function countOf({ cells }: RowView): number | null {
  const [number, title, text, fourth] = cells;
  if (number === undefined || title === undefined || fourth !== undefined) return null;
  if (text?.blocks.every(isStrong) === true) return null;
  const count = /^(?:box )?(\d{1,2})[.)]?$/i.exec(number.text)?.[1];
  const isTitle =
    title.blocks.length === 1 &&
    title.blocks.every(isStrong) &&
    title.text.length <= TITLE_MAX_CHARACTERS &&
    !/[.;,!]$/.test(title.text);
  return count !== undefined && isTitle ? Number(count) : null;
}
