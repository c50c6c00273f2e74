import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Entry, EntryKind, Group } from './entries.ts';

/** How the compare screen stands. */
export interface CompareState {
  /** Id of the difference in hand. */
  currentId: string | null;
  /** Raised when it was gone to by key or button, so that the focus follows. */
  arrivals: number;
  view: 'list' | 'documents';
  kind: EntryKind | null;
  section: string | null;
  /** Whether scrolling one document takes the other along. */
  isInStep: boolean;
  /** Which document a person moves now, so that the other follows; null after both were moved by a jump. */
  leader: 'earlier' | 'later' | null;
}

export type CompareStore = StoreApi<CompareState>;

/** A new store for one comparison. */
export function createCompareStore(): CompareStore {
  return createStore<CompareState>(() => ({
    currentId: null,
    arrivals: 0,
    view: 'list',
    kind: null,
    section: null,
    isInStep: true,
    leader: null,
  }));
}

/** Goes to a difference, and takes the focus there. */
export function goTo(store: CompareStore, currentId: string): void {
  store.setState(({ arrivals }) => ({ currentId, arrivals: arrivals + 1 }));
}

/** The groups with only what the filters let through; none is empty. */
export function filteredGroups(
  groups: readonly Group[],
  { kind, section }: Pick<CompareState, 'kind' | 'section'>,
): Group[] {
  return groups.flatMap((group) => {
    if (section !== null && group.section !== section) return [];
    const entries = kind === null ? group.entries : group.entries.filter((entry) => entry.kind === kind);
    return entries.length === 0 ? [] : [{ section: group.section, entries }];
  });
}

/** The difference one step on, or at an end; from nowhere, the first. Stays where it is at either end. */
export function stepFrom(
  entries: readonly Entry[],
  currentId: string | null,
  to: 'next' | 'previous' | 'first' | 'last',
): Entry | null {
  const at = entries.findIndex(({ id }) => id === currentId);
  const target = { next: at + 1, previous: Math.max(0, at - 1), first: 0, last: entries.length - 1 }[to];
  return entries[Math.min(target, entries.length - 1)] ?? null;
}
