import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { assignmentRuleSchema, Proposal } from '../../../shared/contract/assignments.ts';
import type { Round } from '../../../shared/contract/rounds.ts';
import { count, isCalendarDate } from '../../../shared/domain/calendar-date.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/Field.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { focusHanded } from './focus-handed.ts';

/** Takes a proposal as it is shown, with one due date; it can be taken back as a whole while nobody has begun. */
export function AcceptProposal({
  round,
  rule,
  proposal,
}: {
  round: Round;
  rule: z.infer<typeof assignmentRuleSchema>;
  proposal: Proposal;
}) {
  const [dueOn, setDueOn] = useState(round.gradingDue ?? '');
  const withdraw = useMutation(api.assignments.withdrawUnbegun.mutationOptions());
  const accept = useMutation(
    api.assignments.accept.mutationOptions({
      onSuccess: (list) => {
        const wanted = new Set(proposal.assigned.map(({ documentId, auditorId }) => `${documentId} ${auditorId}`));
        const assignmentIds = list
          .filter(({ state, documentId, auditor }) => state === 'assigned' && wanted.has(`${documentId} ${auditor.id}`))
          .map(({ id }) => id);
        showToast(`${count(assignmentIds.length, 'assignment')} made.`, () => {
          withdraw.mutate({ roundId: round.id, assignmentIds, reason: 'Taken back at once' });
        });
        focusHanded();
      },
    }),
  );
  if (proposal.assigned.length === 0) return null;
  return (
    <form
      noValidate
      className="row round__accept"
      onSubmit={(event) => {
        event.preventDefault();
        if (accept.isPending) return;
        accept.mutate({
          roundId: round.id,
          rule,
          seed: proposal.seed,
          dueOn: isCalendarDate(dueOn) ? dueOn : null,
        });
      }}
    >
      <DateField
        label="Due by"
        isOptional
        value={dueOn}
        onChange={({ target }) => {
          setDueOn(target.value);
        }}
      />
      <Button type="submit" look="primary" isBusy={accept.isPending}>
        Accept: assign {proposal.assigned.length}
      </Button>
      {accept.isError ? <Failed error={accept.error} /> : null}
    </form>
  );
}
