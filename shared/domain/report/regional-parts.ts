import type { AreaCount, AreaReport } from './regional-read.ts';

/** The plans of one series by one version of the standards in one report. */
export interface AreaPart {
  report: AreaReport;
  series: string;
  label: string;
  /** Alike where they may be added: the digest of the standards, or grades and standards by name where it is not named. */
  standards: string;
  /** Whether the file names the standards by their digest. */
  isStandardsKnown: boolean;
  /** Title and version of the standards; empty where the file does not name it. */
  version: string;
  noun: string;
  /** By what follows the population in a count's key. */
  counts: ReadonlyMap<string, AreaCount>;
}

/** Counts of other half-terms, which a report shows to compare with, are left to those half-terms' own reports. */
export function populationsIn(report: AreaReport): AreaPart[] {
  const isOwn = ownPeriod(report.halfTerm);
  const own = report.counts.flatMap((count) => {
    const [period = '', series, rubric, ...rest] = count.key.split('/');
    return !isOwn(period) || series === undefined || rubric === undefined || rest.length === 0
      ? []
      : [{ count, series, population: `${series}/${rubric}`, name: rest.join('/') }];
  });
  return [...Map.groupBy(own, ({ population }) => population).values()].flatMap((group): AreaPart[] => {
    const [first] = group;
    const overall = group.filter(({ count, name }) => count.table === 'overall' && isOverall(name));
    const [grade] = overall;
    if (first === undefined || grade === undefined) return [];
    const standards = group.filter(({ count, name }) => count.table === 'standards' && name.startsWith('standard/'));
    const counts = new Map<string, AreaCount>();
    for (const { name, count } of [
      ...overall,
      ...standards,
      ...group.filter(({ name: of }) => of.startsWith('criterion/')),
    ]) {
      if (!counts.has(name)) counts.set(name, count);
    }
    return [
      {
        report,
        series: first.series,
        label: seriesLabel(first.series),
        version: grade.count.standardsVersion,
        standards:
          grade.count.standardsDigest === ''
            ? JSON.stringify([
                overall.map(({ name, count }) => [name, count.columnLabel]),
                distinct(standards.map(({ count }) => `${count.row} ${count.rowLabel}`)),
              ])
            : grade.count.standardsDigest,
        isStandardsKnown: grade.count.standardsDigest !== '',
        noun: grade.count.noun,
        counts,
      },
    ];
  });
}

/** What begins the keys of a report's own counts: '2026-27.2', or '2026-27.1_2026-27.2' for half-terms counted together. */
function ownPeriod(halfTerm: string): (begin: string) => boolean {
  const [from = '', to] = halfTerm.split(' to ').map((id) => id.replace('/', '.'));
  return (begin) => (to === undefined ? begin === from : begin.startsWith(`${from}_`) && begin.endsWith(`_${to}`));
}

export function isOverall(name: string): boolean {
  return name === 'total' || name.startsWith('overall/');
}

/** 'final-new~thematic-year-9' → 'Final plans, new (thematic year 9)' */
function seriesLabel(series: string): string {
  const [population = '', chosen] = series.split('~');
  const [stage = '', ...kind] = population.split('-');
  const label = `${stage === 'draft' ? 'Draft' : 'Final'} plans, ${kind.join('-').replaceAll('_', ' ')}`;
  return chosen === undefined ? label : `${label} (${chosen.replaceAll('-', ' ')})`;
}

export function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].toSorted(compare);
}

export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
