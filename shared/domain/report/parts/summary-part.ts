import { FEWEST_FOR_PERCENTAGE } from '../../percentages.ts';
import { countIn, type CountedTables } from '../count-table.ts';
import { joinTables, overallTable } from '../population-tables.ts';
import type { Prepared, SeriesNow } from '../prepare.ts';
import type { PartDraft, ReportInput, ShownTables } from '../report-input.ts';
import type { ReportBlock } from '../report-model.ts';
import { shareOfRow } from '../shown-shares.ts';
import { boardBlocks } from './board-words.ts';
import { bullets, counts, heading, lowerFirst } from './block-words.ts';
import { comparators, overallId } from './grades-part.ts';
import { notable } from './notable-words.ts';
import { changeSentence, shareSentence } from './share-sentences.ts';
import { hasTogether, measureOf, togetherId } from './trend-part.ts';

/** Part 2: what a board reads first: the headline with its count and range, measures, strengths, priorities and cautions. */
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
      return [
        ...bullets('headline', headline(shown)),
        ...gradesNow(shown),
        ...(input.measures?.summary(shown) ?? []),
        ...found.blocks,
        ...boardBlocks(input, shown),
        ...(now.length === 0
          ? []
          : [heading('cautions-heading', 'Cautions'), ...bullets('cautions', cautions(shown, found.isNamed))]),
      ];
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
    return now.map((series) => {
      const table = shown.table(overallId(series));
      const row = table.rows.at(-1);
      const term = series.last === null ? undefined : terms.get(series.last.tally.population.halfTermId);
      const change =
        series.last === null || term === undefined ? [] : changeSentence(table, series, series.last.tally, term);
      const said = row === undefined ? '' : shareSentence(table, row, goodOrBetterLabel);
      return [
        `${series.label}: ${lowerFirst(said)}`,
        ...change,
        ...(measureOf(series, measured) === null ? together(series, shown) : []),
      ].join(' ');
    });
  }

  /** All this half-term's plans at a glance; where they were graded on different scales, their own tables stand alone. */
  function gradesNow(shown: ShownTables): ReportBlock[] {
    if (gradesNowTable(now, goodOrBetterLabel).tables.length === 0) return [];
    return [counts(shown.table(GRADES_NOW))];
  }

  function cautions(shown: ShownTables, isNamed: boolean): string[] {
    const rows = now.map((series) => {
      const table = shown.table(overallId(series));
      const row = table.rows.at(-1);
      return { series, total: row === undefined ? null : (countIn(table, row, 'total')?.n ?? null) };
    });
    const isFew = rows.some(({ total }) => total !== null && total > 0 && total < FEWEST_FOR_PERCENTAGE);
    const chosen = now.filter(({ tally }) => tally.population.plans.some(({ roundKind }) => roundKind !== 'random'));
    const broken = now.filter(({ earlier, tally }) =>
      earlier.some((before) => before.tally.population.rubricId !== tally.population.rubricId),
    );
    const ranges = rows.some(({ series }) => {
      const table = shown.table(overallId(series));
      const row = table.rows.at(-1);
      const range = row === undefined ? null : (shareOfRow(table, row)?.range ?? null);
      return range !== null;
    });
    return [
      ...(input.edition === 'publishable' && isNamed
        ? [
            'Strengths and priorities are named only where none of their counts has to be hidden: others may weigh more.',
          ]
        : []),
      ...(isFew
        ? ['Of fewer than ten plans there are counts without percentages: they cannot stand for all plans.']
        : []),
      ...(ranges
        ? ['A likely range says where the share of all such plans probably lies, since these are a sample.']
        : []),
      ...listed(chosen, 'Chosen, not drawn at random, and so no picture of all such plans'),
      ...listed(
        broken,
        'The standards changed since an earlier half-term, and figures before and after are not compared',
      ),
      ...listed(
        now.filter((series) => comparators(series).length === 1),
        'No earlier half-term to compare with',
      ),
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
  if (first === undefined || now.length === 1 || now.some((series) => scaleOf(series) !== scaleOf(first))) {
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
