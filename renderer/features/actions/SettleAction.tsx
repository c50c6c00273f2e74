import { useMutation, useQuery } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import type { Action } from '../../../shared/contract/actions.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { versionsInOrder, versionWords } from '../../api/plan-versions.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SelectField, TextArea } from '../../ui/Field.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { stageWords } from './action-words.ts';

export interface Settling {
  action: Action;
  state: 'done' | 'dropped';
}

/** Says that an action is done, with what shows it, or drops it, with why; either can be taken back. */
export function SettleAction({ action, state, onClose }: Settling & { onClose: () => void }) {
  const isDone = state === 'done';
  const planId = action.plan?.id;
  const plan = useQuery(
    api.plans.get.queryOptions({ input: { planId: planId ?? '' }, enabled: isDone && planId !== undefined }),
  );
  const later = versionsInOrder(plan.data?.documents ?? []).filter(({ id }) => id !== action.version?.documentId);
  const { register, handleSubmit, formState, control } = useForm({
    defaultValues: {
      evidence: isDone ? evidenceFrom(action) : '',
      documentId: '',
      text: '',
    },
  });
  const documentId = useWatch({ control, name: 'documentId' });
  const reopen = useMutation(api.actions.reopen.mutationOptions());
  const settle = useMutation(
    api.actions.settle.mutationOptions({
      onSuccess: ({ id }) => {
        showToast(isDone ? 'Marked as done.' : 'Dropped.', () => {
          reopen.mutate({ actionId: id });
        });
        onClose();
      },
    }),
  );
  return (
    <Dialog isOpen onClose={onClose} title={isDone ? 'Mark as done' : 'Drop this action'}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          void handleSubmit((fields) => {
            const quote = fields.documentId === '' ? null : { documentId: fields.documentId, text: fields.text };
            settle.mutate({ actionId: action.id, state, evidence: fields.evidence, quote });
          })(event);
        }}
      >
        <p>{action.words}</p>
        <TextArea
          label={isDone ? 'What shows that it was done' : 'Why it is dropped'}
          maxLength={2000}
          {...register('evidence', { validate: (words) => words.trim().length > 2 || 'Say it in a sentence.' })}
          error={formState.errors.evidence?.message}
        />
        {isDone && later.length > 0 ? (
          <SelectField
            label="Words of a later version"
            isOptional
            emptyLabel="None"
            choices={later.map((document) => ({ value: document.id, label: versionWords(document) }))}
            {...register('documentId')}
          />
        ) : null}
        {documentId === '' ? null : (
          <TextArea
            label="Those words, as they stand there"
            hint="They are looked up in the document and kept with their place."
            maxLength={2000}
            {...register('text', {
              validate: (words) => words.trim().length > 2 || 'Copy the words from the document.',
            })}
            error={formState.errors.text?.message}
          />
        )}
        {settle.isError ? <Failed error={settle.error} /> : null}
        <div className="row">
          <Button type="submit" look="primary" isBusy={settle.isPending}>
            {isDone ? 'Mark as done' : 'Drop it'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** What was said before it was opened again, else what the next version's auditors say. */
function evidenceFrom({ evidence, later, reAudit }: Action): string {
  if (evidence !== '') return evidence;
  if (later?.isProposedDone === true) {
    return `The auditors of the ${stageWords(later.version.stage)} all say that it is answered.`;
  }
  const after = reAudit?.after ?? null;
  return after === null ? '' : `Graded again: ${after.toLowerCase()}.`;
}
