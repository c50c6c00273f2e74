import type { FamilyFigures } from '../../../shared/contract/family-feedback.ts';
import type { Respondent } from '../../../shared/domain/family/family-feedback.ts';

const RESPONDENT_WORDS: Record<Respondent, string> = {
  parent_carer: 'Parent or carer',
  young_person: 'Young person',
  other: 'Somebody else',
  not_said: 'Not said',
};

export function respondentWords(respondent: Respondent): string {
  return RESPONDENT_WORDS[respondent];
}

export const RESPONDENT_CHOICES = Object.entries(RESPONDENT_WORDS).map(([value, label]) => ({ value, label }));

/** Who answered, from a form's choice. */
export function respondentFrom(value: string): Respondent {
  return value === 'young_person' || value === 'other' || value === 'not_said' ? value : 'parent_carer';
}

/** 'Autumn 2 2026/27'; days outside the calendar have no half-term. */
export function halfTermWords(halfTerm: FamilyFigures['halfTerms'][number]['halfTerm']): string {
  return halfTerm === null
    ? 'In no half-term of the calendar'
    : `${halfTerm.label} ${halfTerm.schoolYear.replace('-', '/')}`;
}

/** What counts, as a sentence: 'Counted as satisfied: very satisfied; satisfied.' */
export function countedWords(scale: FamilyFigures['scale']): string {
  const counted = scale.filter(({ isSatisfied }) => isSatisfied).map(({ label }) => label.toLowerCase());
  return `Counted as satisfied: ${counted.join('; ')}.`;
}
