import { assertNever } from '../assert-never.ts';
import { canonicalJson } from '../canonical-json.ts';
import { formatDate } from '../calendar-date.ts';
import { countText, type CountRow, type CountTable } from './count-table.ts';
import type { ChartBlock, ReportBlock } from './report-model.ts';

type Block<Kind extends ReportBlock['kind']> = Extract<ReportBlock, { kind: Kind }>;

/**
 * What one block of a report says differently, in lines; none only where it is the same to the letter. Null stands for a
 * block that was not, or is no more, there.
 */
export function blockLines(before: ReportBlock | null, after: ReportBlock | null): string[] {
  const block = after ?? before;
  if (block === null) return [];
  if (before === null || after === null || before.kind !== after.kind) return cameOrWent(block, after !== null);
  if (canonicalJson(before) === canonicalJson(after)) return [];
  const lines = linesIn(before, after);
  return lines.length > 0 ? lines : [OTHERWISE[after.kind]];
}

/** 'Title: A, now B'; nothing where they are the same. */
export function noteChange(label: string, was: string, is: string): string[] {
  return was === is ? [] : [`${label}: ${was === '' ? 'nothing' : was}, now ${is === '' ? 'nothing' : is}`];
}

/** Where nothing that can be read differs line by line. */
const OTHERWISE = {
  heading: 'The heading differs.',
  sentences: 'The order of the sentences differs.',
  words: 'What was written by hand differs.',
  counts: 'The rows are in another order, or counted by another rule.',
  chart: 'The figure is drawn otherwise.',
  text_table: 'The rows are in another order, or kept otherwise as data.',
  excerpts: 'The excerpts differ.',
} as const satisfies Record<ReportBlock['kind'], string>;

function cameOrWent(block: ReportBlock, isNew: boolean): string[] {
  const verb = isNew ? 'is new' : 'is there no more';
  switch (block.kind) {
    case 'counts':
    case 'text_table':
      return [`The table ${verb}.`];
    case 'chart':
      return [`The figure ${verb}.`];
    case 'heading':
      return [`The heading “${block.text}” ${verb}.`];
    case 'sentences':
      return isNew ? said([], block.items) : said(block.items, []);
    case 'words':
    case 'excerpts':
      return [OTHERWISE[block.kind]];
    default:
      return assertNever(block);
  }
}

function linesIn(before: ReportBlock, after: ReportBlock): string[] {
  if (before.kind === 'counts' && after.kind === 'counts') return countLines(before.table, after.table);
  if (before.kind === 'text_table' && after.kind === 'text_table') return textLines(before, after);
  if (before.kind === 'sentences' && after.kind === 'sentences') return said(before.items, after.items);
  if (before.kind === 'chart' && after.kind === 'chart') return chartLines(before, after);
  if (before.kind === 'heading' && after.kind === 'heading') return noteChange('Heading', before.text, after.text);
  return [];
}

function said(before: readonly string[], after: readonly string[]): string[] {
  return [
    ...after.filter((item) => !before.includes(item)).map((item) => `Now said: ${item}`),
    ...before.filter((item) => !after.includes(item)).map((item) => `Said no more: ${item}`),
  ];
}

function countLines(before: CountTable, after: CountTable): string[] {
  const rows = new Map(before.rows.map((row) => [row.id, row]));
  const here = new Set(after.rows.map(({ id }) => id));
  const columns = new Set(after.columns.map(({ id }) => id));
  return [
    ...noteChange('Caption', before.caption, after.caption),
    ...noteChange('What is counted', before.noun, after.noun),
    ...after.columns.flatMap(({ id, label }) => {
      const earlier = before.columns.find((column) => column.id === id);
      return earlier === undefined ? [`${label}: the column is new`] : noteChange('Column', earlier.label, label);
    }),
    ...before.columns.filter(({ id }) => !columns.has(id)).map(({ label }) => `${label}: the column is there no more`),
    ...after.rows.flatMap((row) => {
      const earlier = rows.get(row.id);
      return earlier === undefined ? [`${row.label}: the row is new`] : rowLines(before, earlier, after, row);
    }),
    ...before.rows.filter(({ id }) => !here.has(id)).map(({ label }) => `${label}: the row is there no more`),
  ];
}

function rowLines(before: CountTable, earlier: CountRow, after: CountTable, row: CountRow): string[] {
  return [
    ...noteChange('Row', earlier.label, row.label),
    ...after.columns.flatMap(({ id, label }, at) => {
      const was = earlier.counts[before.columns.findIndex((column) => column.id === id)];
      const is = row.counts[at];
      if (was === undefined || is === undefined || was.n === is.n) return [];
      return [`${row.label}, ${label}: ${countText(was)}, now ${countText(is)}`];
    }),
  ];
}

/** By the rows' own names where both have them, else by how often the same first cell stood above. */
function textLines(before: Block<'text_table'>, after: Block<'text_table'>): string[] {
  const isNamed = [before, after].every(({ rows, data }) => data !== null && data.rows.length === rows.length);
  const [earlier, later] = [rowsByName(before, isNamed), rowsByName(after, isNamed)];
  return [
    ...noteChange('Caption', before.caption, after.caption),
    ...noteChange('Columns', before.columns.join(' · '), after.columns.join(' · ')),
    ...[...later].flatMap(([name, cells]) => {
      const was = earlier.get(name);
      if (was === undefined) return [`${rowWords(cells)}: the row is new`];
      return after.columns.flatMap((column, at) => {
        const cell = was[before.columns.indexOf(column)];
        const label = at === 0 ? column : `${cells[0] ?? ''}, ${column}`;
        return cell === undefined ? [] : noteChange(label, cell, cells[at] ?? '');
      });
    }),
    ...[...earlier].flatMap(([name, cells]) =>
      later.has(name) ? [] : [`${rowWords(cells)}: the row is there no more`],
    ),
  ];
}

function rowsByName({ rows, data }: Block<'text_table'>, isNamed: boolean): Map<string, readonly string[]> {
  const seen = new Map<string, number>();
  return new Map(
    rows.map((cells, at) => {
      const first = cells[0] ?? '';
      const times = (seen.get(first) ?? 0) + 1;
      seen.set(first, times);
      return [isNamed ? (data?.rows[at]?.id ?? '') : `${first}\n${times}`, cells];
    }),
  );
}

/** First cells alike, as of the measures of one plan, do not tell rows apart by themselves. */
function rowWords(cells: readonly string[]): string {
  return cells
    .slice(0, 2)
    .filter((cell) => cell !== '')
    .join(', ');
}

function chartLines(before: ChartBlock, after: ChartBlock): string[] {
  const on = ({ milestones }: ChartBlock) => new Map(milestones.map((each) => [`${each.label} ${each.on}`, each]));
  const [earlier, later] = [on(before), on(after)];
  return [
    ...noteChange('Caption', before.caption, after.caption),
    ...[...new Set([...later.keys(), ...earlier.keys()])].flatMap((name) => {
      const [was, is] = [earlier.get(name), later.get(name)];
      const milestone = is ?? was;
      if (milestone === undefined) return [];
      const label = `${milestone.label}, milestone on ${formatDate(milestone.on)}`;
      return noteChange(label, percentOf(was), percentOf(is));
    }),
  ];
}

function percentOf(milestone: { percent: number } | undefined): string {
  return milestone === undefined ? '' : `${milestone.percent}%`;
}
