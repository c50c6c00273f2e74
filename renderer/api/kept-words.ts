/** Words in hand, as a field shows them. */
export interface KeptWordsState {
  /** As they were typed last. */
  readonly words: string;
  /** Something typed is not in the workspace yet. */
  readonly isUnsaved: boolean;
  /** What was in the workspace before, the latest last: for Undo. */
  readonly before: readonly string[];
  /** Why the last save failed; null once something else is typed. */
  readonly error: unknown;
  /** When the workspace had the words last (ISO, UTC); null where nothing was saved here. */
  readonly savedAt: string | null;
}

export interface KeptWords {
  get: () => KeptWordsState;
  /** Gives what ends the subscription. */
  subscribe: (listener: () => void) => () => void;
  type: (words: string) => void;
  /** Saves at once, until what was typed last is in the workspace. Settles when it is, or when a save has failed. */
  keep: () => Promise<void>;
  /** Puts back what was in the workspace before, and saves it. Nothing while something is unsaved. */
  undo: () => Promise<void>;
  /** Shows what the workspace has now, unless something typed is not saved yet. */
  adopt: (saved: string) => void;
}

/** A pause in typing after which words are kept. */
const PAUSE_MS = 700;

/**
 * Words that are kept as they are typed, after a pause: one save at a time, and none is over before what was typed meanwhile
 * is saved too.
 *
 * @param saved as the workspace has them.
 * @param save puts words into the workspace; rejects where it could not.
 */
export function createKeptWords(saved: string, save: (words: string) => Promise<unknown>): KeptWords {
  let state: KeptWordsState = { words: saved, isUnsaved: false, before: [], error: null, savedAt: null };
  let inWorkspace = saved;
  let underWay: Promise<void> | null = null;
  let pause: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  function change(changed: Partial<KeptWordsState>): void {
    state = { ...state, ...changed };
    for (const listener of listeners) listener();
  }

  async function saveAll(isUndo: boolean): Promise<void> {
    let isStepBack = isUndo;
    try {
      while (state.words !== inWorkspace) {
        const { words } = state;
        // oxlint-disable-next-line no-await-in-loop -- each save is of what was typed during the one before
        await save(words);
        const before = isStepBack ? state.before : [...state.before, inWorkspace];
        isStepBack = false;
        inWorkspace = words;
        change({ before, error: null, savedAt: new Date().toISOString() });
      }
      underWay = null;
      change({ isUnsaved: false });
    } catch (error) {
      underWay = null;
      // Where what is in the workspace has been typed again, nothing is left to save.
      const isUnsaved = state.words !== inWorkspace;
      change({ isUnsaved, error: isUnsaved ? error : null });
    }
  }

  function keep(isUndo = false): Promise<void> {
    clearTimeout(pause);
    if (underWay === null && state.words === inWorkspace) return Promise.resolve();
    underWay ??= saveAll(isUndo);
    return underWay;
  }

  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    type: (words) => {
      change({ words, isUnsaved: words !== inWorkspace || underWay !== null, error: null });
      clearTimeout(pause);
      pause = setTimeout(() => void keep(), PAUSE_MS);
    },
    keep: () => keep(),
    undo: async () => {
      const last = state.before.at(-1);
      if (last === undefined || state.isUnsaved) return;
      change({ words: last, before: state.before.slice(0, -1), isUnsaved: true, error: null });
      await keep(true);
    },
    adopt: (now) => {
      if (state.isUnsaved || now === inWorkspace) return;
      inWorkspace = now;
      change({ words: now });
    },
  };
}
