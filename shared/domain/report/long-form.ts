import { assertNever } from '../assert-never.ts';
import { formatDate } from '../calendar-date.ts';
import { wilsonInterval } from '../intervals.ts';
import { FEWEST_FOR_PERCENTAGE } from '../percentages.ts';
import { countIn, type CountTable, HIDDEN } from './count-table.ts';
import type { DataCell, DataTable } from './data-table.ts';
import { countedIn, plansCountedIn, roundIn, tableNameOf } from './long-form-names.ts';
import type { PartnershipReport } from './report-model.ts';
import { countsOfPercentage } from './shown-shares.ts';
import { hiddenFootnote } from './suppression-words.ts';

/** A column of the long form with what it holds, for the data dictionary. */
export const LONG_FORM_COLUMNS = [
  { id: 'partnership', words: 'Name of the partnership.' },
  { id: 'area_code', words: 'The area’s code, as the partnership gave it; may be empty.' },
  {
    id: 'half_term',
    words: 'The half-term of the report, as 2026-27/2; of half-terms counted together, as 2025-26/5 to 2026-27/1.',
  },
  { id: 'edition', words: 'internal or publishable.' },
  { id: 'made_at', words: 'When the figures were made, in UTC.' },
  {
    id: 'part',
    words: 'Number of the part of the report, 2 to 14: 2 is the summary, the others are what its annexes are made of.',
  },
  {
    id: 'table',
    words: 'Name of the table by what it shows, such as standards: the same in every half-term and every edition.',
  },
  { id: 'caption', words: 'What the table is about.' },
  { id: 'row', words: 'Name of the row in its table.' },
  { id: 'row_label', words: 'The row as it is read.' },
  { id: 'column', words: 'Name of the column in its table.' },
  { id: 'column_label', words: 'The column as it is read.' },
  { id: 'is_total', words: 'yes where the row or the column is a total, so that adding up would count twice.' },
  { id: 'key', words: 'Names the quantity: the same key in two tables or two editions is the same count.' },
  {
    id: 'count',
    words: `The count, a whole number; ${HIDDEN} where this edition hides it; empty where the row has a value instead.`,
  },
  {
    id: 'of',
    words: `In the column that makes the row’s share: the number that it is a share of; ${HIDDEN} where hidden; else empty.`,
  },
  {
    id: 'percent',
    words: `The share in per cent, at full precision; empty under ${FEWEST_FOR_PERCENTAGE} plans and where hidden.`,
  },
  { id: 'range_low', words: 'Lower end of the 95% Wilson range, in per cent.' },
  { id: 'range_high', words: 'Upper end of the 95% Wilson range, in per cent.' },
  { id: 'noun', words: 'What is counted.' },
  { id: 'note', words: `Where the count or the value is hidden: what ${HIDDEN} means; else empty.` },
  {
    id: 'standards_version',
    words:
      'Title and version of the standards that the gradings counted here were made by; empty where none were used.',
  },
  {
    id: 'standards_digest',
    words: 'SHA-256 of the full text of those standards: alike in two partnerships only where the standards are.',
  },
  {
    id: 'value',
    words: `In tables of measures, milestones, targets and actions, a row for each cell that holds something: the date as 2026-07-31, the number, or the words; ${HIDDEN} where this edition hides a count. Else empty.`,
  },
  {
    id: 'value_type',
    words:
      'What the value is: text, date, number (promised or entered), percent (at full precision), or count (the same as under its key elsewhere, so not to be added to it). Empty where the row has a count.',
  },
  {
    id: 'table_of',
    words:
      'What the table shows that of, where there are several: plans, as final-new; a measure or a round, by its id; half-terms counted together. Table and table_of together name one table.',
  },
  {
    id: 'counted_in',
    words:
      'The half-term that the count itself is of, as half_term is written: a report also shows earlier ones to compare with. To put reports of several half-terms under one another, keep the rows where it is the same as half_term. Empty where the row is of none.',
  },
  {
    id: 'stage',
    words: 'Of the plans counted: draft or final; both with + where a measure counts both. Empty where none are.',
  },
  { id: 'plan_type', words: 'Of the plans counted: new, amended or another; several with + between them. Else empty.' },
  {
    id: 'sample',
    words:
      'How these plans came to be audited: random, thematic, risk_based or not_drawn. Only random ones speak for all plans. Else empty.',
  },
  { id: 'theme', words: 'The theme of a sample that has one, in small letters; else empty.' },
  {
    id: 'round',
    words: 'Where the count is of one round: its id, which is a row of the table rounds. Else empty.',
  },
] as const;

export type LongFormRow = Record<(typeof LONG_FORM_COLUMNS)[number]['id'], string | number>;

/**
 * Every count of the report in a row of its own, and every value of its measures and actions, for Power BI and the like:
 * nothing is in it that its tables do not show.
 */
