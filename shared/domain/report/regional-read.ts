import { readCsvText } from '../csv-text.ts';
import { HIDDEN } from './count-table.ts';
import type { LONG_FORM_COLUMNS } from './long-form.ts';
import { type TableName, tableNameOf } from './long-form-names.ts';
import { type Edition, EDITIONS } from './report-model.ts';

/** One partnership's report of one half-term, as its long-form CSV tells it. */
export interface AreaReport {
  fileName: string;
  partnership: string;
  areaCode: string;
  /** '2026-27/2'; '2026-27/1 to 2026-27/2' where a publishable edition counts half-terms together. */
  halfTerm: string;
  edition: Edition;
  madeAt: string;
  counts: readonly AreaCount[];
}

export interface AreaCount {
  /** What the table shows, and of what. */
  table: string;
  tableOf: string;
  row: string;
  rowLabel: string;
  column: string;
  columnLabel: string;
  key: string;
  /** Null where the edition hides it. */
  n: number | null;
  noun: string;
  /** Title and version; empty in files that do not name it. */
  standardsVersion: string;
  standardsDigest: string;
}

export interface CsvFile {
  name: string;
  text: string;
}

/** Files that cannot be taken together, with what is wrong, each naming the file and the line. */
export class RegionalError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'RegionalError';
    this.problems = problems;
  }
}

/** What the combination looks at; a file may have more. */
const NEEDED = [
  'partnership',
  'area_code',
  'half_term',
  'edition',
  'made_at',
  'table',
  'row',
  'row_label',
  'column',
  'column_label',
  'key',
  'count',
  'noun',
] as const satisfies readonly (typeof LONG_FORM_COLUMNS)[number]['id'][];
/** Files from before tables had a name and what they are of apart, standards were named, or values were in them, lack these. */
const OPTIONAL = [
  'table_of',
  'value_type',
  'standards_version',
  'standards_digest',
] as const satisfies readonly (typeof LONG_FORM_COLUMNS)[number]['id'][];
type Needed = (typeof NEEDED)[number] | (typeof OPTIONAL)[number];

const HALF_TERMS = /^\d{4}-\d{2}\/\d{1,2}(?: to \d{4}-\d{2}\/\d{1,2})?$/;
const COUNT = /^\d{1,9}$/;
const MOST_PROBLEMS = 20;
/** Put before text that a spreadsheet would take for a formula, when the file was written. */
const GUARDED = /^'[=+\-@\t\r]/;

