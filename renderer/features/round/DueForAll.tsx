import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Assignment } from '../../../shared/contract/assignments.ts';
import type { Round } from '../../../shared/contract/rounds.ts';
import { count, isCalendarDate } from '../../../shared/domain/calendar-date.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { DateField } from '../../ui/Field.tsx';
import { showToast } from '../../ui/toast-store.ts';

/** One due date for everything that is not handed in. */
export function DueForAll({ round, live }: { round: Round; live: readonly Assignment[] }) {
  const [dueOn, setDueOn] = useState<string | null>(null);
  const open = live.filter(({ progress }) => progress !== 'submitted').length;
  const setAll = useMutation(
    api.assignments.setAllDue.mutationOptions({
      onSuccess: () => {
        setDueOn(null);
        showToast(`${count(open, 'assignment')} have their date.`);
      },
    }),
  );
  const close = () => {
    setDueOn(null);
  };
  if (open === 0) return null;
  return (
    <>
      <Button
        onClick={() => {
          setAll.reset();
          setDueOn(round.gradingDue ?? '');
        }}
      >
        One due date for all…
      </Button>
      <Dialog isOpen={dueOn !== null} onClose={close} title="One due date for all">
        <form
          noValidate
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (dueOn === null || setAll.isPending) return;
            setAll.mutate({ roundId: round.id, dueOn: isCalendarDate(dueOn) ? dueOn : null });
          }}
        >
          <p>For {count(open, 'assignment')} not handed in yet. Left empty, they have none.</p>
          <DateField
            label="Due by"
            isOptional
            value={dueOn ?? ''}
            onChange={({ target }) => {
              setDueOn(target.value);
            }}
          />
          {setAll.isError ? <Failed error={setAll.error} /> : null}
          <div className="row">
            <Button type="submit" look="primary" isBusy={setAll.isPending}>
              Set the date
            </Button>
            <Button onClick={close}>Cancel</Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
