import { useMutation, useQuery } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import type { Audit } from '../../../shared/contract/audits.ts';
import type { Flag } from '../../../shared/contract/flags.ts';
import { FLAG_KINDS, FLAG_WORDS, flagAdvice, type FlagKind } from '../../../shared/domain/flags.ts';
import { Asked, Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { useOpenWorkspace } from '../../api/open-workspace.ts';
import { Button } from '../../ui/Button.tsx';
import { formatDateTime } from '../../ui/dates.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { RadioGroup, SelectField, TextArea } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { showToast } from '../../ui/toast-store.ts';

const KIND_CHOICES = FLAG_KINDS.map((kind) => ({ value: kind, label: FLAG_WORDS[kind] }));

/** Raises what cannot wait for the panel, and shows what was raised about this document and became of it. */
export function FlagDialog({ audit, isOpen, onClose }: { audit: Audit; isOpen: boolean; onClose: () => void }) {
  const owners = useQuery(api.flags.owners.queryOptions({ enabled: isOpen }));
  const raised = useQuery(api.flags.list.queryOptions({ input: { isOpen: null }, enabled: isOpen }));
  const own = (raised.data ?? []).filter(
    ({ documentId, roundId }) => documentId === audit.document.id && roundId === audit.roundId,
  );
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title="Flag something that cannot wait" size="wide">
      {own.length === 0 ? null : (
        <ul className="list-plain stack-tight" aria-label="Flags on this plan">
          {own.map((flag) => (
            <li key={flag.id} className="flag-line">
              <strong>{FLAG_WORDS[flag.kind]}</strong> {flag.words}
              <p className="soft small">{stateWords(flag)}</p>
            </li>
          ))}
        </ul>
      )}
      <Asked query={owners} loading="Looking up who acts on flags">
        {(people) => <FlagForm auditId={audit.id} people={people} onClose={onClose} />}
      </Asked>
    </Dialog>
  );
}

function FlagForm({
  auditId,
  people,
  onClose,
}: {
  auditId: string;
  people: readonly { id: string; name: string }[];
  onClose: () => void;
}) {
  const { person } = useOpenWorkspace();
  const first = people.find(({ id }) => id !== person.id) ?? people[0];
  const { register, handleSubmit, control, formState } = useForm<{ kind: FlagKind; words: string; ownerId: string }>({
    defaultValues: { kind: 'safeguarding', words: '', ownerId: first?.id ?? '' },
  });
  const kind = useWatch({ control, name: 'kind' });
  const raise = useMutation(
    api.flags.raise.mutationOptions({
      onSuccess: (flag) => {
        showToast(`Flag raised. ${flag.owner.name} finds it on Home.`);
        onClose();
      },
    }),
  );
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        void handleSubmit((fields) => {
          raise.mutate({ auditId, ...fields });
        })(event);
      }}
    >
      <RadioGroup legend="What is it?" choices={KIND_CHOICES} {...register('kind')} />
      <Notice tone={kind === 'other' ? 'info' : 'warning'} title={flagAdvice(kind)} />
      <TextArea
        label="What was seen, and where"
        rows={3}
        maxLength={4000}
        required
        {...register('words', { validate: (words) => words.trim().length > 2 || 'Say what was seen.' })}
        error={formState.errors.words?.message}
      />
      <SelectField
        label="Who acts on it today"
        hint="They are told on Home. Other auditors of this plan do not see it before all have submitted."
        choices={people.map(({ id, name }) => ({ value: id, label: name }))}
        {...register('ownerId')}
      />
      {raise.isError ? <Failed error={raise.error} /> : null}
      <div className="row">
        <Button type="submit" look="primary" isBusy={raise.isPending}>
          Raise the flag
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}

function stateWords({ raisedAt, owner, acknowledged, resolved }: Flag): string {
  const raised = `Raised ${formatDateTime(raisedAt)}, with ${owner.name}.`;
  if (resolved !== null)
    return `${raised} Resolved ${formatDateTime(resolved.at)} by ${resolved.by.name}: ${resolved.words}`;
  if (acknowledged === null) return `${raised} Not acknowledged yet.`;
  const words = acknowledged.words === '' ? '.' : `: ${acknowledged.words}`;
  return `${raised} Acknowledged ${formatDateTime(acknowledged.at)} by ${acknowledged.by.name}${words}`;
}
