import { gradesFromBest, goodOrBetterGrades } from '../../shared/domain/grading/grade-order.ts';
import type { Sum } from '../../shared/domain/report/count-table.ts';
import type { Rubric } from '../../shared/domain/rubric/rubric.ts';

/**
 * What a reader knows of a report's counts from what they are called: written from the words of the report, and not from
 * the sums that the report is made with.
 */
export function relationsByName(keys: readonly string[], rubric: Rubric): Sum[] {
  const rows = new Set(keys.map((key) => key.slice(0, key.lastIndexOf('/'))));
  const populations = new Set(
    keys.flatMap((key) => {
      const [halfTerm, series, rubricId, ...rest] = key.split('/');
      return rest.join('/') === 'total' ? [[halfTerm, series, rubricId].join('/')] : [];
    }),
  );
  const known = new Set(keys);
  const relations: Sum[] = [];
  for (const population of populations) {
    const series = population.split('/')[1] ?? '';
    relations.push(...(series.includes('+') ? [] : gradesOf(population, rubric)));
    if (series.includes('+')) relations.push(...together(population, series));
  }
  for (const row of rows) {
    const at = (name: string) => `${row}/${name}`;
    const [population = '', kind = '', of = ''] = splitRow(row);
    if (kind === 'standard') relations.push(...standardOf(row, population, rubric));
    if (kind === 'criterion') {
      relations.push({ total: at('applied'), parts: [at('met'), at('wanting')] });
      relations.push({ total: at('applied'), parts: [at('met'), at('short')] });
      relations.push({ total: `${population}/total`, parts: [at('applied'), at('not-applicable')] });
    }
    if (kind === 'agency') relations.push(...agencyOf(row, population, of, rubric));
    if (row.includes('/advice/')) {
      relations.push({ total: at('asked'), parts: [at('answered'), at('unanswered')] });
      relations.push({ total: at('timed'), parts: [at('in-time'), at('late')] });
    }
    if (row.includes('/actions/')) relations.push({ total: at('open'), parts: [at('overdue'), at('in-time')] });
    if (row.includes('/escalations/')) relations.push({ total: at('raised'), parts: [at('dealt-with'), at('open')] });
    if (row.endsWith('/agreement')) {
      relations.push({ total: at('within-one'), parts: [at('same'), at('one-apart')] });
      relations.push({ total: at('all'), parts: [at('within-one'), at('further-apart')] });
    }
    if (row.startsWith('register/')) relations.push({ total: at('issued'), parts: [at('in-time'), at('late')] });
  }
  relations.push(...divisionsIn(keys), ...wholeReport(keys, [...populations]), ...stocksAndFlows(keys));
  return relations.filter(({ total, parts }) => [total, ...parts].filter((key) => known.has(key)).length > 1);
}

function gradesOf(population: string, rubric: Rubric): Sum[] {
  const at = (name: string) => `${population}/overall/${name}`;
  const grades = gradesFromBest(rubric).map(({ id }) => id);
  const good = new Set(goodOrBetterGrades(rubric));
  return [
    { total: `${population}/total`, parts: grades.map(at) },
    { total: at('good-or-better'), parts: grades.filter((id) => good.has(id)).map(at) },
    { total: at('below'), parts: grades.filter((id) => !good.has(id)).map(at) },
    { total: `${population}/total`, parts: [at('good-or-better'), at('below')] },
    { total: `${population}/total`, parts: [at('at-least-outstanding'), at('under-outstanding')] },
    { total: at('at-least-outstanding'), parts: [at('outstanding')] },
  ];
}

/** 'final-new+final-amended' is each of them. */
function together(population: string, series: string): Sum[] {
  const names = ['total', 'overall/good-or-better', 'overall/below'];
  const each = series.split('+').map((one) => population.replace(series, one));
  return names.map((name) => ({ total: `${population}/${name}`, parts: each.map((key) => `${key}/${name}`) }));
}

