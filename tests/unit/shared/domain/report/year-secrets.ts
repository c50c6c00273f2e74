import type { AdviceCounts } from '../../../../../shared/domain/advice/advice-gaps.ts';
import { countsByKey, type CountedTables, type Sum } from '../../../../../shared/domain/report/count-table.ts';
import { populationKey, seriesOf } from '../../../../../shared/domain/report/series.ts';
import { attack, restKey, sharesOf } from '../../../../support/disclosure-attacker.ts';
import { groupAttributions } from '../../../../support/group-attributions.ts';
import { relationsBetween } from '../../../../support/product-relations.ts';
import { relationsByName } from '../../../../support/report-relations.ts';
import { adviceIn, SERVICES } from './random-advice.ts';
import { addedTo, EARLY, isAddition, nameIn, settledBy } from './late-plans.ts';
import { type GivenYear, monthsIn } from './random-products.ts';
import { HALF_TERMS, RUBRIC } from './settled-plans.ts';
import { trueCount } from './true-count.ts';

/** Beyond this many that hang together the attacker solves and bounds, but does not search. */
const SEARCH_UP_TO = 14;

/** Everything that was given out, laid together, with what a reader knows of it; and what he works out of that. */
export function secretsOf({ products, plans, late, issued, advice, threshold, hideZero }: GivenYear) {
  const truth = new Map<string, number | null>(smallThings({ plans, issued, advice }));
  const shown = new Map<string, number | null>();
  for (const { name, counted, shown: given } of products) {
    for (const [key, n] of countsByKey(counted.tables)) {
      const before = truth.get(key) ?? n;
      if (before !== n) throw new Error(`${key} is ${n} in ${name}, and ${before} elsewhere.`);
      truth.set(key, n);
    }
    for (const [key, n] of countsByKey(given.tables)) if (n !== null || !shown.has(key)) shown.set(key, n);
  }
  for (const [key, n] of shown) {
    if (n !== null && n !== truth.get(key)) throw new Error(`${key} is ${truth.get(key)}, and shown as ${n}.`);
  }
  const small = (n: number) => n > 0 && n < threshold;
  const plain = [...shown].filter(([, n]) => n !== null && small(n)).map(([key, n]) => `${key} = ${n} is shown`);
  const keys = [...shown.keys()];
  const full = keys.filter((key) => !key.startsWith(EARLY));
  const early = late.halfTermIds.flatMap((halfTermId) => earlyRelations(halfTermId, keys));
  const named = [...relationsOn(full, plans), ...early, ...products.flatMap(({ counted }) => sumsAbout(counted))];
  const relations = [...named, ...growths(keys), ...betweenAdditions(named)];
  for (const { total, parts } of relations) {
    const values = [total, ...parts].map((key) => truth.get(key) ?? null);
    if (values.includes(null)) continue;
    const [whole = 0, ...rest] = values.map((n) => n ?? 0);
    const sum = rest.reduce((so, n) => so + n, 0);
    if (whole !== sum) throw new Error(`${total} is ${whole}, and its parts ${parts.join(' and ')} are ${sum}.`);
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
  const unshown = [...truth].flatMap(([key, n]) =>
    (!shown.has(key) || (isAddition(key) && shown.get(key) === null)) && n !== null && small(n) ? [key] : [],
  );
  const found = attack({
    published,
    // What has come to a count is known where it was told then and is told now.
    still: new Map([...shown].flatMap(([key, n]) => (isAddition(key) && n !== null ? [[key, n] as const] : []))),
    hiddenBefore: new Set(unshown),
    searchUpTo: SEARCH_UP_TO,
    atLeast: (key) => (shown.get(key) === null && !hideZero && !underHidden.has(key) && truth.get(key) !== 0 ? 1 : 0),
    atMost: () => Number.POSITIVE_INFINITY,
  });
  const rests = new Set(shares.flatMap(({ parts: [, rest = ''] }) => rest));
  const wasHidden = new Set(
    products.flatMap(({ shown: { tables }, isPutTogether }) =>
      isPutTogether === true ? [] : [...countsByKey(tables)].flatMap(([key, n]) => (n === null ? [key] : [])),
    ),
  );
  const workedOut = [...found.workedOut]
    // Zeros are looked for where they tell of a group; what was never hidden but only not told is no secret unless small.
    .filter(([key, n]) => (rests.has(key) || !wasHidden.has(key) ? small(n) : hideZero || n > 0))
    .map(([key, n]) => `${key} = ${n} is worked out`);
  // What was told of a shown group does not become a secret when another group is hidden later.
  const wasTold = (zero: string, group: string) => {
    const first = products.findIndex(({ shown: { tables } }) => countsByKey(tables).get(zero) === 0);
    const later = products.findIndex(({ shown: { tables } }) => countsByKey(tables).has(group));
    return first !== -1 && first < later;
  };
  const attributed = groupAttributions({ ...read, workedOut: found.workedOut }).filter((said) => {
    const [group = '', zero = ''] = said.split(': none is ');
    // That the other partnership has none is said by its own report.
    return !wasTold(zero, group) && !group.startsWith('region/');
  });
  const hidden = [...shown.values()].filter((n) => n === null).length;
  return { secrets: [...plain, ...workedOut, ...attributed], shown: shown.size - hidden, hidden };

  function relationsOn(told: readonly string[], settled: GivenYear['plans']): Sum[] {
    const between = relationsBetween(told, {
      calendar: HALF_TERMS.map(dotted),
      monthsOf: monthsOf(settled),
      typesOf: typesOf(issued),
      rubric: RUBRIC,
      services: new Map([['health', SERVICES]]),
    });
    return [...between, ...relationsByName(told, RUBRIC)];
  }

  /** The same of what was told in a half-term of which plans came late. */
  function earlyRelations(halfTermId: string, told: readonly string[]): Sum[] {
    const name = nameIn(halfTermId, late, monthsIn);
    const later = HALF_TERMS.slice(HALF_TERMS.indexOf(halfTermId) + 1).map(dotted);
    const then = told
      .map((key) => (key.startsWith(EARLY) && name(key.slice(EARLY.length)) === key ? key.slice(EARLY.length) : key))
      .filter((key) => !key.startsWith(EARLY) && !later.some((id) => key.includes(id)));
    return relationsOn([...new Set(then)], settledBy(plans, halfTermId, late))
      .map(({ total, parts }) => ({ total: name(total), parts: parts.map(name) }))
      .filter(({ total, parts }) => [total, ...parts].some((key) => key.startsWith(EARLY)));
  }

  /** What has come is made up of what has come to each part, where both were told of at the same times. */
  function betweenAdditions(sums: readonly Sum[]): Sum[] {
    const cameTo = (key: string) => truth.get(key) ?? Number.NaN;
    return sums
      .map(({ total, parts }) => ({ total: addedTo(total), parts: parts.map(addedTo) }))
      .filter(({ total, parts }) => parts.reduce((sum, key) => sum + cameTo(key), 0) === cameTo(total));
  }

  /** What is told since is what was told early and what has come, which is not less than nothing. */
  function growths(told: readonly string[]): Sum[] {
    return told.flatMap((key): Sum[] => {
      const since = key.slice(EARLY.length);
      const [before, now] = [truth.get(key) ?? null, truth.get(since) ?? null];
      if (!key.startsWith(EARLY) || before === null || now === null || now < before) return [];
      truth.set(addedTo(since), now - before);
      const [then, later] = [shown.get(key) ?? null, shown.get(since) ?? null];
      shown.set(addedTo(since), then === null || later === null ? null : later - then);
      return [{ total: since, parts: [key, addedTo(since)] }];
    });
  }
}

/** Numbers of plans, of finals and of advice that stand in no table, and must not be known where they are small. */
function smallThings({ plans, issued, advice }: Pick<GivenYear, 'plans' | 'issued' | 'advice'>): [string, number][] {
  const populations = new Set(plans.map((plan) => populationKey(plan.halfTermId, seriesOf(plan).id, plan.rubricId)));
  const names = [
    'total',
    'overall/good-or-better',
    'overall/below',
    ...RUBRIC.standards.flatMap(({ id }) =>
      ['good-or-better', 'below', 'not-applicable', 'applied'].map((column) => `standard/${id}/${column}`),
    ),
  ];
  return [
    ...[...populations].flatMap((key) =>
      names.map((name): [string, number] => [`${key}/${name}`, trueCount(`${key}/${name}`, plans, [])]),
    ),
    ...issued.flatMap(({ halfTermId, planType, issued: all, inTime }): [string, number][] => [
      [`register/${dotted(halfTermId)}/${planType}/issued`, all],
      [`register/${dotted(halfTermId)}/${planType}/in-time`, inTime],
      [`register/${dotted(halfTermId)}/${planType}/late`, all - inTime],
    ]),
    ...HALF_TERMS.flatMap((halfTermId) => {
      const ids = new Set([halfTermId]);
      const begin = `${dotted(halfTermId)}/advice/health`;
      return [
        ...adviceCounts(begin, adviceIn(advice, ids)),
        ...SERVICES.flatMap((service) =>
          adviceCounts(`${begin}/service/${service.toLowerCase()}`, adviceIn(advice, ids, service)),
        ),
      ];
    }),
  ];
}

/** Those that hang together with what a product tells; of plans that it holds back there are sums that later ones change. */
function sumsAbout({ tables, sums }: CountedTables): Sum[] {
  const keys = new Set(countsByKey(tables).keys());
  let [near, far]: [Sum[], readonly Sum[]] = [[], sums];
  for (let isNews = true; isNews;) {
    const isNear = ({ total, parts }: Sum) => [total, ...parts].some((key) => keys.has(key));
    const found = far.filter(isNear);
    for (const { total, parts } of found) for (const key of [total, ...parts]) keys.add(key);
    isNews = found.length > 0;
    near = [...near, ...found];
    far = far.filter((sum) => !found.includes(sum));
  }
  return near;
}

function adviceCounts(begin: string, counts: AdviceCounts): [string, number][] {
  const { requests, received, nil, missing, waiting, timed, late } = counts;
  return [
    [`${begin}/asked`, requests],
    [`${begin}/answered`, received + nil],
    [`${begin}/unanswered`, missing + waiting],
    [`${begin}/timed`, timed],
    [`${begin}/in-time`, timed - late],
    [`${begin}/late`, late],
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
