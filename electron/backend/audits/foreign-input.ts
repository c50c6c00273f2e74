import { answerProblem } from '../../../shared/domain/grading/answer-problems.ts';
import type { Response, Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { Refusal } from '../refusal.ts';

/** Throws Refusal NO_SUCH_CRITERION for a criterion that the standards do not have, or an answer that it does not offer. */
export function refuseForeignAnswer(rubric: Rubric, criterionId: string, response: Response | null): void {
  const problem = answerProblem(rubric, criterionId, response);
  if (problem === undefined) return;
  throw new Refusal('NO_SUCH_CRITERION', problem, 'Reload the audit and answer again.');
}

/** Throws Refusal NO_SUCH_SECTION. */
export function refuseForeignSections(rubric: Rubric, sections: readonly string[]): void {
  if (sections.every((section) => rubric.sections.some(({ id }) => id === section))) return;
  throw new Refusal('NO_SUCH_SECTION', 'A plan has no such section.', 'Choose a section from the list.');
}

/** Throws Refusal NO_SUCH_STANDARD. */
export function refuseForeignStandard(rubric: Rubric, standardId: string): void {
  if (rubric.standards.some(({ id }) => id === standardId)) return;
  throw new Refusal('NO_SUCH_STANDARD', 'This audit has no such standard.', 'Reload the audit and try again.');
}
