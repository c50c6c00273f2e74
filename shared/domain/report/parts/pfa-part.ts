import { criteriaTable, divisionTable, joinTables } from '../population-tables.ts';
import { countIn, type CountTable } from '../count-table.ts';
import type { Prepared, SeriesNow } from '../prepare.ts';
import type { PartDraft, ShownTables } from '../report-input.ts';
import { tally as tallyOf } from '../tally.ts';
import { isGoodOrBetter } from '../../grading/grade-order.ts';
import type { ReportBlock } from '../report-model.ts';
import { shareOfRow } from '../shown-shares.ts';
import { counts, heading, onlyData, paragraph, textTable } from './block-words.ts';
import { isBare } from './small-groups.ts';
import { lowerFirst } from '../report-words.ts';

/** From this national curriculum year on, plans must provide for preparing for adulthood (regulation 12(3)). */
const FIRST_YEAR = 9;
const THEME = 'pfa';

/** Part 9: preparing for adulthood, in the plans of Year 9 and above. */
export function pfaPart(prepared: Prepared): PartDraft {
  const { input, now, small, goodOrBetterLabel } = prepared;
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
      ...paragraph(
        'pfa-words',
        isBare(prepared)
          ? []
          : [
              'From Year 9 the provision in a plan must help with preparing for adulthood and independent living (regulation 12(3)).',
            ],
      ),
      ...(small !== undefined && input.edition === 'internal' ? together(shown) : apart(shown)),
    ],
  };

  /** On paper: who the plans are of in a sentence each, and one table for all kinds. */
  function together(shown: ShownTables): ReportBlock[] {
    const older = found.filter((series) => (olderIn(shown, series) ?? 0) > 0);
    const none = noneOf(found.filter((series) => olderIn(shown, series) === 0));
    const tables = older.map(({ slug }) => shown.table(`pfa-${slug}`));
    const asked = new Map(tables.flatMap(({ rows }) => rows.map(({ id, label }) => [id, label] as const)));
    return [
      ...paragraph('pfa-ages', [...older.map((series) => agesWords(shown, series)), ...none]),
      ...(asked.size === 0
        ? []
        : [
            textTable(
              'pfa-together',
              'Preparing for adulthood, Year 9 and above: fully met',
              ['Criterion', ...older.map(({ label }) => label)],
              [...asked].map(([id, label]) => [label, ...tables.map((table) => metIn(table, id))]),
            ),
          ]),
      ...found.flatMap(({ slug, criteria }) => [
        onlyData(shown.table(`ages-${slug}`)),
        ...(criteria.length === 0 ? [] : [onlyData(shown.table(`pfa-${slug}`))]),
      ]),
    ];
  }

  function apart(shown: ShownTables): ReportBlock[] {
    const told = found.filter(({ slug }) => small?.has(slug) !== true);
    return [
      ...paragraph('pfa-none', noneOf(told.filter((series) => olderIn(shown, series) === 0))),
      ...told
        .filter((series) => olderIn(shown, series) !== 0)
        .flatMap(({ slug, label, criteria }) => [
          heading(`pfa-${slug}-heading`, label),
          counts(shown.table(`ages-${slug}`)),
          ...(criteria.length === 0 ? [] : [counts(shown.table(`pfa-${slug}`))]),
        ]),
    ];
  }

  /** 'Final plans, amended: 3 of 5 were for Year 9 and above, and none of these was graded good or better.' */
  function agesWords(shown: ShownTables, series: SeriesNow): string {
    const table = shown.table(`ages-${series.slug}`);
    const older = table.rows.find(({ id }) => id === 'year-9');
    const all = table.rows.find(({ id }) => id === 'all');
    const number = (row: typeof older, column: string) =>
      row === undefined ? null : (countIn(table, row, column)?.n ?? null);
    const [total, of, good] = [number(older, 'total'), number(all, 'total'), number(older, 'good-or-better')];
    const graded = `graded ${lowerFirst(goodOrBetterLabel)}`;
    const goodWords =
      good === 0 ? `none of these was ${graded}` : `${good} of these ${good === 1 ? 'was' : 'were'} ${graded}`;
    return `${series.label}: ${total} of ${of} ${total === 1 ? 'was' : 'were'} for Year 9 and above, and ${goodWords}.`;
  }
}

/** '2 of 3', '55% (6 of 11; likely range 28–79%)'; a dash where it applied to none. */
function metIn(table: CountTable, id: string): string {
  const row = table.rows.find((candidate) => candidate.id === id);
  const share = row === undefined ? null : shareOfRow(table, row);
  if (share === null) return '–';
  return share.percent === null ? `${share.n} of ${share.of}` : share.words;
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
