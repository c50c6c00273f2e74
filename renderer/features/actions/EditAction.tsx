import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { Action } from '../../../shared/contract/actions.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ActionFields, type ActionForm, ownerOf } from './ActionFields.tsx';

/** Changes what an open action says, whose it is and when it is due. */
export function EditAction({ action, onClose }: { action: Action; onClose: () => void }) {
  const { register, handleSubmit, formState, control } = useForm<ActionForm>({
    defaultValues: {
      words: action.words,
      service: action.service,
      ownerId: action.owner.personId ?? '',
      ownerName: action.owner.personId === null ? action.owner.name : '',
      dueOn: action.dueOn ?? '',
    },
  });
  const update = useMutation(
    api.actions.update.mutationOptions({
      onSuccess: () => {
        onClose();
      },
    }),
  );
  return (
    <Dialog isOpen onClose={onClose} title="Change the action">
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          void handleSubmit((form) => {
            update.mutate({
              actionId: action.id,
              words: form.words,
              service: form.service,
              owner: ownerOf(form),
              dueOn: form.dueOn === '' ? null : form.dueOn,
            });
          })(event);
        }}
      >
        <ActionFields
          register={register}
          control={control}
          errors={formState.errors}
          due={null}
          isServiceNeeded={action.level === 'service'}
        />
        {update.isError ? <Failed error={update.error} /> : null}
        <div className="row">
          <Button type="submit" look="primary" isBusy={update.isPending}>
            Keep the change
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
}
