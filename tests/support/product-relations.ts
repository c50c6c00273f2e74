import { goodOrBetterGrades, gradesFromBest } from '../../shared/domain/grading/grade-order.ts';
import type { Sum } from '../../shared/domain/report/count-table.ts';
import type { Rubric } from '../../shared/domain/rubric/rubric.ts';

/** What a reader of everything that a partnership gives out knows beside the tables. */
export interface ReaderKnows {
  /** Half-terms in order, as they begin keys: '2026-27.1'. */
  calendar: readonly string[];
  /** Populations with the months of their panels: '2026-27.1/final-new/…' by '2026-11'. */
  monthsOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Kinds of finals that went out, by half-term: 'new'. */
  typesOf: ReadonlyMap<string, ReadonlySet<string>>;
  rubric: Rubric;
  /** Services by agency. */
  services: ReadonlyMap<string, readonly string[]>;
}

/** '2025-26.6', '2025-26.6_2026-27.1', or '2025-26.6+2026-27.2' where those between are not told of. */
export function halfTermsIn(period: string, calendar: readonly string[]): string[] {
  return period.split('+').flatMap((one) => {
    const [from = '', to = from] = one.split('_');
    const [first, last] = [calendar.indexOf(from), calendar.indexOf(to)];
    return first === -1 ? [] : calendar.slice(first, last + 1);
  });
}

/** What a region's count is the sum of: this partnership's and the other's. */
export function partsOfRegion(key: string): string[] {
  const part = key.slice('region/'.length);
  return [part, `other ${part}`];
}

/**
 * What holds between a report, a scorecard, figures over half-terms and feedback, by what their lines are called: written
 * from the words of these, and not from the sums that they are made with.
 */
