import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { MOST_AGREED_POINTS, type Sheet, type SupervisionNote } from '../../../shared/contract/supervision.ts';
import { addWeeks, formatDate } from '../../../shared/domain/calendar-date.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { isRefusal } from '../../api/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { DateField, TextArea } from '../../ui/Field.tsx';
import { showToast } from '../../ui/toast-store.ts';

/** About one half-term, unless another day is agreed. */
const WEEKS_TO_LOOK_AGAIN = 6;
const LONGEST_POINT = 300;

/** Puts down what manager and caseworker agreed, or changes what was put down. */
export function NoteDialog({
  sheet,
  note,
  onClose,
}: {
  sheet: Sheet;
  note: SupervisionNote | null;
  onClose: () => void;
}) {
  const { register, handleSubmit, formState, getValues } = useForm({
    defaultValues: {
      heldOn: note?.heldOn ?? sheet.today,
      words: note?.words ?? '',
      agreed: (note?.agreed ?? []).map(({ words }) => words).join('\n'),
      lookAgainOn: note === null ? addWeeks(sheet.today, WEEKS_TO_LOOK_AGAIN) : (note.lookAgainOn ?? ''),
    },
  });
  const queryClient = useQueryClient();
  const save = useMutation(
    api.supervision.saveNote.mutationOptions({
      onSuccess: () => {
        showToast('Put down.');
        onClose();
      },
      onError: (error) => {
        if (isRefusal(error, 'NOTE_CHANGED')) void queryClient.invalidateQueries({ queryKey: api.supervision.key() });
      },
    }),
  );
  const isStale = isRefusal(save.error, 'NOTE_CHANGED');
  const now = sheet.notes.find(({ id }) => id === note?.id);
  const put = (revision: string | null) =>
    handleSubmit(({ heldOn, words, agreed, lookAgainOn }) => {
      save.mutate({
        caseworkerId: sheet.caseworker.id,
        noteId: note?.id ?? null,
        revision,
        heldOn,
        words,
        agreed: pointsIn(agreed),
        lookAgainOn: lookAgainOn === '' ? null : lookAgainOn,
      });
    });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={note === null ? 'Note what was agreed' : 'Change what was agreed'}
      size="wide"
    >
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          void put(note?.revision ?? null)(event);
        }}
      >
        <TextArea
          label="Agreed actions"
          hint={`One on each line, at most ${MOST_AGREED_POINTS}. The caseworker reads them.`}
          rows={4}
          {...register('agreed', {
            validate: (text) =>
              text.trim() === '' && getValues('words').trim() === ''
                ? 'Say what was agreed, or talked about.'
                : agreedProblem(text),
          })}
          error={formState.errors.agreed?.message}
        />
        <TextArea label="What was talked about" isOptional maxLength={2000} {...register('words')} />
        <div className="supervision__days">
          <DateField
            label="Day of the supervision"
            max={sheet.today}
            {...register('heldOn', {
              validate: (day) =>
                day === '' ? 'Give the day.' : day <= sheet.today || 'This day has not come yet: give the day you met.',
            })}
            error={formState.errors.heldOn?.message}
          />
          <DateField
            label="Look again on"
            isOptional
            {...register('lookAgainOn', {
              validate: (day) => day === '' || day >= getValues('heldOn') || 'Look again on a later day.',
            })}
            error={formState.errors.lookAgainOn?.message}
          />
        </div>
        {save.isError ? <Failed error={save.error} /> : null}
        {isStale && now !== undefined ? <AsItStands note={now} /> : null}
        <div className="row">
          {isStale && now !== undefined ? (
            <Button
              look="primary"
              isBusy={save.isPending}
              onClick={() => {
                void put(now.revision)();
              }}
            >
              Put mine in its place
            </Button>
          ) : (
            <Button type="submit" look="primary" isBusy={save.isPending}>
              Put it down
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The note as it is kept now, to be held against what is typed. */
function AsItStands({ note }: { note: SupervisionNote }) {
  return (
    <section className="panel stack-tight" aria-label="How the note stands now">
      <h3>How the note stands now</h3>
      <p className="small soft">{formatDate(note.heldOn)}</p>
      {note.words === '' ? null : <p>{note.words}</p>}
      <ul className="list">
        {note.agreed.map(({ id, words }) => (
          <li key={id}>{words}</li>
        ))}
      </ul>
    </section>
  );
}

function pointsIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function agreedProblem(text: string): string | true {
  const points = pointsIn(text);
  if (points.length > MOST_AGREED_POINTS) return `Agree on ${MOST_AGREED_POINTS} at most: fewer are done sooner.`;
  if (points.some((point) => point.length < 3)) return 'Say each in a few words.';
  return points.every((point) => point.length <= LONGEST_POINT) || `Say each in ${LONGEST_POINT} characters.`;
}
