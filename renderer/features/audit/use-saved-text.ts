import { useEffect, useRef } from 'react';
import { useForm } from 'react-hook-form';

/** How long the typing must rest before it is saved. */
const REST_MS = 400;
/** After leaving the field: until a button that was pressed is let go again, for what a save changes may move it away. */
const LEAVE_MS = 250;

/**
 * Words that save themselves as they are typed: after a rest, soon after leaving the field, and when it goes out of sight.
 *
 * @param text as it stands; changes from elsewhere (undo) show in the field unless something else is being typed.
 * @param onTyping told when words are typed that are not on their way to the workspace yet, and when they are.
 * @param onSave given what was typed, where it differs, and the words that it was typed over.
 */
export function useSavedText({
  text,
  onTyping,
  onSave,
}: {
  text: string;
  onTyping: (isTyping: boolean) => void;
  onSave: (text: string, before: string) => void;
}) {
  const { register, getValues, setValue, formState } = useForm({
    values: { text },
    resetOptions: { keepDirtyValues: true },
  });
  // Read, since the form only keeps what is being typed where it knows that someone looks.
  void formState.dirtyFields;
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** The words as they stood when the typing began: others may have come in from elsewhere since. */
  const before = useRef(text);
  const save = useRef(() => {
    // Set below, at each drawing.
  });
  useEffect(() => {
    save.current = () => {
      if (waiting.current === undefined) return;
      clearTimeout(waiting.current);
      waiting.current = undefined;
      const typed = getValues('text');
      if (typed !== text) onSave(typed, before.current);
      onTyping(false);
    };
  });
  useEffect(() => {
    // A field that was typed in counts as such for good, and would keep its words when others come in from elsewhere.
    if (waiting.current === undefined && getValues('text') !== text) setValue('text', text);
  }, [getValues, setValue, text]);
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
  const field = register('text');
  const saveIn = (ms: number): void => {
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => {
      save.current();
    }, ms);
  };
  const rest = (): void => {
    if (waiting.current === undefined) {
      before.current = text;
      onTyping(true);
    }
    saveIn(REST_MS);
  };
  return {
    /** What is in the field now. */
    typed: () => getValues('text'),
    /** Puts words into the field as if they had been typed. */
    put: (words: string): void => {
      setValue('text', words, { shouldDirty: true });
      rest();
    },
    field: {
      ...field,
      onChange: (event: Parameters<typeof field.onChange>[0]): void => {
        void field.onChange(event);
        rest();
      },
      onBlur: (event: Parameters<typeof field.onBlur>[0]): void => {
        void field.onBlur(event);
        if (waiting.current !== undefined) saveIn(LEAVE_MS);
      },
    },
  };
}
