import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { ReadMeasure } from '../../../shared/contract/measures.ts';
import { isCalendarDate } from '../../../shared/domain/calendar-date.ts';
import type { Measure } from '../../../shared/domain/measures.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { latestStanding, readingsOf, STANDING_WORDS } from '../../../shared/domain/report/measures-standing.ts';
import { Asked, Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SelectField, TextArea, TextField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { MeasureCounting } from './MeasureCounting.tsx';
import { fieldsOf, formOf, formProblems, type MeasureForm } from './measure-form.ts';
import { MilestoneRows } from './MilestoneRows.tsx';
import { TrendPicture } from './TrendPicture.tsx';

/** Adds a measure or changes one, with its chart as it would be. */
export function MeasureDialog({
  measure,
  list,
  onClose,
}: {
  /** Null while shut. */
  measure: Measure | 'new' | null;
  list: readonly ReadMeasure[];
  onClose: () => void;
}) {
  const rubric = useQuery(api.rubrics.current.queryOptions());
  return (
    <Dialog
      isOpen={measure !== null}
      size="wide"
      title={measure === 'new' || measure === null ? 'Add a measure' : `Change ${measure.name}`}
      onClose={onClose}
    >
      {measure === null ? null : (
        <Asked query={rubric} loading="Reading the standards">
          {(stored) => (
            <MeasureFormFields
              measure={measure === 'new' ? null : measure}
              list={list}
              rubric={stored.rubric}
              onClose={onClose}
            />
          )}
        </Asked>
      )}
    </Dialog>
  );
}

const NOTHING_READ: ReadMeasure['figures'] = { table: null, points: [], breaksBefore: [], percentsAlone: [] };

function MeasureFormFields({
  measure,
  list,
  rubric,
  onClose,
}: {
  measure: Measure | null;
  list: readonly ReadMeasure[];
  rubric: Rubric;
  onClose: () => void;
}) {
  const people = useQuery(api.people.list.queryOptions());
  const form = useForm<MeasureForm>({ defaultValues: formOf(measure, rubric) });
  const { register, control, handleSubmit } = form;
  const typed = useWatch({ control, compute: (values: MeasureForm) => values });
  const [isTried, setIsTried] = useState(false);
  const others = list.filter((each) => each.measure.id !== measure?.id && each.measure.retiredAt === null);
  const problems = formProblems(
    typed,
    others.map((each) => each.measure.name),
    rubric,
  );
  const figures = list.find((each) => each.measure.id === measure?.id)?.figures ?? NOTHING_READ;
  const fields = fieldsOf(typed);
  const milestones = fields.milestones.filter(({ on, value }) => isCalendarDate(on) && value >= 0 && value <= 100_000);
  const standing = latestStanding({ ...fields, milestones }, readingsOf(figures, figures.table));
  const done = ({ name }: Measure) => {
    showToast(measure === null ? `${name} was added.` : `${name} was changed.`);
    onClose();
  };
  const create = useMutation(api.measures.create.mutationOptions({ onSuccess: done }));
  const update = useMutation(api.measures.update.mutationOptions({ onSuccess: done }));
  const { isPending, error } = measure === null ? create : update;
  const submit = handleSubmit((values) => {
    setIsTried(true);
    if (problems.length > 0) return;
    const wanted = fieldsOf(values);
    if (measure === null) create.mutate({ fields: wanted });
    else update.mutate({ measureId: measure.id, revision: measure.revision, fields: wanted });
  });
  return (
    <form noValidate className="stack" onSubmit={(event) => void submit(event)}>
      <TextField
        label="Name"
        hint="As the board knows it, with the plan that promises it."
        maxLength={200}
        {...register('name')}
      />
      <MeasureCounting form={form} rubric={rubric} hasReadings={(measure?.byHand.length ?? 0) > 0} />
      <MilestoneRows form={form} unit={fields.unit} />
      <div className="form-grid">
        <TextField label="Target" isOptional inputMode="decimal" {...register('target')} />
        <TextField
          label="Tolerance"
          hint={
            fields.unit === 'percent' ? 'Points off a milestone that are still close.' : 'How far off is still close.'
          }
          inputMode="decimal"
          {...register('tolerance')}
        />
        <TextField
          label="Source"
          isOptional
          hint="The document that promises it."
          maxLength={300}
          {...register('source')}
        />
      </div>
      <div className="form-grid">
        <SelectField
          label="Owner"
          emptyLabel="Someone else, by name"
          choices={(people.data ?? []).flatMap(({ id, name, isActive }) =>
            isActive || id === typed.ownerId ? [{ value: id, label: name }] : [],
          )}
          {...register('ownerId')}
        />
        {typed.ownerId === '' ? (
          <TextField label="Owner’s name or post" isOptional maxLength={300} {...register('ownerName')} />
        ) : null}
      </div>
      <TextArea label="Note for the panel" isOptional rows={2} maxLength={2000} {...register('note')} />
      {figures.table === null && milestones.length === 0 ? null : (
        <section className="stack-tight" aria-label="How it would stand">
          <TrendPicture name={fields.name} unit={fields.unit} milestones={milestones} figures={figures} />
          {standing.reading === null ? null : (
            <p>
              <span className="strong">{STANDING_WORDS[standing.kind]}.</span> {standing.words}
            </p>
          )}
        </section>
      )}
      <div aria-live="polite">
        {isTried && problems.length > 0 ? (
          <Notice tone="warning" title="This measure cannot be kept as it is:">
            <ul className="list">
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </Notice>
        ) : null}
      </div>
      {error === null ? null : <Failed error={error} />}
      <div className="row">
        <Button type="submit" look="primary" isBusy={isPending}>
          {measure === null ? 'Add the measure' : 'Save the changes'}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
