import type { Audit } from '../../../shared/contract/audits.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { standardTitle } from '../../../shared/domain/rubric/rubric-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { NoteField } from './NoteField.tsx';

/** The auditor's own notes: the one on the whole audit, and those on standards, to read over before the panel. */
export function NotesDialog({
  audit,
  rubric,
  isOpen,
  onClose,
  onStandard,
  onTyping,
}: {
  audit: Audit;
  rubric: Rubric;
  isOpen: boolean;
  onClose: () => void;
  onStandard: (standardId: string) => void;
  onTyping: (isTyping: boolean) => void;
}) {
  const noted = rubric.standards.filter(({ id }) => (audit.notes[id] ?? '') !== '');
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title="My notes"
      size="wide"
      actions={<Button onClick={onClose}>Close</Button>}
    >
      <NoteField audit={audit} standardId={null} label="On the whole plan" onTyping={onTyping} />
      {noted.length === 0 ? (
        <p className="soft small">Notes on a single standard are written under its heading, and gathered here.</p>
      ) : (
        <dl className="notes">
          {noted.map(({ id }) => (
            <div key={id}>
              <dt>
                <button
                  type="button"
                  className="link-button"
                  onClick={() => {
                    onStandard(id);
                  }}
                >
                  {standardTitle(rubric, id)}
                </button>
              </dt>
              <dd>{audit.notes[id]}</dd>
            </div>
          ))}
        </dl>
      )}
    </Dialog>
  );
}
