import { z } from 'zod';
import { gradesFromBest } from '../grading/grade-order.ts';
import type { Criterion, Grade, Guard, Rubric, Standard } from './rubric.ts';

/** Changes to quality standards that are being written. Each gives a new rubric and leaves the old one as it was. */

/** Numbers that stood for something once: never given again, since past answers are filed under them. */
const retiredSchema = z.looseObject({ standards: z.array(z.string()), criteria: z.array(z.string()) });

export function updateStandard(rubric: Rubric, id: string, change: Partial<Standard>): Rubric {
  return {
    ...rubric,
    standards: rubric.standards.map((standard) => (standard.id === id ? { ...standard, ...change } : standard)),
  };
}

export function updateCriterion(rubric: Rubric, id: string, change: Partial<Criterion>): Rubric {
  return {
    ...rubric,
    standards: rubric.standards.map((standard) =>
      standard.criteria.some((criterion) => criterion.id === id)
        ? {
            ...standard,
            criteria: standard.criteria.map((criterion) =>
              criterion.id === id ? { ...criterion, ...change } : criterion,
            ),
          }
        : standard,
    ),
  };
}

/** Adds an empty standard at the end, with one empty criterion; gives its id too. */
export function addStandard(rubric: Rubric): { rubric: Rubric; id: string } {
  const taken = new Set([...rubric.standards.map((standard) => standard.id), ...retiredOf(rubric).standards]);
  const id = firstFree(taken, (number) => `S${String(number).padStart(2, '0')}`);
  const standard: Standard = {
    id,
    order: rubric.standards.length + 1,
    title: '',
    shortTitle: '',
    purpose: '',
    sections: [],
    leadAgency: rubric.leadAgencies[0]?.id ?? 'all',
    weight: 1,
    applicability: null,
    criteria: [],
  };
  return { rubric: addCriterion({ ...rubric, standards: [...rubric.standards, standard] }, id).rubric, id };
}

/** Adds an empty criterion at the end of a standard; gives its id too. */
export function addCriterion(rubric: Rubric, standardId: string): { rubric: Rubric; id: string } {
  const all = rubric.standards.flatMap((standard) => standard.criteria);
  const taken = new Set([...all.map((criterion) => criterion.id), ...retiredOf(rubric).criteria]);
  const id = firstFree(taken, (number) => `${standardId}.C${number}`);
  const criterion: Criterion = {
    id,
    text: '',
    responseType: all[0]?.responseType ?? Object.keys(rubric.responseTypes)[0] ?? '',
    weight: 1,
    isKey: false,
    limiting: { isLimiting: false, capsOverallTo: null, triggeredBy: [] },
    sections: rubric.standards.find((standard) => standard.id === standardId)?.sections ?? [],
    themes: [],
    guidance: '',
    whatGoodLooksLike: '',
    examples: { positive: '', negative: '' },
    legalBasis: [],
    applicability: null,
    assist: [],
  };
  return {
    rubric: {
      ...rubric,
      standards: rubric.standards.map((standard) =>
        standard.id === standardId ? { ...standard, criteria: [...standard.criteria, criterion] } : standard,
      ),
    },
    id,
  };
}

/** Takes a standard out with its criteria, and out of the rules that name it; their numbers are not given again. */
export function retireStandard(rubric: Rubric, id: string): Rubric {
  const standard = rubric.standards.find((candidate) => candidate.id === id);
  if (standard === undefined) return rubric;
  const standards = rubric.standards.filter((candidate) => candidate !== standard);
  const guards = rubric.scoring.overall.guards.map((guard) =>
    guard.test.type === 'listedStandardsAtLeast'
      ? { ...guard, test: { ...guard.test, standards: guard.test.standards.filter((listed) => listed !== id) } }
      : guard,
  );
  return {
    ...withRetired(rubric, { standards: [id], criteria: standard.criteria.map((criterion) => criterion.id) }),
    standards: inOrder(standards),
    scoring: { ...rubric.scoring, overall: { ...rubric.scoring.overall, guards } },
  };
}

export function retireCriterion(rubric: Rubric, id: string): Rubric {
  return {
    ...withRetired(rubric, { standards: [], criteria: [id] }),
    standards: rubric.standards.map((standard) => ({
      ...standard,
      criteria: standard.criteria.filter((criterion) => criterion.id !== id),
    })),
  };
}

/** Moves a standard up (-1) or down (1); stays where there is no further. */
export function moveStandard(rubric: Rubric, id: string, by: -1 | 1): Rubric {
  return { ...rubric, standards: inOrder(moved(rubric.standards, id, by)) };
}

/** Moves a criterion up (-1) or down (1) within its standard. */
export function moveCriterion(rubric: Rubric, id: string, by: -1 | 1): Rubric {
  return {
    ...rubric,
    standards: rubric.standards.map((standard) => ({ ...standard, criteria: moved(standard.criteria, id, by) })),
  };
}

export function updateGrade(rubric: Rubric, id: string, change: Partial<Grade>): Rubric {
  return {
    ...rubric,
    gradeScale: rubric.gradeScale.map((grade) => (grade.id === id ? { ...grade, ...change } : grade)),
  };
}

