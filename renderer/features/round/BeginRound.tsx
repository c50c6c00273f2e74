import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ComponentProps, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { Link, useLocation } from 'wouter';
import { z } from 'zod';
import type { HalfTerm } from '../../../shared/contract/partnership.ts';
import type { Round } from '../../../shared/contract/rounds.ts';
import { roundKindSchema } from '../../../shared/contract/workspaces.ts';
import { addDays, formatDate, isCalendarDate } from '../../../shared/domain/calendar-date.ts';
import { halfTermOf, isLongAfter, sortHalfTerms } from '../../../shared/domain/half-term.ts';
import { Asked, Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { ROUND_KIND_CHOICES } from '../../api/field-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { DateField, RadioGroup, SelectField, TextField } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { roundWords } from './round-words.ts';

/** Panels usually meet in the fifth week of a half-term (field brief §6). */
const DAYS_TO_PANEL = 31;
/** Auditors hand in about a week before. */
const DAYS_TO_READ = 7;

const formSchema = z
  .object({
    kind: roundKindSchema,
    theme: z.string().trim().max(300, 'At most 300 letters.'),
    panelDate: z.string().refine(isCalendarDate, 'Give a date.'),
    gradingDue: z.string().refine((text) => text === '' || isCalendarDate(text), 'Give a date, or none.'),
    copyFrom: z.string(),
    rubricId: z.string(),
  })
  .superRefine(({ kind, theme, panelDate, gradingDue }, context) => {
    if (kind === 'thematic' && theme === '') {
      context.addIssue({ code: 'custom', path: ['theme'], message: 'Say what the theme is.' });
    }
    if (gradingDue > panelDate) {
      context.addIssue({ code: 'custom', path: ['gradingDue'], message: 'That is after the panel meets.' });
    }
  });

/** Begins another round, with the members of an earlier one. */
export function BeginRound({ rounds, from }: { rounds: readonly Round[]; from: Round | null }) {
  const [isOpen, setIsOpen] = useState(false);
  const calendar = useQuery(api.partnership.get.queryOptions({ enabled: isOpen }));
  const [, navigate] = useLocation();
  const remove = useMutation(api.rounds.remove.mutationOptions());
  const close = () => {
    setIsOpen(false);
  };
  const goTo = (round: Round) => {
    close();
    navigate(`/round/set-up/${round.id}`);
    // Without it, its address shows the current round again.
    showToast(`The round of ${round.halfTerm.label} has begun.`, () => {
      remove.mutate({ roundId: round.id });
    });
  };
  return (
    <>
      <Button
        icon={<Icon name="plus" />}
        onClick={() => {
          setIsOpen(true);
        }}
      >
        Begin another round…
      </Button>
      {remove.isError ? <Failed error={remove.error} /> : null}
      <Dialog isOpen={isOpen} onClose={close} title="Begin another round">
        <Asked query={calendar} loading="Reading the calendar">
          {({ halfTerms }) => (
            <BeginForm rounds={rounds} from={from} halfTerms={halfTerms} onClose={close} onBegun={goTo} />
          )}
        </Asked>
      </Dialog>
    </>
  );
}

function BeginForm({
  rounds,
  from,
  halfTerms,
  onClose,
  onBegun,
}: {
  rounds: readonly Round[];
  from: Round | null;
  halfTerms: readonly HalfTerm[];
  onClose: () => void;
  onBegun: (round: Round) => void;
}) {
  const { register, handleSubmit, formState, control } = useForm({
    resolver: zodResolver(formSchema),
    defaultValues: {
      kind: 'random' as const,
      theme: '',
      copyFrom: from?.id ?? '',
      rubricId: '',
      ...suggestedDates(rounds, halfTerms),
    },
  });
  const { errors } = formState;
  const [kind, panelDate] = useWatch({ control, name: ['kind', 'panelDate'] });
  const create = useMutation(api.rounds.create.mutationOptions({ onSuccess: onBegun }));
  return (
    <form
      noValidate
      className="stack"
      onSubmit={(event) => {
        void handleSubmit(({ gradingDue, copyFrom, rubricId, ...form }) => {
          create.mutate({
            ...form,
            gradingDue: gradingDue === '' ? null : gradingDue,
            copyFrom: copyFrom === '' ? null : copyFrom,
            rubricId: rubricId === '' ? null : rubricId,
          });
        })(event);
      }}
    >
      <div className="form-grid">
        <DateField label="Panel date" error={errors.panelDate?.message} {...register('panelDate')} />
        <DateField label="Gradings due by" isOptional error={errors.gradingDue?.message} {...register('gradingDue')} />
      </div>
      <p className="soft" aria-live="polite">
        {fallsIn(panelDate, halfTerms)} <Link href="/settings">The calendar stands in Settings.</Link>
      </p>
      <RadioGroup legend="How the plans are chosen" choices={ROUND_KIND_CHOICES} {...register('kind')} />
      {kind === 'thematic' ? (
        <TextField
          label="Theme"
          hint="For example “Year 9 and preparing for adulthood”."
          error={errors.theme?.message}
          {...register('theme')}
        />
      ) : null}
      <SelectField
        label="Members"
        emptyLabel="Nobody yet"
        choices={rounds.toReversed().map((round) => ({ value: round.id, label: `As in ${roundWords(round)}` }))}
        {...register('copyFrom')}
      />
      <StandardsField {...register('rubricId')} />
      {create.isError ? <Failed error={create.error} /> : null}
      <div className="row">
        <Button type="submit" look="primary" isBusy={create.isPending}>
          Begin the round
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}

/** Which version the round is graded by, for good; not asked while there is only one. */
function StandardsField(input: Omit<ComponentProps<'select'>, 'id'>) {
  const versions = useQuery(api.rubrics.versions.queryOptions());
  const list = versions.data ?? [];
  if (list.length < 2) return null;
  return (
    <SelectField
      label="Standards"
      emptyLabel={`Version ${list.find(({ isCurrent }) => isCurrent)?.version ?? ''}, in use`}
      choices={list
        .filter(({ isCurrent }) => !isCurrent)
        .map(({ id, version, effectiveFrom }) => ({
          value: id,
          label: `Version ${version}${effectiveFrom === null ? '' : `, from ${formatDate(effectiveFrom)}`}`,
        }))}
      {...input}
    />
  );
}

/** Dates in the half-term after the last round's, where the calendar has it. */
function suggestedDates(
  rounds: readonly Round[],
  halfTerms: readonly HalfTerm[],
): { panelDate: string; gradingDue: string } {
  const last = rounds.at(-1)?.halfTerm.start ?? '';
  const next = sortHalfTerms(halfTerms).find(({ start }) => start > last);
  if (next === undefined) return { panelDate: '', gradingDue: '' };
  const usual = addDays(next.start, DAYS_TO_PANEL);
  const panelDate = usual > next.end ? next.end : usual;
  const due = addDays(panelDate, -DAYS_TO_READ);
  return { panelDate, gradingDue: due < next.start ? next.start : due };
}

function fallsIn(panelDate: string, halfTerms: readonly HalfTerm[]): string {
  if (!isCalendarDate(panelDate)) return 'The panel date decides which half-term the round belongs to.';
  const halfTerm = halfTermOf(panelDate, halfTerms);
  if (halfTerm === undefined) return 'That day is in no half-term of the calendar.';
  const name = `${halfTerm.label} ${halfTerm.schoolYear.replace('-', '/')}`;
  return isLongAfter(panelDate, halfTerm)
    ? `That day is long after ${name}, the last half-term before it in the calendar, and would belong to it. Enter those in between in Settings first.`
    : `That day belongs to ${name}.`;
}
