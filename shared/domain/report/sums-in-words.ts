import { gradesFromBest, isAtLeast } from '../grading/grade-order.ts';
import type { Sum } from './count-table.ts';
import type { IssuedCount } from './measures-figures.ts';
import type { Tally } from './tally.ts';

/** What sums in words are made by. */
export interface WordedBy {
  /** Every population that there is, of half-terms and of periods. */
  populations: readonly Tally[];
  /** '2026-27.1' and those after it, of a period as it begins keys. */
  halfTermsIn: (period: string) => readonly string[];
  issued: readonly IssuedCount[];
}

/**
 * Sums that hold between counts by what their keys say, whoever told of them: several kinds of plans together, grades
 * from one upwards, what an agency's standards add up to, groups and their whole, finals issued by the register, advice.
 */
export function sumsInWords(keys: ReadonlySet<string>, by: WordedBy): Sum[] {
  const populations = new Map(by.populations.map((tally) => [tally.population.key, tally]));
  const groups = new Map<string, string[]>();
  const sums = [...keys].flatMap((key): Sum[] => {
    if (key.startsWith('register/')) return registerSums(key, by);
    const [period = '', kind = '', rubricId = '', ...rest] = key.split('/');
    if (kind === 'advice') return adviceSums(key, by);
    const population = `${period}/${kind}/${rubricId}`;
    const own = populations.get(population);
    const kinds = kind.split('+');
    const inPeriod = (one: string) => kinds.flatMap((each) => populations.get(`${one}/${each}/${rubricId}`) ?? []);
    const halfTerms = by.halfTermsIn(period).filter((one) => inPeriod(one).length > 0);
    // By the kinds that it has: of a half-term without one of them, counts are named by the others.
    const sameIn = (one: string) => {
      const there = kinds.filter((each) => populations.has(`${one}/${each}/${rubricId}`));
      return [one, there.join('+'), rubricId, ...rest].join('/');
    };
    if (kinds.length > 1) {
      return [...together(key, rest, inPeriod(period)), ...overHalfTerms(key, halfTerms.map(sameIn))];
    }
    if (kind === 'moderation' || kind === 'graded') return wholeSums(key, [...populations.values()]);
    if (own === undefined) return [];
    if (rest[0] === 'by' && rest.at(-1) === 'total') {
      const division = `${population}/by/${rest[1]}`;
      groups.set(division, [...(groups.get(division) ?? []), key]);
    }
    if (rest[0] !== 'overall') return ofPopulation(key, rest, own);
    return [...ofPopulation(key, rest, own), ...overHalfTerms(key, halfTerms.map(sameIn))];
  });
  for (const [division, parts] of groups) sums.push({ total: `${division.split('/by/')[0]}/total`, parts });
  return sums;
}

/** Of a period it is that of its half-terms: straight, so that a zero in one is seen to tell of all in the period. */
function overHalfTerms(key: string, parts: readonly string[]): Sum[] {
  return parts.length < 2 ? [] : [{ total: key, parts }];
}

/** 'final-new+final-amended' is each of them that there is, and what that is made of. */
function together(key: string, rest: readonly string[], kinds: readonly Tally[]): Sum[] {
  const parts = kinds.map(({ population }) => [population.key, ...rest].join('/'));
  if (parts.length === 0) return [];
  return [{ total: key, parts }, ...kinds.flatMap((tally, at) => ofPopulation(parts[at] ?? '', rest, tally))];
}

function ofPopulation(key: string, rest: readonly string[], { rubric, population }: Tally): Sum[] {
  const [kind, of = '', column = ''] = rest;
  const beside = (name: string) => `${key.slice(0, key.lastIndexOf('/'))}/${name}`;
  if (kind === 'overall') {
    const [, side, line = ''] = /^(at-least|under)-(.+)$/.exec(of) ?? [];
    if (side === undefined) return [];
    const scale = gradesFromBest(rubric).map(({ id }) => id);
    if (!scale.includes(line)) return [];
    const parts = scale.filter((grade) => isAtLeast(rubric, grade, line) === (side === 'at-least')).map(beside);
    return [
      { total: key, parts },
      { total: `${population.key}/total`, parts: [beside(`at-least-${line}`), beside(`under-${line}`)] },
    ];
  }
  if (kind === 'criterion' && column === 'short') return [{ total: key, parts: [beside('partly'), beside('not-met')] }];
  if (kind === 'agency') {
    const standards = rubric.standards.filter(({ leadAgency }) => leadAgency === of);
    const name = column === 'total' ? 'applied' : column;
    return [{ total: key, parts: standards.map(({ id }) => `${population.key}/standard/${id}/${name}`) }];
  }
  return [];
}

/** All that was graded is in one of the populations, or has no grade. */
function wholeSums(key: string, populations: readonly Tally[]): Sum[] {
  const [period = '', ...rest] = key.split('/');
  const totals = populations.flatMap(({ population }) =>
    population.key.startsWith(`${period}/`) ? [`${population.key}/total`] : [],
  );
  const begin = `${period}/moderation`;
  switch (rest.join('/')) {
    case 'moderation/total':
      return [
        { total: key, parts: [...new Set(totals)] },
        { total: key, parts: [`${begin}/standing/by-panel`, `${begin}/standing/not-moderated`] },
      ];
    case 'graded':
      return [{ total: key, parts: [`${key}/without-grade`, ...new Set(totals)] }];
    default:
      return [];
  }
}

/** 'register/2026-27.1_2026-27.2/new+amended/issued' */
function registerSums(key: string, { halfTermsIn, issued }: WordedBy): Sum[] {
  const [, period = '', types = '', name = ''] = key.split('/');
  const begin = `register/${period}/${types}`;
  const halfTerms = halfTermsIn(period);
  const kinds = types.split('+');
  const parts = issued
    .filter(({ halfTermId, planType }) => halfTerms.includes(halfTermId.replace('/', '.')) && kinds.includes(planType))
    .map(({ halfTermId, planType }) => `register/${halfTermId.replace('/', '.')}/${planType}/${name}`);
  const byHalfTerm = halfTerms
    .filter((halfTerm) =>
      issued.some((one) => one.halfTermId.replace('/', '.') === halfTerm && kinds.includes(one.planType)),
    )
    .map((halfTerm) => `register/${halfTerm}/${types}/${name}`);
  return [
    { total: `${begin}/issued`, parts: [`${begin}/in-time`, `${begin}/late`] },
    ...(kinds.length > 1 ? overHalfTerms(key, byHalfTerm) : []),
    ...(parts.length === 0 || (parts.length === 1 && parts[0] === key) ? [] : [{ total: key, parts }]),
  ];
}

/** A request for advice belongs to one half-term as a rule; where one does not, the sum does not hold, and is let go. */
function adviceSums(key: string, { halfTermsIn }: WordedBy): Sum[] {
  const [period = '', ...rest] = key.split('/');
  const at = (name: string) => `${key.slice(0, key.lastIndexOf('/'))}/${name}`;
  const halfTerms = halfTermsIn(period);
  return [
    { total: at('asked'), parts: [at('answered'), at('unanswered')] },
    { total: at('answered'), parts: [at('received'), at('nil')] },
    { total: at('unanswered'), parts: [at('missing'), at('waiting')] },
    { total: at('timed'), parts: [at('in-time'), at('late')] },
    ...(halfTerms.length < 2
      ? []
      : [{ total: key, parts: halfTerms.map((halfTerm) => [halfTerm, ...rest].join('/')) }]),
  ];
}