export function relationsBetween(keys: readonly string[], reader: ReaderKnows): Sum[] {
  const { monthsOf, typesOf, rubric } = reader;
  const sums: Sum[] = [];
  const isThere = (population: string) => monthsOf.has(population);
  for (const key of keys) {
    const [period = '', series = '', version = '', ...rest] = key.split('/');
    const name = rest.join('/');
    const halfTerms = halfTermsIn(period, reader.calendar);
    if (period === 'region') {
      sums.push({ total: key, parts: partsOfRegion(key) });
      continue;
    }
    if (period === 'register') {
      const [, run = '', types = '', what = ''] = key.split('/');
      const parts = halfTermsIn(run, reader.calendar).flatMap((halfTerm) =>
        types
          .split('+')
          .filter((type) => typesOf.get(halfTerm)?.has(type))
          .map((type) => `register/${halfTerm}/${type}/${what}`),
      );
      if (parts.join() !== key) sums.push({ total: key, parts });
      continue;
    }
    if (period === 'month' || period.startsWith('other ')) continue;
    if (series === 'advice') {
      sums.push(...ofAdvice(key, halfTerms));
      continue;
    }
    if (version === '' || !doesAddUp(name)) continue;
    // A line over several half-terms and of several kinds of plans is each of them in each.
    const parts = halfTerms.flatMap((halfTerm) =>
      series
        .split('+')
        .map((one) => `${halfTerm}/${one}/${version}`)
        .filter(isThere)
        .map((population) => `${population}/${name}`),
    );
    if (parts.join() !== key && parts.length > 0) sums.push({ total: key, parts });
    for (const part of halfTerms.length === 1 ? [key] : parts) sums.push(...monthsOfCount(part));
    sums.push(...withinLine(key));
  }
  for (const month of new Set(keys.flatMap((key) => /^month\/([^/]+)\/total$/.exec(key)?.[1] ?? []))) {
    // Months without a plan are no secret: their lines are empty.
    const parts = populationsIn(month).map((begin) => `${begin}/total`);
    if (parts.length > 0) sums.push({ total: `month/${month}/total`, parts });
  }
  return once(sums);

  /** Of a period it is that of its half-terms, of an agency that of its services; what is timed was answered. */
  function ofAdvice(key: string, halfTerms: readonly string[]): Sum[] {
    const [period = '', , agency = '', ...rest] = key.split('/');
    const begin = `${period}/advice/${agency}`;
    const column = rest.at(-1) ?? '';
    const at = (name: string) => [begin, ...rest.slice(0, -1), name].join('/');
    const own = reader.services.get(agency) ?? [];
    return [
      ...(halfTerms.length > 1 ? [{ total: key, parts: halfTerms.map((one) => key.replace(period, one)) }] : []),
      ...(own.length === 0
        ? []
        : [
            {
              total: `${begin}/${column}`,
              parts: own.map((service) => `${begin}/service/${service.toLowerCase()}/${column}`),
            },
          ]),
      { total: at('asked'), parts: [at('answered'), at('unanswered')] },
      { total: at('timed'), parts: [at('in-time'), at('late')] },
      { total: at('answered'), parts: [at('timed'), at('answered-on-unknown-days')] },
    ];
  }

  /** Where a half-term's panels met in several months, a count is that of each month. */
  function monthsOfCount(key: string): Sum[] {
    const population = key.split('/', 3).join('/');
    const months = [...(monthsOf.get(population) ?? [])];
    const name = key.slice(population.length + 1);
    if (months.length < 2 || !['total', 'overall/good-or-better', 'overall/below'].includes(name)) return [];
    const begins = months.map((month) => `month/${month}/${population}`);
    return [
      { total: key, parts: begins.map((begin) => `${begin}/${name}`) },
      ...begins.map((begin) => ({
        total: `${begin}/total`,
        parts: [`${begin}/overall/good-or-better`, `${begin}/overall/below`],
      })),
    ];
  }

  function populationsIn(month: string): string[] {
    return [...monthsOf].flatMap(([population, months]) =>
      !months.has(month) ? [] : months.size === 1 ? [population] : [`month/${month}/${population}`],
    );
  }

  /** What the columns of one line are to each other. */
  function withinLine(key: string): Sum[] {
    const [population = '', kind = ''] =
      /^([^/]+\/[^/]+\/[^/]+)\/(overall|standard\/[^/]+|criterion\/[^/]+)\//.exec(key)?.slice(1) ?? [];
    if (population === '') return [];
    const at = (name: string) => `${population}/${kind}/${name}`;
    const good = new Set(goodOrBetterGrades(rubric));
    const grades = gradesFromBest(rubric).map(({ id }) => id);
    if (kind.startsWith('criterion')) {
      return [
        { total: at('applied'), parts: ['met', 'partly', 'not-met'].map(at) },
        { total: at('wanting'), parts: [at('partly'), at('not-met')] },
        { total: at('short'), parts: [at('partly'), at('not-met')] },
        { total: at('applied'), parts: [at('met'), at('wanting')] },
        { total: `${population}/total`, parts: [at('applied'), at('not-applicable')] },
      ];
    }
    const whole = kind === 'overall' ? `${population}/total` : at('applied');
    return [
      { total: whole, parts: [at('good-or-better'), at('below')] },
      ...(population.includes('+')
        ? []
        : [
            { total: at('good-or-better'), parts: grades.filter((id) => good.has(id)).map(at) },
            { total: at('below'), parts: grades.filter((id) => !good.has(id)).map(at) },
          ]),
      ...(kind === 'overall' ? [] : [{ total: `${population}/total`, parts: [whole, at('not-applicable')] }]),
    ];
  }
}

function doesAddUp(name: string): boolean {
  return /^(total|overall\/[^/]+|causes\/[^/]+|standard\/[^/]+\/[^/]+|criterion\/[^/]+\/.+)$/.test(name);
}

function once(sums: readonly Sum[]): Sum[] {
  return [...new Map(sums.map((sum) => [[sum.total, ...sum.parts.toSorted()].join('\n'), sum])).values()];
}
