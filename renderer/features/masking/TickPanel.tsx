import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import type { Masking } from '../../../shared/contract/masking.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Checkbox } from '../../ui/Field.tsx';
import { formatDateTime } from '../../ui/dates.ts';
import { Icon } from '../../ui/Icon.tsx';
import { STATE_WORDS } from './mask-groups.ts';

/** Whether the forum may open the document, and the tick by which a person says so. */
export function TickPanel({ masking }: { masking: Masking }) {
  const { document, state, check, digest } = masking;
  const documentId = document.id;
  const heading = useId();
  const confirm = useMutation(api.masking.confirm.mutationOptions());
  const withdraw = useMutation(api.masking.withdraw.mutationOptions());
  const failure = [confirm, withdraw].find(({ isError }) => isError);
  const isOpen = state === 'checked';
  return (
    <section className={`tick tick--${isOpen ? 'open' : 'closed'}`} aria-labelledby={heading}>
      <h2 id={heading} className="tick__state">
        <Icon name={isOpen ? 'check' : 'lock'} /> {STATE_WORDS[state]}
      </h2>
      {state === 'no_text' ? (
        <p>Load a version with text, or ask somebody of another agency to audit it.</p>
      ) : (
        <Checkbox
          label="I have read it; it may be opened by the parent carer forum"
          hint={tickHint(masking)}
          checked={confirm.isPending || (isOpen && !withdraw.isPending)}
          disabled={confirm.isPending || withdraw.isPending}
          onChange={({ target }) => {
            if (target.checked) confirm.mutate({ documentId, digest });
            else withdraw.mutate({ documentId });
          }}
        />
      )}
      {check === null ? null : (
        <p className="soft small">
          Ticked by {check.by} on {formatDateTime(check.at)}
          {isOpen ? '.' : '; it does not count for the plan as it is now.'}
        </p>
      )}
      {failure === undefined ? null : <Failed error={failure.error} />}
    </section>
  );
}

function tickHint({ state }: Masking): string {
  if (state === 'checked') return 'Take the tick away to close it again. A new version needs its own.';
  return 'The rules find much, but only a person can tell whether nobody is named. Read it through as the forum will.';
}
