import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CriterionPlace } from './places.ts';

/** How the audit screen stands. */
export interface ScreenState {
  place: CriterionPlace;
  /** Raised when the place was gone to by key or link, so that the focus follows. */
  arrivals: number;
  isGuidanceOpen: boolean;
  areHintsOpen: boolean;
  /** Whether the hints of the criterion in hand are marked in the document. */
  areHintsInPlan: boolean;
  isStandardListOpen: boolean;
  /** The note on the standard in hand. */
  isNoteOpen: boolean;
  areReasonsOpen: boolean;
  dialog: 'facts' | 'submit' | 'notes' | 'flag' | 'reopen' | 'earlier' | null;
  /** Read out, not shown: what was just done, where the eye sees it anyway. */
  announcement: string;
  /** The document's share of the width, in per cent. */
  split: number;
}

export type ScreenStore = StoreApi<ScreenState>;

export const SPLIT = { least: 25, most: 75, step: 2 } as const;

/** Where each audit was left since the application was opened: after a lock, or a look elsewhere, one goes on there. */
const leftAt = new Map<string, CriterionPlace>();

/** A new store for the screen of one audit: where it was left, else, or where one standard is gone through across plans, at `start`. */
export function createScreenStore(auditId: string, start: CriterionPlace, isAcross = false): ScreenStore {
  const left = isAcross ? undefined : leftAt.get(auditId);
  const store = createStore<ScreenState>(() => ({
    place: left ?? start,
    // By one standard across plans one goes from plan to plan, and on answering.
    arrivals: left === undefined && !isAcross ? 0 : 1,
    isGuidanceOpen: false,
    areHintsOpen: false,
    areHintsInPlan: true,
    isStandardListOpen: false,
    isNoteOpen: false,
    areReasonsOpen: false,
    dialog: null,
    announcement: '',
    split: 50,
  }));
  store.subscribe(({ place }) => leftAt.set(auditId, place));
  return store;
}

/** Goes to a criterion, and takes the focus there. */
export function goTo(screen: ScreenStore, place: CriterionPlace): void {
  screen.setState(({ arrivals }) => ({ place, arrivals: arrivals + 1, isStandardListOpen: false, dialog: null }));
}

/** Sets the width of the document, within bounds. */
export function setSplit(screen: ScreenStore, split: number): void {
  screen.setState({ split: Math.min(SPLIT.most, Math.max(SPLIT.least, split)) });
}

/** Shows the hints in the document or takes them out of it, and says which. */
export function toggleHintsInPlan(screen: ScreenStore): void {
  screen.setState(({ areHintsInPlan }) => ({
    areHintsInPlan: !areHintsInPlan,
    announcement: areHintsInPlan ? 'Hints are no longer marked in the plan.' : 'Hints are marked in the plan.',
  }));
}
