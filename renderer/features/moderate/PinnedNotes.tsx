import { useMutation, useQuery } from '@tanstack/react-query';
import { useStore } from 'zustand';
import type { Moderation } from '../../../shared/contract/moderation.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { keepNote, type ModerateStore } from './moderate-store.ts';

/** What the panel took a criterion to mean, and the way to pin more of it. */
export function PinnedNotes({
  store,
  moderation,
  criterionId,
  mayNote,
}: {
  store: ModerateStore;
  moderation: Moderation;
  criterionId: string;
  mayNote: boolean;
}) {
  const notes = useQuery(api.moderation.notes.queryOptions({ input: { rubricId: moderation.rubricId } }));
  const own = (notes.data ?? []).filter((note) => note.criterionId === criterionId);
  const written = useStore(store, ({ notes: unpinned }) => unpinned[criterionId]);
  return (
    <div className="pinned">
      {own.map(({ id, note, by }) => (
        <p key={id} className="pinned__note">
          <span className="pinned__label">Calibration note</span> {note} <span className="soft small">({by})</span>
        </p>
      ))}
      {!mayNote ? null : written !== undefined ? (
        <WriteNote
          moderation={moderation}
          criterionId={criterionId}
          note={written}
          onWrite={(note) => {
            keepNote(store, criterionId, note);
          }}
        />
      ) : (
        <Button
          size="small"
          look="quiet"
          aria-label={`Pin a note to ${criterionId}`}
          onClick={() => {
            keepNote(store, criterionId, '');
          }}
        >
          Pin a note…
        </Button>
      )}
    </div>
  );
}

function WriteNote({
  moderation: { roundId, documentId },
  criterionId,
  note,
  onWrite,
}: {
  moderation: Moderation;
  criterionId: string;
  /** As far as it is written; it stays when one goes elsewhere and comes back. */
  note: string;
  /** Null where it is pinned or given up. */
  onWrite: (note: string | null) => void;
}) {
  const done = (): void => {
    onWrite(null);
  };
  const add = useMutation(api.moderation.addNote.mutationOptions({ onSuccess: done }));
  return (
    <form
      className="stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        if (note.trim() !== '') add.mutate({ roundId, documentId, criterionId, note });
      }}
    >
      <TextArea
        label={`What ${criterionId} is taken to mean`}
        hint="Stands beside its guidance in every audit by these standards. Name no child and no plan."
        rows={2}
        value={note}
        onChange={(event) => {
          onWrite(event.target.value);
        }}
      />
      {add.isError ? <Failed error={add.error} /> : null}
      <div className="row">
        <Button type="submit" size="small" isBusy={add.isPending}>
          Pin it
        </Button>
        <Button size="small" onClick={done}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
