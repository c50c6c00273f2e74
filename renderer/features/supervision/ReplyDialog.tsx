import { useMutation } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import type { Sheet } from '../../../shared/contract/supervision.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RadioGroup, SelectField, TextArea } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { versionName } from './supervision-words.ts';

const KINDS = [
  { value: 'comment', label: 'A comment' },
  {
    value: 'second_look',
    label: 'Ask for a second look at a plan',
    hint: 'It stands in the chair’s list until answered.',
  },
] as const;

/** A caseworker's reply, in their own name or entered for them. */
export function ReplyDialog({ sheet, onClose }: { sheet: Sheet; onClose: () => void }) {
  const { caseworker, isOwn, plans } = sheet;
  const { register, handleSubmit, formState, control } = useForm({
    defaultValues: { kind: 'comment', plan: '', words: '' },
  });
  const kind = useWatch({ control, name: 'kind' });
  const reply = useMutation(
    api.supervision.reply.mutationOptions({
      onSuccess: () => {
        showToast('The reply is put down.');
        onClose();
      },
    }),
  );
  return (
    <Dialog isOpen onClose={onClose} title={isOwn ? 'Reply' : `Enter a reply for ${caseworker.name}`}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          void handleSubmit((fields) => {
            const about = plans.find(({ documentId, roundId }) => `${roundId} ${documentId}` === fields.plan);
            reply.mutate({
              caseworkerId: caseworker.id,
              kind: fields.kind === 'second_look' ? 'second_look' : 'comment',
              about: about === undefined ? null : { roundId: about.roundId, documentId: about.documentId },
              words: fields.words,
            });
          })(event);
        }}
      >
        {isOwn ? null : (
          <Notice
            tone="info"
            title={`It will say that you entered it for ${caseworker.name}.`}
            advice={caseworker.signsIn ? 'They can also come in with their own PIN and reply themselves.' : ''}
          />
        )}
        <RadioGroup legend="What it is" choices={KINDS} {...register('kind')} />
        <SelectField
          label="About which plan"
          emptyLabel="The sheet as a whole"
          choices={plans.map((plan) => ({ value: `${plan.roundId} ${plan.documentId}`, label: versionName(plan) }))}
          {...register('plan', {
            validate: (plan) => kind !== 'second_look' || plan !== '' || 'Say which plan is to be looked at again.',
          })}
          error={formState.errors.plan?.message}
        />
        <TextArea
          label={isOwn ? 'In your own words' : 'In their own words'}
          maxLength={2000}
          rows={5}
          {...register('words', { validate: (words) => words.trim().length > 2 || 'Say it in a sentence.' })}
          error={formState.errors.words?.message}
        />
        <p className="small soft">A reply stands as it is given. Your manager and the chair read it.</p>
        {reply.isError ? <Failed error={reply.error} /> : null}
        <div className="row">
          <Button type="submit" look="primary" isBusy={reply.isPending}>
            Put it down
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
}
