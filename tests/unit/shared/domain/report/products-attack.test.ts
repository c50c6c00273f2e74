import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countsByKey, type CountedTables } from '../../../../../shared/domain/report/count-table.ts';
import { isGoodOrBetter } from '../../../../../shared/domain/grading/grade-order.ts';
import { populationKey, seriesOf } from '../../../../../shared/domain/report/series.ts';
import { attack, restKey, sharesOf } from '../../../../support/disclosure-attacker.ts';
import { groupAttributions } from '../../../../support/group-attributions.ts';
import { relationsBetween } from '../../../../support/product-relations.ts';
import { relationsByName } from '../../../../support/report-relations.ts';
import { giveOut, type GivenYear, randomYears } from './random-products.ts';
import { HALF_TERMS, RUBRIC } from './settled-plans.ts';

/** Beyond this many that hang together the attacker solves and bounds, but does not search. */
const SEARCH_UP_TO = 14;
/** A third of the workspaces that other attacks are asked for, else a few always the same: a hard one takes minutes. */
const ASKED = process.env['GOLDTHREAD_ATTACKED_WORKSPACES'];
const WORKSPACES = ASKED === undefined ? 6 : Math.ceil(Number(ASKED) / 3);
const SEED = ASKED === undefined ? { seed: 20261122 } : {};
const LONGEST_MS = 3_600_000;

test(
  'an attacker who has the reports and scorecards of a year works out nothing of any',
  () => {
    const seen = { years: 0, products: 0, refused: 0, shown: 0, hidden: 0 };
    fc.assert(
      fc.property(randomYears, (year) => {
        const given = giveOut(year);
        const { secrets, shown, hidden } = secretsOf(given);
        expect(secrets).toEqual([]);
        seen.years += 1;
        seen.products += given.products.length;
        seen.refused += given.refused;
        seen.shown += shown;
        seen.hidden += hidden;
      }),
      { numRuns: WORKSPACES, endOnFailure: true, ...SEED },
    );
    console.info(seen);
    expect(seen.products).toBeGreaterThan(2 * WORKSPACES);
    expect(seen.hidden).toBeGreaterThan(20 * WORKSPACES);
  },
  LONGEST_MS,
);

