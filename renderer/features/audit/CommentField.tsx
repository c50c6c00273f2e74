import { useRef } from 'react';
import { TextArea } from '../../ui/Field.tsx';
import { PhraseBank } from './PhraseBank.tsx';
import { phraseNumbered, withPhrase } from './phrases.ts';
import { useSavedText } from './use-saved-text.ts';
import { usePhrases } from './use-phrases.ts';

/** What the contract allows. */
const LONGEST_COMMENT = 10_000;

/** A comment that saves itself as it is typed, with the phrases kept for its criterion. */
export function CommentField({
  auditId,
  criterionId,
  comment,
  isLocked,
  onTyping,
  onSave,
}: {
  auditId: string;
  criterionId: string;
  comment: string;
  isLocked: boolean;
  onTyping: (isTyping: boolean) => void;
  onSave: (comment: string, before: string) => void;
}) {
  const { field, put, typed } = useSavedText({ text: comment, onTyping, onSave });
  const phrases = usePhrases(auditId, criterionId);
  const box = useRef<HTMLDivElement>(null);
  const insert = (words: string): void => {
    put(withPhrase(typed(), words, LONGEST_COMMENT));
    box.current?.querySelector('textarea')?.focus();
  };
  return (
    <div ref={box}>
      <TextArea
        label="Comment"
        rows={2}
        maxLength={LONGEST_COMMENT}
        readOnly={isLocked}
        data-comment={criterionId}
        className="comment"
        {...field}
        onKeyDown={(event) => {
          // Back to the criterion, where the answer keys work again.
          if (event.key === 'Escape') event.currentTarget.closest('fieldset')?.focus();
          const phrase = event.altKey && !isLocked ? phraseNumbered(phrases.list, event.key) : null;
          if (phrase === null) return;
          event.preventDefault();
          insert(phrase.words);
        }}
      />
      {isLocked ? null : <PhraseBank criterionId={criterionId} phrases={phrases} typed={typed} onInsert={insert} />}
    </div>
  );
}
