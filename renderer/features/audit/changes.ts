import type { Answer, Audit, UsedFact } from '../../../shared/contract/audits.ts';
import type { Anchor } from '../../../shared/domain/document-model.ts';
import type { Grading } from '../../../shared/domain/grading/grading.ts';
import type { RootCause } from '../../../shared/domain/grading/root-causes.ts';
import type { PlanFacts, Response, Responses, Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { grade } from '../../../shared/domain/grading/scoring.ts';
import {
  isActionProblem,
  type SubmissionProblem,
  submissionProblems,
} from '../../../shared/domain/grading/submission.ts';

/** Something that the auditor did, on its way to the workspace. */
export type Change =
  /** `before`: the changed parts as they stood where the change was made, so that nothing newer is written over. */
  | { kind: 'answer'; criterionId: string; change: AnswerChange; before?: AnswerChange }
  /** `key` names the quote until the workspace has given it an id. */
  | { kind: 'add_evidence'; criterionId: string; anchor: Anchor; key: string }
  | { kind: 'remove_evidence'; criterionId: string; evidenceId: string }
  | { kind: 'fact'; fact: string; value: UsedFact['value']; before?: UsedFact['value'] }
  | { kind: 'developmental'; standardId: string; isDevelopmental: boolean };

export interface AnswerChange {
  response?: Response | null;
  comment?: string;
  absentIn?: string[];
  rootCause?: RootCause | null;
}

/** An audit as the auditor sees it: what the workspace holds, with what is still on its way laid over it. */
export interface Standing {
  answers: Audit['answers'];
  facts: Audit['facts'];
  developmentalStandards: readonly string[];
  grading: Grading;
  problems: readonly SubmissionProblem[];
}

/** Id of a quote that the workspace does not know yet. */
export function pendingId(key: string): string {
  return `pending:${key}`;
}

export const UNTOUCHED: Answer = {
  response: null,
  comment: '',
  absentIn: [],
  rootCause: null,
  evidence: [],
  savedAt: null,
};

/** Lays changes over what the workspace holds, and grades the result, so that a key press shows at once. */
export function standingOf(rubric: Rubric, audit: Audit, changes: readonly Change[]): Standing {
  if (changes.length === 0 || audit.state === 'submitted') return audit;
  const laid = laidOver(audit, changes);
  const grading = grade(rubric, factValues(laid.facts), responsesOf(laid.answers), {
    developmentalStandards: laid.developmentalStandards,
    ...(audit.standards === null ? {} : { standards: audit.standards }),
  });
  const evidenced = Object.fromEntries(
    Object.entries(laid.answers).map(([id, answer]) => [id, { ...answer, evidenceCount: answer.evidence.length }]),
  );
  const problems = [...submissionProblems(rubric, grading, evidenced), ...audit.problems.filter(isActionProblem)];
  return { ...laid, grading, problems };
}

/** What the workspace holds with changes laid over it, not graded. */
export function laidOver(audit: Audit, changes: readonly Change[]): Laid {
  let laid: Laid = audit;
  for (const change of changes) laid = lay(laid, change);
  return laid;
}

/** A change with what it was made from, as things stand before it; what it says of that itself stays. */
export function withBefore(standing: Laid, change: Change): Change {
  if (change.kind === 'answer') {
    return { ...change, before: { ...partsBefore(standing, change), ...change.before } };
  }
  return change.kind === 'fact' ? { before: suppliedBefore(standing, change.fact), ...change } : change;
}

function partsBefore({ answers }: Laid, { criterionId, change }: Extract<Change, { kind: 'answer' }>): AnswerChange {
  const before = answers[criterionId] ?? UNTOUCHED;
  return {
    ...(change.response === undefined ? {} : { response: before.response }),
    ...(change.comment === undefined ? {} : { comment: before.comment }),
    ...(change.absentIn === undefined ? {} : { absentIn: before.absentIn }),
    ...(change.rootCause === undefined ? {} : { rootCause: before.rootCause }),
  };
}

function suppliedBefore({ facts }: Laid, fact: string): UsedFact['value'] {
  const before = facts[fact];
  return before?.source === 'auditor' ? before.value : null;
}

/** What takes a change back, as things stand before it; null where there is nothing to take back. */
export function inverseOf(standing: Laid, change: Change, newKey: () => string): Change | null {
  switch (change.kind) {
    case 'answer':
      return { kind: 'answer', criterionId: change.criterionId, change: partsBefore(standing, change) };
    case 'add_evidence':
      return { kind: 'remove_evidence', criterionId: change.criterionId, evidenceId: pendingId(change.key) };
    case 'remove_evidence': {
      const { criterionId, evidenceId } = change;
      const removed = standing.answers[criterionId]?.evidence.find(({ id }) => id === evidenceId);
      return removed === undefined
        ? null
        : { kind: 'add_evidence', criterionId, anchor: removed.anchor, key: newKey() };
    }
    case 'fact':
      return { kind: 'fact', fact: change.fact, value: suppliedBefore(standing, change.fact) };
    case 'developmental':
      return { ...change, isDevelopmental: !change.isDevelopmental };
    default:
      return change satisfies never;
  }
}

type Laid = Pick<Standing, 'answers' | 'facts' | 'developmentalStandards'>;

function lay(laid: Laid, change: Change): Laid {
  switch (change.kind) {
    case 'answer':
      return withAnswer(laid, change.criterionId, (answer) => ({
        ...answer,
        ...(change.change.response === undefined ? {} : { response: change.change.response }),
        ...(change.change.comment === undefined ? {} : { comment: change.change.comment }),
        ...(change.change.absentIn === undefined ? {} : { absentIn: change.change.absentIn }),
        ...(change.change.rootCause === undefined ? {} : { rootCause: change.change.rootCause }),
      }));
    case 'add_evidence':
      return withAnswer(laid, change.criterionId, (answer) => ({
        ...answer,
        evidence: [
          ...answer.evidence,
          { id: pendingId(change.key), criterionId: change.criterionId, anchor: change.anchor, addedAt: '' },
        ],
      }));
    case 'remove_evidence':
      return withAnswer(laid, change.criterionId, (answer) => ({
        ...answer,
        evidence: answer.evidence.filter(({ id }) => id !== change.evidenceId),
      }));
    case 'fact':
      // What the register says comes back with the answer of the workspace; until then the fact is open.
      return {
        ...laid,
        facts: {
          ...laid.facts,
          [change.fact]: { value: change.value, source: change.value === null ? 'unknown' : 'auditor' },
        },
      };
    case 'developmental': {
      const others = laid.developmentalStandards.filter((id) => id !== change.standardId);
      return { ...laid, developmentalStandards: change.isDevelopmental ? [...others, change.standardId] : others };
    }
    default:
      return change satisfies never;
  }
}

function withAnswer(laid: Laid, criterionId: string, change: (answer: Answer) => Answer): Laid {
  const answer = laid.answers[criterionId] ?? UNTOUCHED;
  return { ...laid, answers: { ...laid.answers, [criterionId]: change(answer) } };
}

function factValues(facts: Audit['facts']): PlanFacts {
  return Object.fromEntries(Object.entries(facts).map(([id, { value }]) => [id, value]));
}

function responsesOf(answers: Audit['answers']): Responses {
  const given: Responses = {};
  for (const [id, { response }] of Object.entries(answers)) if (response !== null) given[id] = response;
  return given;
}
