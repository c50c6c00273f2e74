import { ROOT_CAUSE_WORDS } from '../../grading/root-causes.ts';
import { criteriaTable, causesTable, joinTables } from '../population-tables.ts';
import { fewestInDetail } from '../coarse-tables.ts';
import type { Prepared, SeriesNow } from '../prepare.ts';
import type { PartDraft, ReportInput } from '../report-input.ts';
import type { ReportBlock } from '../report-model.ts';
import { FEWEST_FOR_PATTERN, mostMet, mostMissed, smallestDeciding } from '../notable-criteria.ts';
import { counted, lowerFirst } from '../report-words.ts';
import { hasPercentages } from '../shown-shares.ts';
import { countIn, type CountTable } from '../count-table.ts';
import { chartOf, counts, heading, onlyData, paragraph } from './block-words.ts';
import { shareFromTen, totalOf } from './rests-on-ten.ts';

/** Part 7: the criteria most often not met and most often met, and the causes of what fell short. */
export function criteriaPart(prepared: Prepared): PartDraft {
  const { input, now, small } = prepared;
  const smallest = smallestDeciding(input);
  const found = now.map((series) => ({
    ...series,
    missed: mostMissed(series.tally, smallest),
    met: mostMet(series.tally, smallest),
  }));
  return {
    number: 7,
    id: 'criteria',
    title: 'Criteria and causes',
    counted: joinTables(
      found.flatMap(({ slug, label, tally, missed, met }) => [
        criteriaTable(`missed-${slug}`, `Criteria most often not fully met: ${lowerFirst(label)}`, tally, missed),
        criteriaTable(`met-${slug}`, `Criteria most often met: ${lowerFirst(label)}`, tally, met),
        causesTable(`causes-${slug}`, `Why plans fell short: ${lowerFirst(label)}`, tally),
      ]),
    ),
    write: (shown) =>
      found.flatMap((series) => {
        const { slug, label, missed, met } = series;
        if (small?.has(slug) === true) {
          return [
            ...(missed.length === 0 ? [] : [onlyData(shown.table(`missed-${slug}`))]),
            ...(met.length === 0 ? [] : [onlyData(shown.table(`met-${slug}`))]),
            onlyData(shareFromTen(shown.table(`causes-${slug}`), series, shown)),
          ];
        }
        return [
          heading(`criteria-${slug}`, label),
          ...(isToldOf(series, input)
            ? [
                ...(missed.length === 0 ? [] : [counts(shown.table(`missed-${slug}`))]),
                ...(met.length === 0 ? [] : [counts(shown.table(`met-${slug}`))]),
                ...paragraph(
                  `criteria-${slug}-none`,
                  noPattern(missed.length, met.length, totalOf(series, shown), smallest),
                ),
              ]
            : paragraph(`criteria-${slug}-none`, ['What was met and what fell short is not told of so few plans.'])),
          ...causes(
            shareFromTen(shown.table(`causes-${slug}`), series, shown),
            series,
            small !== undefined && input.edition === 'internal',
          ),
        ];
      }),
  };
}

/**
 * Whether criteria of these plans are named at all. Of few plans a publishable edition names none, whatever they show: to
 * say that there is no pattern would be untrue of most of them, and would tell something of the others.
 */
function isToldOf({ tally }: SeriesNow, { edition, threshold }: ReportInput): boolean {
  return edition === 'internal' || tally.total >= fewestInDetail(threshold);
}

/** What the absence of a table means: where small counts may not decide what is named, not that there is nothing to name. */
function noPattern(missed: number, met: number, total: number | null, smallest: number): string[] {
  if (missed > 0 && met > 0) return [];
  if (total !== null && total < FEWEST_FOR_PATTERN) {
    return [`Fewer than ${FEWEST_FOR_PATTERN} plans show no pattern of what is met and what falls short.`];
  }
  const which = missed > 0 ? 'was met' : met > 0 ? 'fell short' : 'fell short or was met';
  if (smallest > 1) return [`No criterion that ${which} can be named without telling of fewer than ${smallest} plans.`];
  return [`No criterion ${which} often enough to show a pattern.`];
}

/** Why plans fell short: with figures only where a cause is known at all. */
function causes(table: CountTable, { slug, label }: SeriesNow, isInWords: boolean): ReportBlock[] {
  const known = table.rows.filter(({ id }) => id !== 'not_known');
  const all = table.rows[0]?.counts[1]?.n;
  if (all === 0) return [];
  if (known.every(({ counts: own }) => own[0]?.n === 0)) {
    return paragraph(`causes-${slug}-words`, [
      'No cause was put down for what fell short. Until causes are known, the figures cannot say where to act.',
    ]);
  }
  // Under ten plans the table has no shares: a sentence with its counts says as much.
  if (isInWords && !hasPercentages(table))
    return [...paragraph(`causes-${slug}-words`, inOrder(table)), onlyData(table)];
  return [
    ...paragraph(`causes-${slug}-words`, commonest(table)),
    ...(hasPercentages(table) && known.some(({ counts: own }) => (own[0]?.n ?? 0) > 0)
      ? [chartOf(table, 'shares', `Why plans fell short: ${lowerFirst(label)}`)]
      : []),
    counts(table),
  ];
}

/** 'Root causes of 134 shortfalls, the most common first: writing 57; process 28 …' */
function inOrder(table: CountTable): string[] {
  const ranked = table.rows
    .map((row) => ({ label: row.label, n: countIn(table, row, 'shortfalls')?.n ?? 0 }))
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => b.n - a.n);
  const all = table.rows[0]?.counts[1]?.n ?? 0;
  return [
    `Root causes of ${counted(all, 'shortfalls')}, the most common first: ${ranked.map(({ label, n }) => `${lowerFirst(label)} ${n}`).join('; ')}. One shortfall may have several causes.`,
  ];
}

/** The most common cause, with a caution where that is 'not known'; of those that are shown, where others are not. */
function commonest(table: CountTable): string[] {
  const ranked = table.rows
    .flatMap((row) => {
      const n = countIn(table, row, 'shortfalls')?.n ?? null;
      const of = countIn(table, row, 'all')?.n ?? null;
      return n === null || of === null ? [] : [{ label: row.label, n, of }];
    })
    .toSorted((a, b) => b.n - a.n);
  const [first, second] = ranked;
  if (first === undefined || first.n === 0 || first.n === second?.n) return [];
  const most = ranked.length < table.rows.length ? 'Most common of the root causes shown' : 'Most common root cause';
  const said = `${most}: ${lowerFirst(first.label)} (${first.n} of ${first.of} shortfalls).`;
  const caution =
    first.label === ROOT_CAUSE_WORDS.not_known ? ' Until causes are known, the figures cannot say where to act.' : '';
  return [`${said} One shortfall may have several causes.${caution}`];
}
