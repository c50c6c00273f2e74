import { FEWEST_FOR_PERCENTAGE, wholePercentage } from '../../percentages.ts';
import { counted, lowerFirst } from '../report-words.ts';
import { type CountedTables, type CountRow, type CountTable, countText } from '../count-table.ts';
import { divide, type DivisionId, DIVISIONS, divisionValue, saysAnything } from '../divisions.ts';
import { smallestDeciding } from '../notable-criteria.ts';
import { type Division, divisionTable, joinTables } from '../population-tables.ts';
import type { Prepared, SeriesNow } from '../prepare.ts';
import type { PartDraft, RoundFacts } from '../report-input.ts';
import type { ReportBlock } from '../report-model.ts';
import type { SettledPlan } from '../settled-plan.ts';
import { counts, heading, onlyData, paragraph, textTable } from './block-words.ts';
import { drawnWords, leftOutTable, roundLabel } from './how-drawn.ts';

/** Part 3: how the plans were drawn, what could not be audited, and what the audited ones are. */
export function samplePart({ input, now, small, goodOrBetterLabel }: Prepared): PartDraft {
  const smallest = smallestDeciding(input);
  const isLarge = ({ tally }: SeriesNow) => tally.total >= Math.max(FEWEST_FOR_PERCENTAGE, smallest);
  const divided = now
    .filter(isLarge)
    .map((series) => ({
      series,
      tableId: `make-up-${series.slug}`,
      divisions: DIVISIONS.map((id) => divide(series.tally, id)).filter(saysAnything),
    }))
    .filter(({ divisions }) => divisions.length > 0);
  const isInternal = input.edition === 'internal';
  // A publishable edition would have to hide nearly all of it.
  const few = fewTable(isInternal ? now.filter((series) => !isLarge(series)) : []);
  const leftOut = leftOutTable(isInternal ? input.rounds : []);
  const gradedKey = `${input.halfTerm.id.replace('/', '.')}/graded`;
  return {
    number: 3,
    id: 'sample',
    title: 'The sample',
    counted: joinTables([
      roundsTable(input.rounds),
      {
        tables: [],
        // Whatever was graded is in a population, or has no overall grade: two ways to the same number.
        sums: [
          { total: gradedKey, parts: input.rounds.map(({ id }) => `round/${id}/graded`) },
          {
            total: gradedKey,
            parts: [
              ...input.rounds.map(({ id }) => `round/${id}/without-grade`),
              ...now.map(({ tally }) => `${tally.population.key}/total`),
            ],
          },
        ],
      },
      ...divided.map(({ series, divisions, tableId }) => makeUpTable(tableId, series, divisions, goodOrBetterLabel)),
      few,
      leftOut,
    ]),
    write: (shown) => [
      ...input.rounds.flatMap((round, at) =>
        paragraph(`sample-words-${at}`, [drawnWords(round, smallest, isInternal)]),
      ),
      ...(input.rounds.length === 0 ? paragraph('sample-none', ['No round belongs to this half-term.']) : []),
      ...(input.rounds.length === 0
        ? []
        : [
            ...paragraph('sample-issued', issuedWords()),
            ...paragraph('sample-versions', ['A draft and a final of one plan are two plan versions.']),
            counts(shown.table('rounds')),
            ...leftOut.tables.map(({ id }) => onlyData(shown.table(id))),
          ]),
      ...(divided.length + few.tables.length === 0 ? [] : [heading('make-up', 'Who the plans are for')]),
      ...divided.map(({ tableId }) => counts(shown.table(tableId))),
      ...few.tables.flatMap(({ id }) =>
        small === undefined
          ? [counts(shown.table(id))]
          : [...groupsInWords(shown.table(id)), onlyData(shown.table(id))],
      ),
    ],
  };

  /** How the sample stands to what was issued; internal alone, since no table holds it and nothing would hide it. */
  function issuedWords(): string[] {
    if (input.edition === 'publishable') return [];
    const { finalsIssued } = input;
    if (finalsIssued === null || finalsIssued === 0) {
      return ['How many plans were issued in this half-term is not recorded in the register.'];
    }
    const finals = now
      .filter(({ tally: { population } }) => population.plans.every(isFinalAtRandom))
      .reduce((sum, { tally }) => sum + tally.total, 0);
    const share =
      finalsIssued < FEWEST_FOR_PERCENTAGE || finals > finalsIssued
        ? ''
        : `, ${wholePercentage(finals, finalsIssued)}% of that number`;
    return [
      `By the register ${counted(finalsIssued, 'final plans')} went out in this half-term; ${counted(finals, 'finals')} ${finals === 1 ? 'was' : 'were'} audited at random${share}. They need not be the same plans.`,
    ];
  }
}

function isFinalAtRandom({ stage, roundKind }: SettledPlan): boolean {
  return roundKind === 'random' && (stage === 'final' || stage === 'amended_final');
}