export function longForm(report: PartnershipReport): LongFormRow[] {
  return report.parts.flatMap(({ number, blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'counts'
        ? rowsOf(report, number, block.table)
        : block.kind === 'text_table' && block.data !== null
          ? valueRows(report, number, { ...block, data: block.data })
          : [],
    ),
  );
}

/** What begins every row. */
function about(report: PartnershipReport, part: number) {
  return {
    partnership: report.partnership,
    area_code: report.areaCode,
    half_term: halfTermsOf(report),
    edition: report.edition,
    made_at: report.madeAt,
    part,
  };
}

/** The table, and the plans and half-term that the row is of. */
function namesOf(id: string, key: string) {
  const [{ table, tableOf }, { stage, planType, sample, theme }] = [tableNameOf(id), plansCountedIn(key)];
  return {
    table,
    table_of: tableOf,
    counted_in: countedIn(key),
    stage,
    plan_type: planType,
    sample,
    theme,
    round: roundIn(key),
  };
}

/** A row for each cell that holds something. */
function valueRows(
  report: PartnershipReport,
  part: number,
  { id, caption, data }: { id: string; caption: string; data: DataTable },
): LongFormRow[] {
  return data.rows.flatMap((row) =>
    row.cells.flatMap((cell, at): LongFormRow[] => {
      const column = data.columns[at];
      if (cell === null || column === undefined) return [];
      const key = cell.kind === 'count' ? cell.count.key : '';
      return [
        {
          ...about(report, part),
          ...namesOf(id, key),
          caption,
          row: row.id,
          row_label: labelOf(row.cells[0] ?? null),
          column: column.id,
          column_label: column.label,
          is_total: 'no',
          key,
          count: '',
          of: '',
          percent: '',
          range_low: '',
          range_high: '',
          noun: '',
          note: cell.kind === 'count' && cell.count.n === null ? noteOf(report) : '',
          ...standardsOf(report, key),
          value: valueOf(cell),
          value_type: cell.kind,
        },
      ];
    }),
  );
}

function valueOf(cell: DataCell): string | number {
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'date':
      return cell.on;
    case 'number':
      return cell.number;
    case 'percent':
      return cell.percent;
    case 'count':
      return cell.count.n ?? HIDDEN;
    default:
      return assertNever(cell);
  }
}

/** The row as it is read: by its first cell. */
function labelOf(first: DataCell | null): string {
  return first === null ? '' : first.kind === 'date' ? formatDate(first.on) : String(valueOf(first));
}

function noteOf(report: PartnershipReport): string {
  return hiddenFootnote(report);
}

/**
 * Its half-term, or the first and last of those that it counts together: their counts are none of one half-term. One that
 * is held back is in no period yet.
 */
function halfTermsOf({ halfTerm, periods }: PartnershipReport): string {
  const first = periods.find((period) => period.includes(halfTerm.id))?.[0] ?? halfTerm.id;
  return first === halfTerm.id ? first : `${first} to ${halfTerm.id}`;
}

function rowsOf(report: PartnershipReport, part: number, table: CountTable): LongFormRow[] {
  return table.rows.flatMap((row) =>
    table.columns.map((column, at): LongFormRow => {
      const count = row.counts[at];
      const isShare = column.id === table.share?.n;
      return {
        ...about(report, part),
        ...namesOf(table.id, count?.key ?? ''),
        caption: table.caption,
        row: row.id,
        row_label: row.label,
        column: column.id,
        column_label: column.label,
        is_total: row.isTotal || column.isTotal ? 'yes' : 'no',
        key: count?.key ?? '',
        count: count?.n ?? HIDDEN,
        ...(isShare ? shareValues(table, row) : { of: '', percent: '', range_low: '', range_high: '' }),
        noun: table.noun,
        note: count?.n === null ? noteOf(report) : '',
        ...standardsOf(report, count?.key ?? ''),
        value: '',
        value_type: '',
      };
    }),
  );
}

/** Keys of what was graded name its version of the standards after the half-term and the series. */
function standardsOf(
  { rubrics }: PartnershipReport,
  key: string,
): Pick<LongFormRow, 'standards_version' | 'standards_digest'> {
  const id = key.split('/')[2];
  const found = rubrics.find((rubric) => rubric.id === id);
  return found === undefined
    ? { standards_version: '', standards_digest: '' }
    : { standards_version: `${found.title}, version ${found.version}`, standards_digest: found.digest };
}

function shareValues(
  table: CountTable,
  row: CountTable['rows'][number],
): Pick<LongFormRow, 'of' | 'percent' | 'range_low' | 'range_high'> {
  const of = table.share === null ? undefined : countIn(table, row, table.share.of);
  const share = countsOfPercentage(table, row);
  const none = { of: of?.n ?? HIDDEN, percent: '', range_low: '', range_high: '' };
  if (share === null) return none;
  const { low, high } = wilsonInterval(share.n, share.of);
  return { of: share.of, percent: (100 * share.n) / share.of, range_low: 100 * low, range_high: 100 * high };
}
