import type { Candidate } from './candidate.ts';
import { hintsOf } from './heading-words.ts';
import type { CellView, PlanView, RowView, TableView } from './plan-view.ts';
import { SECTION_ORDER } from './section-ids.ts';
import type { SectionId } from './section-ids.ts';
import { countCues, hear } from './section-voices.ts';
import { ENOUGH } from './weigh-candidates.ts';
import type { Weighed } from './weigh-candidates.ts';

/** Sections that councils set side by side, need by need. */
const SIDE_BY_SIDE = ['B', 'C', 'D', 'E', 'F', 'G', 'H1', 'H2'] as const;
const HEAD_MAX_CHARACTERS = 60;
/** Shorter columns only say who, when or which. */
const SPEAKING_MIN_CHARACTERS = 30;
const PLAINLY = 0.45;
const AHEAD = 0.15;

/**
 * Tables whose columns are needs, outcomes and provision by what stands in them, under heads that no list knows ("What is
 * tricky", "What will change", "Who does what"). Only for sections that nothing else in the plan names: a table inside
 * Section F has columns too.
 */
export function hearColumns(view: PlanView, weighed: readonly Weighed[]): Weighed[] {
  const named = new Set<SectionId>(
    weighed.filter((each) => each.score >= ENOUGH && each.place !== 'row').flatMap((each) => each.mark.sections),
  );
  const missing = SECTION_ORDER.filter((id) => !named.has(id) && SIDE_BY_SIDE.some((each) => each === id));
  if (!missing.includes('E') || missing.length < 2) return [];
  const told = new Set(weighed.flatMap((each) => (each.place === 'flow' || !each.table ? [] : [each.table.id])));
  return [...view.tables.values()]
    .filter((table) => !told.has(table.id))
    .flatMap((table) => readTable(view, table, missing));
}

function readTable(view: PlanView, table: TableView, missing: readonly SectionId[]): Weighed[] {
  const head = table.rows.find((row) => row.cells.length > 1);
  if (head === undefined || head.cells.length < 2 || table.rows.at(-1) === head) return [];
  if (head.cells.some((cell) => cell.text.length > HEAD_MAX_CHARACTERS || /[.;,]$/.test(cell.text))) return [];
  const found = head.cells.flatMap((cell) => {
    const section = sectionOf(cell, table, head, missing);
    return section === null ? [] : [asColumn(view, table, cell, section)];
  });
  const sections = new Set(found.map((each) => each.mark.sections[0]));
  return sections.has('E') && sections.size >= 2 ? found : [];
}

/** The section that a column speaks as, if it is plain and one of those that are missing. */
function sectionOf(
  head: CellView,
  table: TableView,
  headRow: RowView,
  missing: readonly SectionId[],
): SectionId | null {
  const cells = table.rows
    .filter((row) => row.index > headRow.index)
    .flatMap((row) => row.cells.filter((cell) => cell.column === head.column && cell.columnSpan === head.columnSpan));
  const text = cells.map((cell) => cell.text).join('\n');
  if (cells.length === 0 || text.length < SPEAKING_MIN_CHARACTERS * cells.length) return null;
  const { scores } = hear(countCues(text));
  const hints = hintsOf(head.text);
  const ranked = SIDE_BY_SIDE.map((id) => ({ id, score: scores[id] + 0.3 * (hints[id] ?? 0) })).sort(
    (a, b) => b.score - a.score,
  );
  const [best, second] = ranked;
  if (best === undefined || best.score < PLAINLY || !missing.includes(best.id)) return null;
  const isPlain = second === undefined || best.score - second.score >= AHEAD || isKin(best.id, second.id);
  return isPlain ? best.id : null;
}

/** Provision sounds alike whoever gives it; F is the common case. */
function isKin(a: SectionId, b: SectionId): boolean {
  return a === 'F' && (b === 'G' || b === 'H1');
}

function asColumn(view: PlanView, table: TableView, cell: CellView, section: SectionId): Weighed {
  const [head] = cell.blocks;
  const { row, column, columnSpan } = cell;
  const candidate: Candidate = {
    mark: { form: 'title', sections: [section], title: cell.text, titleScore: 0.5, isRunIn: false },
    place: 'column',
    isOther: false,
    blocks: cell.blocks,
    at: view.index.get(head?.id ?? '') ?? 0,
    table,
    row,
    column,
    columnSpan,
  };
  return { ...candidate, score: ENOUGH, evidence: ['what stands in the column speaks as that section'] };
}
