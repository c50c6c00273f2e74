import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Audit } from '../../../shared/contract/audits.ts';
import { type AnswerChange, type Change, pendingId } from './changes.ts';

/** What is on its way to the workspace, in the order in which it was done. */
export interface QueueState {
  waiting: readonly Change[];
  isSending: boolean;
  /** Why the first in line could not be saved; nothing is sent until it is tried again. */
  failure: unknown;
  /** When the workspace last said that it has something (ISO, UTC). */
  savedAt: string | null;
}

export interface SaveQueue {
  state: StoreApi<QueueState>;
  /** Puts a change at the end of the line and sends what waits. */
  push: (change: Change) => void;
  /** Tries again after a failure. */
  retry: () => void;
  /** Saves the change that could not be saved over whatever is there by now. */
  insist: () => void;
  /** Gives up the change that could not be saved, and goes on with the rest. */
  giveUp: () => void;
}

/**
 * Saves changes one after another. A change stays in line until the workspace has said that it holds it, so that what a
 * screen shows as saved is saved, and what failed is still there to try again. What a person types while a save is
 * under way joins into one change.
 *
 * @param send saves one change; rejects where it was not saved.
 * @param onSaved is given the audit as the workspace now holds it, and what was saved.
 */
export function createSaveQueue({
  send,
  onSaved,
  now,
}: {
  send: (change: Change) => Promise<Audit>;
  onSaved: (audit: Audit, change: Change) => void;
  now: () => string;
}): SaveQueue {
  const state = createStore<QueueState>(() => ({ waiting: [], isSending: false, failure: null, savedAt: null }));
  /** Ids that the workspace gave to quotes, by the names that they had before. */
  const givenIds = new Map<string, string>();

  async function run(): Promise<void> {
    if (state.getState().isSending) return;
    state.setState({ isSending: true, failure: null });
    for (let [next] = state.getState().waiting; next !== undefined; [next] = state.getState().waiting) {
      try {
        const audit = await send(withGivenId(next, givenIds));
        if (next.kind === 'add_evidence') keepId(givenIds, next, audit);
        onSaved(audit, next);
      } catch (failure) {
        state.setState({ isSending: false, failure });
        return;
      }
      state.setState(({ waiting }) => ({ waiting: waiting.slice(1), savedAt: now() }));
    }
    state.setState({ isSending: false });
  }

  function push(change: Change): void {
    state.setState(({ waiting, isSending }) => ({ waiting: join(waiting, change, isSending) }));
    void run();
  }

  return {
    state,
    push,
    retry: () => {
      void run();
    },
    insist: () => {
      state.setState(({ waiting: [first, ...rest] }) => ({
        waiting: first === undefined ? rest : [withoutBefore(first), ...rest],
      }));
      void run();
    },
    giveUp: () => {
      state.setState(({ waiting: [given, ...rest] }) => ({
        waiting: given === undefined ? rest : rest.map((change) => insteadOf(given, change)),
      }));
      void run();
    },
  };
}

/** A later answer to the same criterion joins the one that still waits; the one under way is left alone. */
function join(waiting: readonly Change[], change: Change, isSending: boolean): Change[] {
  const last = waiting.at(-1);
  const isFree = last !== undefined && !(isSending && waiting.length === 1);
  if (isFree && last.kind === 'answer' && change.kind === 'answer' && last.criterionId === change.criterionId) {
    const joined = { ...last, change: { ...last.change, ...change.change } };
    const before = { ...change.before, ...last.before };
    return [...waiting.slice(0, -1), Object.keys(before).length === 0 ? joined : { ...joined, before }];
  }
  return [...waiting, change];
}

function withoutBefore(change: Change): Change {
  if (change.kind !== 'answer' && change.kind !== 'fact') return change;
  const { before: _before, ...rest } = change;
  return rest;
}

/** A change that was made upon one that is given up: it is made upon what that one was made from. */
function insteadOf(given: Change, change: Change): Change {
  if (given.kind === 'answer' && change.kind === 'answer' && given.criterionId === change.criterionId) {
    return { ...change, before: { ...change.before, ...partsOf(given.before, change.change) } };
  }
  if (given.kind === 'fact' && change.kind === 'fact' && given.fact === change.fact && given.before !== undefined) {
    return { ...change, before: given.before };
  }
  return change;
}

/** Of the first, what the other speaks of too. */
function partsOf(before: AnswerChange = {}, change: AnswerChange): AnswerChange {
  return Object.fromEntries(Object.entries(before).filter(([part]) => part in change));
}

function withGivenId(change: Change, givenIds: ReadonlyMap<string, string>): Change {
  if (change.kind !== 'remove_evidence') return change;
  return { ...change, evidenceId: givenIds.get(change.evidenceId) ?? change.evidenceId };
}

function keepId(givenIds: Map<string, string>, change: Extract<Change, { kind: 'add_evidence' }>, audit: Audit): void {
  const known = new Set(givenIds.values());
  const added = audit.answers[change.criterionId]?.evidence.findLast(
    ({ id, anchor }) => anchor.quote === change.anchor.quote && !known.has(id),
  );
  if (added !== undefined) givenIds.set(pendingId(change.key), added.id);
}
