import { combineGradings, type DocumentResult } from '../../../shared/domain/grading/combine-gradings.ts';
import { lowerGrade } from '../../../shared/domain/grading/grade-order.ts';
import { standingOf } from '../../../shared/domain/moderation/moderation.ts';
import { encodeResult, type ResultCode } from '../../../shared/domain/report/result-code.ts';
import type { ResultStanding } from '../../../shared/domain/report/settled-plan.ts';
import type { RootCause } from '../../../shared/domain/grading/root-causes.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import type { OpenModeration, PanelDocument } from '../moderation/panel-documents.ts';

/** What a document comes to, of its audits and of what the panel made of them. */
export interface DocumentSettlement {
  standing: ResultStanding;
  agencies: string[];
  /** The lower of what the auditors gave before they met; null where no one graded the whole plan. */
  gradeAlone: string | null;
  /** Null where nothing in the standards applied, or a part was graded by nobody. */
  overallGrade: string | null;
  code: ResultCode;
}

/**
 * Settles a document that all who were asked have submitted: agreed where the panel has agreed it; else the lower of
 * what its auditors gave; else what their parts make together. `causes` are by criterion.
 */
export function settleDocument(
  rubric: Rubric,
  document: PanelDocument,
  open: OpenModeration | null,
  causes: ReadonlyMap<string, readonly RootCause[]>,
): DocumentSettlement {
  const { standing, result } = resultOf(rubric, document, open);
  return {
    standing,
    agencies: document.rows.map(({ agency }) => agency).toSorted(),
    gradeAlone: document.audits
      .map(({ grading }) => grading.overallGrade)
      .reduce((lowest, grade) => lowerOf(rubric, lowest, grade), null),
    overallGrade: result.overallGrade,
    code: encodeResult(rubric, result, causes),
  };
}

function resultOf(
  rubric: Rubric,
  { audits }: PanelDocument,
  open: OpenModeration | null,
): { standing: ResultStanding; result: DocumentResult } {
  if (open !== null && open.frozen !== null) {
    const { grading, computedGrade, grade } = open.frozen;
    return {
      standing: computedGrade === grade ? 'agreed' : 'overridden',
      result: { ...combineGradings(rubric, [grading]), overallGrade: grade },
    };
  }
  const isInParts = audits.length > 1 && audits.every(({ grading }) => grading.isPartial);
  if (isInParts) {
    const { grading } = open?.standing ?? standingOf(rubric, audits);
    return { standing: 'joined', result: combineGradings(rubric, [grading]) };
  }
  const result = combineGradings(
    rubric,
    audits.map(({ grading }) => grading),
  );
  return { standing: audits.length === 1 ? 'one_auditor' : 'lower_of_several', result };
}

function lowerOf(rubric: Rubric, a: string | null, b: string | null): string | null {
  return a === null || b === null ? (a ?? b) : lowerGrade(rubric, a, b);
}
