import { createContext, useContext } from 'react';
import type { DraftContent } from '../../../shared/domain/rubric/rubric-draft.ts';
import type { RubricFault } from '../../../shared/domain/rubric/rubric-faults.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';

/** What every field of a draft needs: what stands, how to change it, and what is wrong with it. */
export interface DraftDesk {
  content: DraftContent;
  change: (change: (content: DraftContent) => DraftContent, tag: string | null) => void;
  /** Of the field with this place, the first fault as a sentence. */
  errorAt: (place: string) => string | undefined;
  /** Shows the part that holds a place, and takes the focus there. */
  goTo: (place: string) => void;
  /** The criterion that is open for editing. */
  openCriterion: string | null;
  setOpenCriterion: (id: string | null) => void;
}

export const DraftDeskContext = createContext<DraftDesk | null>(null);

/** Throws outside a draft. */
export function useDraftDesk(): DraftDesk {
  const desk = useContext(DraftDeskContext);
  if (desk === null) throw new Error('No draft is open here.');
  return desk;
}

/** Changes the standards of the draft. `tag` names the field that is typed in; null for a deed of its own. */
export function useChangeRubric(): (change: (rubric: Rubric) => Rubric, tag: string | null) => void {
  const { change } = useDraftDesk();
  return (changeRubric, tag) => {
    change((content) => {
      const rubric = changeRubric(content.rubric);
      return rubric === content.rubric ? content : { ...content, rubric };
    }, tag);
  };
}

/** Which part of the editor holds a place: 'about', 'grades', 'rules', 'moderation', or 'standard:S04'. */
export function partOf(rubric: Rubric, place: string): string {
  if (place.startsWith('criterion:')) {
    const id = criterionOf(place);
    const standard = rubric.standards.find(({ criteria }) => criteria.some((criterion) => criterion.id === id));
    return standard === undefined ? 'about' : `standard:${standard.id}`;
  }
  if (place.startsWith('standard:')) return place.split('/', 1)[0] ?? 'about';
  if (place.startsWith('grade') || place.startsWith('threshold:')) return 'grades';
  if (place.startsWith('guard:')) return 'rules';
  return place.startsWith('moderation') || place.startsWith('discuss:') ? 'moderation' : 'about';
}

/** The criterion that a place lies in; null where it lies in none. */
export function criterionOf(place: string): string | null {
  return place.startsWith('criterion:') ? (place.slice('criterion:'.length).split('/', 1)[0] ?? null) : null;
}

/** 'The weight must be more than 0.' of the first fault there. */
export function errorIn(faults: readonly RubricFault[], place: string): string | undefined {
  const message = faults.find((fault) => fault.place === place)?.message;
  return message === undefined ? undefined : message.charAt(0).toUpperCase() + message.slice(1);
}

/** 'F Special educational provision'; a section without a letter by its name alone. */
export function sectionChoices({ sections }: Rubric): { value: string; label: string }[] {
  return sections.map(({ id, label }) => ({ value: id, label: /^[A-Z]/.test(id) ? `${id} ${label}` : label }));
}
