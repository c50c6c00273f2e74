import type { DocumentResult } from '../grading/combine-gradings.ts';
import { goodOrBetterGrades } from '../grading/grade-order.ts';
import { wilsonInterval } from '../intervals.ts';
import { type CountedCriterion, countCriteria, FEWEST_FOR_PATTERN } from '../report/report-criteria.ts';
import { counted } from '../report/report-words.ts';
import { standardTitle } from '../rubric/rubric-words.ts';
import type { Rubric } from '../rubric/rubric.ts';

/** A team's audited plans together, by criterion: what is often missed, and whether that changes. Of nobody in particular. */

export interface TeamDocument {
  rubricId: string;
  rubric: Rubric;
  result: DocumentResult;
  halfTermId: string;
  /** Only random rounds of one kind of plan and stage make a trend; null for what is none of a random round. */
  likeKey: string | null;
}

export const TRENDS = ['too_few', 'no_clear_change', 'more_often', 'less_often'] as const;
export type Trend = (typeof TRENDS)[number];

export const TREND_WORDS: Readonly<Record<Trend, string>> = {
  too_few: 'Too few plans to say',
  no_clear_change: 'No clear change',
  more_often: 'Met more often than before',
  less_often: 'Met less often than before',
};

export interface TeamCriterion {
  id: string;
  text: string;
  standardTitle: string;
  met: number;
  partly: number;
  notMet: number;
  applicable: number;
  /** 'Not fully met in 2 of 3 plans' */
  words: string;
  trend: Trend;
}

export interface TeamStandard {
  id: string;
  title: string;
  /** Plans in which it is graded below good, of those in which it is graded. */
  below: number;
  of: number;
}

interface Counts {
  met: number;
  of: number;
}

/**
 * Whether a criterion is met more or less often than before: only where the likely ranges (95 %, Wilson) of both shares lie
 * apart is it said to have changed; with fewer than three plans on either side nothing is said.
 */
export function trendOf(before: Counts, now: Counts): Trend {
  if (before.of < FEWEST_FOR_PATTERN || now.of < FEWEST_FOR_PATTERN) return 'too_few';
  const [was, is] = [wilsonInterval(before.met, before.of), wilsonInterval(now.met, now.of)];
  if (is.low > was.high) return 'more_often';
  return is.high < was.low ? 'less_often' : 'no_clear_change';
}

/** The kind of plans that a trend is told of: the one with the most documents; null where no random round is among them. */
export function likeKeyOf(documents: readonly TeamDocument[]): string | null {
  const groups = [...Map.groupBy(documents, ({ likeKey }) => likeKey)].flatMap(([key, own]) =>
    key === null ? [] : [{ key, n: own.length }],
  );
  return groups.toSorted((a, b) => b.n - a.n || (a.key < b.key ? -1 : 1))[0]?.key ?? null;
}

/**
 * Criteria that were not fully met at least once, the most often missed first. A criterion that was reworded between
 * versions of the standards counts as another. The trend holds the last half-term that has like plans against those before it.
 */
export function teamCriteria(
  documents: readonly TeamDocument[],
  halfTerms: readonly string[],
  noun: string,
): TeamCriterion[] {
  const key = likeKeyOf(documents);
  const like = documents.filter(({ likeKey }) => key !== null && likeKey === key);
  const last = halfTerms.findLast((id) => like.some(({ halfTermId }) => halfTermId === id));
  const before = countsOf(
    like.filter(({ halfTermId }) => halfTermId !== last),
    noun,
  );
  const now = countsOf(
    like.filter(({ halfTermId }) => halfTermId === last),
    noun,
  );
  return [...countsOf(documents, noun)]
    .filter(([, { row }]) => row.partly + row.notMet > 0)
    .toSorted(
      ([, a], [, b]) =>
        b.row.partly + b.row.notMet - (a.row.partly + a.row.notMet) ||
        b.row.notMet - a.row.notMet ||
        a.row.applicable - b.row.applicable ||
        b.weight - a.weight ||
        a.order - b.order,
    )
    .map(([id, { row }]) => ({
      id: row.id,
      text: row.text,
      standardTitle: row.standardTitle,
      met: row.met,
      partly: row.partly,
      notMet: row.notMet,
      applicable: row.applicable,
      words: `Not fully met in ${row.partly + row.notMet} of ${counted(row.applicable, noun)}`,
      trend: trendOf(countsFor(before, id), countsFor(now, id)),
    }));
}

/** Standards that were graded below good at least once, the most often first. */
export function standardsToWorkOn(documents: readonly TeamDocument[]): TeamStandard[] {
  const found = new Map<string, TeamStandard>();
  for (const { rubric, result } of documents) {
    const good = goodOrBetterGrades(rubric);
    for (const [id, grade] of result.standards) {
      const title = standardTitle(rubric, id);
      const row = found.get(`${id}\n${title}`) ?? { id, title, below: 0, of: 0 };
      row.of += 1;
      if (!good.includes(grade)) row.below += 1;
      found.set(`${id}\n${title}`, row);
    }
  }
  return [...found.values()]
    .filter(({ below }) => below > 0)
    .toSorted((a, b) => b.below - a.below || a.of - b.of || (a.id < b.id ? -1 : 1));
}

/** Counts by criterion, over every version of the standards in use. */
function countsOf(documents: readonly TeamDocument[], noun: string): Map<string, CountedCriterion> {
  const all = new Map<string, CountedCriterion>();
  for (const own of Map.groupBy(documents, ({ rubricId }) => rubricId).values()) {
    const [first] = own;
    if (first === undefined) continue;
    const results = own.map(({ result }) => result);
    for (const entry of countCriteria(first.rubric, results, noun)) {
      const id = `${entry.row.id}\n${entry.row.text}`;
      const known = all.get(id);
      all.set(id, known === undefined ? entry : { ...known, row: added(known.row, entry.row) });
    }
  }
  return all;
}

function added(a: CountedCriterion['row'], b: CountedCriterion['row']): CountedCriterion['row'] {
  return {
    ...a,
    met: a.met + b.met,
    partly: a.partly + b.partly,
    notMet: a.notMet + b.notMet,
    applicable: a.applicable + b.applicable,
  };
}

function countsFor(counts: ReadonlyMap<string, CountedCriterion>, id: string): Counts {
  const row = counts.get(id)?.row;
  return { met: row?.met ?? 0, of: row?.applicable ?? 0 };
}
