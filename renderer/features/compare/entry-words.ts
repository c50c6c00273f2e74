import type { DocumentSummary } from '../../../shared/contract/plans.ts';
import { formatDate, isCalendarDate } from '../../../shared/domain/calendar-date.ts';
import { STAGE_WORDS } from '../../api/field-words.ts';
import type { IconName } from '../../ui/Icon.tsx';
import type { Entry, EntryKind } from './entries.ts';

export const KIND_WORDS: Record<EntryKind, string> = {
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
  moved: 'Moved',
};

export const KIND_ICONS: Record<EntryKind, IconName> = {
  added: 'plus',
  removed: 'minus',
  changed: 'pencil',
  moved: 'move',
};

const WHAT_WORDS: Record<Entry['what'], string> = {
  outcome: 'Outcome',
  provision: 'Provision',
  advice: 'Advice',
  passage: 'Passage',
};

/** What the words are in the plan: "Outcome", "Provision". */
export function whatWords({ what }: Entry): string {
  return WHAT_WORDS[what];
}

/** "Section F"; "Front page". */
export function sectionName(id: string): string {
  return id === 'cover' ? 'Front page' : `Section ${id}`;
}

/** Who tracked a change in Word and when: "tracked by D Salcombe-Pike, 2 April 2026"; null where it was not tracked. */
export function trackedWords({ tracked }: Entry): string | null {
  if (tracked === null) return null;
  const day = tracked.date?.slice(0, 'YYYY-MM-DD'.length) ?? '';
  const author = tracked.author === null || tracked.author === '' ? '' : ` by ${tracked.author}`;
  return `tracked${author}${isCalendarDate(day) ? `, ${formatDate(day)}` : ''}`;
}

/** Where something moved. */
export function movedWords({ fromSection, section }: Entry): string {
  if (fromSection === null || fromSection === section) return 'Moved within the section';
  return `Moved here from ${sectionName(fromSection)}`;
}

/** Short names to tell two versions apart: their stages, or earlier and later where those are the same. */
export function sideNames(earlier: DocumentSummary, later: DocumentSummary): { earlier: string; later: string } {
  if (earlier.stage === null || later.stage === null || earlier.stage === later.stage) {
    return { earlier: 'Earlier version', later: 'Later version' };
  }
  return { earlier: STAGE_WORDS[earlier.stage], later: STAGE_WORDS[later.stage] };
}
