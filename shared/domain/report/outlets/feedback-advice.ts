import { type AdviceCounts, sameService } from '../../advice/advice-gaps.ts';
import { formatDate } from '../../calendar-date.ts';
import { percentText, rangeText } from '../report-words.ts';
import { type CountedTables, countIn, countText, type CountRow, type CountTable } from '../count-table.ts';
import { shareOfRow } from '../shown-shares.ts';
import type { FeedbackFor } from './feedback-for.ts';
import { type PaperBlock, paperTable, paperWords } from './service-paper.ts';
import { part, whole } from '../table-heads.ts';

/** Advice that an agency was asked for on plans of half-terms that are told of together. */
export interface AdviceOfPeriod {
  /** Begins the keys of its counts: '2025-26.6_2026-27.1'. */
  key: string;
  /** Each service once, in the same order in every period. */
  services: readonly { service: string; counts: AdviceCounts }[];
}

type AdviceValues = Readonly<Record<string, number>>;

/** What the panel sees, and what is given out: answered or not, rather than how, as in publishable reports. */
const IN_FULL = {
  columns: [
    part('received', 'Received'),
    part('nil', 'Nil return'),
    part('missing', 'Missing'),
    part('waiting', 'Not due yet'),
    whole('asked', 'Asked for'),
    part('in-time', 'Within six weeks'),
    part('late', 'Late'),
    whole('timed', 'Answers with known days'),
  ],
  partsOfAsked: ['received', 'nil', 'missing', 'waiting'],
} as const;
const COARSE = {
  columns: [
    part('answered', 'Answered'),
    part('unanswered', 'Not answered'),
    whole('asked', 'Asked for'),
    part('in-time', 'Within six weeks'),
    part('late', 'Late'),
    whole('timed', 'Answers with known days'),
  ],
  partsOfAsked: ['answered', 'unanswered'],
} as const;

/**
 * Advice by service, and of the agency as a whole: a row for each period. All services are counted, whichever the feedback
 * is for, so that what is hidden of one is hidden beside all others.
 */
export function adviceTable(periods: readonly AdviceOfPeriod[], agency: string, isCoarse: boolean): CountedTables {
  const { columns, partsOfAsked } = isCoarse ? COARSE : IN_FULL;
  const rowsOf = ({ key, services }: AdviceOfPeriod) => {
    const begin = `${key}/advice/${agency}`;
    const own = services.map(({ service, counts }) => ({
      row: rowIdOf(key, service),
      label: service,
      begin: `${begin}/service/${service.toLowerCase()}`,
      values: valuesOf(counts),
    }));
    return [
      ...(own.length === 1 ? [] : own.map((service) => ({ ...service, isTotal: false }))),
      {
        row: rowIdOf(key, null),
        label: ALL_SERVICES,
        begin,
        values: sumOf(own.map(({ values }) => values)),
        isTotal: true,
      },
    ];
  };
  const all = periods.filter(({ services }) => services.length > 0).map(rowsOf);
  const rows = all.flat();
  if (rows.length === 0) return { tables: [], sums: [] };
  return {
    tables: [
      {
        id: 'feedback-advice',
        caption: 'Advice for the plans that were audited',
        noun: 'requests for advice',
        rowHead: 'Service',
        columns: [...columns],
        rows: rows.map(({ row, label, begin, values, isTotal }) => ({
          id: row,
          label,
          isTotal,
          counts: columns.map(({ id }) => ({ key: `${begin}/${id}`, n: values[id] ?? 0 })),
        })),
        share: { label: 'Share within six weeks', n: 'in-time', of: 'timed' },
      },
    ],
    sums: [
      ...rows.flatMap(({ begin }) => [
        { total: `${begin}/asked`, parts: partsOfAsked.map((id) => `${begin}/${id}`) },
        { total: `${begin}/timed`, parts: [`${begin}/in-time`, `${begin}/late`] },
      ]),
      ...all.flatMap((own) => {
        const total = own.find(({ isTotal }) => isTotal);
        const parts = own.filter(({ isTotal }) => !isTotal);
        return total === undefined || parts.length === 0
          ? []
          : columns.map(({ id }) => ({
              total: `${total.begin}/${id}`,
              parts: parts.map(({ begin }) => `${begin}/${id}`),
            }));
      }),
    ],
    // Only what was answered can be timed.
    subsets: isCoarse
      ? rows
          .filter(({ values }) => (values['timed'] ?? 0) <= (values['answered'] ?? 0))
          .map(({ begin }) => ({ n: `${begin}/timed`, of: `${begin}/answered` }))
      : [],
  };
}

