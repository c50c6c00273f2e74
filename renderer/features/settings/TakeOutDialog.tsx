import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Held } from '../../../shared/contract/assignments.ts';
import type { Person } from '../../../shared/contract/person.ts';
import type { Round } from '../../../shared/contract/rounds.ts';
import { shortHalfTermName } from '../../../shared/domain/half-term.ts';
import { Asked, Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { AGENCY_WORDS, STAGE_WORDS } from '../../api/field-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { showToast } from '../../ui/toast-store.ts';

/** Longest reason that the contract takes. */
const LONGEST_REASON = 200;

/** Takes a person out, and with the same step what they are asked for and have not submitted to somebody else, or back. */
export function TakeOutDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const held = useQuery(api.assignments.heldBy.queryOptions({ input: { personId: person.id } }));
  return (
    <Dialog isOpen onClose={onClose} title={`Take out ${person.name}?`}>
      <Asked query={held} loading="Looking for audits that are not submitted">
        {(list) => <TakeOut person={person} held={list} onClose={onClose} />}
      </Asked>
    </Dialog>
  );
}

function TakeOut({ person, held, onClose }: { person: Person; held: readonly Held[]; onClose: () => void }) {
  const rounds = useQuery(api.rounds.list.queryOptions());
  /** Who takes each over; withdrawn where nobody is chosen. */
  const [takers, setTakers] = useState<ReadonlyMap<string, string>>(new Map());
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const bringBack = useMutation(api.people.setActive.mutationOptions());
  const takeOut = useMutation(
    api.people.setActive.mutationOptions({
      onSuccess: () => {
        onClose();
        const undo =
          held.length > 0
            ? undefined
            : () => {
                bringBack.mutate({ personId: person.id, isActive: true });
              };
        showToast(`${person.name} no longer takes part.`, undo);
      },
    }),
  );
  const why = reason.trim();
  const submit = () => {
    if (held.length > 0 && why === '') setIsMissing(true);
    else if (!takeOut.isPending) {
      const audits = held.map(({ assignment: { id } }) => ({ assignmentId: id, auditorId: takers.get(id) || null }));
      const handOver = held.length === 0 ? null : { reason: why, audits };
      takeOut.mutate({ personId: person.id, isActive: false, handOver });
    }
  };
  return (
    <form
      noValidate
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p>They no longer sign in, and nothing more can be given to them. What they did stays.</p>
      {held.length === 0 ? null : (
        <>
          <p>
            {held.length === 1
              ? 'One audit of theirs is not submitted. Give it to someone else, or withdraw it, so that it does not hold up the others.'
              : `${held.length} audits of theirs are not submitted. Give each to someone else, or withdraw it, so that it does not hold up the others.`}{' '}
            What was begun no longer counts.
          </p>
          {held.map(({ assignment, takers: free }) => (
            <SelectField
              key={assignment.id}
              label={auditWords(assignment, rounds.data)}
              emptyLabel="Withdraw it"
              choices={free.map(({ id, name, agency }) => ({
                value: id,
                label: `Give it to ${name}, ${AGENCY_WORDS[agency]}`,
              }))}
              value={takers.get(assignment.id) ?? ''}
              onChange={({ target }) => {
                setTakers(new Map([...takers, [assignment.id, target.value]]));
              }}
            />
          ))}
          <TextField
            label="Reason"
            hint="It stands beside each audit that is moved or withdrawn."
            maxLength={LONGEST_REASON}
            error={isMissing && why === '' ? 'Say why.' : undefined}
            value={reason}
            onChange={({ target }) => {
              setReason(target.value);
            }}
          />
        </>
      )}
      {takeOut.isError ? <Failed error={takeOut.error} /> : null}
      <div className="row">
        <Button type="submit" look="danger" isBusy={takeOut.isPending}>
          {held.length === 0 ? 'Take them out' : 'Take them out and hand over'}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}

/** 'MD-26-0468, final, 26/27 Aut 2: under way' */
function auditWords(
  { planReference, stage, roundId, progress }: Held['assignment'],
  rounds: readonly Round[] | undefined,
): string {
  const round = rounds?.find(({ id }) => id === roundId);
  const what = [
    planReference,
    ...(stage === null ? [] : [STAGE_WORDS[stage].toLowerCase()]),
    ...(round === undefined ? [] : [shortHalfTermName(round.halfTerm)]),
  ].join(', ');
  return `${what}: ${progress === 'open' ? 'under way' : 'not begun'}`;
}
