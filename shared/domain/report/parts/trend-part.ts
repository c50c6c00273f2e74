import { halfTermName } from '../../half-term.ts';
import type { CountedTables, CountTable } from '../count-table.ts';
import { joinTables, type NamedTally, trendTable } from '../population-tables.ts';
import type { Prepared, SeriesNow } from '../prepare.ts';
import type { PartDraft } from '../report-input.ts';
import { shareOfRow } from '../shown-shares.ts';
import { isBare } from './small-groups.ts';
import { chartOf, counts, heading, onlyData, paragraph } from './block-words.ts';
import { lowerFirst } from '../report-words.ts';

/** The trend of a report goes back so many half-terms: two school years. */
const MOST_HALF_TERMS = 12;
/** So many rounds are offered together, since one is a small sample (field brief §16.3). */
const TOGETHER = 3;

/** Part 10: good or better by half-term, like with like, and the measures of the partnership. */
export function trendPart(prepared: Prepared): PartDraft {
  const { input, now, small, goodOrBetterLabel } = prepared;
  const measured = small === undefined ? [] : (input.measures?.counted.tables ?? []);
  const ends = new Map(input.calendar.map(({ id, end }) => [id, end]));
  const names = new Map(input.calendar.map((halfTerm) => [halfTerm.id, halfTermName(halfTerm)]));
  return {
    number: 10,
    id: 'trend',
    title: 'Trend and trajectories',
    counted: joinTables([
      ...now.flatMap((series) => [
        trendTable(
          trendId(series),
          `${goodOrBetterLabel} by half-term: ${lowerFirst(series.label)}`,
          rowsOf(series),
          goodOrBetterLabel,
        ),
        togetherTable(series, goodOrBetterLabel),
      ]),
      ...(input.measures === null ? [] : [input.measures.counted]),
    ]),
    write: (shown) => [
      ...paragraph(
        'trend-words',
        isBare(prepared)
          ? []
          : [
              'Each trend is of plans of one kind, drawn in one way; thematic and risk-based samples are never joined to those drawn at random. Half-terms with fewer than ten plans are drawn as counts.',
              ...(input.edition === 'publishable' ? [] : firstOf(now)),
              ...now.flatMap((series) => sameAsMeasure(series)),
            ],
      ),
      ...now.flatMap((series) => {
        const rows = rowsOf(series);
        // One row is in the table of overall grades already.
        if (rows.length < 2) return [];
        const table = shown.table(trendId(series));
        const hasThree = hasTogether(series);
        const isHoles = input.edition === 'publishable' && small?.has(series.slug) === true;
        if (isHoles || sameAsMeasure(series).length > 0) {
          return [onlyData(table), ...(hasThree ? [onlyData(shown.table(togetherId(series)))] : [])];
        }
        return [
          heading(`${trendId(series)}-heading`, series.label),
          ...paragraph(`${trendId(series)}-breaks`, [
            ...breakWords(rows, names),
            ...(hasThree && small !== undefined ? togetherWords(shown.table(togetherId(series))) : []),
          ]),
          chartOf(table, 'trend', `${goodOrBetterLabel} by half-term: ${lowerFirst(series.label)}`, {
            dates: rows.map(({ tally }) => ends.get(tally.population.halfTermId) ?? ''),
            milestones: [],
            breaksBefore: breaksOf(rows),
          }),
          counts(table),
          ...(hasThree
            ? [
                small === undefined
                  ? counts(shown.table(togetherId(series)))
                  : onlyData(shown.table(togetherId(series))),
              ]
            : []),
        ];
      }),
      ...(input.measures?.write(shown) ?? []),
    ],
  };

  function sameAsMeasure(series: SeriesNow): string[] {
    const same = measureOf(series, measured);
    return same === null
      ? []
      : [`The trend of ${lowerFirst(series.label)} is that of the measure “${same.caption}” below.`];
  }
}

/** The table of a measure that counts every half-term of a series alike: the two are drawn and told of once. */
export function measureOf(series: SeriesNow, measured: readonly CountTable[]): CountTable | null {
  const rows = rowsOf(series);
  if (rows.length < 2) return null;
  return (
    measured.find((table) => rows.every(({ tally }) => table.rows.some(({ id }) => id === tally.population.key))) ??
    null
  );
}

