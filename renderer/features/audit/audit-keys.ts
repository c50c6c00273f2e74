/** What a key does on the audit screen. */
export type AuditKey =
  | { does: 'answer'; shortcut: string }
  | {
      does:
        | 'next_criterion'
        | 'previous_criterion'
        | 'next_standard'
        | 'previous_standard'
        | 'next_unanswered'
        | 'guidance'
        | 'comment'
        | 'absent'
        | 'quote'
        | 'document'
        | 'standards'
        | 'other_pane'
        | 'find'
        | 'hints'
        | 'hints_in_plan'
        | 'cause'
        | 'phrases'
        | 'note'
        | 'flag'
        | 'across'
        | 'next_plan'
        | 'previous_plan'
        | 'undo';
    };

/** What was pressed, and on what. */
export interface Press {
  key: string;
  ctrl: boolean;
  alt: boolean;
  shift: boolean;
  /** 'text': letters are typed there. 'choice': arrows choose there (radio buttons, lists, tabs). */
  target: 'text' | 'choice' | 'other';
}

const PLAIN: Readonly<Record<string, AuditKey>> = {
  j: { does: 'next_criterion' },
  k: { does: 'previous_criterion' },
  '[': { does: 'previous_standard' },
  ']': { does: 'next_standard' },
  n: { does: 'next_unanswered' },
  g: { does: 'guidance' },
  i: { does: 'hints' },
  h: { does: 'hints_in_plan' },
  c: { does: 'comment' },
  a: { does: 'absent' },
  e: { does: 'quote' },
  d: { does: 'document' },
  s: { does: 'standards' },
  r: { does: 'cause' },
  p: { does: 'phrases' },
  m: { does: 'note' },
  f: { does: 'flag' },
  b: { does: 'across' },
  '.': { does: 'next_plan' },
  ',': { does: 'previous_plan' },
};

/**
 * What a key press means; null where it means nothing here, and the browser does what it always does. Nothing fires
 * while someone types in a field, but going to the other pane and searching, which type no letter.
 */
export function auditKeyOf(press: Press, shortcuts: readonly string[]): AuditKey | null {
  const { key, ctrl, alt, target } = press;
  if (key === 'F6') return { does: 'other_pane' };
  if (ctrl && !alt && key.toLowerCase() === 'f') return { does: 'find' };
  if (target === 'text') return null;
  if (ctrl && !alt && !press.shift && key.toLowerCase() === 'z') return { does: 'undo' };
  if (ctrl) return null;
  if (alt) {
    if (key === 'ArrowDown') return { does: 'next_standard' };
    return key === 'ArrowUp' ? { does: 'previous_standard' } : null;
  }
  if (target === 'other' && !press.shift) {
    if (key === 'ArrowDown') return { does: 'next_criterion' };
    if (key === 'ArrowUp') return { does: 'previous_criterion' };
  }
  if (shortcuts.includes(key)) return { does: 'answer', shortcut: key };
  return Object.hasOwn(PLAIN, key) ? (PLAIN[key] ?? null) : null;
}
