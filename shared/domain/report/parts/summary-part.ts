import { FEWEST_FOR_PERCENTAGE } from '../../percentages.ts';
import { countIn, type CountedTables } from '../count-table.ts';
import { standardTitle } from '../../rubric/rubric-words.ts';
import type { Rubric } from '../../rubric/rubric.ts';
import { joinTables, overallTable } from '../population-tables.ts';
import type { Prepared, SeriesNow } from '../prepare.ts';
import type { PartDraft, ReportInput, ShownTables } from '../report-input.ts';
import type { ReportBlock } from '../report-model.ts';
import { shareOfRow } from '../shown-shares.ts';
import { bullets, chartOf, counts, heading, lowerFirst, paragraph } from './block-words.ts';
import { comparators, overallId } from './grades-part.ts';
import { changeSentence, shareSentence } from './share-sentences.ts';
import { hasTogether, togetherId } from './trend-part.ts';

/** A board takes away so many strengths, and so many priorities (field brief §16.1). */
const MOST_NAMED = 3;

/** Part 2: what a board reads first: the headline with its count and range, strengths, priorities and cautions. */
export function summaryPart(prepared: Prepared): PartDraft {
  const { input, now, goodOrBetterLabel } = prepared;
  return {
    number: 2,
    id: 'summary',
    title: 'Summary',
    counted: joinTables([
      gradesNowTable(now, goodOrBetterLabel),
      ...(input.escalations.length === 0 ? [] : [escalationsTable(input)]),
    ]),
    write: (shown): ReportBlock[] => [
      ...bullets('headline', headline(shown)),
      ...gradesNow(shown),
      ...(input.measures?.summary(shown) ?? []),
      ...named('strengths', 'Strengths', 'met', shown),
      ...named('priorities', 'Priorities', 'missed', shown),
      heading('escalations-heading', 'Escalations on the same day'),
      ...(input.escalations.length === 0
        ? paragraph('escalations-none', ['Nothing had to be escalated in this half-term.'])
        : [counts(shown.table('escalations'))]),
      ...(now.length === 0
        ? []
        : [heading('cautions-heading', 'How far these figures reach'), ...bullets('cautions', cautions(shown))]),
    ],
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
      const earlier = series.last;
      const change =
        earlier === null
          ? []
          : changeSentence(table, earlier.tally.population.key, earlier.halfTerm, series, earlier.tally);
      const said = row === undefined ? '' : shareSentence(table, row, goodOrBetterLabel);
      return [`${series.label}: ${lowerFirst(said)}`, ...change, ...together(series, shown)].join(' ');
    });
  }

  /** All this half-term's plans at a glance; where they were graded on different scales, their own tables stand alone. */
  function gradesNow(shown: ShownTables): ReportBlock[] {
    if (gradesNowTable(now, goodOrBetterLabel).tables.length === 0) return [];
    const table = shown.table(GRADES_NOW);
    return [chartOf(table, 'grades', table.caption), counts(table)];
  }

  /** The first rows of the main series' tables of criteria, each with how often it was met, where that is shown. */
  function named(id: string, title: string, which: 'met' | 'missed', shown: ShownTables): ReportBlock[] {
    const main = mainSeries(now);
    if (main === undefined) return [];
    const table = shown.table(`${which}-${main.slug}`);
    const items = table.rows.slice(0, MOST_NAMED).flatMap((row) => {
      const share = shareOfRow(table, row);
      if (share === null) return [];
      const standard = standardTitle(main.tally.rubric, standardOf(main.tally.rubric, row.id));
      const question = row.label.startsWith(`${row.id} `) ? row.label.slice(row.id.length + 1) : row.label;
      return [`${standard}: ${question} Met in ${share.words} (${row.id}).`];
    });
    return items.length === 0
      ? []
      : [heading(`${id}-heading`, `${title}: ${lowerFirst(main.label)}`), ...bullets(id, items)];
  }

  function cautions(shown: ShownTables): string[] {
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
      return row !== undefined && shareOfRow(table, row)?.range !== null;
    });
    return [
      ...(input.edition === 'publishable' && now.length > 0
        ? [
            'Strengths and priorities are named only where none of their counts has to be hidden: others may weigh more.',
          ]
        : []),
      ...(isFew
        ? [
            'Where fewer than ten plans were graded, counts are given without percentages: they cannot stand for all plans.',
          ]
        : []),
      ...(ranges
        ? ['A likely range says where the share of all such plans probably lies, since these are a sample.']
        : []),
      ...listed(chosen, 'Chosen, not drawn at random, so that the figures do not describe all such plans'),
      ...listed(
        broken,
        'The standards changed since an earlier half-term, and figures before and after are not compared',
      ),
      ...listed(
        now.filter((series) => comparators(series).length === 1),
        'There is no earlier half-term with such plans, so that nothing can be said of change',
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

function standardOf({ standards }: Rubric, criterion: string): string {
  return standards.find(({ criteria }) => criteria.some(({ id }) => id === criterion))?.id ?? '';
}

/** The series with the most plans drawn at random; else the one with the most. */
function mainSeries(now: readonly SeriesNow[]): SeriesNow | undefined {
  const random = now.filter(({ tally }) => tally.population.plans.every(({ roundKind }) => roundKind === 'random'));
  return (random.length > 0 ? random : now).toSorted((a, b) => b.tally.total - a.tally.total)[0];
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
