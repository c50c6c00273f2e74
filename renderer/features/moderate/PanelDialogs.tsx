import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Moderation } from '../../../shared/contract/moderation.ts';
import { gradeLabel } from '../../../shared/domain/rubric/rubric-words.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RadioGroup, TextArea } from '../../ui/Field.tsx';
import { showToast } from '../../ui/toast-store.ts';

/** The chair's own grade: one step, with a reason, under every cap. */
export function OverrideDialog({
  moderation,
  rubric,
  isOpen,
  onClose,
}: {
  moderation: Moderation;
  rubric: Rubric;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { roundId, documentId, overrideChoices, override, grading } = moderation;
  const [chosen, setChosen] = useState<string | null>(null);
  const [words, setWords] = useState<string | null>(null);
  const move = useMutation(
    api.moderation.override.mutationOptions({
      onSuccess: () => {
        setChosen(null);
        setWords(null);
        onClose();
      },
    }),
  );
  const grade = chosen ?? override?.grade ?? overrideChoices[0] ?? '';
  const reason = words ?? override?.reason ?? '';
  const cap = grading.capsApplied[0];
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title="Move the grade by one step"
      actions={
        <>
          <Button
            look="primary"
            isBusy={move.isPending}
            onClick={() => {
              move.mutate({ roundId, documentId, grade, reason: reason.trim() });
            }}
          >
            Move the grade
          </Button>
          {override === null ? null : (
            <Button
              isBusy={move.isPending}
              onClick={() => {
                move.mutate(
                  { roundId, documentId, grade: null, reason: '' },
                  {
                    onSuccess: () => {
                      showToast('The answers decide the grade again.', () => {
                        move.mutate({ roundId, documentId, grade: override.grade, reason: override.reason });
                      });
                    },
                  },
                );
              }}
            >
              Let the answers decide
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <p>
        The agreed answers give {gradeLabel(rubric, grading.overallGrade ?? '')}. Both grades are kept, and the report
        says how many were moved.
        {cap === undefined
          ? ''
          : ` ${cap.criterion} caps it at ${gradeLabel(rubric, cap.capsOverallTo)}: it cannot be moved above that.`}
      </p>
      <RadioGroup
        legend="The chair’s grade"
        name="override"
        value={grade}
        choices={overrideChoices.map((id) => ({ value: id, label: gradeLabel(rubric, id) }))}
        onChange={(event) => {
          setChosen(event.target.value);
        }}
      />
      <TextArea
        label="Why"
        hint="Goes into the minutes."
        value={reason}
        onChange={(event) => {
          setWords(event.target.value);
        }}
      />
      {move.isError ? <Failed error={move.error} /> : null}
    </Dialog>
  );
}

/** Unlocks what was agreed. */
export function TakeBackDialog({
  moderation: { roundId, documentId },
  isOpen,
  onClose,
}: {
  moderation: Moderation;
  isOpen: boolean;
  onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const takeBack = useMutation(
    api.moderation.takeBack.mutationOptions({
      onSuccess: () => {
        setReason('');
        onClose();
      },
    }),
  );
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title="Take back what was agreed"
      actions={
        <>
          <Button
            look="primary"
            isBusy={takeBack.isPending}
            onClick={() => {
              takeBack.mutate({ roundId, documentId, reason: reason.trim() });
            }}
          >
            Take it back
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <p>The document can be worked on again, and counts as not moderated until it is agreed anew.</p>
      <TextArea
        label="Why"
        value={reason}
        onChange={(event) => {
          setReason(event.target.value);
        }}
      />
      {takeBack.isError ? <Failed error={takeBack.error} /> : null}
    </Dialog>
  );
}
