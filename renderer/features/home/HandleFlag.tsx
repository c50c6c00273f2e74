import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { Flag } from '../../../shared/contract/flags.ts';
import { FLAG_WORDS, flagAdvice } from '../../../shared/domain/flags.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** Takes a flag in hand: acknowledged with what is being done, the officer told of a breach, resolved with what came of it. */
export function HandleFlag({ flag, onClose }: { flag: Flag; onClose: () => void }) {
  const { register, handleSubmit, getValues, setError, reset, formState } = useForm({ defaultValues: { words: '' } });
  const onSuccess = (): void => {
    reset();
    onClose();
  };
  const acknowledge = useMutation(api.flags.acknowledge.mutationOptions({ onSuccess }));
  const resolve = useMutation(api.flags.resolve.mutationOptions({ onSuccess }));
  const tell = useMutation(api.flags.tellOfficer.mutationOptions());
  const failure = acknowledge.error ?? resolve.error ?? tell.error;
  const isNew = flag.acknowledged === null;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`${FLAG_WORDS[flag.kind]}: ${flag.planReference}`}
      actions={
        <>
          {isNew ? (
            <Button
              look="primary"
              isBusy={acknowledge.isPending}
              onClick={() => {
                acknowledge.mutate({ flagId: flag.id, words: getValues('words') });
              }}
            >
              Acknowledge
            </Button>
          ) : null}
          <Button
            look={isNew ? 'secondary' : 'primary'}
            isBusy={resolve.isPending}
            onClick={() => {
              void handleSubmit(({ words }) => {
                if (words.trim().length < 3) setError('words', { message: 'Say what was done.' });
                else resolve.mutate({ flagId: flag.id, words });
              })();
            }}
          >
            Resolve
          </Button>
          <Button onClick={onClose}>Close</Button>
        </>
      }
    >
      <p>{flag.words}</p>
      <Notice tone="warning" title={flagAdvice(flag.kind)} />
      {flag.breachDue !== null && flag.officerTold === null ? (
        <p>
          <Button
            size="small"
            isBusy={tell.isPending}
            onClick={() => {
              tell.mutate({ flagId: flag.id });
            }}
          >
            The data protection officer has been told
          </Button>
        </p>
      ) : null}
      <TextArea
        label="What is being done, or what was done"
        hint="Needed to resolve it; kept with the flag."
        rows={3}
        maxLength={4000}
        {...register('words')}
        error={formState.errors.words?.message}
      />
      {failure === null ? null : <Failed error={failure} />}
    </Dialog>
  );
}
