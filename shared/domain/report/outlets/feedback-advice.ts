import type { AdviceCounts } from '../../advice/advice-gaps.ts';
import { formatDate } from '../../calendar-date.ts';
import { percentText, rangeText } from '../report-words.ts';
import { type CountedTables, countIn, countText, type CountRow } from '../count-table.ts';
import { shareOfRow } from '../shown-shares.ts';
import type { FeedbackInput } from './service-feedback.ts';
import { type PaperBlock, paperTable, paperWords } from './service-paper.ts';

const COLUMNS = [
  { id: 'received', label: 'Received', isTotal: false },
  { id: 'nil', label: 'Nil return', isTotal: false },
  { id: 'missing', label: 'Missing', isTotal: false },
  { id: 'waiting', label: 'Not due yet', isTotal: false },
  { id: 'asked', label: 'Asked for', isTotal: true },
  { id: 'in-time', label: 'Within six weeks', isTotal: false },
  { id: 'late', label: 'Late', isTotal: false },
  { id: 'timed', label: 'Answers with known days', isTotal: true },
] as const;
type ColumnId = (typeof COLUMNS)[number]['id'];

/** Advice by service, and of the agency as a whole where it has several; nothing where none was asked for. */
export function adviceTable({ advice, for: { agency, service }, run }: FeedbackInput): CountedTables {
  if (advice.length === 0) return { tables: [], sums: [] };
  const begin = `${run.key}/advice/${agency}`;
  const isAll = service === null;
  const services = isAll && advice.length === 1 ? [] : advice;
  const keyOf = (name: string, column: ColumnId) => `${begin}/service/${name.toLowerCase()}/${column}`;
  const row = (label: string, counts: AdviceCounts, key: (column: ColumnId) => string, isTotal: boolean): CountRow => {
    const values = valuesOf(counts);
    return { id: label, label, isTotal, counts: COLUMNS.map(({ id }) => ({ key: key(id), n: values[id] })) };
  };
  const wholeKey = (column: ColumnId) => `${begin}/${column}`;
  const lines = [
    ...services.map(
      ({ service: name }) =>
        (column: ColumnId) =>
          keyOf(name, column),
    ),
    ...(isAll ? [wholeKey] : []),
  ];
  return {
    tables: [
      {
        id: 'feedback-advice',
        caption: 'Advice for the plans that were audited',
        noun: 'requests for advice',
        rowHead: 'Service',
        columns: [...COLUMNS],
        rows: [
          ...services.map(({ service: name, counts }) => row(name, counts, (column) => keyOf(name, column), false)),
          ...(isAll ? [row('All services', sumOf(advice.map(({ counts }) => counts)), wholeKey, true)] : []),
        ],
        share: { label: 'Share within six weeks', n: 'in-time', of: 'timed' },
      },
    ],
    sums: [
      ...lines.flatMap((key) => [
        { total: key('asked'), parts: (['received', 'nil', 'missing', 'waiting'] as const).map(key) },
        { total: key('timed'), parts: [key('in-time'), key('late')] },
      ]),
      ...(isAll && services.length > 0
        ? COLUMNS.map(({ id }) => ({
            total: wholeKey(id),
            parts: services.map(({ service: name }) => keyOf(name, id)),
          }))
        : []),
    ],
  };
}

export function adviceWords(asAt: string): PaperBlock[] {
  return paperWords(
    `Each adviser replies within six weeks of being asked (regulation 8). A nil return is an answer, and is told from advice that is missing. In time is said of answers whose days are known. Counted as it stood on ${formatDate(asAt)}.`,
  );
}

export function printAdvice({ tables }: CountedTables): PaperBlock[] {
  const table = tables.find(({ id }) => id === 'feedback-advice');
  if (table === undefined) return [];
  return paperTable(
    table.id,
    table.caption,
    [
      { heading: table.rowHead, width: 0.26, isNumber: false },
      ...PRINTED.map(({ heading }) => ({ heading, width: heading.length > 6 ? 0.1 : 0.08, isNumber: true })),
      { heading: 'Within six weeks (likely range)', width: 0.27, isNumber: true },
    ],
    table.rows.map((row) => {
      const cell = (column: ColumnId): string => countText(countIn(table, row, column) ?? { n: null });
      const share = shareOfRow(table, row);
      const inTime = `${cell('in-time')} of ${cell('timed')}`;
      const said =
        share === null || share.percent === null ? inTime : `${inTime}: ${percentText(share)} (${rangeText(share)})`;
      return [row.label, ...PRINTED.map(({ id }) => cell(id)), said];
    }),
    table.rows.filter(({ isTotal }) => isTotal).length,
  );
}

/** Late is what is left of the answers whose days are known. */
const PRINTED = [
  { id: 'asked', heading: 'Asked for' },
  { id: 'received', heading: 'Received' },
  { id: 'nil', heading: 'Nil return' },
  { id: 'missing', heading: 'Missing' },
  { id: 'waiting', heading: 'Not due yet' },
] as const;

function valuesOf(counts: AdviceCounts): Record<ColumnId, number> {
  const { received, nil, missing, waiting, requests, timed, late } = counts;
  return { received, nil, missing, waiting, asked: requests, 'in-time': timed - late, late, timed };
}

function sumOf(all: readonly AdviceCounts[]): AdviceCounts {
  const [first, ...rest] = all;
  if (first === undefined) throw new RangeError('There is no advice to add up.');
  return rest.reduce(
    (sum, next) => ({
      ...sum,
      requests: sum.requests + next.requests,
      received: sum.received + next.received,
      nil: sum.nil + next.nil,
      missing: sum.missing + next.missing,
      waiting: sum.waiting + next.waiting,
      timed: sum.timed + next.timed,
      late: sum.late + next.late,
    }),
    first,
  );
}
