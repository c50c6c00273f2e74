import { FEWEST_FOR_PERCENTAGE } from '../../percentages.ts';
import { countIn, type CountedTables } from '../count-table.ts';
import { joinTables, overallTable } from '../population-tables.ts';
import type { Prepared, SeriesNow } from '../prepare.ts';
import type { PartDraft, ReportInput, ShownTables } from '../report-input.ts';
import type { ReportBlock } from '../report-model.ts';
import { shareOfRow } from '../shown-shares.ts';
import { boardBlocks } from './board-words.ts';
import { bullets, counts, paragraph } from './block-words.ts';
import { comparators, overallId } from './grades-part.ts';
import { notable } from './notable-words.ts';
import { LINES_FOR_OWN_WORDS } from './own-words-page.ts';
import { LINES_OF_PAGE, linesOnPage } from './page-lines.ts';
import { periodWords } from './period-words.ts';
import { changeClause, shareClause } from './share-sentences.ts';
import { hasTogether, measureOf, togetherId } from './trend-part.ts';
import { lowerFirst } from '../report-words.ts';

/** How many measures and actions are told of, the latter in how many letters: the first that goes on one page is taken. */
const ROOMS = [
  { measures: 5, actions: 3, letters: 120 },
  { measures: 5, actions: 3, letters: 50 },
  { measures: 4, actions: 3, letters: 50 },
  { measures: 3, actions: 2, letters: 50 },
  { measures: 2, actions: 2, letters: 50 },
  { measures: 2, actions: 1, letters: 50 },
  { measures: 1, actions: 1, letters: 50 },
] as const;
/** So many kinds of plans have a sentence; the others stand in the table under it. */
const MOST_HEADLINES = 2;

/**
 * Part 2: the one page that a board reads: the headline with its count and range, the grades, how the measures stand,
 * three strengths, three priorities, what the board must see to, and with what care to read it. What lies behind stands in
 * the annexes.
 */
export function summaryPart(prepared: Prepared): PartDraft {
  const { input, now, goodOrBetterLabel } = prepared;
  const measured = input.measures?.counted.tables ?? [];
  const terms = new Map(input.calendar.map((halfTerm) => [halfTerm.id, halfTerm]));
  return {
    number: 2,
    id: 'summary',
    title: 'Summary',
    counted: joinTables([
      gradesNowTable(now, goodOrBetterLabel),
      ...(input.escalations.length === 0 ? [] : [escalationsTable(input)]),
    ]),
    write: (shown): ReportBlock[] => {
      const found = notable(prepared, shown);
      const own = linesOnPage([{ kind: 'words', slot: 'summary', text: input.words.get('summary') ?? '' }]);
      const period = input.edition === 'publishable' ? paragraph('period', periodWords(input)) : [];
      const lines = LINES_OF_PAGE - linesOnPage(period) - Math.min(own, LINES_FOR_OWN_WORDS);
      const pages = ROOMS.map((room) => [
        ...bullets('headline', headline(shown)),
        ...gradesNow(shown),
        ...(input.measures?.summary(shown, room.measures) ?? []),
        ...found.blocks,
        ...boardBlocks(input, shown, room),
        ...paragraph('cautions', now.length === 0 ? [] : [...cautions(shown), ...found.cautions]),
      ]);
      return pages.find((page) => linesOnPage(page) <= lines) ?? pages.at(-1) ?? [];
    },
  };

  function headline(shown: ShownTables): string[] {
    if (now.length === 0) {
      return [
        input.rounds.some(({ documents }) => documents > 0)
          ? 'No plan has been graded yet by all who were asked, so there is nothing to report.'
          : 'No plan is in a round of this half-term, so there is nothing to report.',
      ];
    }
    return headlined().map((series) => {
      const table = shown.table(overallId(series));
      const row = table.rows.at(-1);
      const term = series.last === null ? undefined : terms.get(series.last.tally.population.halfTermId);
      const change =
        series.last === null || term === undefined ? '' : changeClause(table, series, series.last.tally, term);
      const said = row === undefined ? '' : shareClause(table, row, goodOrBetterLabel);
      return [
        `${series.label}: ${said}${comparators(series).length === 1 ? '; no earlier half-term to compare with' : change}.`,
        ...(measureOf(series, measured) === null ? together(series, shown) : []),
      ].join(' ');
    });
  }

  /** Final plans drawn at random, which stand for all such plans; where there are none, whatever there is. */
  function headlined(): SeriesNow[] {
    const standing = now.filter(({ tally: { population } }) =>
      population.plans.every(({ roundKind, stage }) => roundKind === 'random' && !stage.endsWith('draft')),
    );
    return (standing.length > 0 ? standing : now).slice(0, MOST_HEADLINES);
  }

  /** All this half-term's plans at a glance; where they were graded on different scales, their own tables stand alone. */
  function gradesNow(shown: ShownTables): ReportBlock[] {
    if (gradesNowTable(now, goodOrBetterLabel).tables.length === 0) return [];
    return [counts(shown.table(GRADES_NOW))];
  }

  function cautions(shown: ShownTables): string[] {
    const rows = now.map((series) => {
      const table = shown.table(overallId(series));
      const row = table.rows.at(-1);
      return { series, total: row === undefined ? null : (countIn(table, row, 'total')?.n ?? null) };
    });
    const isFew = rows.some(({ total }) => total !== null && total > 0 && total < FEWEST_FOR_PERCENTAGE);
    const isChosen = now.some(({ tally }) => tally.population.plans.some(({ roundKind }) => roundKind !== 'random'));
    const broken = now.filter(({ earlier, tally }) =>
      earlier.some((before) => before.tally.population.rubricId !== tally.population.rubricId),
    );
    const ranges = rows.some(({ series }) => {
      const table = shown.table(overallId(series));
      const row = table.rows.at(-1);
      const range = row === undefined ? null : (shareOfRow(table, row)?.range ?? null);
      return range !== null;
    });
    const alone = [
      ...(isFew ? ['counts of fewer than ten plans'] : []),
      ...(isChosen ? ['plans chosen by theme, risk or hand'] : []),
    ];
    return [
      ...(alone.length === 0 ? [] : [`Read with care: ${alone.join(' and ')} stand for no others.`]),
      ...(ranges ? ['The share of all such plans probably lies in the likely range.'] : []),
      ...listed(broken, 'Not compared with half-terms before the standards changed'),
    ];
  }
}