function standardOf(row: string, population: string, rubric: Rubric): Sum[] {
  const at = (name: string) => `${row}/${name}`;
  const grades = gradesFromBest(rubric).map(({ id }) => id);
  const good = new Set(goodOrBetterGrades(rubric));
  return [
    { total: at('applied'), parts: [at('good-or-better'), at('below')] },
    { total: at('good-or-better'), parts: grades.filter((id) => good.has(id)).map(at) },
    { total: at('below'), parts: grades.filter((id) => !good.has(id)).map(at) },
    { total: `${population}/total`, parts: [at('applied'), at('not-applicable')] },
  ];
}

function agencyOf(row: string, population: string, agency: string, rubric: Rubric): Sum[] {
  const led = rubric.standards.filter(({ leadAgency }) => leadAgency === agency);
  const pairs = [
    ['total', 'applied'],
    ['good-or-better', 'good-or-better'],
    ['below', 'below'],
  ] as const;
  return pairs.map(([name, of]) => ({
    total: `${row}/${name}`,
    parts: led.map(({ id }) => `${population}/standard/${id}/${of}`),
  }));
}

/** Groups of a division make up the whole, as all of them stand in one table. */
function divisionsIn(keys: readonly string[]): Sum[] {
  const groups = Map.groupBy(
    keys.filter((key) => key.includes('/by/') && key.endsWith('/total')),
    (key) => key.split('/').slice(0, 5).join('/'),
  );
  return [...groups].map(([division, parts]) => ({
    total: `${division.split('/').slice(0, 3).join('/')}/total`,
    parts,
  }));
}

/** All that was graded is in a population, or has no grade; all that has one came about in one of the ways. */
function wholeReport(keys: readonly string[], populations: readonly string[]): Sum[] {
  const own = (period: string) =>
    populations.filter((key) => key.startsWith(`${period}/`) && !key.includes('+')).map((key) => `${key}/total`);
  return keys.flatMap((key): Sum[] => {
    const [period = '', ...rest] = key.split('/');
    const begin = `${period}/moderation`;
    switch (rest.join('/')) {
      case 'moderation/total':
        return [
          { total: key, parts: own(period) },
          { total: key, parts: [`${begin}/standing/by-panel`, `${begin}/standing/not-moderated`] },
        ];
      case 'graded':
        return [{ total: key, parts: [`${key}/without-grade`, ...own(period)] }];
      case 'moderation/changed/moved-or-same':
        return [
          { total: key, parts: ['raised', 'same', 'lowered'].map((name) => `${begin}/changed/${name}`) },
          // What moderation kept or changed was agreed by the panel.
          { total: `${begin}/standing/by-panel`, parts: [key, `${begin}/standing/by-panel-of-parts`] },
        ];
      case 're-audits/moved-or-same':
        return [{ total: key, parts: ['better', 'same', 'worse'].map((name) => `${period}/re-audits/${name}`) }];
      default:
        return [];
    }
  });
}

/** What was open before and what was put down since is what is open and what was closed: from edition to edition. */
function stocksAndFlows(keys: readonly string[]): Sum[] {
  const periods = [...new Set(keys.flatMap((key) => /^([^/]+)\/actions\//.exec(key)?.[1] ?? []))];
  return periods.flatMap((period) =>
    periods
      .filter((before) => placeOf(before.split('_').at(-1)) + 1 === placeOf(period.split('_')[0]))
      .flatMap((before): Sum[] => {
        const at = (name: string) => `${period}/actions/all/${name}`;
        const total = at('ever-open');
        return [
          { total, parts: [`${before}/actions/all/open`, at('new')] },
          { total, parts: [at('open'), at('closed')] },
        ];
      }),
  );
}

/** '2026-27.2' as a place in the run of half-terms. */
function placeOf(halfTerm = ''): number {
  const [, year = '', number = ''] = /^(\d{4})-\d{2}\.(\d)$/.exec(halfTerm) ?? [];
  return Number(year) * 6 + Number(number);
}

/** '…/standard/S01' and '…/year-9/criterion/S06.C1', as the population, what it is and which. */
function splitRow(row: string): string[] {
  const found = /^(.*)\/(standard|criterion|agency)\/([^/]+)$/.exec(row);
  return found === null ? [] : found.slice(1);
}
