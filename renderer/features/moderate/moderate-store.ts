import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ModeratedCriterion } from '../../../shared/contract/moderation.ts';

/** Which criteria are in sight. */
export type Sight = 'open' | 'different' | 'all';

interface ModerateState {
  sight: Sight;
  /** The criterion in hand. */
  criterionId: string | null;
  /** Counts the times that one came to it by key or link, to move the focus there. */
  arrivals: number;
  areReasonsOpen: boolean;
  dialog: 'override' | 'take_back' | 'dissent' | null;
}

export type ModerateStore = StoreApi<ModerateState>;

export function createModerateStore(): ModerateStore {
  return createStore<ModerateState>(() => ({
    sight: 'different',
    criterionId: null,
    arrivals: 0,
    areReasonsOpen: false,
    dialog: null,
  }));
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
