import { criteriaTable, divisionTable, joinTables } from '../population-tables.ts';
import { countIn } from '../count-table.ts';
import type { Prepared, SeriesNow } from '../prepare.ts';
import type { PartDraft, ShownTables } from '../report-input.ts';
import { tally as tallyOf } from '../tally.ts';
import { isGoodOrBetter } from '../../grading/grade-order.ts';
import { counts, heading, lowerFirst, paragraph } from './block-words.ts';

/** From this national curriculum year on, plans must provide for preparing for adulthood (regulation 12(3)). */
const FIRST_YEAR = 9;
const THEME = 'pfa';

/** Part 9: preparing for adulthood, in the plans of Year 9 and above. */
export function pfaPart({ now, goodOrBetterLabel }: Prepared): PartDraft {
  const found = now.map((series) => {
    const { population, rubric } = series.tally;
    const older = population.plans.filter(({ ncYear }) => ncYear !== null && ncYear >= FIRST_YEAR);
    const own = tallyOf({ ...population, key: `${population.key}/year-9`, plans: older }, rubric);
    const asked = new Set(
      rubric.standards.flatMap(({ criteria }) =>
        criteria.filter(({ themes }) => themes.includes(THEME)).map(({ id }) => id),
      ),
    );
    const groups = Map.groupBy(population.plans, ({ ncYear }) => ageGroup(ncYear));
    const values = AGE_GROUPS.map(({ id, label }) => {
      const plans = groups.get(id) ?? [];
      return {
        id,
        label,
        total: plans.length,
        goodOrBetter: plans.filter(({ overallGrade }) => isGoodOrBetter(rubric, overallGrade)).length,
      };
    });
    return { ...series, own, criteria: own.criteria.filter(({ id, applied }) => asked.has(id) && applied > 0), values };
  });
  return {
    number: 9,
    id: 'pfa',
    title: 'Preparing for adulthood',
    counted: joinTables(
      found.flatMap(({ slug, label, tally, own, criteria, values }) => [
        divisionTable(
          `ages-${slug}`,
          `Plans by age: ${lowerFirst(label)}`,
          tally,
          { id: 'age', label: 'School year', values },
          goodOrBetterLabel,
        ),
        criteriaTable(`pfa-${slug}`, `Preparing for adulthood, Year 9 and above: ${lowerFirst(label)}`, own, criteria),
        {
          tables: [],
          // The plans of Year 9 and above are the same in both tables.
          sums: [{ total: `${tally.population.key}/by/age/year-9/total`, parts: [`${own.population.key}/total`] }],
        },
      ]),
    ),
    write: (shown) => [
      ...paragraph('pfa-words', [
        'From Year 9 the provision in a plan must help with preparing for adulthood and independent living (regulation 12(3)).',
      ]),
      ...paragraph('pfa-none', noneOf(found.filter((series) => olderIn(shown, series) === 0))),
      ...found
        .filter((series) => olderIn(shown, series) !== 0)
        .flatMap(({ slug, label, criteria }) => [
          heading(`pfa-${slug}-heading`, label),
          counts(shown.table(`ages-${slug}`)),
          ...(criteria.length === 0 ? [] : [counts(shown.table(`pfa-${slug}`))]),
        ]),
    ],
  };
}

/** Plans of Year 9 and above, as far as it is shown. */
function olderIn(shown: ShownTables, { slug }: SeriesNow): number | null {
  const table = shown.table(`ages-${slug}`);
  const row = table.rows.find(({ id }) => id === 'year-9');
  return row === undefined ? null : (countIn(table, row, 'total')?.n ?? null);
}

function noneOf(series: readonly SeriesNow[]): string[] {
  if (series.length === 0) return [];
  return [`No plan of Year 9 or above was audited among: ${series.map(({ label }) => lowerFirst(label)).join('; ')}.`];
}

const AGE_GROUPS = [
  { id: 'younger', label: 'Up to Year 8' },
  { id: 'year-9', label: 'Year 9 and above' },
  { id: 'not-known', label: 'Not known' },
] as const;

function ageGroup(ncYear: number | null): (typeof AGE_GROUPS)[number]['id'] {
  if (ncYear === null) return 'not-known';
  return ncYear >= FIRST_YEAR ? 'year-9' : 'younger';
}
