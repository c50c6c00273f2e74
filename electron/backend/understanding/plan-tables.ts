import type { RowView, TableView } from './plan-view.ts';
import type { SectionId } from './section-ids.ts';
import { PartsTeller } from './tell-apart.ts';
import { ENOUGH } from './weigh-candidates.ts';
import type { Weighed } from './weigh-candidates.ts';

/** What a stretch of the plan belongs to, and who says so. */
export interface Scope {
  sections: readonly SectionId[];
  by: Weighed | null;
}

export interface TablePlan {
  scopeOf(row: number, column: number): Scope | null;
  /** True where the table's rows are the plan's sections: what follows the table goes on with the last of them. */
  opensFlow: boolean;
}

const NOTHING: TablePlan = { scopeOf: () => null, opensFlow: false };

/**
 * What a table's rows or columns say of sections. `holdsHeading` tells of rows in which a heading of the flow stands:
 * it takes over from the rows' labels.
 */
export function planTable(
  table: TableView,
  weighed: readonly Weighed[],
  scope: Scope,
  headed: ReadonlySet<SectionId>,
  holdsHeading: (row: RowView) => boolean,
): TablePlan {
  const own = weighed.filter((each) => each.table === table).map((each) => withinScope(each, scope));
  const believed = (place: Weighed['place']): Weighed[] =>
    own.filter((each) => each.place === place && isBelieved(each, own, scope, headed));
  const cells = believed('cell');
  const rows = believed('row');
  const base = rows.some((each) => !each.isOther)
    ? planRows(rows, table, holdsHeading, scope.by === null || scope.by.place === 'row')
    : planColumns(believed('column'), believed('tag'), table);
  return cells.length === 0 ? base : planCells(cells, base, table);
}

/** Under "C and G" the plain heads "Need" and "Provision" mean these two, and not B and F. */
function withinScope(each: Weighed, { sections: open }: Scope): Weighed {
  const [id, second] = each.mark.sections;
  const isPlain = each.place === 'column' && each.mark.form === 'title' && id !== undefined && second === undefined;
  if (!isPlain || open.length < 2 || isWithin(id, open)) return each;
  const meant = PartsTeller.alike(id, open);
  return meant === null ? each : { ...each, mark: { ...each.mark, sections: [meant] } };
}

/** Cells with headings of their own; a title over the whole width above them goes with the first. */
function planCells(cells: readonly Weighed[], base: TablePlan, table: TableView): TablePlan {
  const [first] = cells;
  const firstRow = first?.row ?? 0;
  return {
    scopeOf: (row, column) => {
      const mark = cells.find((each) => each.row === row && each.column === column);
      if (mark !== undefined) return { sections: mark.mark.sections, by: mark };
      const said = base.scopeOf(row, column);
      const cut = said === null ? cutCell(cells, table, row, column) : undefined;
      if (cut !== undefined) return { sections: cut.mark.sections, by: cut };
      const above = table.rowAt.get(row);
      if (said !== null || first === undefined || row >= firstRow || above === undefined) return said;
      return isTitleRow(above, table) ? { sections: first.mark.sections, by: null } : null;
    },
    opensFlow: base.opensFlow,
  };
}

/** A page's end may have cut the row of cells in two: the first row on the next page goes on with it. */
function cutCell(cells: readonly Weighed[], table: TableView, row: number, column: number): Weighed | undefined {
  const above = cells.find((each) => each.row === row - 1 && each.column === column);
  const [before, own] = [table.rowAt.get(row - 1), table.rowAt.get(row)];
  if (above === undefined || before === undefined || own === undefined || own.cells.length < 2) return undefined;
  const pageOf = ({ cells: [first] }: RowView): number => first?.blocks[0]?.page ?? 0;
  const isAlike = own.cells.every((cell) =>
    before.cells.some((each) => each.column === cell.column && each.columnSpan === cell.columnSpan),
  );
  return isAlike && pageOf(own) > pageOf(before) ? above : undefined;
}

const SIGNS_FOR = /^(?:for|on behalf of|by|from|signed|agreed|approved|authori[sz]ed)\b/i;

/** Labels of rows and heads of columns: by letter always; by words where the plan leaves the section to them. */
function isBelieved(each: Weighed, own: readonly Weighed[], scope: Scope, headed: ReadonlySet<SectionId>): boolean {
  if (each.isOther) return true;
  // Under a heading that is no section's: "For health (Section G)" beside a signature.
  if (scope.by?.isOther === true && each.place === 'row' && SIGNS_FOR.test(each.mark.title)) return false;
  if (each.mark.form === 'named' || each.mark.form === 'tagged') return each.score >= ENOUGH - 0.1;
  const isAmongScope = scope.sections.length > 1 && each.mark.sections.some((id) => isWithin(id, scope.sections));
  if (isAmongScope) return each.score >= 0.3;
  if (isLetterAmongRows(each, own)) return true;
  if (each.mark.sections.every((id) => scope.sections.includes(id))) return false;
  const isMissing = each.mark.sections.some((id) => !isWithin(id, [...headed]));
  const alike = new Set(own.filter((other) => other.place === each.place).flatMap((other) => other.mark.sections)).size;
  if (each.place === 'column' && isHeadAmongLetters(each, own)) return true;
  if (scope.sections.length === 1 && !isMissing) return false;
  if (each.place === 'column') return isMissing && alike >= 2 && each.score >= ENOUGH;
  return each.score >= ENOUGH && (each.mark.form === 'letter' || alike >= 3 || isMissing);
}

