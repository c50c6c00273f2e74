import { Icon } from '../../ui/Icon.tsx';
import type { Entry } from './entries.ts';
import { KIND_ICONS, KIND_WORDS, trackedWords, whatWords } from './entry-words.ts';

/** A difference's word, what it is in the plan, and who tracked it. */
export function EntryTitle({ id, entry }: { id?: string; entry: Entry }) {
  const tracked = trackedWords(entry);
  return (
    <h3 id={id} className="entry-title">
      <span className={`kind kind--${entry.kind}`}>
        <Icon name={KIND_ICONS[entry.kind]} />
        {KIND_WORDS[entry.kind]}
      </span>
      <span>{whatWords(entry)}</span>
      {tracked === null ? null : <span className="entry-title__tracked">{tracked}</span>}
    </h3>
  );
}
