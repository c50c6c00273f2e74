import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import type { CalibrationNote } from '../../../shared/contract/moderation.ts';
import { api } from '../../api/client.ts';

const NotesContext = createContext<readonly CalibrationNote[]>([]);

/** Gives every criterion below what calibrations by these standards agreed it to mean. */
export function CalibrationNotesOf({ rubricId, children }: { rubricId: string; children: ReactNode }) {
  const notes = useQuery(api.moderation.notes.queryOptions({ input: { rubricId } }));
  return <NotesContext value={notes.data ?? NONE}>{children}</NotesContext>;
}

/** What the panel took this criterion to mean; nothing where it has not said. */
export function CalibrationNotes({ criterionId }: { criterionId: string }) {
  const own = useContext(NotesContext).filter((note) => note.criterionId === criterionId);
  if (own.length === 0) return null;
  return (
    <ul className="list-plain calibration-notes" aria-label="Calibration notes">
      {own.map(({ id, note, by }) => (
        <li key={id}>
          <span className="calibration-notes__label">Calibration note</span> {note}{' '}
          <span className="soft small">({by})</span>
        </li>
      ))}
    </ul>
  );
}

const NONE: readonly CalibrationNote[] = [];