/** "B", below a row "F": cards that a printed page has joined begin again, whatever the heading above them opened. */
function isLetterAmongRows(each: Weighed, own: readonly Weighed[]): boolean {
  const isLetter = ({ mark, place, score }: Weighed): boolean =>
    place === 'row' && mark.form === 'letter' && mark.title === '' && score >= ENOUGH;
  return isLetter(each) && own.some((other) => isLetter(other) && (other.row ?? 0) < (each.row ?? 0));
}

const LETTERED_HEADS_MIN = 2;

/**
 * "B Needs | E Outcomes | F Provision": a head whose letter and words agree, in a row of such heads, is its section's, even
 * where another place in the plan heads that section again ("F (continued)").
 */
function isHeadAmongLetters(each: Weighed, own: readonly Weighed[]): boolean {
  const isLettered = ({ mark, place, row, score }: Weighed): boolean =>
    place === 'column' && row === each.row && mark.form === 'letter' && mark.titleScore >= 0.5 && score >= ENOUGH;
  if (!isLettered(each)) return false;
  return own.filter((other) => other !== each && isLettered(other)).length >= LETTERED_HEADS_MIN - 1;
}

function isWithin(id: SectionId, sections: readonly SectionId[]): boolean {
  return sections.some(
    (each) => each === id || (id === 'H' && each.startsWith('H')) || (each === 'H' && id.startsWith('H')),
  );
}

function planRows(
  rows: readonly Weighed[],
  table: TableView,
  holdsHeading: (row: RowView) => boolean,
  opensFlow: boolean,
): TablePlan {
  const marks = new Map(rows.map((each) => [each.row ?? 0, each]));
  const scopes = new Map<number, Scope>();
  let current: Scope | null = null;
  let titles: number[] = [];
  for (const row of table.rows) {
    const mark = marks.get(row.index);
    if (holdsHeading(row)) current = null;
    else if (mark) {
      current = { sections: mark.mark.sections, by: mark };
      // A title over the whole width belongs to what it stands above.
      for (const title of titles) scopes.set(title, { ...current, by: null });
    }
    titles = mark === undefined && isTitleRow(row, table) && !holdsHeading(row) ? [...titles, row.index] : [];
    if (current) scopes.set(row.index, current);
  }
  return { scopeOf: (row) => scopes.get(row) ?? null, opensFlow };
}

function isTitleRow(row: RowView, table: TableView): boolean {
  const [cell, second] = row.cells;
  if (cell === undefined || second !== undefined || cell.text.length > 90 || /[.!?]$/.test(cell.text)) return false;
  return cell.columnSpan >= table.columnCount || row === table.rows[0];
}

/** What stands under a head is its section's, and what stands beside a letter ("Sec.": G) the letter's. */
function planColumns(columns: readonly Weighed[], tags: readonly Weighed[], table: TableView): TablePlan {
  if (columns.length + tags.length === 0) return NOTHING;
  const sorted = [...columns].sort((a, b) => (a.column ?? 0) - (b.column ?? 0) || (a.row ?? 0) - (b.row ?? 0));
  const letters = firstLettered(sorted, tags[0]?.column, table);
  return {
    scopeOf: (row, column) => {
      if (column >= letters) {
        // The heads above the letters go with the first of them.
        const tag = tags.findLast((each) => (each.row ?? 0) <= row) ?? tags[0];
        return tag === undefined ? null : { sections: tag.mark.sections, by: (tag.row ?? 0) <= row ? tag : null };
      }
      const head = sorted.findLast((each) => (each.column ?? 0) <= column && row >= (each.row ?? 0));
      if (head !== undefined) return { sections: head.mark.sections, by: head };
      // A title above the heads goes with the first column, not with what stands before the table.
      const [first] = sorted;
      return first !== undefined && row < (first.row ?? 0) ? { sections: first.mark.sections, by: null } : null;
    },
    opensFlow: false,
  };
}

/** The first column that the letters speak for: what stands right of them, or the provision before them. */
function firstLettered(heads: readonly Weighed[], letters: number | undefined, table: TableView): number {
  if (letters === undefined) return Infinity;
  if (letters < table.columnCount - 1) return letters;
  if (heads.length === 0) return 0;
  return heads.find((each) => /^[FGH]/.test(each.mark.sections[0] ?? ''))?.column ?? letters;
}
