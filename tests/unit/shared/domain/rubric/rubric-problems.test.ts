import { describe, expect, test } from 'vitest';
import rubricData from '../../../../../shared/domain/rubric/rubric-default.json' with { type: 'json' };
import { parseRubric, rubricWarnings } from '../../../../../shared/domain/rubric/rubric-problems.ts';

type Json = Record<string, unknown>;

test('the built-in rubric is sound and without contradiction', () => {
  const parsed = parseRubric(rubricData);
  expect(parsed).not.toHaveProperty('problems');
  expect('rubric' in parsed && rubricWarnings(parsed.rubric)).toEqual([]);
});

test('a council’s own notes are kept', () => {
  expect(parseRubric({ ...rubricData, ourNote: 'agreed in May' })).toHaveProperty('rubric.ourNote', 'agreed in May');
});

test.each([null, 'text', 3, [], {}])('%j is no rubric, and says so', (value) => {
  const parsed = parseRubric(value);
  expect('problems' in parsed && parsed.problems.length).toBeGreaterThan(0);
});

describe('problems in sentences', () => {
  test.each<[string, (rubric: Json) => void, string]>([
    [
      'a repeated standard',
      (r) => set(r, 'standards.1.id', 'S01'),
      'Two of the standard ids are "S01"; each must differ.',
    ],
    [
      'a criterion repeated in another standard',
      (r) => set(r, 'standards.1.criteria.0.id', 'S01.C1'),
      'Two of the criterion ids are "S01.C1"; each must differ.',
    ],
    ['a repeated grade', (r) => set(r, 'gradeScale.1.id', 'outstanding'), 'The grade scale has "outstanding" twice.'],
    [
      'two grades of one order',
      (r) => set(r, 'gradeScale.1.order', 1),
      'Grades "outstanding" and "good" have the same order.',
    ],
    [
      'order against value',
      (r) => set(r, 'gradeScale.0.value', 2.5),
      'Grade "outstanding" comes before "good", but its value is not higher.',
    ],
    [
      'a threshold of no grade',
      (r) => set(r, 'scoring.overall.thresholds.1.grade', 'fine'),
      'A threshold of the overall grade names the unknown grade "fine".',
    ],
    [
      'no threshold for the lowest grade',
      (r) => set(r, 'scoring.standard.thresholds', [{ grade: 'good', min: 0 }]),
      'The lowest grade, "inadequate", has no threshold for a standard\'s grade.',
    ],
    [
      'bands upside down',
      (r) => set(r, 'scoring.overall.thresholds.0.min', 60),
      'For the overall grade, "good" begins at 70, above the better "outstanding" at 60.',
    ],
    [
      'a guard of no grade',
      (r) => set(r, 'scoring.overall.guards.0.elseCapTo', 'fine'),
      'Guard "OG1" names the unknown grade "fine".',
    ],
    [
      'a guard of no standard',
      (r) => set(r, 'scoring.overall.guards.3.test.standards', ['S07', 'S77']),
      'Guard "OG4" names the unknown standard "S77".',
    ],
    [
      'a guard on the wrong level',
      (r) => set(r, 'scoring.standard.guards.0.test', { type: 'everyStandardAtLeast', grade: 'good' }),
      'Guard "SG1" looks at other standards, so it can only guard the overall grade.',
    ],
    [
      'a cap to no grade',
      (r) => set(r, 'standards.0.criteria.0.limiting.capsOverallTo', 'fine'),
      'Criterion "S01.C1" is limited to the unknown grade "fine".',
    ],
    [
      'a limiting criterion without a cap',
      (r) => set(r, 'standards.0.criteria.0.limiting.capsOverallTo', null),
      'Criterion "S01.C1" is limiting, but says to no grade.',
    ],
    [
      'an unknown response type',
      (r) => set(r, 'standards.0.criteria.0.responseType', 'stars'),
      'Criterion "S01.C1" has the unknown response type "stars".',
    ],
    [
      'a partly that beats a met',
      (r) => set(r, 'scoring.criterion.scores', { met: 0.4, partly: 0.5, not_met: 0 }),
      'In response type "met_partly_notmet_na", "partly" scores more than "met".',
    ],
    [
      'a score beyond 1',
      (r) => set(r, 'scoring.criterion.scores.met', 2),
      'The score of "met" is 2; it must lie between 0 and 1.',
    ],
    [
      'a score for not applicable',
      (r) => set(r, 'scoring.criterion.scores.not_applicable', 0),
      '"not_applicable" has a score, but it is left out of every sum: its score must be null.',
    ],
    [
      'a rule on an unknown fact',
      (r) => set(r, 'standards.8.applicability', { not: { any: [{ fact: 'isTall', equals: true }] } }),
      'The rule of "S09" uses the unknown fact "isTall".',
    ],
    [
      'a rule on a number as if it were yes or no',
      (r) => set(r, 'standards.8.applicability', { fact: 'ncYear', equals: true }),
      'The rule of "S09" asks whether "ncYear" is true, but that is no yes-or-no fact.',
    ],
    [
      'a rule with two operators',
      (r) => set(r, 'standards.8.applicability', { minAge: 3, maxAge: 5 }),
      'standards, no. 9, applicability: must be null or a rule with exactly one operator (minAge, maxAge, minAgeOn31Aug, minNcYear, maxNcYear, planType, planStatus, fact with equals, any, all, not).',
    ],
  ])('%s', (_, spoil, expected) => {
    const rubric: Json = structuredClone(rubricData);
    spoil(rubric);
    const parsed = parseRubric(rubric);
    expect('problems' in parsed && parsed.problems).toContain(expected);
  });

  test.each([
    ['one grade', 'gradeScale', [{ id: 'a', value: 1, label: '', order: 1 }]],
    [
      'seven grades',
      'gradeScale',
      Array.from({ length: 7 }, (_, at) => ({ id: `${at}`, value: -at, label: '', order: at })),
    ],
    ['a weight of nothing', 'standards.2.weight', 0],
    ['a standard without criteria', 'standards.2.criteria', []],
  ])('%s is refused', (_, path, value) => {
    const rubric: Json = structuredClone(rubricData);
    set(rubric, path, value);
    const parsed = parseRubric(rubric);
    expect(
      'problems' in parsed && parsed.problems.some((problem) => problem.startsWith(path.split('.')[0] ?? '')),
    ).toBe(true);
  });
});

test('what contradicts itself without harm is a warning', () => {
  const rubric: Json = structuredClone(rubricData);
  set(rubric, 'scoring.criterion.scores.partly', 0.6);
  set(rubric, 'standards.0.criteria.0.limiting.triggeredBy', ['not_applicable']);
  const parsed = parseRubric(rubric);
  expect('rubric' in parsed && rubricWarnings(parsed.rubric)).toEqual([
    'Response type "met_partly_notmet_na" shows a score of 0.5 for "partly"; the 0.6 of "scoring" counts.',
    'Response type "met_partly_notmet" shows a score of 0.5 for "partly"; the 0.6 of "scoring" counts.',
    'Criterion "S01.C1" cannot be limiting when "not_applicable", which never counts.',
  ]);
});

/** Sets the value at a dotted path. */
function set(target: Json, path: string, value: unknown): void {
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const owner = steps.reduce<Json>((object, step) => object[step] as Json, target);
  owner[last] = value;
}
