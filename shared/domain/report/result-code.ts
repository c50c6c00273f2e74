import type { DocumentResult, ScoredResponse } from '../grading/combine-gradings.ts';
import { gradesFromBest } from '../grading/grade-order.ts';
import { isShortfall, ROOT_CAUSES, type RootCause } from '../grading/root-causes.ts';
import type { Rubric } from '../rubric/rubric.ts';

/**
 * A plan version's result in a few characters, one for each standard and criterion in the order of its rubric version,
 * so that ten thousand of them are counted as fast as the database itself could.
 */
export interface ResultCode {
  /** By standard: place of its grade on the scale, best first, in base 36; '-' where it did not apply. */
  standards: string;
  /** The same of standards graded though they did not apply. */
  developmental: string;
  /** By criterion: 'm' met, 'p' partly, 'n' not met, '-' where it did not apply. */
  criteria: string;
  /** By criterion: two hexadecimal digits, a bit for each cause in the order of ROOT_CAUSES. */
  causes: string;
}

export const NONE = '-';

const LETTERS: Readonly<Record<ScoredResponse, string>> = { met: 'm', partly: 'p', not_met: 'n' };
const RESPONSES: ReadonlyMap<string, ScoredResponse> = new Map([
  ['m', 'met'],
  ['p', 'partly'],
  ['n', 'not_met'],
]);

type RubricOrder = Pick<Rubric, 'gradeScale' | 'standards'>;

/** The criteria of a rubric in the order in which results are coded. */
export function criteriaInOrder(rubric: RubricOrder): { id: string; standard: string }[] {
  return rubric.standards.flatMap((standard) => standard.criteria.map(({ id }) => ({ id, standard: standard.id })));
}

/** Codes a result. A cause of a criterion that was met is left out; a grade or criterion unknown to the rubric too. */
export function encodeResult(
  rubric: RubricOrder,
  result: Pick<DocumentResult, 'standards' | 'developmental' | 'criteria'>,
  causes: ReadonlyMap<string, readonly RootCause[]>,
): ResultCode {
  const scale = gradesFromBest(rubric).map(({ id }) => id);
  const place = (grade: string | undefined) => {
    const at = grade === undefined ? -1 : scale.indexOf(grade);
    return at < 0 ? NONE : at.toString(36);
  };
  const criteria = criteriaInOrder(rubric);
  const letterOf = (response: ScoredResponse | undefined) => (response === undefined ? NONE : LETTERS[response]);
  return {
    standards: rubric.standards.map(({ id }) => place(result.standards.get(id))).join(''),
    developmental: rubric.standards.map(({ id }) => place(result.developmental.get(id))).join(''),
    criteria: criteria.map(({ id }) => letterOf(result.criteria.get(id))).join(''),
    causes: criteria
      .map(({ id }) => (isShortfall(result.criteria.get(id) ?? null) ? bitsOf(causes.get(id) ?? []) : 0))
      .map((bits) => bits.toString(16).padStart(2, '0'))
      .join(''),
  };
}

/** What a code says, by id. */
export function decodeResult(
  rubric: RubricOrder,
  code: ResultCode,
): Omit<DocumentResult, 'overallGrade'> & { causes: ReadonlyMap<string, readonly RootCause[]> } {
  const scale = gradesFromBest(rubric).map(({ id }) => id);
  const grades = (letters: string) =>
    new Map(
      rubric.standards.flatMap(({ id }, at) => {
        const grade = scale[Number.parseInt(letters[at] ?? NONE, 36)];
        return grade === undefined ? [] : [[id, grade] as const];
      }),
    );
  const criteria = criteriaInOrder(rubric);
  return {
    standards: grades(code.standards),
    developmental: grades(code.developmental),
    criteria: new Map(
      criteria.flatMap(({ id }, at) => {
        const response = RESPONSES.get(code.criteria[at] ?? NONE);
        return response === undefined ? [] : [[id, response] as const];
      }),
    ),
    causes: new Map(
      criteria.flatMap(({ id }, at) => {
        const causes = causesAt(code, at);
        return causes.length === 0 ? [] : [[id, causes] as const];
      }),
    ),
  };
}

/** The causes given for the shortfall in the criterion at this place. */
export function causesAt(code: Pick<ResultCode, 'causes'>, at: number): RootCause[] {
  const bits = Number.parseInt(code.causes.slice(2 * at, 2 * at + 2), 16);
  return Number.isNaN(bits) ? [] : ROOT_CAUSES.filter((_, cause) => (bits & (1 << cause)) !== 0);
}

function bitsOf(causes: readonly RootCause[]): number {
  return causes.reduce((bits, cause) => bits | (1 << ROOT_CAUSES.indexOf(cause)), 0);
}
