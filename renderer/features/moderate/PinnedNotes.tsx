import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Moderation } from '../../../shared/contract/moderation.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { useLeaveGuard } from '../../ui/use-leave-guard.ts';

/** What the panel took a criterion to mean, and the way to pin more of it. */
export function PinnedNotes({
  moderation,
  criterionId,
  mayNote,
}: {
  moderation: Moderation;
  criterionId: string;
  mayNote: boolean;
}) {
  const notes = useQuery(api.moderation.notes.queryOptions({ input: { rubricId: moderation.rubricId } }));
  const own = (notes.data ?? []).filter((note) => note.criterionId === criterionId);
  const [isWriting, setIsWriting] = useState(false);
  return (
    <div className="pinned">
      {own.map(({ id, note, by }) => (
        <p key={id} className="pinned__note">
          <span className="pinned__label">Calibration note</span> {note} <span className="soft small">({by})</span>
        </p>
      ))}
      {!mayNote ? null : isWriting ? (
        <WriteNote
          moderation={moderation}
          criterionId={criterionId}
          onDone={() => {
            setIsWriting(false);
          }}
        />
      ) : (
        <Button
          size="small"
          look="quiet"
          aria-label={`Pin a note to ${criterionId}`}
          onClick={() => {
            setIsWriting(true);
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
  onDone,
}: {
  moderation: Moderation;
  criterionId: string;
  onDone: () => void;
}) {
  const [note, setNote] = useState('');
  const add = useMutation(api.moderation.addNote.mutationOptions({ onSuccess: onDone }));
  useLeaveGuard(note.trim() !== '');
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
          setNote(event.target.value);
        }}
      />
      {add.isError ? <Failed error={add.error} /> : null}
      <div className="row">
        <Button type="submit" size="small" isBusy={add.isPending}>
          Pin it
        </Button>
        <Button size="small" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