/** Everything that was given out, laid together, with what a reader knows of it; and what he works out of that. */
function secretsOf({ products, plans, issued, threshold, hideZero }: GivenYear) {
  const truth = new Map<string, number | null>(smallThings({ plans, issued }));
  const shown = new Map<string, number | null>();
  for (const { name, counted, shown: given } of products) {
    for (const [key, n] of countsByKey(counted.tables)) {
      expect(truth.get(key) ?? n, `${key} in ${name}`).toBe(n);
      truth.set(key, n);
    }
    for (const [key, n] of countsByKey(given.tables)) if (n !== null || !shown.has(key)) shown.set(key, n);
  }
  const small = (n: number) => n > 0 && n < threshold;
  const plain = [...shown].filter(([, n]) => n !== null && small(n)).map(([key, n]) => `${key} = ${n} is shown`);
  const keys = [...shown.keys()];
  const between = relationsBetween(keys, {
    calendar: HALF_TERMS.map(dotted),
    monthsOf: monthsOf(plans),
    typesOf: typesOf(issued),
    rubric: RUBRIC,
  });
  const relations = [...between, ...relationsByName(keys, RUBRIC), ...products.flatMap(({ counted }) => counted.sums)];
  for (const { total, parts } of relations) {
    const values = [total, ...parts].map((key) => truth.get(key) ?? null);
    if (values.includes(null)) continue;
    const [whole = 0, ...rest] = values.map((n) => n ?? 0);
    expect(whole, `${total} is ${parts.join(' and ')}`).toBe(rest.reduce((sum, n) => sum + n, 0));
  }
  const published: CountedTables = {
    sums: relations,
    tables: products.flatMap(({ shown: { tables } }, at) =>
      tables.map((table) => ({
        ...table,
        id: `${at}-${table.id}`,
        rows: table.rows.map((row) => ({
          ...row,
          counts: row.counts.map(({ key }) => ({ key, n: shown.get(key) ?? null })),
        })),
      })),
    ),
  };
  const shares = sharesOf(published).map(({ n, of }) => ({ total: of, parts: [n, restKey(n, of)] }));
  const withShares = [...relations, ...shares];
  const read = { relations: withShares, shown, truth, threshold };
  const underHidden = new Set(
    withShares.filter(({ total }) => shown.get(total) === null).flatMap(({ parts }) => parts),
  );
  const unshown = [...truth].flatMap(([key, n]) => (!shown.has(key) && n !== null && small(n) ? [key] : []));
  const found = attack({
    published,
    still: new Map(),
    hiddenBefore: new Set(unshown),
    searchUpTo: SEARCH_UP_TO,
    atLeast: (key) => (shown.get(key) === null && !hideZero && !underHidden.has(key) && truth.get(key) !== 0 ? 1 : 0),
    atMost: () => Number.POSITIVE_INFINITY,
  });
  const rests = new Set(shares.flatMap(({ parts: [, rest = ''] }) => rest));
  const workedOut = [...found.workedOut]
    // Zeros are looked for where they tell of a group.
    .filter(([key, n]) => (rests.has(key) ? small(n) : hideZero || n > 0))
    .map(([key, n]) => `${key} = ${n} is worked out`);
  // What was told of a shown group does not become a secret when another group is hidden later.
  const wasTold = (zero: string, group: string) => {
    const first = products.findIndex(({ shown: { tables } }) => countsByKey(tables).get(zero) === 0);
    const later = products.findIndex(({ shown: { tables } }) => countsByKey(tables).has(group));
    return first !== -1 && first < later;
  };
  const attributed = groupAttributions({ ...read, workedOut: found.workedOut }).filter((said) => {
    const [group = '', zero = ''] = said.split(': none is ');
    return !wasTold(zero, group);
  });
  const hidden = [...shown.values()].filter((n) => n === null).length;
  return { secrets: [...plain, ...workedOut, ...attributed], shown: shown.size - hidden, hidden };
}

/** Numbers of plans and of finals that stand in no table, and must not be known where they are small. */
function smallThings({ plans, issued }: Pick<GivenYear, 'plans' | 'issued'>): [key: string, n: number][] {
  const populations = Map.groupBy(plans, (plan) => populationKey(plan.halfTermId, seriesOf(plan).id, plan.rubricId));
  return [
    ...[...populations].flatMap(([key, own]): [string, number][] => {
      const good = own.filter(({ overallGrade }) => isGoodOrBetter(RUBRIC, overallGrade)).length;
      return [
        [`${key}/total`, own.length],
        [`${key}/overall/good-or-better`, good],
        [`${key}/overall/below`, own.length - good],
      ];
    }),
    ...issued.flatMap(({ halfTermId, planType, issued: all, inTime }): [string, number][] => [
      [`register/${dotted(halfTermId)}/${planType}/issued`, all],
      [`register/${dotted(halfTermId)}/${planType}/in-time`, inTime],
      [`register/${dotted(halfTermId)}/${planType}/late`, all - inTime],
    ]),
  ];
}

function monthsOf(plans: GivenYear['plans']): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const plan of plans) {
    const key = populationKey(plan.halfTermId, seriesOf(plan).id, plan.rubricId);
    found.set(key, (found.get(key) ?? new Set()).add(plan.panelDate.slice(0, 7)));
  }
  return found;
}

function typesOf(issued: GivenYear['issued']): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { halfTermId, planType } of issued) {
    found.set(dotted(halfTermId), (found.get(dotted(halfTermId)) ?? new Set()).add(planType));
  }
  return found;
}

function dotted(halfTermId: string): string {
  return halfTermId.replace('/', '.');
}
