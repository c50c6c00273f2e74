import { useMutation } from '@tanstack/react-query';
import type { Grading } from '../../../shared/domain/grading/grading.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { gradeLabel } from '../../../shared/domain/rubric/rubric-words.ts';
import type { SubmissionProblem } from '../../../shared/domain/grading/submission.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { GradeBadge } from '../../ui/GradeBadge.tsx';

/** What still stands in the way of submitting, each a link to its place; and when nothing does, the lock. */
export function SubmitDialog({
  rubric,
  auditId,
  grading,
  causes,
  asked,
  problems,
  isSaved,
  isOpen,
  onClose,
  onProblem,
  onCause,
}: {
  rubric: Rubric;
  auditId: string;
  grading: Grading;
  /** Criteria found wanting that have no root cause yet. */
  causes: readonly string[];
  /** Which standards are asked for; empty where it is all. */
  asked: string;
  problems: readonly SubmissionProblem[];
  /** Everything is in the workspace. */
  isSaved: boolean;
  isOpen: boolean;
  onClose: () => void;
  onProblem: (problem: SubmissionProblem) => void;
  onCause: (criterionId: string) => void;
}) {
  const submit = useMutation(api.audits.submit.mutationOptions({ onSuccess: onClose }));
  const isReady = problems.length === 0;
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title="Submit this audit"
      size="wide"
      actions={
        isReady ? (
          <>
            <Button
              look="primary"
              isBusy={submit.isPending || !isSaved}
              onClick={() => {
                submit.mutate({ auditId });
              }}
            >
              {isSaved ? 'Submit and lock' : 'Saving…'}
            </Button>
            <Button onClick={onClose}>Go on working</Button>
          </>
        ) : (
          <Button onClick={onClose}>Go on working</Button>
        )
      }
    >
      {submit.isError ? <Failed error={submit.error} /> : null}
      {isReady ? (
        <>
          <p className="row">
            {grading.isPartial ? null : (
              <GradeBadge grade={grading.overallGrade} scale={rubric.gradeScale} size="large" />
            )}
            <span>All {grading.toAnswer} criteria are answered, with the evidence that the standards ask for.</span>
          </p>
          <p>
            {grading.isPartial
              ? `${asked}. There is no overall grade of your own: the panel puts the parts together.`
              : grading.overallGrade === null
                ? ''
                : `The audit is submitted as ${gradeLabel(rubric, grading.overallGrade)} and locked. It can be reopened with a reason until the panel has been shown auditors’ answers.`}
          </p>
          {causes.length === 0 ? null : (
            <div className="stack-tight">
              <p>
                {causes.length === 1
                  ? 'One answer has no root cause yet. Say it now, or submit: it is then put down as not known.'
                  : `${causes.length} answers have no root cause yet. Say them now, or submit: they are then put down as not known.`}
              </p>
              <p className="row causes">
                {causes.map((id) => (
                  <button
                    key={id}
                    type="button"
                    className="link-button"
                    onClick={() => {
                      onCause(id);
                    }}
                  >
                    {id}
                  </button>
                ))}
              </p>
            </div>
          )}
        </>
      ) : (
        <>
          <p>
            {problems.length === 1
              ? 'One thing is still needed before this audit can be submitted.'
              : `${problems.length} things are still needed before this audit can be submitted.`}
          </p>
          <ol className="list problems">
            {problems.map((problem) => (
              <li key={`${problem.code} ${problem.criterion ?? ''} ${problem.standard ?? ''} ${problem.message}`}>
                <button
                  type="button"
                  className="link-button"
                  onClick={() => {
                    onProblem(problem);
                  }}
                >
                  {problem.criterion === null ? '' : `${problem.criterion}: `}
                  {problem.message}
                </button>
              </li>
            ))}
          </ol>
        </>
      )}
    </Dialog>
  );
}
