import { FEWEST_FOR_PERCENTAGE } from '../../percentages.ts';
import { countIn, type CountTable } from '../count-table.ts';
import type { SeriesNow } from '../prepare.ts';
import type { ShownTables } from '../report-input.ts';
import { overallId } from './grades-part.ts';

/** Whether ten plans or more were graded in this half-term, as far as that is shown. */
export function restsOnTen(series: SeriesNow, shown: ShownTables): boolean {
  return (totalOf(series, shown) ?? 0) >= FEWEST_FOR_PERCENTAGE;
}

/** Plans of a series that were graded in this half-term; null where that is hidden. */
export function totalOf(series: SeriesNow, shown: ShownTables): number | null {
  const table = shown.table(overallId(series));
  const row = table.rows.at(-1);
  return row === undefined ? null : (countIn(table, row, 'total')?.n ?? null);
}

/**
 * A table of what is found several times in one plan: standards, shortfalls. Under ten plans it has no percentages, since
 * a hundred shortfalls of five plans speak for five plans and for no more (field brief §16.3).
 */
export function shareFromTen(table: CountTable, series: SeriesNow, shown: ShownTables): CountTable {
  return restsOnTen(series, shown) ? table : ofFewPlans(table);
}

/** The same for what was found in plans of every kind, as requests for advice are. */
export function shareFromTenInAll(table: CountTable, all: readonly SeriesNow[], shown: ShownTables): CountTable {
  const plans = all.reduce((sum, series) => sum + (totalOf(series, shown) ?? 0), 0);
  return plans >= FEWEST_FOR_PERCENTAGE ? table : ofFewPlans(table);
}

function ofFewPlans(table: CountTable): CountTable {
  return table.share === null ? table : { ...table, share: { ...table.share, isOfFewPlans: true } };
}
