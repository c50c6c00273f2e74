import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { Moderation } from '../../../shared/contract/moderation.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField, TextArea } from '../../ui/Field.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { DISSENT_FORM, keepDraft, type ModerateStore } from './moderate-store.ts';

/** Who sees it otherwise, in their words; it goes into the minutes beside what was agreed. */
export function Dissent({
  moderation,
  store,
  mayModerate,
}: {
  moderation: Moderation;
  store: ModerateStore;
  mayModerate: boolean;
}) {
  const { roundId, documentId, dissents, audits } = moderation;
  const [isWriting, setIsWriting] = useState(false);
  const note = useMutation(api.moderation.noteDissent.mutationOptions());
  if (dissents.length === 0 && !mayModerate) return null;
  return (
    <section aria-label="Dissent">
      <h2 className="moderate__standard">Dissent</h2>
      <ul className="list-plain stack-tight">
        {dissents.map(({ person, text }) => (
          <li key={person.id} className="row row--apart">
            <p>
              <strong>{person.name}:</strong> {text}
            </p>
            {mayModerate ? (
              <Button
                size="small"
                aria-label={`Take away ${person.name}’s dissent`}
                onClick={() => {
                  note.mutate(
                    { roundId, documentId, personId: person.id, text: '' },
                    {
                      onSuccess: () => {
                        showToast('Dissent taken away.', () => {
                          note.mutate({ roundId, documentId, personId: person.id, text });
                        });
                      },
                    },
                  );
                }}
              >
                Take away
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {note.isError ? <Failed error={note.error} /> : null}
      {!mayModerate ? null : isWriting ? (
        <WriteDissent
          people={audits.map(({ auditor }) => auditor)}
          store={store}
          isBusy={note.isPending}
          onNote={(personId, text) => {
            note.mutate(
              { roundId, documentId, personId, text },
              {
                onSuccess: () => {
                  setIsWriting(false);
                  keepDraft(store, DISSENT_FORM, null);
                },
              },
            );
          }}
          onCancel={() => {
            setIsWriting(false);
            keepDraft(store, DISSENT_FORM, null);
          }}
        />
      ) : (
        <Button
          size="small"
          onClick={() => {
            setIsWriting(true);
          }}
        >
          Note a dissent…
        </Button>
      )}
    </section>
  );
}

function WriteDissent({
  people,
  store,
  isBusy,
  onNote,
  onCancel,
}: {
  people: readonly { id: string; name: string }[];
  store: ModerateStore;
  isBusy: boolean;
  onNote: (personId: string, text: string) => void;
  onCancel: () => void;
}) {
  const [personId, setPersonId] = useState(people[0]?.id ?? '');
  const text = useStore(store, ({ drafts }) => drafts[DISSENT_FORM]?.words ?? '');
  return (
    <form
      id={DISSENT_FORM}
      className="decide"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onNote(personId, text.trim());
      }}
    >
      <SelectField
        label="Whose"
        choices={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={personId}
        onChange={(event) => {
          setPersonId(event.target.value);
        }}
      />
      <TextArea
        label="What they hold against it"
        rows={2}
        value={text}
        onChange={(event) => {
          const words = event.target.value;
          keepDraft(store, DISSENT_FORM, words === '' ? null : { response: null, words });
        }}
      />
      <div className="row">
        <Button type="submit" size="small" isBusy={isBusy}>
          Note it
        </Button>
        <Button size="small" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
