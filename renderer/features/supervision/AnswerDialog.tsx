import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { Reply } from '../../../shared/contract/supervision.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RadioGroup, TextArea } from '../../ui/Field.tsx';
import { showToast } from '../../ui/toast-store.ts';

const OUTCOMES = [
  {
    value: 'look_again',
    label: 'The panel looks again',
    hint: 'The plan is owed a re-audit, and comes along with the next sample.',
  },
  { value: 'stands', label: 'The grade stands' },
] as const;

/** The chair's answer to a reply, with whether a plan is looked at again where that was asked. */
export function AnswerDialog({ reply, onClose }: { reply: Reply; onClose: () => void }) {
  const isLook = reply.kind === 'second_look';
  const mayLook = isLook && reply.about !== null;
  const { register, handleSubmit, formState } = useForm({ defaultValues: { outcome: '', words: '' } });
  const answer = useMutation(
    api.supervision.answerReply.mutationOptions({
      onSuccess: () => {
        showToast('Answered.');
        onClose();
      },
    }),
  );
  return (
    <Dialog isOpen onClose={onClose} title={`Answer ${reply.caseworker.name}`}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          void handleSubmit(({ outcome, words }) => {
            const found = OUTCOMES.find(({ value }) => value === outcome)?.value ?? 'stands';
            answer.mutate({ replyId: reply.id, outcome: isLook ? found : 'noted', words });
          })(event);
        }}
      >
        <p>{reply.words}</p>
        {isLook ? (
          <RadioGroup
            legend={reply.about === null ? 'The plan is gone' : `The second look at ${reply.about.plan}`}
            choices={mayLook ? OUTCOMES : OUTCOMES.filter(({ value }) => value === 'stands')}
            {...register('outcome', { validate: (value) => value !== '' || 'Say whether there is one.' })}
            error={formState.errors.outcome?.message}
          />
        ) : null}
        <TextArea
          label="Your answer"
          hint="The caseworker and their manager read it."
          maxLength={2000}
          rows={4}
          {...register('words', { validate: (words) => words.trim().length > 2 || 'Say it in a sentence.' })}
          error={formState.errors.words?.message}
        />
        {answer.isError ? <Failed error={answer.error} /> : null}
        <div className="row">
          <Button type="submit" look="primary" isBusy={answer.isPending}>
            Answer
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
}
