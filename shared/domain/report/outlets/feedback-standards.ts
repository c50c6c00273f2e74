import { gradesFromBest } from '../../grading/grade-order.ts';
import { gradeLabel } from '../../rubric/rubric-words.ts';
import { type Change, changeOf, changeWords } from '../change.ts';
import { type CountedTables, countIn, countText, type CountRow, type CountTable } from '../count-table.ts';
import { joinTables, standardsTable } from '../population-tables.ts';
import { goodOrBetterLabelOf } from '../prepare.ts';
import { counted, percentText, rangeText } from '../report-words.ts';
import { countsOfShare, shareOfRow } from '../shown-shares.ts';
import type { HalfTermRun } from './half-term-run.ts';
import type { PooledTally } from './pooled-tallies.ts';
import { type PaperBlock, paperTable, paperWords } from './service-paper.ts';

/** The standards that an agency leads: counted over the run, and over as many half-terms before. */
export function standardTables(series: PooledTally, earlier: readonly PooledTally[], agency: string): CountedTables {
  const before = earlier.find(
    ({ tally: { population } }) =>
      population.id === series.tally.population.id && population.rubricId === series.tally.population.rubricId,
  );
  return joinTables([
    ledTable(`feedback-${series.slug}`, series, agency),
    ...(before === undefined ? [] : [ledTable(`before-${series.slug}`, before, agency)]),
  ]);
}

function ledTable(id: string, { label, tally, sums }: PooledTally, agency: string): CountedTables {
  const led = new Set(tally.rubric.standards.filter(({ leadAgency }) => leadAgency === agency).map((own) => own.id));
  const standards = tally.standards.filter((own) => led.has(own.id));
  return joinTables([
    standardsTable(id, label, { ...tally, standards }, goodOrBetterLabelOf(tally.rubric)),
    { tables: [], sums },
  ]);
}

const CHANGES: Readonly<Record<Change, string>> = {
  higher: 'Higher',
  lower: 'Lower',
  no_clear_change: 'No clear change',
  too_few: 'Too few to say',
};

/** One line of words and the table, each standard with its share, its likely range and how it stands to before. */
export function printStandards(series: PooledTally, shown: CountedTables, before: HalfTermRun | null): PaperBlock[] {
  const table = shown.tables.find(({ id }) => id === `feedback-${series.slug}`);
  if (table === undefined) return [];
  const earlier = shown.tables.find(({ id }) => id === `before-${series.slug}`);
  const hasBefore = before !== null && earlier !== undefined;
  const columns = [
    { heading: 'Standard', width: 0.2, isNumber: false },
    { heading: 'Grades', width: 0.28, isNumber: false },
    { heading: 'Did not apply', width: 0.08, isNumber: true },
    { heading: 'Graded', width: 0.09, isNumber: true },
    { heading: `${goodOrBetterLabelOf(series.tally.rubric)} (likely range)`, width: 0.22, isNumber: true },
    ...(hasBefore ? [{ heading: `Against ${before.words}`, width: 0.15, isNumber: false }] : []),
  ];
  return [
    ...paperWords(
      `${series.label}. ${series.tally.population.definition}`,
      ...(hasBefore
        ? changeSentences(table, earlier, before)
        : ['There is nothing earlier of this kind to hold it against.']),
    ),
    ...paperTable(
      `standards-${series.slug}`,
      `${series.label}: grades by standard`,
      columns,
      table.rows.map((row) => [
        row.label,
        gradesCell(series, table, row),
        cellIn(table, row, 'not-applicable'),
        cellIn(table, row, 'applied'),
        shareCell(table, row),
        ...(hasBefore ? [changeCell(table, row, earlier)] : []),
      ]),
    ),
  ];
}

/** 'Outstanding 2, Good 6, Inadequate 1': in one cell, since grades have long names. */
function gradesCell({ tally }: PooledTally, table: CountTable, row: CountRow): string {
  const scale = gradesFromBest(tally.rubric).map(({ id }) => id);
  const said = scale.flatMap((grade) => {
    const count = countIn(table, row, grade);
    return count === undefined || count.n === 0 ? [] : [`${gradeLabel(tally.rubric, grade)} ${countText(count)}`];
  });
  return said.length === 0 ? '–' : said.join(', ');
}

function cellIn(table: CountTable, row: CountRow, column: string): string {
  const count = countIn(table, row, column);
  return count === undefined ? '' : countText(count);
}

/** '6: 60% (31–83%)'; the counts alone where there are too few. */
function shareCell(table: CountTable, row: CountRow): string {
  const good = cellIn(table, row, 'good-or-better');
  const share = shareOfRow(table, row);
  return share === null || share.percent === null ? good : `${good}: ${percentText(share)} (${rangeText(share)})`;
}

function changeOfRow(table: CountTable, row: CountRow, earlier: CountTable): Change | null {
  const was = earlier.rows.find(({ id }) => id === row.id);
  const [now, then] = [countsOfShare(table, row), was === undefined ? null : countsOfShare(earlier, was)];
  return now === null || then === null ? null : changeOf(now, then);
}

function changeCell(table: CountTable, row: CountRow, earlier: CountTable): string {
  const change = changeOfRow(table, row, earlier);
  return change === null ? '–' : CHANGES[change];
}

/** Only of standards whose ranges bear a change out. */
function changeSentences(table: CountTable, earlier: CountTable, before: HalfTermRun): string[] {
  const said = table.rows.flatMap((row) => {
    const change = changeOfRow(table, row, earlier);
    const share = shareOfRow(table, row);
    if (share === null || (change !== 'higher' && change !== 'lower')) return [];
    return [`${row.label}: ${share.words}, ${changeWords(change)} ${before.words}.`];
  });
  if (said.length > 0) return said;
  const compared = table.rows.filter((row) => {
    const change = changeOfRow(table, row, earlier);
    return change !== null && change !== 'too_few';
  });
  return compared.length === 0
    ? ['Too few plans to compare with what was before.']
    : [`No clear change from ${before.words} in ${counted(compared.length, 'standards')} that can be compared.`];
}
