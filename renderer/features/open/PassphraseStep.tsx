import { useFormContext, useWatch } from 'react-hook-form';
import { Checkbox } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { CreateForm } from './create-form.ts';
import { PassphraseField } from '../../passphrase/PassphraseField.tsx';
import { PassphraseStrength } from '../../passphrase/PassphraseStrength.tsx';
import { usePassphraseRating } from '../../passphrase/use-passphrase-rating.ts';

/** The key to everything: typed twice, rated while typing, and its loss understood. */
export function PassphraseStep() {
  const { register, formState, control } = useFormContext<CreateForm>();
  const { errors } = formState;
  const [passphrase, partnershipName, areaCode, personName] = useWatch({
    control,
    name: ['passphrase', 'partnershipName', 'areaCode', 'personName'],
  });
  const rating = usePassphraseRating(passphrase, [partnershipName, areaCode, personName]);
  return (
    <div className="stack">
      <p>The workspace is encrypted with this passphrase. Everybody who works in it on this machine needs it.</p>
      <div className="stack-tight">
        <PassphraseField
          label="Passphrase"
          autoComplete="new-password"
          error={errors.passphrase?.message}
          {...register('passphrase')}
        />
        <PassphraseStrength rating={rating} />
      </div>
      <PassphraseField
        label="The same passphrase again"
        autoComplete="new-password"
        error={errors.again?.message}
        {...register('again')}
      />
      <Notice tone="warning" title="A lost passphrase cannot be recovered, by you or by anyone else.">
        <p>
          Without it the plans, audits and reports in this workspace are gone. Keep it where your service keeps keys.
        </p>
      </Notice>
      <Checkbox label="I have understood" error={errors.hasUnderstood?.message} {...register('hasUnderstood')} />
    </div>
  );
}
