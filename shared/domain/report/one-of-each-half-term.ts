import type { NamedTally } from './population-tables.ts';

/**
 * What stands for each half-term beside figures by one version of the standards: of a half-term that was graded by
 * several, what was graded by that version, or else by the one of its latest panel. Else a line would go to and fro
 * within one half-term, and be compared with whichever version came last. The order of the half-terms stays.
 */
export function oneOfEachHalfTerm(rows: readonly NamedTally[], rubricId: string): NamedTally[] {
  const byHalfTerm = Map.groupBy(rows, ({ tally }) => tally.population.halfTermId);
  return [...byHalfTerm.values()].flatMap((own) => {
    const [latest] = own.toSorted((a, b) => (latestPanel(a) < latestPanel(b) ? 1 : -1));
    const chosen = own.find(({ tally }) => tally.population.rubricId === rubricId) ?? latest;
    if (chosen === undefined) return [];
    const alsoBy = own.flatMap((row) => (row === chosen ? [] : [row.tally.rubric.version]));
    return [alsoBy.length === 0 ? chosen : { ...chosen, alsoBy }];
  });
}

/** No two versions have one; a tie of days is decided alike each time. */
function latestPanel({ tally: { population } }: NamedTally): string {
  const days = population.plans.map(({ panelDate }) => panelDate).toSorted();
  return `${days.at(-1) ?? ''} ${population.rubricId}`;
}
