import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { NewAction as NewActionInput } from '../../../shared/contract/actions.ts';
import type { DueRule } from '../../../shared/domain/actions.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { useOpenWorkspace } from '../../api/open-workspace.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { ActionFields, type ActionForm, ownerOf } from './ActionFields.tsx';

/** Puts a new action down; `children` are the fields that say where it belongs. */
export function NewAction({
  place,
  due,
  title,
  words = '',
  children,
  onClose,
}: {
  place: Pick<NewActionInput, 'kind' | 'level' | 'planId' | 'documentId' | 'criterionId'>;
  due: DueRule;
  title: string;
  words?: string;
  children?: ReactNode;
  onClose: () => void;
}) {
  const { person } = useOpenWorkspace();
  const { register, handleSubmit, formState, control, setValue } = useForm<ActionForm>({
    defaultValues: { words, service: '', ownerId: person.id, ownerName: '', dueOn: due.suggested },
  });
  // The proposed day follows the version that is chosen, unless somebody has set another.
  const [proposed, setProposed] = useState(due.suggested);
  if (proposed !== due.suggested) {
    setProposed(due.suggested);
    if (formState.dirtyFields.dueOn !== true) setValue('dueOn', due.suggested);
  }
  const create = useMutation(
    api.actions.create.mutationOptions({
      onSuccess: () => {
        showToast('Action put down.');
        onClose();
      },
    }),
  );
  return (
    <Dialog isOpen onClose={onClose} title={title} size="wide">
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          void handleSubmit((form) => {
            create.mutate({
              ...place,
              roundId: null,
              words: form.words,
              service: form.service,
              owner: ownerOf(form),
              dueOn: form.dueOn === '' ? null : form.dueOn,
            });
          })(event);
        }}
      >
        {children}
        <ActionFields
          register={register}
          control={control}
          errors={formState.errors}
          due={due}
          isServiceNeeded={place.level === 'service'}
        />
        {create.isError ? <Failed error={create.error} /> : null}
        <div className="row">
          <Button type="submit" look="primary" isBusy={create.isPending}>
            Put it down
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
}
