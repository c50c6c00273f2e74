/** What a key does on the compare screen. */
export type CompareKey = 'next' | 'previous' | 'first' | 'last' | 'show' | 'back' | 'other_pane';

/** What was pressed, and on what. */
export interface ComparePress {
  key: string;
  /** Ctrl, Alt or the system's own key is held. */
  isCommand: boolean;
  isShifted: boolean;
  /** 'text': letters are typed there. 'control': Enter presses it. 'document': arrows move in the plan. */
  target: 'text' | 'control' | 'document' | 'other';
  view: 'list' | 'documents';
}

const LETTERS: Readonly<Record<string, CompareKey>> = { j: 'next', k: 'previous' };
const ARROWS: Readonly<Record<string, CompareKey>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
};

/** What a key press means; null where it means nothing here, and whatever has the focus does what it always does. */
export function compareKeyOf({ key, isCommand, isShifted, target, view }: ComparePress): CompareKey | null {
  if (isCommand || target === 'text') return null;
  if (key === 'F6') return view === 'documents' ? 'other_pane' : null;
  if (key === 'Escape') return view === 'documents' ? 'back' : null;
  if (isShifted) return null;
  if (Object.hasOwn(LETTERS, key)) return LETTERS[key] ?? null;
  if (target !== 'document' && Object.hasOwn(ARROWS, key)) return ARROWS[key] ?? null;
  return key === 'Enter' && target === 'other' ? 'show' : null;
}
