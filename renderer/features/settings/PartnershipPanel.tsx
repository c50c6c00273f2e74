import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { api } from '../../api/client.ts';
import { saveStatusOf } from '../../api/autosave.ts';
import { useHasRole, useOpenWorkspace } from '../../api/open-workspace.ts';
import { TextField } from '../../ui/Field.tsx';
import { SaveState } from '../../ui/SaveState.tsx';
import { useLeaveGuard } from '../../ui/use-leave-guard.ts';

const formSchema = z.object({
  name: z.string().trim().min(1, 'Give the partnership’s name.').max(200, 'At most 200 letters.'),
  areaCode: z.string().trim().max(300, 'At most 300 letters.'),
});

/** The partnership's name as it stands on reports. */
export function PartnershipPanel() {
  const { partnership } = useOpenWorkspace();
  const mayChange = useHasRole('qa_lead');
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(formSchema),
    values: { name: partnership.name, areaCode: partnership.areaCode },
    resetOptions: { keepDirtyValues: true },
    mode: 'onChange',
  });
  const { errors, isDirty } = formState;
  const rename = useMutation(api.partnership.rename.mutationOptions());
  useLeaveGuard(isDirty || rename.isPending);
  const save = () => {
    if (isDirty) void handleSubmit((form) => rename.mutate(form))();
  };
  return (
    <section className="panel stack" aria-labelledby="partnership-heading">
      <div className="row row--apart">
        <h2 id="partnership-heading">Partnership</h2>
        <SaveState status={saveStatusOf(rename, Object.keys(errors).length > 0)} />
      </div>
      <form
        noValidate
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label="Name"
          readOnly={!mayChange}
          error={errors.name?.message}
          {...register('name', { onBlur: save })}
        />
        <TextField
          label="Area code"
          readOnly={!mayChange}
          isOptional
          error={errors.areaCode?.message}
          {...register('areaCode', { onBlur: save })}
        />
      </form>
    </section>
  );
}
