import { HIDDEN } from './count-table.ts';
import type { Edition } from './report-model.ts';
import { type AreaReport, type CsvFile, readAreaReports, RegionalError } from './regional-read.ts';
import { contradictionsIn, overlapsIn, plain } from './regional-checks.ts';
import { type AreaPart, compare, populationsIn } from './regional-parts.ts';
import { groupTables, type RegionalTable } from './regional-tables.ts';
import { lowerFirst } from './report-words.ts';

/**
 * Several partnerships' figures taken together from the CSVs of their reports, which name nobody. Only what may be added
 * is: the same half-term, the same series, the same version of the standards, the same criterion by its words.
 */
export interface Regional {
  areas: readonly { partnership: string; areaCode: string; halfTerm: string; edition: Edition }[];
  /** Whether all are publishable: only then does a table tell one partnership from another. */
  isPublishable: boolean;
  tables: readonly RegionalTable[];
  /** What was left out and why, and how to read the sums. */
  notes: readonly string[];
}

/** Reads and combines; the order of the files does not matter. Throws RegionalError with every problem of every file. */
export function combineFiles(files: readonly CsvFile[]): Regional {
  const problems: string[] = [];
  const reports = files.flatMap((file) => {
    try {
      return readAreaReports(file);
    } catch (error) {
      if (!(error instanceof RegionalError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new RegionalError(problems);
  return combineAreas(reports);
}

/** Throws RegionalError where there is nothing, where counts cannot be, or where a half-term of a partnership is there twice. */
export function combineAreas(given: readonly AreaReport[]): Regional {
  if (given.length === 0) throw new RegionalError(['There is no file to combine.']);
  const reports = given.toSorted(
    (a, b) => compare(a.halfTerm, b.halfTerm) || compare(plain(a.partnership), plain(b.partnership)),
  );
  const overlaps = overlapsIn(reports);
  if (overlaps.length > 0) throw new RegionalError(overlaps);
  const isPublishable = reports.every(({ edition }) => edition === 'publishable');
  const parts = reports.flatMap(populationsIn);
  const problems = parts.flatMap(contradictionsIn);
  if (problems.length > 0) throw new RegionalError(problems);
  const groups = [...Map.groupBy(parts, ({ series, standards }) => `${series}\n${standards}`).values()].toSorted(
    (a, b) =>
      compare(placeOf(a[0]?.series), placeOf(b[0]?.series)) || compare(a[0]?.standards ?? '', b[0]?.standards ?? ''),
  );
  const versions = Map.groupBy(groups, ([first]) => first?.series);
  const notes: string[] = [];
  const apart: string[] = [];
  const tables = groups.flatMap((group): RegionalTable[] => {
    const [first] = group;
    if (first === undefined) return [];
    const alike = versions.get(first.series) ?? [];
    const slug = `${first.series.replaceAll(/[^a-z0-9]+/g, '-')}${alike.length === 1 ? '' : `-${alike.indexOf(group) + 1}`}`;
    const short = shortVersion(first);
    const others = alike.filter(([one]) => one !== undefined && shortVersion(one) === short).length;
    const name =
      first.version === '' || others > 1
        ? `standards ${alike.indexOf(group) + 1} of ${alike.length}`
        : `standards ${short}`;
    const label = alike.length === 1 ? first.label : `${first.label} (${name})`;
    if (alike[0] === group && alike.filter(([one]) => one?.isStandardsKnown).length > 1) {
      apart.push(lowerFirst(first.label));
    }
    return groupTables(group, slug, label, isPublishable, notes);
  });
  if (tables.length === 0) throw new RegionalError(['No file has overall grades that could be added up.']);
  return {
    areas: reports.map(({ partnership, areaCode, halfTerm, edition }) => ({
      partnership,
      areaCode,
      halfTerm,
      edition,
    })),
    isPublishable,
    tables,
    notes: [
      ...(reports.some(({ counts }) => counts.some(({ n }) => n === null))
        ? [
            `“At least” stands where a partnership hides its count: what is shown is added up, and no share is given. ${HIDDEN} stands where nothing but hidden counts would be added up.`,
          ]
        : []),
      ...(reports.some(({ halfTerm }) => halfTerm.includes(' to '))
        ? [
            'Half-terms that a partnership counts together are added only to the same half-terms counted together by others.',
          ]
        : []),
      ...(isPublishable
        ? []
        : [
            'Some of the files are internal editions: keep this from publication. No partnership is told from another.',
          ]),
      ...(parts.some(({ isStandardsKnown }) => !isStandardsKnown)
        ? [
            'Some of the files do not name the version of the standards: these are taken as the same where grades and standards are called alike, and are added to each other only.',
          ]
        : []),
      ...(apart.length === 0
        ? []
        : [
            `The partnerships did not grade by the same standards, so that not all are added together: ${apart.join('; ')}.`,
          ]),
      ...notes,
    ],
  };
}

/** 'version 1.0.0'; the title of local standards is long, and mostly the same. */
function shortVersion({ version }: AreaPart): string {
  return version.replace(/^.*, (?=version )/, '');
}

/** Finals before drafts, new before amended, random samples before others, as in the report. */
function placeOf(series = ''): string {
  const [population = '', chosen = ''] = series.split('~');
  const order = ['final-new', 'final-amended', 'final-', 'draft-new', 'draft-amended', 'draft-'];
  const at = order.findIndex((start) => population.startsWith(start));
  return `${chosen === '' ? 0 : 1}${at === -1 ? order.length : at}${series}`;
}
