import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Board } from '../../../shared/contract/assignments.ts';
import type { Round } from '../../../shared/contract/rounds.ts';
import { isCalendarDate } from '../../../shared/domain/calendar-date.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { AGENCY_WORDS } from '../../api/field-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { DateField, RadioGroup, SelectField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { type BoardRow, takersOf } from './board-rows.ts';

/** Gives one document to one more person. */
export function AssignByHand({
  round,
  board,
  row,
  onClose,
}: {
  round: Round;
  board: Board;
  row: BoardRow;
  onClose: () => void;
}) {
  const [to, setTo] = useState('');
  const [isWhole, setIsWhole] = useState(true);
  const [dueOn, setDueOn] = useState(round.gradingDue ?? '');
  const [isTried, setIsTried] = useState(false);
  const { free, others } = takersOf(row, board);
  const chosen = free.find(({ id }) => id === to);
  const withdraw = useMutation(api.assignments.withdraw.mutationOptions());
  const assign = useMutation(
    api.assignments.assign.mutationOptions({
      onSuccess: (list, { documentId, auditorId }) => {
        const made = list.find(
          (each) => each.state === 'assigned' && each.documentId === documentId && each.auditor.id === auditorId,
        );
        onClose();
        showToast(`${row.planReference} is with ${made?.auditor.name ?? 'them'}.`, () => {
          if (made !== undefined) withdraw.mutate({ assignmentId: made.id, reason: 'Taken back at once' });
        });
      },
    }),
  );
  const standards =
    isWhole || chosen === undefined
      ? null
      : board.standards.filter(({ agencies }) => agencies.includes(chosen.agency)).map(({ id }) => id);
  return (
    <Dialog isOpen onClose={onClose} title={`Assign ${row.planReference}`}>
      <form
        noValidate
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          setIsTried(true);
          if (to === '' || assign.isPending) return;
          assign.mutate({
            roundId: round.id,
            documentId: row.documentId,
            auditorId: to,
            standards,
            dueOn: isCalendarDate(dueOn) ? dueOn : null,
          });
        }}
      >
        {free.length === 0 ? (
          <Notice
            tone="info"
            title="Nobody is left who could take it."
            advice={others === '' ? 'Add people to the round under Set up.' : others}
          />
        ) : (
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
        )}
        <RadioGroup
          legend="What they grade"
          name="standards"
          value={isWhole ? 'all' : 'led'}
          choices={[
            { value: 'all', label: 'All standards' },
            { value: 'led', label: 'What their agency leads', hint: 'And the standards that all lead.' },
          ]}
          onChange={({ target }) => {
            setIsWhole(target.value === 'all');
          }}
        />
        <DateField
          label="Due by"
          isOptional
          value={dueOn}
          onChange={({ target }) => {
            setDueOn(target.value);
          }}
        />
        {assign.isError ? <Failed error={assign.error} /> : null}
        <div className="row">
          <Button type="submit" look="primary" isBusy={assign.isPending}>
            Assign it
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
}