function togetherWords(table: CountTable): string[] {
  const [row] = table.rows;
  const share = row === undefined ? null : shareOfRow(table, row);
  return share === null ? [] : [`The last three half-terms together: ${share.words}.`];
}

/** Series of which there is no trend yet, in one sentence. */
function firstOf(now: readonly SeriesNow[]): string[] {
  const first = now.filter((series) => rowsOf(series).length < 2);
  if (first.length === 0) return [];
  return [
    `This is the first half-term with such plans, so there is no trend yet: ${first.map(({ label }) => lowerFirst(label)).join('; ')}.`,
  ];
}

function trendId({ slug }: SeriesNow): string {
  return `trend-${slug}`;
}

function rowsOf({ earlier, tally, halfTerm }: SeriesNow): NamedTally[] {
  return [...earlier, { tally, halfTerm }].slice(-MOST_HALF_TERMS);
}

/** Rows before which another version of the standards was used. */
function breaksOf(rows: readonly NamedTally[]): string[] {
  return rows.flatMap(({ tally }, at) => {
    const before = rows[at - 1];
    return before === undefined || before.tally.population.rubricId === tally.population.rubricId
      ? []
      : [tally.population.key];
  });
}

/** The same in words, for those who cannot see the line broken, and which plans of a half-term are not on it. */
function breakWords(rows: readonly NamedTally[], names: ReadonlyMap<string, string>): string[] {
  const broken = new Set(breaksOf(rows));
  return rows.flatMap(({ halfTerm: short, tally: { population, rubric }, alsoBy = [] }) => {
    const halfTerm = names.get(population.halfTermId) ?? short;
    return [
      ...(broken.has(population.key)
        ? [
            `From ${halfTerm} on the standards are version ${rubric.version}; figures before and after are not compared.`,
          ]
        : []),
      ...(alsoBy.length === 0
        ? []
        : [
            `In ${halfTerm} some were graded by version ${alsoBy.join(' or ')}: here stand those by version ${rubric.version}.`,
          ]),
    ];
  });
}

/** Whether the last three rounds of a series may be taken together. */
export function hasTogether(series: SeriesNow): boolean {
  return togetherOf(series).length === TOGETHER;
}

export function togetherId(series: SeriesNow): string {
  return `${trendId(series)}-together`;
}

/** The last three rounds of a series, where one version of the standards was used in all. */
function togetherOf(series: SeriesNow): NamedTally[] {
  const last = rowsOf(series).slice(-TOGETHER);
  return new Set(last.map(({ tally }) => tally.population.rubricId)).size === 1 ? last : [];
}

function togetherTable(series: SeriesNow, goodOrBetterLabel: string): CountedTables {
  const rows = togetherOf(series);
  if (rows.length < TOGETHER) return { tables: [], sums: [] };
  const { population } = series.tally;
  const key = `${population.key}/last-three`;
  const good = rows.reduce((sum, { tally }) => sum + tally.goodOrBetter, 0);
  const total = rows.reduce((sum, { tally }) => sum + tally.total, 0);
  const partsOf = (column: string) => rows.map(({ tally }) => `${tally.population.key}/${column}`);
  return {
    tables: [
      {
        id: togetherId(series),
        caption: `The last three half-terms together: ${lowerFirst(series.label)}`,
        noun: population.noun,
        rowHead: 'Half-terms',
        columns: [
          { id: 'good-or-better', label: goodOrBetterLabel, isTotal: false },
          { id: 'below', label: 'Below', isTotal: false },
          { id: 'total', label: 'All graded', isTotal: true },
        ],
        rows: [
          {
            id: 'last-three',
            label: rows.map(({ halfTerm }) => halfTerm).join(', '),
            isTotal: true,
            counts: [
              { key: `${key}/good-or-better`, n: good },
              { key: `${key}/below`, n: total - good },
              { key: `${key}/total`, n: total },
            ],
          },
        ],
        share: { label: `Share ${lowerFirst(goodOrBetterLabel)}`, n: 'good-or-better', of: 'total' },
      },
    ],
    sums: [
      { total: `${key}/good-or-better`, parts: partsOf('overall/good-or-better') },
      { total: `${key}/below`, parts: partsOf('overall/below') },
      { total: `${key}/total`, parts: partsOf('total') },
      { total: `${key}/total`, parts: [`${key}/good-or-better`, `${key}/below`] },
    ],
  };
}