/** What holds of several kinds of plans is said once. */
function listed(series: readonly SeriesNow[], words: string): string[] {
  return series.length === 0 ? [] : [`${words}: ${series.map(({ label }) => lowerFirst(label)).join('; ')}.`];
}

const GRADES_NOW = 'grades-now';

/** A row for each kind of plans of this half-term; the counts are those of their own tables. */
function gradesNowTable(now: readonly SeriesNow[], goodOrBetterLabel: string): CountedTables {
  const [first] = now;
  const scaleOf = ({ tally }: SeriesNow) => tally.rubric.gradeScale.map(({ id }) => id).join(' ');
  if (first === undefined || now.some((series) => scaleOf(series) !== scaleOf(first))) {
    return { tables: [], sums: [] };
  }
  const parts = now.map((series) =>
    overallTable(GRADES_NOW, 'How the plans of this half-term were graded', [series], goodOrBetterLabel),
  );
  const [head] = parts.flatMap(({ tables }) => tables);
  if (head === undefined) return { tables: [], sums: [] };
  const rows = parts.flatMap(({ tables }, at) =>
    tables.flatMap((table) => table.rows.map((row) => ({ ...row, label: now[at]?.label ?? row.label }))),
  );
  const noun = now.some(({ tally }) => tally.population.noun !== 'plans') ? 'plan versions' : 'plans';
  return { tables: [{ ...head, noun, rowHead: 'Plans', rows }], sums: joinTables(parts).sums };
}

/** The last three half-terms of a series as one, where that alone bears a percentage. */
function together(series: SeriesNow, shown: ShownTables): string[] {
  const own = shown.table(overallId(series));
  const now = own.rows.at(-1);
  if (now === undefined || (shareOfRow(own, now)?.percent ?? null) !== null || !hasTogether(series)) return [];
  const table = shown.table(togetherId(series));
  const [row] = table.rows;
  const share = row === undefined ? null : shareOfRow(table, row);
  return share === null || share.percent === null ? [] : [`The last three half-terms together: ${share.words}.`];
}

function escalationsTable({ escalations, halfTerm }: ReportInput): CountedTables {
  const keyOf = (kind: string, column: string) => `${halfTerm.id.replace('/', '.')}/escalations/${kind}/${column}`;
  return {
    tables: [
      {
        id: 'escalations',
        caption: 'What was escalated on the same day',
        noun: 'escalations',
        rowHead: 'Kind',
        columns: [
          { id: 'dealt-with', label: 'Dealt with', isTotal: false },
          { id: 'open', label: 'Still open', isTotal: false },
          { id: 'raised', label: 'Raised', isTotal: true },
        ],
        rows: escalations.map(({ kind, label, raised, resolved }) => ({
          id: kind,
          label,
          isTotal: false,
          counts: [
            { key: keyOf(kind, 'dealt-with'), n: resolved },
            { key: keyOf(kind, 'open'), n: raised - resolved },
            { key: keyOf(kind, 'raised'), n: raised },
          ],
        })),
        share: null,
      },
    ],
    sums: escalations.map(({ kind }) => ({
      total: keyOf(kind, 'raised'),
      parts: [keyOf(kind, 'dealt-with'), keyOf(kind, 'open')],
    })),
  };
}
