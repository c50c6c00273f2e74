import { useFieldArray, type UseFormReturn } from 'react-hook-form';
import type { MeasureFields } from '../../../shared/domain/measures.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Table } from '../../ui/Table.tsx';
import type { MeasureForm } from './measure-form.ts';

/** What is promised by when; rows may be typed in any order. */
export function MilestoneRows({ form, unit }: { form: UseFormReturn<MeasureForm>; unit: MeasureFields['unit'] }) {
  const { register, control } = form;
  const { fields, append, remove } = useFieldArray({ control, name: 'milestones' });
  return (
    <fieldset className="field stack-tight">
      <legend className="field__label">Milestones</legend>
      {fields.length === 0 ? null : (
        <Table caption="Milestones" isCaptionHidden>
          <thead>
            <tr>
              <th scope="col">By</th>
              <th scope="col">{unit === 'percent' ? 'Per cent' : 'Number'}</th>
              <th scope="col">
                <span className="visually-hidden">Remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field, at) => (
              <tr key={field.id}>
                <td>
                  <input
                    type="date"
                    className="field__control"
                    aria-label={`Date of milestone ${at + 1}`}
                    {...register(`milestones.${at}.on`)}
                  />
                </td>
                <td>
                  <input
                    className="field__control"
                    inputMode="decimal"
                    autoComplete="off"
                    aria-label={`${unit === 'percent' ? 'Per cent' : 'Number'} of milestone ${at + 1}`}
                    {...register(`milestones.${at}.value`)}
                  />
                </td>
                <td>
                  <IconButton
                    label={`Remove milestone ${at + 1}`}
                    onClick={() => {
                      remove(at);
                    }}
                  >
                    <Icon name="close" />
                  </IconButton>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <Button
        size="small"
        icon={<Icon name="plus" />}
        onClick={() => {
          append({ on: '', value: '' });
        }}
      >
        Add a milestone
      </Button>
    </fieldset>
  );
}
