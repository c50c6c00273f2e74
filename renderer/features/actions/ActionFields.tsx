import { useQuery } from '@tanstack/react-query';
import type { Control, FieldErrors, UseFormRegister } from 'react-hook-form';
import { useWatch } from 'react-hook-form';
import type { DueRule } from '../../../shared/domain/actions.ts';
import { dueTooLate } from '../../../shared/domain/actions.ts';
import { api } from '../../api/client.ts';
import { DateField, SelectField, TextArea, TextField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** What an action says, in a form. An empty `ownerId` is somebody outside the workspace, by name. */
export interface ActionForm {
  words: string;
  service: string;
  ownerId: string;
  ownerName: string;
  dueOn: string;
}

export function ownerOf({ ownerId, ownerName }: ActionForm) {
  return ownerId === '' ? { personId: null, name: ownerName.trim() } : { personId: ownerId, name: '' };
}

/** The fields that every action has. `due` says by when makes sense. */
export function ActionFields({
  register,
  control,
  errors,
  due,
  isServiceNeeded,
}: {
  register: UseFormRegister<ActionForm>;
  control: Control<ActionForm>;
  errors: FieldErrors<ActionForm>;
  due: DueRule | null;
  isServiceNeeded: boolean;
}) {
  const people = useQuery(api.people.list.queryOptions());
  const ownerId = useWatch({ control, name: 'ownerId' });
  const dueOn = useWatch({ control, name: 'dueOn' });
  const tooLate = due === null || dueOn === '' ? null : dueTooLate(dueOn, due);
  return (
    <>
      <TextArea
        label="What should change"
        maxLength={2000}
        {...register('words', { validate: (words) => words.trim().length > 2 || 'Say what should change.' })}
        error={errors.words?.message}
      />
      <div className="action__fields">
        <TextField
          label="Service or team"
          isOptional={!isServiceNeeded}
          maxLength={300}
          {...register('service', {
            validate: (service) => !isServiceNeeded || service.trim() !== '' || 'Name the service.',
          })}
          error={errors.service?.message}
        />
        <SelectField
          label="Owner"
          emptyLabel="Someone else, by name"
          choices={(people.data ?? []).flatMap(({ id, name, isActive }) =>
            isActive ? [{ value: id, label: name }] : [],
          )}
          {...register('ownerId')}
        />
      </div>
      {ownerId === '' ? (
        <TextField
          label="Owner’s name"
          maxLength={300}
          {...register('ownerName', {
            validate: (name, form) => form.ownerId !== '' || name.trim() !== '' || 'Say whose it is.',
          })}
          error={errors.ownerName?.message}
        />
      ) : null}
      <DateField
        label="Due"
        hint={due === null || due.words === '' ? undefined : `To be done ${due.words}.`}
        {...register('dueOn')}
      />
      {tooLate === null ? null : <Notice tone="warning" title={tooLate} />}
    </>
  );
}