/** Adds a grade below the lowest, beginning at 0; what was lowest begins halfway to the grade above it. */
export function addGrade(rubric: Rubric): { rubric: Rubric; id: string } {
  const grades = gradesFromBest(rubric);
  const id = firstFree(new Set(grades.map((grade) => grade.id)), (number) => `grade_${number}`);
  const lowest = grades.at(-1);
  const grade: Grade = {
    id,
    value: (lowest?.value ?? 2) - 1,
    order: (lowest?.order ?? 0) + 1,
    label: '',
    shortLabel: '',
    descriptor: '',
    expectedResponse: '',
  };
  const withBand = (thresholds: Rubric['scoring']['standard']['thresholds']) => {
    const least = thresholds.find((threshold) => threshold.grade === lowest?.id);
    const above = Math.min(100, ...thresholds.filter((threshold) => threshold !== least).map(({ min }) => min));
    return [
      ...thresholds.map((threshold) =>
        threshold === least ? { ...threshold, min: Math.round(above / 2) } : threshold,
      ),
      { grade: id, min: 0 },
    ];
  };
  return { rubric: inBothBands({ ...rubric, gradeScale: [...grades, grade] }, withBand), id };
}

/** Takes a grade out with its thresholds; what becomes the lowest begins at 0. Rules that name it are left at fault. */
export function removeGrade(rubric: Rubric, id: string): Rubric {
  const kept = gradesFromBest(rubric).filter((grade) => grade.id !== id);
  const gradeScale = kept.map((grade, at) => ({ ...grade, order: at + 1, value: kept.length - at }));
  const lowest = gradeScale.at(-1)?.id;
  return inBothBands({ ...rubric, gradeScale }, (thresholds) =>
    thresholds
      .filter((threshold) => threshold.grade !== id)
      .map((threshold) => (threshold.grade === lowest ? { ...threshold, min: 0 } : threshold)),
  );
}

export type Level = 'standard' | 'overall';

/** Sets the per cent from which a grade is given. */
export function setThreshold(rubric: Rubric, level: Level, grade: string, min: number): Rubric {
  const { thresholds } = rubric.scoring[level];
  const isThere = thresholds.some((threshold) => threshold.grade === grade);
  return withLevel(rubric, level, {
    thresholds: isThere
      ? thresholds.map((threshold) => (threshold.grade === grade ? { ...threshold, min } : threshold))
      : [...thresholds, { grade, min }],
  });
}

export function updateGuard(rubric: Rubric, level: Level, id: string, change: Partial<Guard>): Rubric {
  const { guards } = rubric.scoring[level];
  return withLevel(rubric, level, {
    guards: guards.map((guard) => (guard.id === id ? { ...guard, ...change } : guard)),
  });
}

export function removeGuard(rubric: Rubric, level: Level, id: string): Rubric {
  return withLevel(rubric, level, { guards: rubric.scoring[level].guards.filter((guard) => guard.id !== id) });
}

/** Adds a rule that holds the best grade down to the next one where an answer was not met. */
export function addGuard(rubric: Rubric, level: Level): { rubric: Rubric; id: string } {
  const { guards } = rubric.scoring[level];
  const prefix = level === 'standard' ? 'SG' : 'OG';
  const id = firstFree(new Set(guards.map((guard) => guard.id)), (number) => `${prefix}${number}`);
  const [best, next] = gradesFromBest(rubric);
  const guard: Guard = {
    id,
    appliesFrom: best?.id ?? '',
    elseCapTo: next?.id ?? '',
    test:
      level === 'standard'
        ? { type: 'noCriterionResponse', response: 'not_met' }
        : { type: 'everyStandardAtLeast', grade: next?.id ?? '' },
    reason: '',
  };
  return { rubric: withLevel(rubric, level, { guards: [...guards, guard] }), id };
}

function withLevel(rubric: Rubric, level: Level, change: Partial<Rubric['scoring'][Level]>): Rubric {
  return { ...rubric, scoring: { ...rubric.scoring, [level]: { ...rubric.scoring[level], ...change } } };
}

type Thresholds = Rubric['scoring'][Level]['thresholds'];

function inBothBands(rubric: Rubric, change: (thresholds: Thresholds) => Thresholds): Rubric {
  const { standard, overall } = rubric.scoring;
  return withLevel(withLevel(rubric, 'standard', { thresholds: change(standard.thresholds) }), 'overall', {
    thresholds: change(overall.thresholds),
  });
}

function retiredOf(rubric: Rubric): { standards: string[]; criteria: string[] } {
  const read = retiredSchema.safeParse(rubric['retired']);
  return read.success ? read.data : { standards: [], criteria: [] };
}

function withRetired(rubric: Rubric, more: { standards: string[]; criteria: string[] }): Rubric {
  const { standards, criteria } = retiredOf(rubric);
  return {
    ...rubric,
    retired: {
      standards: [...new Set([...standards, ...more.standards])],
      criteria: [...new Set([...criteria, ...more.criteria])],
    },
  };
}

function inOrder(standards: readonly Standard[]): Standard[] {
  return standards.map((standard, at) => ({ ...standard, order: at + 1 }));
}

function moved<Item extends { id: string }>(items: readonly Item[], id: string, by: -1 | 1): Item[] {
  const from = items.findIndex((item) => item.id === id);
  const to = from + by;
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return [...items];
  const others = items.filter((other) => other !== item);
  return [...others.slice(0, to), item, ...others.slice(to)];
}

function firstFree(taken: ReadonlySet<string>, nameOf: (number: number) => string): string {
  let number = 1;
  while (taken.has(nameOf(number))) number += 1;
  return nameOf(number);
}