/** What is shown of the advice that feedback is about, all its periods added up: hidden where one of them is. */
export function shownAdvice(
  { tables: [table] }: CountedTables,
  periods: readonly AdviceOfPeriod[],
  { service }: Pick<FeedbackFor, 'service'>,
): CountTable | null {
  if (table === undefined) return null;
  const names = [...new Set(periods.flatMap(({ services }) => services.map((own) => own.service)))];
  const wanted = service === null ? names : names.filter((name) => sameService(name, service));
  const isOne = names.length === 1;
  const rowOf = (name: string | null, label: string): CountRow | null => {
    const own = periods.flatMap(({ key }) => table.rows.find(({ id }) => id === rowIdOf(key, name)) ?? []);
    const [first] = own;
    if (first === undefined) return null;
    return {
      ...first,
      label,
      counts: first.counts.map(({ key }, at) => ({
        key: own.length === 1 ? key : own.map(({ counts }) => counts[at]?.key ?? '').join('+'),
        n: own.reduce<number | null>((sum, { counts }) => {
          const n = counts[at]?.n ?? null;
          return sum === null || n === null ? null : sum + n;
        }, 0),
      })),
    };
  };
  const asked = table.columns.findIndex(({ id }) => id === 'asked');
  const rows = [
    ...wanted.map((name) => rowOf(isOne ? null : name, name)),
    ...(service === null && !isOne ? [rowOf(null, ALL_SERVICES)] : []),
  ].filter((row) => row !== null);
  return {
    ...table,
    rows: rows
      .filter(({ counts }) => counts[asked]?.n !== 0)
      .map((row) => ({ ...row, isTotal: row.label === ALL_SERVICES })),
  };
}

/** Whether feedback for a service tells of this count of its agency's advice: not of those of other services. */
export function isOfService(key: string, service: string | null): boolean {
  return service === null || !key.includes('/service/') || key.includes(`/service/${service.toLowerCase()}/`);
}

/**
 * The table with how to read it, or why there is none.
 *
 * @param table null where no advice was asked for
 * @param asAt ISO date: the day up to whose end it is counted
 */
export function printAdvice(table: CountTable | null, asAt: string): PaperBlock[] {
  if (table === null || table.rows.length === 0) {
    return paperWords('No advice is in the log for these plans, so nothing can be said of its timeliness.');
  }
  if (table.rows.every(({ counts }) => counts.every(({ n }) => n === null))) {
    return paperWords('Too little advice was asked for on these plans for figures that could be given out.');
  }
  return [
    ...paperWords(
      `Advice is due within six weeks of being asked for (regulation 8). A nil return counts as an answer, not as missing advice. Only answers whose days are known can be timed. Counted as it stood on ${formatDate(asAt)}.`,
    ),
    ...adviceRows(table),
  ];
}

function adviceRows(table: CountTable): PaperBlock[] {
  const printed = PRINTED.filter(({ id }) => table.columns.some((column) => column.id === id));
  return paperTable(
    table.id,
    table.caption,
    [
      { heading: table.rowHead, width: 0.26, isNumber: false },
      ...printed.map(({ heading }) => ({ heading, width: heading.length > 6 ? 0.1 : 0.08, isNumber: true })),
      { heading: 'Within six weeks (likely range)', width: 0.27, isNumber: true },
    ],
    table.rows.map((row) => {
      const cell = (column: string): string => countText(countIn(table, row, column) ?? { n: null });
      const share = shareOfRow(table, row);
      const inTime = `${cell('in-time')} of ${cell('timed')}`;
      const said =
        share === null || share.percent === null ? inTime : `${inTime}: ${percentText(share)} (${rangeText(share)})`;
      return [row.label, ...printed.map(({ id }) => cell(id)), said];
    }),
    table.rows.filter(({ isTotal }) => isTotal).length,
  );
}

const ALL_SERVICES = 'All services';

/** Late is what is left of the answers whose days are known. */
const PRINTED = [
  { id: 'asked', heading: 'Asked for' },
  { id: 'answered', heading: 'Answered' },
  { id: 'unanswered', heading: 'Not answered' },
  { id: 'received', heading: 'Received' },
  { id: 'nil', heading: 'Nil return' },
  { id: 'missing', heading: 'Missing' },
  { id: 'waiting', heading: 'Not due yet' },
] as const;

function rowIdOf(period: string, service: string | null): string {
  return service === null ? `${period} all` : `${period} of ${service}`;
}

function valuesOf(counts: AdviceCounts): AdviceValues {
  const { received, nil, missing, waiting, requests, timed, late } = counts;
  const coarse = { answered: received + nil, unanswered: missing + waiting };
  return { received, nil, missing, waiting, ...coarse, asked: requests, 'in-time': timed - late, late, timed };
}

function sumOf(all: readonly AdviceValues[]): AdviceValues {
  const names = [...new Set(all.flatMap((values) => Object.keys(values)))];
  return Object.fromEntries(names.map((name) => [name, all.reduce((sum, values) => sum + (values[name] ?? 0), 0)]));
}
