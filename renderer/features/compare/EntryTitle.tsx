import { Icon } from '../../ui/Icon.tsx';
import type { Entry } from './entries.ts';
import { KIND_ICONS, KIND_WORDS, trackedWords, whatWords } from './entry-words.ts';

/** A difference's word, what it is in the plan, and who tracked it. */
export function EntryTitle({ id, entry, level }: { id?: string; entry: Entry; level: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  const tracked = trackedWords(entry);
  return (
    <Heading id={id} className="entry-title">
      <span className={`kind kind--${entry.kind}`}>
        <Icon name={KIND_ICONS[entry.kind]} />
        {KIND_WORDS[entry.kind]}
      </span>
      <span>{whatWords(entry)}</span>
      {tracked === null ? null : <span className="entry-title__tracked">{tracked}</span>}
    </Heading>
  );
}
