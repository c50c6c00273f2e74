import {
  type AdviceAgency,
  ADVICE_AGENCIES,
  adviceAgencyWords,
  type OfficerAgency,
} from '../../../shared/domain/advice/advice-log.ts';
import { useOpenWorkspace } from '../../api/open-workspace.ts';
import type { Choice } from '../../ui/Field.tsx';

/** Whose check the person in front of the screen sees first, and whether they make it or only look. */
export function useOfficer(): { own: OfficerAgency; mayCheck: (agency: OfficerAgency) => boolean; mayChoose: boolean } {
  const { person } = useOpenWorkspace();
  const isOfficer = person.roles.includes('designated_officer');
  return {
    own: person.agency === 'social_care' ? 'social_care' : 'health',
    mayCheck: (agency) => isOfficer && person.agency === agency,
    mayChoose: person.roles.includes('qa_lead'),
  };
}

export const OFFICER_CHOICES: readonly Choice[] = [
  { value: 'health', label: 'Health' },
  { value: 'social_care', label: 'Social care' },
];

export const ADVICE_AGENCY_CHOICES: readonly Choice[] = ADVICE_AGENCIES.map((value) => ({
  value,
  label: adviceAgencyWords(value),
}));

export function adviceAgencyFrom(text: string): AdviceAgency {
  return ADVICE_AGENCIES.find((agency) => agency === text) ?? 'other';
}

/** Where a draft is checked. */
export function checkPath(agency: OfficerAgency, documentId: string): string {
  return `/advice/${agency}/${documentId}`;
}
