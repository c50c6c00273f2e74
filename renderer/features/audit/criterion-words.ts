import type { SubmissionProblem } from '../../../shared/domain/grading/submission.ts';
import type { UsedFact } from '../../../shared/contract/audits.ts';
import { yearGroup } from '../../../shared/domain/rubric/rubric-words.ts';

/** What still stands in the way of submitting, said beside its criterion. */
export function neededHere(problem: SubmissionProblem): string {
  switch (problem.code) {
    case 'COMMENT_NEEDED':
      return 'Say why in a comment of at least ten characters.';
    case 'EVIDENCE_NEEDED':
      return 'Add a quote from the plan, or tick the sections in which the words are absent.';
    case 'REASON_NEEDED':
      return 'Say in a comment why it does not apply.';
    default:
      return problem.message;
  }
}

/** A plan fact's value for people. */
export function factValueWords(fact: string, value: UsedFact['value']): string {
  if (value === null) return 'Not known';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (fact === 'ncYear' && typeof value === 'number') return yearGroup(value);
  if (typeof value === 'number') return String(value);
  return optionWords(value);
}

/** A value of a list for people: 'amended_final' as "Amended final". */
export function optionWords(value: string): string {
  const words = value.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Where a plan fact comes from. */
export function factSourceWords(source: UsedFact['source']): string {
  switch (source) {
    case 'derived':
      return 'From the register and the document';
    case 'auditor':
      return 'Supplied by you';
    case 'unknown':
      return 'Not known yet';
    default:
      return source satisfies never;
  }
}