/** The same with a row for each division and the groups in words: a third of the length, and easier to take in. */
function groupsInWords(table: CountTable): ReportBlock[] {
  const divisions = Map.groupBy(
    table.rows.filter(({ isTotal }) => !isTotal),
    ({ label }) => label.slice(0, label.indexOf(': ')),
  );
  const total = table.rows.find(({ isTotal }) => isTotal);
  const cellOf = (rows: readonly CountRow[], at: number) =>
    rows
      .flatMap((row) => {
        const n = row.counts[at]?.n ?? 0;
        return n === 0 ? [] : [`${row.label.slice(row.label.indexOf(': ') + 2)} (${n})`];
      })
      .join(', ');
  return [
    textTable(
      'make-up-words',
      'Groups that the plans fall into',
      [table.rowHead, ...table.columns.map(({ label }) => label)],
      [
        ...[...divisions].map(([division, rows]) => [
          division,
          ...table.columns.map((_, at) => orDash(cellOf(rows, at))),
        ]),
        ...(total === undefined ? [] : [[total.label, ...total.counts.map(countText)]]),
      ],
    ),
  ];
}

function orDash(text: string): string {
  return text === '' ? '–' : text;
}

/** The groups of a population in one table, each row named by what it divides and its value; the whole once, at the end. */
function makeUpTable(
  id: string,
  { tally, label }: SeriesNow,
  divisions: readonly Division[],
  goodOrBetterLabel: string,
): CountedTables {
  const caption = `Who the plans are for: ${lowerFirst(label)}`;
  const parts = divisions.map((division) => divisionTable(id, caption, tally, division, goodOrBetterLabel));
  const tables = parts.flatMap((part) => part.tables);
  const [first] = tables;
  if (first === undefined) return { tables: [], sums: [] };
  const groups = tables.flatMap(({ rows }, at): CountRow[] => {
    const division = divisions[at];
    if (division === undefined) return [];
    return rows
      .filter(({ isTotal }) => !isTotal)
      .map((row) => ({ ...row, id: `${division.id}/${row.id}`, label: `${division.label}: ${row.label}` }));
  });
  return {
    tables: [{ ...first, rowHead: 'Group', rows: [...groups, ...first.rows.filter(({ isTotal }) => isTotal)] }],
    sums: joinTables(parts).sums,
  };
}

/**
 * Populations too small for anything to be said of how their groups were graded: how many plans are in each group, a
 * column for each population, which are never added up.
 */
function fewTable(series: readonly SeriesNow[]): CountedTables {
  const [first] = series;
  if (first === undefined) return { tables: [], sums: [] };
  const { rubric, population } = first.tally;
  const all = { rubric, population: { ...population, plans: series.flatMap(({ tally }) => tally.population.plans) } };
  const divisions = DIVISIONS.map((id) => ({ ...divide(all, id), id })).filter(saysAnything);
  if (divisions.length === 0) return { tables: [], sums: [] };
  const keyOf = ({ tally }: SeriesNow, division: string, value: string) =>
    `${tally.population.key}/by/${division}/${value}/total`;
  const wholeOf = ({ tally }: SeriesNow) => `${tally.population.key}/total`;
  return {
    tables: [
      {
        id: 'make-up-few',
        caption: 'Plans of each group that were graded',
        noun: series.some(({ tally }) => tally.population.noun !== 'plans') ? 'plan versions' : 'plans',
        rowHead: 'Group',
        columns: series.map(({ slug, label }) => ({ id: slug, label, isTotal: false })),
        rows: [
          ...divisions.flatMap(({ id, label, values }) =>
            values.map((value): CountRow => ({
              id: `${id}/${value.id}`,
              label: `${label}: ${value.label}`,
              isTotal: false,
              counts: series.map((own) => ({ key: keyOf(own, id, value.id), n: numberOf(own, id, value.id) })),
            })),
          ),
          {
            id: 'all',
            label: 'All graded',
            isTotal: true,
            counts: series.map((own) => ({ key: wholeOf(own), n: own.tally.total })),
          },
        ],
        share: null,
      },
    ],
    sums: series.flatMap((own) =>
      divisions.map(({ id, values }) => ({
        total: wholeOf(own),
        parts: values.map((value) => keyOf(own, id, value.id)),
      })),
    ),
  };
}

function numberOf({ tally }: SeriesNow, division: DivisionId, value: string): number {
  return tally.population.plans.filter((plan) => divisionValue(plan, division) === value).length;
}

function roundsTable(rounds: readonly RoundFacts[]): CountedTables {
  return {
    tables: [
      {
        id: 'rounds',
        caption: 'What was in each round, and what was audited',
        noun: 'plan versions',
        rowHead: 'Round',
        columns: [
          { id: 'plans', label: 'Plans', isTotal: true },
          { id: 'graded', label: 'Graded by all who were asked', isTotal: false },
          { id: 'without-grade', label: 'Of these, no overall grade', isTotal: false },
          { id: 'not-graded', label: 'Not graded yet', isTotal: false },
          { id: 'versions', label: 'All plan versions', isTotal: true },
        ],
        rows: rounds.map((round): CountRow => ({
          id: round.id,
          label: roundLabel(round),
          isTotal: false,
          counts: [
            { key: `round/${round.id}/plans`, n: round.plans },
            { key: `round/${round.id}/graded`, n: round.settled },
            { key: `round/${round.id}/without-grade`, n: round.withoutGrade },
            { key: `round/${round.id}/not-graded`, n: round.documents - round.settled },
            { key: `round/${round.id}/versions`, n: round.documents },
          ],
        })),
        share: null,
      },
    ].slice(0, rounds.length),
    sums: rounds.map(({ id }) => ({
      total: `round/${id}/versions`,
      parts: [`round/${id}/graded`, `round/${id}/not-graded`],
    })),
  };
}
