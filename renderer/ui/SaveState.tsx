import { formatTime } from './dates.ts';
import { Icon } from './Icon.tsx';
import './save-state.css';

export type SaveStatus =
  | { kind: 'clean' }
  | { kind: 'saving' }
  /** When the workspace said it had it (ISO, UTC). */
  | { kind: 'saved'; at: string }
  | { kind: 'failed'; message: string };

/** Says whether the work is kept: "Saving…", "Saved 14:32", "Not saved: …". Stays in place, so it is never jumped over. */
export function SaveState({ status }: { status: SaveStatus }) {
  return (
    <output className={`save-state save-state--${status.kind}`}>
      {status.kind === 'saved' ? <Icon name="check" /> : null}
      {status.kind === 'failed' ? <Icon name="warning" /> : null}
      {saveWords(status)}
    </output>
  );
}

function saveWords(status: SaveStatus): string {
  if (status.kind === 'clean') return '';
  if (status.kind === 'saving') return 'Saving…';
  return status.kind === 'saved' ? `Saved ${formatTime(status.at)}` : `Not saved: ${status.message}`;
}
