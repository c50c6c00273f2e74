import { gradesFromBest } from '../../grading/grade-order.ts';
import { gradeLabel } from '../../rubric/rubric-words.ts';
import { type Change, changeOf, changeWords } from '../change.ts';
import type { Rubric } from '../../rubric/rubric.ts';
import { countIn, countText, type CountRow, type CountTable, HIDDEN } from '../count-table.ts';
import { standardsTable } from '../population-tables.ts';
import { goodOrBetterLabelOf } from '../prepare.ts';
import { counted, percentText, rangeText } from '../report-words.ts';
import { countsOfShare, shareOfRow } from '../shown-shares.ts';
import type { Tally } from '../tally.ts';
import type { FeedbackSeries } from './feedback-series.ts';
import type { PooledTally } from './pooled-tallies.ts';
import { type PaperBlock, paperTable, paperWords } from './service-paper.ts';

/** The standards that an agency leads: counted over the run, and over as many half-terms before where there is such. */
export function ledStandards(
  { slug, label, tally: now }: PooledTally,
  earlier: readonly PooledTally[],
  agency: string,
): Pick<FeedbackSeries, 'standards' | 'before'> {
  const before = earlier.find(
    ({ tally: { population } }) =>
      population.id === now.population.id && population.rubricId === now.population.rubricId,
  );
  return {
    standards: ledTable(`feedback-${slug}`, label, now, agency),
    before: before === undefined ? null : ledTable(`before-${slug}`, before.label, before.tally, agency),
  };
}

function ledTable(id: string, label: string, tally: Tally, agency: string): CountTable | null {
  const led = new Set(tally.rubric.standards.filter(({ leadAgency }) => leadAgency === agency).map((own) => own.id));
  const standards = tally.standards.filter((own) => led.has(own.id));
  return standardsTable(id, label, { ...tally, standards }, goodOrBetterLabelOf(tally.rubric)).tables[0] ?? null;
}

const CHANGES: Readonly<Record<Change, string>> = {
  higher: 'Higher',
  lower: 'Lower',
  no_clear_change: 'No clear change',
  too_few: 'Too few to say',
};

/**
 * One line of words and the table, each standard with its share, its likely range and how it stands to before.
 *
 * @param before what it is held against: '2025/26 Sum 1 to 2025/26 Sum 2'; null where there is nothing
 */
export function printStandards(series: FeedbackSeries, before: string | null): PaperBlock[] {
  const { standards: table, before: earlier, rubric, label, definition } = series;
  if (table === null) return paperWords(`${label}. Too few plans to say how each standard was graded.`);
  const isCompared =
    before !== null && earlier !== null && table.rows.some((row) => changeOfRow(table, row, earlier) !== null);
  const isByGrade = gradesFromBest(rubric).some(({ id }) => table.columns.some((column) => column.id === id));
  const columns = [
    { heading: 'Standard', width: 0.2, isNumber: false },
    isByGrade ? { heading: 'Grades', width: 0.28, isNumber: false } : { heading: 'Below', width: 0.08, isNumber: true },
    { heading: 'Did not apply', width: 0.08, isNumber: true },
    { heading: 'Graded', width: 0.09, isNumber: true },
    { heading: `${goodOrBetterLabelOf(rubric)} (likely range)`, width: 0.22, isNumber: true },
    ...(isCompared ? [{ heading: `Against ${before}`, width: 0.15, isNumber: false }] : []),
  ];
  return [
    ...paperWords(
      `${label}. ${definition}`,
      ...(before === null || earlier === null
        ? ['There is nothing earlier of this kind to hold it against.']
        : changeSentences(table, earlier, before)),
    ),
    ...paperTable(
      `standards-${series.slug}`,
      `${label}: grades by standard`,
      columns,
      table.rows.map((row) => [
        row.label,
        isByGrade ? gradesCell(rubric, table, row) : cellIn(table, row, 'below'),
        cellIn(table, row, 'not-applicable'),
        cellIn(table, row, 'applied'),
        shareCell(table, row),
        ...(isCompared ? [changeCell(table, row, earlier)] : []),
      ]),
    ),
  ];
}

/** 'Outstanding 2, Good 6, Inadequate 1': in one cell, since grades have long names. */
function gradesCell(rubric: Rubric, table: CountTable, row: CountRow): string {
  const scale = gradesFromBest(rubric).map(({ id }) => id);
  const said = scale.flatMap((grade) => {
    const count = countIn(table, row, grade);
    return count === undefined || count.n === 0 ? [] : [`${gradeLabel(rubric, grade)} ${countText(count)}`];
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

function changeOfRow(table: CountTable, row: CountRow, earlier: CountTable | null): Change | null {
  const was = earlier?.rows.find(({ id }) => id === row.id);
  const [now, then] = [
    countsOfShare(table, row),
    was === undefined || earlier === null ? null : countsOfShare(earlier, was),
  ];
  return now === null || then === null ? null : changeOf(now, then);
}

function changeCell(table: CountTable, row: CountRow, earlier: CountTable | null): string {
  const change = changeOfRow(table, row, earlier);
  return change === null ? '–' : CHANGES[change];
}

/** Only of standards whose ranges bear a change out. */
function changeSentences(table: CountTable, earlier: CountTable, before: string): string[] {
  const said = table.rows.flatMap((row) => {
    const change = changeOfRow(table, row, earlier);
    const share = shareOfRow(table, row);
    if (share === null || (change !== 'higher' && change !== 'lower')) return [];
    return [`${row.label}: ${share.words}, ${changeWords(change)} ${before}.`];
  });
  if (said.length > 0) return said;
  const compared = table.rows.filter((row) => {
    const change = changeOfRow(table, row, earlier);
    return change !== null && change !== 'too_few';
  });
  if (compared.length === 0) {
    return table.rows.some((row) => isHiddenBeside(table, row, earlier))
      ? [`How that stands against ${before} cannot be said: counts of either are hidden (${HIDDEN}).`]
      : ['Too few plans to compare with what was before.'];
  }
  return [`No clear change from ${before} in ${counted(compared.length, 'standards')} that can be compared.`];
}

/** Whether a hidden count alone stands between a row and what it was before. */
function isHiddenBeside(table: CountTable, row: CountRow, earlier: CountTable): boolean {
  const was = earlier.rows.find(({ id }) => id === row.id);
  return was !== undefined && (isShareHidden(table, row) || isShareHidden(earlier, was));
}

function isShareHidden(table: CountTable, row: CountRow): boolean {
  const { share } = table;
  return share !== null && [share.n, share.of].some((column) => countIn(table, row, column)?.n === null);
}
