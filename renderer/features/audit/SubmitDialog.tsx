import { useMutation } from '@tanstack/react-query';
import type { Grading } from '../../../shared/domain/grading.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { gradeLabel } from '../../../shared/domain/rubric-words.ts';
import type { SubmissionProblem } from '../../../shared/domain/submission.ts';
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
  problems,
  isSaved,
  isOpen,
  onClose,
  onProblem,
}: {
  rubric: Rubric;
  auditId: string;
  grading: Grading;
  problems: readonly SubmissionProblem[];
  /** Everything is in the workspace. */
  isSaved: boolean;
  isOpen: boolean;
  onClose: () => void;
  onProblem: (problem: SubmissionProblem) => void;
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
            <GradeBadge grade={grading.overallGrade} scale={rubric.gradeScale} size="large" />
            <span>All {grading.toAnswer} criteria are answered, with the evidence that the standards ask for.</span>
          </p>
          <p>
            {grading.overallGrade === null
              ? ''
              : `The audit is submitted as ${gradeLabel(rubric, grading.overallGrade)} and locked: it can be read, but no longer changed.`}
          </p>
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
