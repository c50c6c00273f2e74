/**
 * How far auditors agree, in the order in which it is told: the same grade, within one grade, then weighted kappa with
 * its cross-table. Grades are ranks on an ordered scale, 0 the best.
 */

/** Fewer plans than this, and kappa says nothing worth saying. */
export const FEWEST_PLANS_FOR_KAPPA = 10;

/** The grades that two or more auditors gave one document, as ranks. */
export type GradesOfDocument = readonly number[];

export interface Agreement {
  /** Documents with at least two gradings. */
  documents: number;
  /** All auditors gave the same grade. */
  same: number;
  /** The best and the lowest grade are at most one step apart. */
  withinOne: number;
  /** Linear weights; null under ten documents, or where every grade is the same and chance explains all. */
  kappa: number | null;
  /**
   * Pairs of auditors by their grades, the better grade in the row: since two auditors of a plan have no order, only
   * the upper triangle is filled.
   */
  crossTable: number[][];
}

/**
 * Agreement over documents. Documents with one grading are left out. Each pair of auditors of a document is a pair;
 * since the auditors change from plan to plan, kappa counts each pair both ways round, so that both "raters" have the
 * same share of each grade. `grades` is the number of grades on the scale.
 */
export function agreementOf(documents: readonly GradesOfDocument[], grades: number): Agreement {
  const twice = documents.filter((given) => given.length > 1);
  const crossTable = emptyTable(grades);
  const bothWays = emptyTable(grades);
  for (const given of twice) {
    for (const [first, second] of pairsOf(given)) {
      add(crossTable, Math.min(first, second), Math.max(first, second));
      add(bothWays, first, second);
      add(bothWays, second, first);
    }
  }
  return {
    documents: twice.length,
    same: twice.filter((given) => spread(given) === 0).length,
    withinOne: twice.filter((given) => spread(given) <= 1).length,
    kappa: twice.length < FEWEST_PLANS_FOR_KAPPA ? null : weightedKappa(bothWays),
    crossTable,
  };
}

/**
 * Weighted kappa with linear weights of a square table of counts (rows: one rater, columns: the other):
 * (observed − expected) / (1 − expected), a pair `d` steps apart weighing 1 − d / (grades − 1). Null where it is not
 * defined: an empty table, or all in one grade. J. Cohen, Psychological Bulletin 70 (1968), 213–220.
 */
export function weightedKappa(table: readonly (readonly number[])[]): number | null {
  const grades = table.length;
  const rows = table.map(sum);
  const columns = table.map((_, column) => sum(table.map((row) => row[column] ?? 0)));
  const total = sum(rows);
  if (total === 0 || grades < 2) return null;
  let observed = 0;
  let expected = 0;
  for (const [row, counts] of table.entries()) {
    for (const [column, count] of counts.entries()) {
      const weight = 1 - Math.abs(row - column) / (grades - 1);
      observed += (weight * count) / total;
      expected += (weight * (rows[row] ?? 0) * (columns[column] ?? 0)) / total ** 2;
    }
  }
  return expected >= 1 ? null : (observed - expected) / (1 - expected);
}

/** 'Auditors gave the same grade on 14 of 20 plans, and were within one grade on 19.' */
export function agreementInWords({ documents, same, withinOne }: Agreement): string {
  if (documents === 0) return 'No plan has been graded by two auditors yet.';
  const plans = documents === 1 ? '1 plan' : `${documents} plans`;
  return `Auditors gave the same grade on ${same} of ${plans}, and were within one grade on ${withinOne}.`;
}

/** How one auditor's grades lie against what was agreed, for the chair alone. */
export interface Leniency {
  /** Agreed documents that this auditor graded. */
  documents: number;
  /** Mean steps above the agreed grade; negative where the auditor was stricter. */
  meanSteps: number;
}

/** `graded` holds the auditor's grade and the agreed one, as ranks. Null where nothing was agreed yet. */
export function leniencyOf(graded: readonly { given: number; agreed: number }[]): Leniency | null {
  if (graded.length === 0) return null;
  return {
    documents: graded.length,
    meanSteps: sum(graded.map(({ given, agreed }) => agreed - given)) / graded.length,
  };
}

/** What two auditors of one document answered to a criterion; null where one left it to rule. */
export interface CriterionPair {
  criterion: string;
  first: string;
  second: string;
}

export interface CriterionAgreement {
  criterion: string;
  pairs: number;
  different: number;
}

/** Criteria by how often auditors answered differently, the most disputed first: the next calibration's agenda. */
export function agreementByCriterion(pairs: readonly CriterionPair[]): CriterionAgreement[] {
  const found = new Map<string, CriterionAgreement>();
  for (const { criterion, first, second } of pairs) {
    const entry = found.get(criterion) ?? { criterion, pairs: 0, different: 0 };
    entry.pairs += 1;
    if (first !== second) entry.different += 1;
    found.set(criterion, entry);
  }
  return [...found.values()].toSorted(
    (a, b) =>
      b.different / b.pairs - a.different / a.pairs || b.pairs - a.pairs || (a.criterion < b.criterion ? -1 : 1),
  );
}

/** Every two of a list, once. */
export function pairsOf<Item>(items: readonly Item[]): [Item, Item][] {
  return items.flatMap((first, index) => items.slice(index + 1).map((second): [Item, Item] => [first, second]));
}

function spread(given: GradesOfDocument): number {
  return Math.max(...given) - Math.min(...given);
}

function emptyTable(size: number): number[][] {
  return Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
}

function add(table: number[][], row: number, column: number): void {
  const counts = table[row];
  if (counts === undefined || column >= counts.length) throw new RangeError('A grade is not on the scale.');
  counts[column] = (counts[column] ?? 0) + 1;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
