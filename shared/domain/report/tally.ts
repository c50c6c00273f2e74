import { goodOrBetterGrades, gradesFromBest } from '../grading/grade-order.ts';
import { ROOT_CAUSES, type RootCause } from '../grading/root-causes.ts';
import type { Rubric } from '../rubric/rubric.ts';
import { criteriaInOrder, NONE } from './result-code.ts';
import type { PopulationOfPlans } from './series.ts';

/** Everything that is counted of one population, once. */
export interface Tally {
  population: PopulationOfPlans;
  rubric: Rubric;
  total: number;
  /** By grade, from the best. */
  grades: ReadonlyMap<string, number>;
  goodOrBetter: number;
  standards: readonly StandardTally[];
  developmental: readonly StandardTally[];
  criteria: readonly CriterionTally[];
  /** Over all shortfalls: how many name this cause. One shortfall may name several. */
  causes: ReadonlyMap<RootCause, number>;
  shortfalls: number;
}

export interface StandardTally {
  id: string;
  grades: ReadonlyMap<string, number>;
  /** Plans to which it applied, and of these how many were good or better. */
  applied: number;
  goodOrBetter: number;
  notApplicable: number;
}

export interface CriterionTally {
  id: string;
  standard: string;
  met: number;
  partly: number;
  notMet: number;
  applied: number;
  notApplicable: number;
  causes: ReadonlyMap<RootCause, number>;
}

const CODE_OF_0 = '0'.charCodeAt(0);
const CODE_OF_9 = '9'.charCodeAt(0);
const CODE_OF_A = 'a'.charCodeAt(0);
const CODE_OF_NONE = NONE.charCodeAt(0);
const CODE_OF_MET = 'm'.charCodeAt(0);
const CODE_OF_PARTLY = 'p'.charCodeAt(0);

/** Counts a population. Pure: neither the order of the plans nor anything outside them matters. */
export function tally(population: PopulationOfPlans, rubric: Rubric): Tally {
  const { plans } = population;
  const scale = gradesFromBest(rubric).map(({ id }) => id);
  const good = new Set(goodOrBetterGrades(rubric));
  const grades = new Map(scale.map((grade) => [grade, 0]));
  for (const { overallGrade } of plans) grades.set(overallGrade, (grades.get(overallGrade) ?? 0) + 1);
  const criteria = countCriteria(population, rubric);
  const causes = new Map(
    ROOT_CAUSES.map((cause) => [cause, criteria.reduce((sum, row) => sum + (row.causes.get(cause) ?? 0), 0)]),
  );
  return {
    population,
    rubric,
    total: plans.length,
    grades,
    goodOrBetter: sumOf(grades, good),
    standards: countStandards('standards'),
    developmental: countStandards('developmental').filter(({ applied }) => applied > 0),
    criteria,
    causes,
    shortfalls: criteria.reduce((sum, { partly, notMet }) => sum + partly + notMet, 0),
  };

  function countStandards(which: 'standards' | 'developmental'): StandardTally[] {
    const width = rubric.standards.length;
    const counts = new Uint32Array(width * scale.length);
    for (const { code } of plans) {
      const letters = code[which];
      for (let at = 0; at < width; at += 1) {
        const grade = placeOf(letters.charCodeAt(at));
        if (grade >= 0 && grade < scale.length)
          counts[at * scale.length + grade] = (counts[at * scale.length + grade] ?? 0) + 1;
      }
    }
    return rubric.standards.map(({ id }, at) => {
      const own = new Map(scale.map((grade, place) => [grade, counts[at * scale.length + place] ?? 0]));
      const applied = sumOf(own, scale);
      return { id, grades: own, applied, goodOrBetter: sumOf(own, good), notApplicable: plans.length - applied };
    });
  }
}

function countCriteria({ plans }: PopulationOfPlans, rubric: Rubric): CriterionTally[] {
  const criteria = criteriaInOrder(rubric);
  const met = new Uint32Array(criteria.length);
  const partly = new Uint32Array(criteria.length);
  const notMet = new Uint32Array(criteria.length);
  const causes = new Uint32Array(criteria.length * ROOT_CAUSES.length);
  for (const { code } of plans) {
    for (let at = 0; at < criteria.length; at += 1) {
      const letter = code.criteria.charCodeAt(at);
      if (letter === CODE_OF_MET) met[at] = (met[at] ?? 0) + 1;
      else if (letter !== CODE_OF_NONE && !Number.isNaN(letter)) {
        const row = letter === CODE_OF_PARTLY ? partly : notMet;
        row[at] = (row[at] ?? 0) + 1;
        addCauses(
          causes,
          at,
          placeOf(code.causes.charCodeAt(2 * at)) * 16 + placeOf(code.causes.charCodeAt(2 * at + 1)),
        );
      }
    }
  }
  return criteria.map(({ id, standard }, at) => {
    const counts = { met: met[at] ?? 0, partly: partly[at] ?? 0, notMet: notMet[at] ?? 0 };
    const applied = counts.met + counts.partly + counts.notMet;
    return {
      id,
      standard,
      ...counts,
      applied,
      notApplicable: plans.length - applied,
      causes: new Map(ROOT_CAUSES.map((cause, bit) => [cause, causes[at * ROOT_CAUSES.length + bit] ?? 0])),
    };
  });
}

function addCauses(causes: Uint32Array, at: number, bits: number): void {
  for (let bit = 0; bits >> bit > 0; bit += 1) {
    const place = at * ROOT_CAUSES.length + bit;
    if ((bits & (1 << bit)) !== 0) causes[place] = (causes[place] ?? 0) + 1;
  }
}

/** The value of a base-36 digit; under 0 for '-' and for nothing. */
function placeOf(code: number): number {
  if (code >= CODE_OF_A) return code - CODE_OF_A + 10;
  return code >= CODE_OF_0 && code <= CODE_OF_9 ? code - CODE_OF_0 : -1;
}

function sumOf(counts: ReadonlyMap<string, number>, ids: Iterable<string>): number {
  let sum = 0;
  for (const id of ids) sum += counts.get(id) ?? 0;
  return sum;
}
