import { useEffect, useRef } from 'react';
import { useForm } from 'react-hook-form';
import { TextArea } from '../../ui/Field.tsx';

/** How long the typing must rest before it is saved. */
const REST_MS = 400;

/** What the contract allows. */
const LONGEST_COMMENT = 10_000;

/** A comment that saves itself as it is typed: after a rest, on leaving the field, and when it goes out of sight. */
export function CommentField({
  criterionId,
  comment,
  isLocked,
  hint,
  onTyping,
  onSave,
}: {
  criterionId: string;
  /** As it stands; changes from elsewhere (undo) show here unless something else is being typed. */
  comment: string;
  isLocked: boolean;
  hint: string | undefined;
  /** Told when words are typed that are not on their way to the workspace yet, and when they are. */
  onTyping: (isTyping: boolean) => void;
  onSave: (comment: string) => void;
}) {
  const { register, getValues, formState } = useForm({
    values: { comment },
    resetOptions: { keepDirtyValues: true },
  });
  // Read, since the form only keeps what is being typed where it knows that someone looks.
  void formState.dirtyFields;
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const save = useRef(() => {
    // Set below, at each drawing.
  });
  useEffect(() => {
    save.current = () => {
      if (waiting.current === undefined) return;
      clearTimeout(waiting.current);
      waiting.current = undefined;
      const typed = getValues('comment');
      if (typed !== comment) onSave(typed);
      onTyping(false);
    };
  });
  useEffect(() => {
    const saveNow = (): void => {
      save.current();
    };
    window.addEventListener('pagehide', saveNow);
    return () => {
      window.removeEventListener('pagehide', saveNow);
      saveNow();
    };
  }, []);
  const field = register('comment');
  return (
    <TextArea
      label="Comment"
      {...(hint === undefined ? {} : { hint })}
      rows={2}
      maxLength={LONGEST_COMMENT}
      readOnly={isLocked}
      data-comment={criterionId}
      className="comment"
      {...field}
      onKeyDown={(event) => {
        // Back to the criterion, where the answer keys work again.
        if (event.key === 'Escape') event.currentTarget.closest('fieldset')?.focus();
      }}
      onChange={(event) => {
        void field.onChange(event);
        if (waiting.current === undefined) onTyping(true);
        clearTimeout(waiting.current);
        waiting.current = setTimeout(() => {
          save.current();
        }, REST_MS);
      }}
      onBlur={(event) => {
        void field.onBlur(event);
        save.current();
      }}
    />
  );
}
