import type { DocumentSummary, Plan } from '../../../shared/contract/plans.ts';

/** A filed final plan in Word that nobody has audited, but for what is given. */
export function documentWith(changes: Partial<DocumentSummary> = {}): DocumentSummary {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    fileName: 'W-1 final.docx',
    format: 'docx',
    bytes: 1000,
    sha256: 'a'.repeat(64),
    importedAt: '2026-11-05T09:00:00.000Z',
    planId: '00000000-0000-4000-8000-000000000002',
    cycleId: '00000000-0000-4000-8000-000000000003',
    stage: 'final',
    issuedOn: null,
    pages: null,
    characters: 4000,
    hasText: true,
    sectionsFound: ['A', 'B'],
    sectionsUnsure: [],
    sectionsConfirmed: false,
    warnings: 0,
    myAudit: null,
    ...changes,
  };
}

/** A new plan of a fictional child in Year 4, but for what is given. */
export function planWith(changes: Partial<Plan> = {}): Plan {
  return {
    id: '00000000-0000-4000-8000-000000000002',
    cycleId: '00000000-0000-4000-8000-000000000003',
    createdAt: '2026-11-05T09:00:00.000Z',
    reference: 'W-1',
    initials: 'AO',
    name: 'Amara Okafor-Lee',
    dateOfBirth: '2018-03-12',
    planType: 'new',
    ncYear: 4,
    setting: 'Larkspur Primary School',
    primaryNeed: 'Autistic spectrum disorder',
    locality: 'North',
    team: null,
    settingType: null,
    isLookedAfter: null,
    isKnownToSocialCare: null,
    documents: [],
    ...changes,
  };
}
