import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { Plan } from '../../../shared/contract/plans.ts';
import { formatDate } from '../../../shared/domain/calendar-date.ts';
import { yearGroup } from '../../../shared/domain/rubric/rubric-words.ts';
import { api } from '../../api/client.ts';
import { describeError, isRefusal } from '../../api/errors.ts';
import { planTypeWords } from '../../../shared/domain/register/plan-type-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useNamesShown } from '../../ui/names-store.ts';
import { SaveState } from '../../ui/SaveState.tsx';
import type { SaveStatus } from '../../ui/SaveState.tsx';
import { useLeaveGuard } from '../../ui/use-leave-guard.ts';
import { planFormSchema, toPlanFields, toPlanForm } from './plan-form.ts';
import type { PlanForm } from './plan-form.ts';
import { PlanFieldset } from './PlanFieldset.tsx';

/** A pause in typing after which a field is kept; leaving it keeps it at once. */
const PAUSE_MS = 1500;

/** What the register holds of a plan: to read, or to change, and then kept as it is typed. */
export function PlanFieldsPanel({ plan, mayEdit }: { plan: Plan; mayEdit: boolean }) {
  const { isShown, toggle } = useNamesShown();
  const [isEditing, setIsEditing] = useState(false);
  return (
    <section className="panel stack" aria-labelledby="fields-heading">
      <div className="row row--apart">
        <h2 id="fields-heading">In the register</h2>
        <div className="row">
          {mayEdit ? (
            <Button
              size="small"
              aria-pressed={isEditing}
              onClick={() => {
                setIsEditing(!isEditing);
              }}
            >
              {isEditing ? 'Done' : 'Edit'}
            </Button>
          ) : null}
          <Button size="small" icon={<Icon name="eye" />} aria-pressed={isShown} onClick={toggle}>
            {isShown ? 'Hide name' : 'Show name'}
          </Button>
        </div>
      </div>
      {isEditing ? (
        <EditFields plan={plan} isPersonShown={isShown} />
      ) : (
        <ReadFields plan={plan} isPersonShown={isShown} />
      )}
    </section>
  );
}

function ReadFields({ plan, isPersonShown }: { plan: Plan; isPersonShown: boolean }) {
  const rows: [string, string | null][] = [
    ['Reference', plan.reference],
    ['Initials', plan.initials],
    ['Kind of plan', planTypeWords(plan.planType)],
    ['School year', plan.ncYear === null ? null : yearGroup(plan.ncYear)],
    ['Setting', plan.setting],
    ['Primary need', plan.primaryNeed],
    ['Kind of setting', plan.settingType],
    ['Locality', plan.locality],
    ['Team', plan.team],
    ['Looked after', yesOrNoWords(plan.isLookedAfter)],
    ['Known to social care', yesOrNoWords(plan.isKnownToSocialCare)],
  ];
  if (isPersonShown) {
    rows.push(['Date of birth', plan.dateOfBirth === null ? null : formatDate(plan.dateOfBirth)], ['Name', plan.name]);
  }
  return (
    <dl className="document-card__facts">
      {rows.map(([label, value]) => (
        <div key={label} className="plan-fact">
          <dt>{label}</dt>
          <dd>{value === null || value === '' ? <span className="soft">not known</span> : value}</dd>
        </div>
      ))}
    </dl>
  );
}

function yesOrNoWords(value: boolean | null): string | null {
  return value === null ? null : value ? 'Yes' : 'No';
}

function EditFields({ plan, isPersonShown }: { plan: Plan; isPersonShown: boolean }) {
  const { register, handleSubmit, formState, subscribe, control } = useForm<PlanForm>({
    resolver: zodResolver(planFormSchema),
    values: toPlanForm(plan),
    // What is being typed while an answer comes in stays.
    resetOptions: { keepDirtyValues: true },
    mode: 'onChange',
  });
  const { errors, isDirty, dirtyFields } = formState;
  const hasChanged = isDirty && Object.keys(dirtyFields).length > 0;
  const update = useMutation(api.plans.update.mutationOptions());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  function save() {
    clearTimeout(timer.current);
    void handleSubmit((form) => {
      update.mutate({ planId: plan.id, fields: toPlanFields(form) });
    })();
  }
  function saveChanges() {
    if (hasChanged) save();
  }
  const latestSave = useRef(saveChanges);
  useEffect(() => {
    latestSave.current = saveChanges;
  });
  useEffect(
    () =>
      subscribe({
        // Values only: a refused save changes the form's state too, and must not call itself again.
        formState: { values: true },
        callback: () => {
          clearTimeout(timer.current);
          timer.current = setTimeout(() => latestSave.current(), PAUSE_MS);
        },
      }),
    [subscribe],
  );
  // A link or the browser's Back may take the form away before the pause is over.
  useEffect(() => () => latestSave.current(), []);
  useLeaveGuard(hasChanged || update.isPending);

  const reference = useWatch({ control, name: 'reference' });
  const isTaken = isRefusal(update.error, 'REFERENCE_TAKEN') && update.variables?.fields.reference === reference.trim();
  const shownErrors = isTaken
    ? { ...errors, reference: { type: 'taken', message: describeError(update.error).message } }
    : errors;
  return (
    <form
      noValidate
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <PlanFieldset
        register={(name) => register(name, { onBlur: saveChanges })}
        errors={shownErrors}
        isPersonShown={isPersonShown}
      />
      <SaveState status={saveStatus()} />
    </form>
  );

  function saveStatus(): SaveStatus {
    if (Object.keys(errors).length > 0) return { kind: 'failed', message: 'put right what is marked' };
    if (update.isPending || (hasChanged && !update.isError)) return { kind: 'saving' };
    if (update.isError && hasChanged) return { kind: 'failed', message: describeError(update.error).message };
    return update.isSuccess ? { kind: 'saved', at: new Date(update.submittedAt).toISOString() } : { kind: 'clean' };
  }
}
