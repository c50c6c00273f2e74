import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Sheet, SupervisionNote } from '../../../shared/contract/supervision.ts';
import { formatDate } from '../../../shared/domain/calendar-date.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Checkbox } from '../../ui/Field.tsx';
import { NoteDialog } from './NoteDialog.tsx';

/** What was agreed last time, and before that. */
export function SheetAgreed({ sheet }: { sheet: Sheet }) {
  const [changed, setChanged] = useState<SupervisionNote | null>(null);
  const [last, ...earlier] = sheet.notes;
  return (
    <section className="panel stack-tight" aria-labelledby="agreed-heading">
      <h2 id="agreed-heading">What was agreed last time</h2>
      {last === undefined ? (
        <p className="soft">
          {sheet.isOwn
            ? 'Your manager has put nothing down yet.'
            : 'Nothing is put down yet. Note it after you have met.'}
        </p>
      ) : (
        <Note note={last} isOwn={sheet.isOwn} onChange={setChanged} />
      )}
      {earlier.length === 0 ? null : (
        <Disclosure summary={`Before that (${earlier.length})`}>
          <div className="stack">
            {earlier.map((note) => (
              <Note key={note.id} note={note} isOwn={sheet.isOwn} onChange={setChanged} />
            ))}
          </div>
        </Disclosure>
      )}
      {changed === null ? null : (
        <NoteDialog
          key={changed.id}
          sheet={sheet}
          note={changed}
          onClose={() => {
            setChanged(null);
          }}
        />
      )}
    </section>
  );
}

function Note({
  note,
  isOwn,
  onChange,
}: {
  note: SupervisionNote;
  isOwn: boolean;
  onChange: (note: SupervisionNote) => void;
}) {
  // What was ticked shows at once; what could not be kept goes back.
  const [ticked, setTicked] = useState<ReadonlyMap<string, boolean>>(new Map());
  const setDone = useMutation(
    api.supervision.setPointDone.mutationOptions({
      onError: () => {
        setTicked(new Map());
      },
    }),
  );
  return (
    <article className="stack-tight" aria-label={`Agreed on ${formatDate(note.heldOn)}`}>
      <p className="small soft">
        {formatDate(note.heldOn)}, {note.by.name}
        {note.changedAt === null ? '' : ', changed later'}
      </p>
      {note.words === '' ? null : <p>{note.words}</p>}
      {note.agreed.length === 0 ? null : isOwn ? (
        <ul className="list">
          {note.agreed.map(({ id, words, isDone }) => (
            <li key={id}>
              {words} {isDone ? <span className="soft">(done)</span> : null}
            </li>
          ))}
        </ul>
      ) : (
        <fieldset className="supervision__agreed">
          <legend className="small soft">Agreed; tick what is done</legend>
          {note.agreed.map(({ id, words, isDone }) => (
            <Checkbox
              key={id}
              label={words}
              checked={ticked.get(id) ?? isDone}
              onChange={({ target }) => {
                setTicked(new Map(ticked).set(id, target.checked));
                setDone.mutate({ pointId: id, isDone: target.checked });
              }}
            />
          ))}
        </fieldset>
      )}
      {note.lookAgainOn === null ? null : (
        <p>
          <strong>Look again on {formatDate(note.lookAgainOn)}.</strong>
        </p>
      )}
      {note.mayChange && !isOwn ? (
        <Button
          size="small"
          look="quiet"
          onClick={() => {
            onChange(note);
          }}
        >
          Change…<span className="visually-hidden"> what was agreed on {formatDate(note.heldOn)}</span>
        </Button>
      ) : null}
      {setDone.isError ? <Failed error={setDone.error} /> : null}
    </article>
  );
}
