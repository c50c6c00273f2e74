import type { HalfTermRun } from './half-term-run.ts';
import { MONTH_SERIES } from './scorecard-months.ts';
import { together, toldCount, type ToldFigures } from './told-figures.ts';

/** What published reports tell of the year up to a month: of a month alone, few plans leave little that may be told. */
export interface PublishedYear {
  /** '2025/26 Sum 1 to 2026/27 Aut 2'; empty where no report tells of the year. */
  words: string;
  /** As the series of months; null where reports tell of none, or of plans graded by two versions of the standards. */
  series: readonly (PublishedShare | null)[];
}

export interface PublishedShare {
  /** Good or better; null where hidden. */
  n: number | null;
  of: number | null;
}

/**
 * Adds up what reports tell of the half-terms that began in the year up to this day. Those that a report counted together
 * are taken together, by the last of them.
 *
 * @param lastDay ISO date
 */
export function publishedYear(told: ToldFigures, lastDay: string): PublishedYear {
  const yearBefore = `${Number(lastDay.slice(0, 4)) - 1}${lastDay.slice(4)}`;
  const periods = told.periods.filter(({ halfTerms }) => {
    const start = halfTerms.at(-1)?.start ?? '';
    return start > yearBefore && start <= lastDay;
  });
  if (periods.length === 0) return { words: '', series: MONTH_SERIES.map(() => null) };
  return {
    words: together(told, periods).words,
    series: MONTH_SERIES.map(({ id }) => shareOf(told, periods, id.replace('_', '-'))),
  };
}

function shareOf(told: ToldFigures, periods: readonly HalfTermRun[], series: string): PublishedShare | null {
  const kinds = new Set(periods.map(({ key }) => `${key}/${series}`));
  const populations = [...told.counts.keys()].flatMap((key) => {
    const [period = '', kind = '', rubricId = '', name, ...more] = key.split('/');
    const isTotal = name === 'total' && more.length === 0 && kinds.has(`${period}/${kind}`);
    return isTotal ? [`${period}/${kind}/${rubricId}`] : [];
  });
  const versions = new Set(populations.map((population) => population.split('/').at(-1)));
  if (versions.size !== 1) return null;
  return {
    n: toldCount(told, populations, 'overall/good-or-better') ?? null,
    of: toldCount(told, populations, 'total') ?? null,
  };
}
