import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ModeratedCriterion } from '../../../shared/contract/moderation.ts';
import type { Response } from '../../../shared/domain/rubric/rubric.ts';

/** Which criteria are in sight. */
export type Sight = 'open' | 'different' | 'all';

/** What is chosen or typed in a form and not agreed yet; `response` is for an answer alone. */
export interface Draft {
  response: Response | null;
  words: string;
}

interface ModerateState {
  sight: Sight;
  /** The criterion in hand. */
  criterionId: string | null;
  /** Counts the times that one came to it by key or link, to move the focus there. */
  arrivals: number;
  areReasonsOpen: boolean;
  dialog: 'override' | 'take_back' | 'lock' | null;
  /** By form: a criterion's id, `factForm` or DISSENT_FORM. Kept here so that another sight does not lose them. */
  drafts: Readonly<Record<string, Draft>>;
  /** By criterion: the note that is being written and not pinned yet. */
  notes: Readonly<Record<string, string>>;
  /** Locking was asked for while drafts were left. */
  isLockRefused: boolean;
}

export type ModerateStore = StoreApi<ModerateState>;

export function createModerateStore(): ModerateStore {
  return createStore<ModerateState>(() => ({
    sight: 'different',
    criterionId: null,
    arrivals: 0,
    areReasonsOpen: false,
    dialog: null,
    drafts: {},
    notes: {},
    isLockRefused: false,
  }));
}

const kept = new Map<string, ModerateStore>();

/**
 * The store of one document's moderation. What is typed there and not kept yet is still there when one comes back from
 * another screen; nothing of it is written anywhere, and it goes when the workspace is shut or another person signs in.
 */
export function moderateStoreOf({ roundId, documentId }: { roundId: string; documentId: string }): ModerateStore {
  const key = `${roundId} ${documentId}`;
  const known = kept.get(key);
  // Coming back is not arriving at a criterion, nor answering a question that was left.
  known?.setState({ arrivals: 0, dialog: null, isLockRefused: false });
  const store = known ?? createModerateStore();
  kept.set(key, store);
  return store;
}

/** Forgets whatever was typed in moderation and not kept. */
export function clearModeration(): void {
  kept.clear();
}

/** Keeps what is written of a note; null forgets it, once it is pinned or given up. */
export function keepNote(store: ModerateStore, criterionId: string, note: string | null): void {
  store.setState(({ notes: before }) => {
    const others = Object.fromEntries(Object.entries(before).filter(([each]) => each !== criterionId));
    return { notes: note === null ? others : { ...others, [criterionId]: note } };
  });
}

/** The form in which a dissent is written. */
export const DISSENT_FORM = 'dissent';

/** The form in which a fact is settled. */
export function factForm(fact: string): string {
  return `fact-${fact}`;
}

/** Keeps what a form holds, or forgets it where that is nothing new (null). */
export function keepDraft(store: ModerateStore, form: string, draft: Draft | null): void {
  store.setState(({ drafts: before, isLockRefused }) => {
    const others = Object.fromEntries(Object.entries(before).filter(([each]) => each !== form));
    const drafts = draft === null ? others : { ...others, [form]: draft };
    return { drafts, isLockRefused: isLockRefused && Object.keys(drafts).length > 0 };
  });
}

/**
 * What pressing "Agree and lock" is to do: nothing while a form holds something that would be lost (`forms`, those of
 * criteria first, in their order); ask first where differences that nobody discussed would be locked at the lower
 * answer; else lock.
 */
export function lockStep(
  criteria: readonly ModeratedCriterion[],
  drafts: ModerateState['drafts'],
): { kind: 'refuse'; forms: string[] } | { kind: 'ask'; undiscussed: ModeratedCriterion[] } | { kind: 'lock' } {
  const ids = criteria.map(({ criterionId }) => criterionId);
  const place = (form: string): number => (ids.includes(form) ? ids.indexOf(form) : ids.length);
  const forms = Object.keys(drafts).toSorted((one, other) => place(one) - place(other));
  if (forms.length > 0) return { kind: 'refuse', forms };
  const undiscussed = undiscussedDifferences(criteria);
  return undiscussed.length > 0 ? { kind: 'ask', undiscussed } : { kind: 'lock' };
}

/** Differences at which the lower answer would stand. */
export function undiscussedDifferences(criteria: readonly ModeratedCriterion[]): ModeratedCriterion[] {
  return criteria.filter(({ kind, decision }) => kind === 'different' && decision === null);
}

/** Auditors differ on it, and the panel has not talked about it. */
export function isOpenDifference({ kind, decision }: ModeratedCriterion): boolean {
  return (kind === 'different' || kind === 'unanswered') && decision === null;
}

export function inSight(criteria: readonly ModeratedCriterion[], sight: Sight): ModeratedCriterion[] {
  if (sight === 'all') return [...criteria];
  return criteria.filter(
    (criterion) =>
      isOpenDifference(criterion) ||
      (sight === 'different' && (criterion.kind === 'different' || criterion.decision !== null)),
  );
}

/** Goes to a criterion, showing all where it would be out of sight. */
export function goTo(store: ModerateStore, criteria: readonly ModeratedCriterion[], criterionId: string): void {
  store.setState(({ sight, arrivals }) => ({
    sight: inSight(criteria, sight).some((each) => each.criterionId === criterionId) ? sight : 'all',
    criterionId,
    arrivals: arrivals + 1,
  }));
}

/** The criterion after (1) or before (-1) the one in hand; null at either end. */
export function stepFrom(
  criteria: readonly ModeratedCriterion[],
  from: string | null,
  by: 1 | -1,
): ModeratedCriterion | null {
  const at = criteria.findIndex(({ criterionId }) => criterionId === from);
  if (at === -1) return (by === 1 ? criteria[0] : criteria.at(-1)) ?? null;
  return criteria[at + by] ?? null;
}
