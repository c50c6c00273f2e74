import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { ROLES } from '../../../shared/contract/meta.ts';
import { agencySchema, type Person } from '../../../shared/contract/person.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { AGENCY_CHOICES, ROLE_HINTS, ROLE_WORDS } from '../../api/field-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Checkbox, SelectField, TextField } from '../../ui/Field.tsx';
import { showToast } from '../../ui/toast-store.ts';

const formSchema = z.object({
  name: z.string().trim().min(1, 'Give the person’s name.').max(200, 'At most 200 letters.'),
  agency: agencySchema,
  team: z.string().trim().max(300, 'At most 300 letters.'),
  roles: z.array(z.enum(ROLES)).min(1, 'Give at least one role.'),
  signsIn: z.boolean(),
});
type PersonForm = z.infer<typeof formSchema>;

const NOBODY: PersonForm = { name: '', agency: 'education', team: '', roles: ['auditor'], signsIn: true };

/** Adds a person or changes one. */
export function PersonDialog({
  person,
  teams,
  onClose,
}: {
  /** Null while shut. */
  person: Person | 'new' | null;
  teams: readonly string[];
  onClose: () => void;
}) {
  return (
    <Dialog
      isOpen={person !== null}
      title={person === 'new' || person === null ? 'Add a person' : `Change ${person.name}`}
      onClose={onClose}
    >
      {person === null ? null : (
        <PersonFormFields person={person === 'new' ? null : person} teams={teams} onClose={onClose} />
      )}
    </Dialog>
  );
}

function PersonFormFields({
  person,
  teams,
  onClose,
}: {
  person: Person | null;
  teams: readonly string[];
  onClose: () => void;
}) {
  const { register, handleSubmit, formState } = useForm<PersonForm>({
    resolver: zodResolver(formSchema),
    defaultValues: person ?? NOBODY,
  });
  const { errors } = formState;
  const done = ({ name }: Person) => {
    showToast(person === null ? `${name} was added.` : `${name} was changed.`);
    onClose();
  };
  const add = useMutation(api.people.add.mutationOptions({ onSuccess: done }));
  const update = useMutation(api.people.update.mutationOptions({ onSuccess: done }));
  const { isPending, error } = person === null ? add : update;
  return (
    <form
      noValidate
      className="stack"
      onSubmit={(event) => {
        void handleSubmit((fields) => {
          if (person === null) add.mutate(fields);
          else update.mutate({ personId: person.id, fields });
        })(event);
      }}
    >
      <TextField label="Name" error={errors.name?.message} {...register('name')} />
      <div className="form-grid">
        <SelectField label="Agency" choices={AGENCY_CHOICES} {...register('agency')} />
        <TextField
          label="Team or locality"
          list="teams"
          isOptional
          error={errors.team?.message}
          {...register('team')}
        />
      </div>
      <datalist id="teams">
        {teams.map((team) => (
          <option key={team}>{team}</option>
        ))}
      </datalist>
      <fieldset className="field">
        <legend className="field__label">Roles</legend>
        {ROLES.map((role) => (
          <Checkbox
            key={role}
            label={ROLE_WORDS[role]}
            hint={ROLE_HINTS[role]}
            value={role}
            {...register('roles')}
            error={undefined}
          />
        ))}
        <div className="field__error" aria-live="polite">
          {errors.roles?.message}
        </div>
      </fieldset>
      <Checkbox
        label="Signs in at this machine"
        hint="Leave this out for a caseworker who only receives feedback: replies are then entered for them."
        {...register('signsIn')}
      />
      {error === null ? null : <Failed error={error} />}
      <div className="row">
        <Button type="submit" look="primary" isBusy={isPending}>
          {person === null ? 'Add the person' : 'Save the changes'}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
