import { useFormContext } from 'react-hook-form';
import { RadioGroup, TextField } from '../../ui/Field.tsx';
import { AGENCY_CHOICES } from '../../api/field-words.ts';
import type { CreateForm } from './create-form.ts';

/** Whose workspace it is, and who sets it up. */
export function PartnershipStep() {
  const { register, formState } = useFormContext<CreateForm>();
  const { errors } = formState;
  return (
    <div className="stack">
      <TextField
        label="Partnership"
        hint="As it stands on your reports, for example “Willowshire SEND Partnership”. The file is named after it."
        autoComplete="organization"
        error={errors.partnershipName?.message}
        {...register('partnershipName')}
      />
      <TextField
        label="Area code"
        hint="The local authority’s number or short name."
        isOptional
        error={errors.areaCode?.message}
        {...register('areaCode')}
      />
      <TextField
        label="Your name"
        hint="You become this workspace’s QA lead, chair and first auditor."
        autoComplete="name"
        error={errors.personName?.message}
        {...register('personName')}
      />
      <RadioGroup legend="Your agency" choices={AGENCY_CHOICES} {...register('agency')} />
    </div>
  );
}