/** Reads a report's long-form CSV; a file may hold several reports. Throws RegionalError. */
export function readAreaReports({ name, text }: CsvFile): AreaReport[] {
  const lines = readCsvText(text);
  const [head, ...rows] = lines ?? [];
  if (head === undefined) {
    throw new RegionalError([
      lines === null ? `${name} is not a whole CSV file: a quoted cell never ends.` : `${name} is empty.`,
    ]);
  }
  const columns = head.cells.map((cell) => cell.trim());
  const missing = NEEDED.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    throw new RegionalError([
      `${name}, line ${head.line}: there is no column ${missing.map((column) => `“${column}”`).join(', ')}. Only the report’s CSV can be combined.`,
    ]);
  }
  const at = new Map<Needed, number>([...NEEDED, ...OPTIONAL].map((column) => [column, columns.indexOf(column)]));
  const problems: string[] = [];
  const reports = new Map<
    string,
    Omit<AreaReport, 'counts'> & { counts: AreaCount[]; seen: Map<string, number | null>; lines: Map<string, number> }
  >();
  for (const { line, cells } of rows) {
    const value = (column: Needed): string => unguard(cells[at.get(column) ?? -1] ?? '');
    const problem =
      cells.length === columns.length ? problemOf(value) : `has ${cells.length} cells, not ${columns.length}`;
    if (problem !== null) {
      problems.push(`${name}, line ${line}: ${problem}.`);
      continue;
    }
    // Measures, milestones and actions are a partnership's own: what is taken together are counts.
    if (value('value_type') !== '') continue;
    const edition = EDITIONS.find((known) => known === value('edition')) ?? 'internal';
    const about = [value('partnership'), value('area_code'), value('half_term'), edition, value('made_at')];
    const report = reports.get(JSON.stringify(about)) ?? {
      fileName: name,
      partnership: value('partnership'),
      areaCode: value('area_code'),
      halfTerm: value('half_term'),
      edition,
      madeAt: value('made_at'),
      counts: [],
      seen: new Map<string, number | null>(),
      lines: new Map<string, number>(),
    };
    reports.set(JSON.stringify(about), report);
    const { table, tableOf } = value('table_of') === '' ? tableNameOf(value('table')) : given(value);
    const place = placeOf({ table, tableOf }, value('row'), value('column'));
    const before = report.lines.get(place);
    if (before !== undefined) {
      problems.push(
        `${name}, line ${line}: “${value('row_label')}”, “${value('column_label')}” of the table ${[table, tableOf].join(' ').trim()} stands there twice, in line ${before} before.`,
      );
      continue;
    }
    report.lines.set(place, line);
    const n = value('count') === HIDDEN ? null : Number(value('count'));
    const key = value('key');
    const known = report.seen.get(key);
    if (known !== undefined && known !== n) {
      problems.push(`${name}, line ${line}: the count ${key} is ${n ?? HIDDEN} here and ${known ?? HIDDEN} before.`);
      continue;
    }
    report.seen.set(key, n);
    report.counts.push({
      table,
      tableOf,
      row: value('row'),
      rowLabel: value('row_label'),
      column: value('column'),
      columnLabel: value('column_label'),
      key,
      n,
      noun: value('noun'),
      standardsVersion: value('standards_version'),
      standardsDigest: value('standards_digest'),
    });
  }
  // What else is missing or wrong shows only where every line could be read.
  if (problems.length === 0) for (const report of reports.values()) problems.push(...missingIn(report));
  if (problems.length > 0) throw new RegionalError(fewOf(problems));
  if (reports.size === 0) throw new RegionalError([`${name} has a head and no counts.`]);
  return [...reports.values()].map(({ seen: _seen, lines: _lines, ...report }) => report);
}

function problemOf(value: (column: Needed) => string): string | null {
  if (value('partnership').trim() === '') return 'no partnership is named';
  if (!HALF_TERMS.test(value('half_term'))) {
    return `“${value('half_term')}” is no half-term such as 2026-27/2, nor several such as 2026-27/1 to 2026-27/2`;
  }
  if (!EDITIONS.some((edition) => edition === value('edition'))) return `“${value('edition')}” is no edition`;
  if (value('value_type') !== '') return null;
  if (value('key') === '') return 'the count has no key';
  const count = value('count');
  return count === HIDDEN || COUNT.test(count) ? null : `“${count}” is neither a whole number nor ${HIDDEN}`;
}

function given(value: (column: Needed) => string): TableName {
  return { table: value('table'), tableOf: value('table_of') };
}

function placeOf({ table, tableOf }: TableName, row: string, column: string): string {
  return JSON.stringify([table, tableOf, row, column]);
}

/** Every row of a table has a line for each of its columns: one that lacks some was lost on the way. */
function missingIn({ fileName, counts }: AreaReport): string[] {
  const tables = Map.groupBy(counts, ({ table, tableOf }) => JSON.stringify([table, tableOf]));
  return [...tables.values()].flatMap((own) => {
    const { table, tableOf } = own[0] ?? { table: '', tableOf: '' };
    const name = { table, tableOf };
    const [rows, columns] = [new Map<string, string>(), new Map<string, string>()];
    for (const count of own) {
      rows.set(count.row, count.rowLabel);
      columns.set(count.column, count.columnLabel);
    }
    const there = new Set(own.map(({ row, column }) => placeOf(name, row, column)));
    return [...rows].flatMap(([row, rowLabel]) =>
      [...columns].flatMap(([column, columnLabel]) =>
        there.has(placeOf(name, row, column))
          ? []
          : [
              `${fileName}: “${rowLabel}”, “${columnLabel}” of the table ${[table, tableOf].join(' ').trim()} is missing: the file is not whole.`,
            ],
      ),
    );
  });
}

function unguard(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}

function fewOf(problems: readonly string[]): string[] {
  const more = problems.length - MOST_PROBLEMS;
  return more <= 0 ? [...problems] : [...problems.slice(0, MOST_PROBLEMS), `And ${more} more lines like these.`];
}
