/** What was, what is and what was taken back: pure, so that undo can be held against every order of deeds. */
export interface EditHistory<Content> {
  past: readonly Content[];
  present: Content;
  future: readonly Content[];
  /** What was changed last: typing on in the same field is one change. */
  tag: string | null;
  at: number;
}

/** Typing that goes on within this time is one change. */
export const ONE_CHANGE_MS = 1500;
/** A draft is some 90 kB, and most of it is shared between one state and the next. */
const MOST_STEPS = 500;

export function beginHistory<Content>(present: Content): EditHistory<Content> {
  return { past: [], present, future: [], tag: null, at: 0 };
}

/** After a change. `tag` names the field; null where each change stands for itself. `at` in milliseconds. */
export function edited<Content>(
  history: EditHistory<Content>,
  next: Content,
  tag: string | null,
  at: number,
): EditHistory<Content> {
  if (next === history.present) return history;
  const goesOn = tag !== null && tag === history.tag && at - history.at < ONE_CHANGE_MS;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-MOST_STEPS);
  return { past, present: next, future: [], tag, at };
}

export function undone<Content>(history: EditHistory<Content>): EditHistory<Content> {
  const last = history.past.at(-1);
  if (last === undefined) return history;
  const { past, present, future } = history;
  return { past: past.slice(0, -1), present: last, future: [present, ...future], tag: null, at: 0 };
}

export function redone<Content>(history: EditHistory<Content>): EditHistory<Content> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, tag: null, at: 0 };
}
