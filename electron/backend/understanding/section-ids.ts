/**
 * The sections that regulation 12(1) of the SEND Regulations 2014 asks for, in its order, as the shipped rubric names them.
 * 'H' stands for a plan that does not tell H1 and H2 apart: that is a finding in itself, and it is not guessed away.
 */
export const SECTION_ORDER = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'H1', 'H2', 'I', 'J', 'K'] as const;
export type SectionId = (typeof SECTION_ORDER)[number];

export const COVER = 'cover';

export function isSectionId(text: string): text is SectionId {
  return SECTION_ORDER.some((id) => id === text);
}

/** Place in the regulation's order; H counts as H1. */
export function orderOf(id: SectionId): number {
  return SECTION_ORDER.indexOf(id === 'H1' ? 'H' : id);
}
