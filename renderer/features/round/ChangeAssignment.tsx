import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Assignment, Board } from '../../../shared/contract/assignments.ts';
import { isCalendarDate } from '../../../shared/domain/calendar-date.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { AGENCY_WORDS } from '../../api/field-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { DateField, RadioGroup, SelectField, TextField } from '../../ui/Field.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { type BoardRow, takersOf } from './board-rows.ts';
import { focusHanded } from './focus-handed.ts';

const DEEDS = [
  { value: 'move', label: 'Give it to someone else', hint: 'What was begun no longer counts.' },
  { value: 'withdraw', label: 'Withdraw it', hint: 'So that one absence does not hold up the others.' },
  { value: 'due', label: 'Change its due date' },
] as const;
type Deed = (typeof DEEDS)[number]['value'];

const CONFIRM: Record<Deed, string> = { move: 'Move it', withdraw: 'Withdraw it', due: 'Change the date' };

/** Moves one assignment to someone else, withdraws it, or gives it another date. */
export function ChangeAssignment({
  row,
  assignment,
  board,
  onClose,
}: {
  row: BoardRow;
  assignment: Assignment;
  board: Board;
  onClose: () => void;
}) {
  const [deed, setDeed] = useState<Deed>('move');
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const [dueOn, setDueOn] = useState(assignment.dueOn ?? '');
  const [isTried, setIsTried] = useState(false);
  const { free, others } = takersOf(row, board);
  const { move, withdraw, setDue } = useDeeds(assignment, onClose);
  const error = [move, withdraw, setDue].find(({ isError }) => isError)?.error ?? null;
  const isBusy = move.isPending || withdraw.isPending || setDue.isPending;
  const why = reason.trim();
  const submit = () => {
    setIsTried(true);
    if (isBusy) return;
    if (deed === 'move' && to !== '' && why !== '') {
      move.mutate({ assignmentId: assignment.id, auditorId: to, reason: why });
    }
    if (deed === 'withdraw' && why !== '') withdraw.mutate({ assignmentId: assignment.id, reason: why });
    if (deed === 'due') setDue.mutate({ assignmentId: assignment.id, dueOn: isCalendarDate(dueOn) ? dueOn : null });
  };
  return (
    <Dialog isOpen onClose={onClose} title={`${assignment.auditor.name} on ${row.planReference}`}>
      <form
        noValidate
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <RadioGroup
          legend="What to do"
          name="deed"
          value={deed}
          choices={DEEDS}
          onChange={({ target }) => {
            setDeed(DEEDS.find(({ value }) => value === target.value)?.value ?? 'move');
          }}
        />
        {deed === 'move' ? (
          <SelectField
            label="To whom"
            emptyLabel="Choose…"
            {...(others === '' ? {} : { hint: others })}
            choices={free.map(({ id, name, agency }) => ({ value: id, label: `${name}, ${AGENCY_WORDS[agency]}` }))}
            error={isTried && to === '' ? 'Choose someone.' : undefined}
            value={to}
            onChange={({ target }) => {
              setTo(target.value);
            }}
          />
        ) : null}
        {deed === 'due' ? (
          <DateField
            label="Due by"
            isOptional
            value={dueOn}
            onChange={({ target }) => {
              setDueOn(target.value);
            }}
          />
        ) : (
          <TextField
            label="Reason"
            maxLength={200}
            error={isTried && why === '' ? 'Say why.' : undefined}
            value={reason}
            onChange={({ target }) => {
              setReason(target.value);
            }}
          />
        )}
        {error === null ? null : <Failed error={error} />}
        <div className="row">
          <Button type="submit" look="primary" isBusy={isBusy}>
            {CONFIRM[deed]}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The three deeds, each with its way back. */
function useDeeds(assignment: Assignment, onClose: () => void) {
  const { id, roundId, documentId, auditor, standards, dueOn, planReference } = assignment;
  const moveBack = useMutation(api.assignments.move.mutationOptions());
  const assignBack = useMutation(api.assignments.assign.mutationOptions());
  const dateBack = useMutation(api.assignments.setDue.mutationOptions());
  const move = useMutation(
    api.assignments.move.mutationOptions({
      onSuccess: (list, { auditorId }) => {
        const next = list.find(
          (each) => each.state === 'assigned' && each.documentId === documentId && each.auditor.id === auditorId,
        );
        onClose();
        focusHanded();
        showToast(`${planReference} is now with ${next?.auditor.name ?? 'someone else'}.`, () => {
          if (next === undefined) return;
          moveBack.mutate({ assignmentId: next.id, auditorId: auditor.id, reason: 'Moved back at once' });
        });
      },
    }),
  );
  const withdraw = useMutation(
    api.assignments.withdraw.mutationOptions({
      onSuccess: () => {
        onClose();
        focusHanded();
        showToast(`${auditor.name} no longer has ${planReference}.`, () => {
          assignBack.mutate({ roundId, documentId, auditorId: auditor.id, standards, dueOn });
        });
      },
    }),
  );
  const setDue = useMutation(
    api.assignments.setDue.mutationOptions({
      onSuccess: () => {
        onClose();
        showToast('The due date is changed.', () => {
          dateBack.mutate({ assignmentId: id, dueOn });
        });
      },
    }),
  );
  return { move, withdraw, setDue };
}
