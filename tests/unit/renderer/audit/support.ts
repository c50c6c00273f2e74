import { readFileSync } from 'node:fs';
import type { Audit } from '../../../../shared/contract/audits.ts';
import { type Rubric, rubricSchema } from '../../../../shared/domain/rubric/rubric.ts';
import { grade } from '../../../../shared/domain/grading/scoring.ts';
import { submissionProblems } from '../../../../shared/domain/grading/submission.ts';

export const rubric: Rubric = rubricSchema.parse(
  JSON.parse(readFileSync(new URL('../../../../shared/domain/rubric/rubric-default.json', import.meta.url), 'utf8')),
);

/** An audit in which nothing has been answered; the plan is a new one for a child in Year 4. */
export function emptyAudit(more: Partial<Audit> = {}): Audit {
  const facts: Audit['facts'] = {
    ageYears: { value: 9, source: 'derived' },
    ageOn31Aug: { value: 8, source: 'derived' },
    ncYear: { value: 4, source: 'derived' },
    planStatus: { value: 'draft', source: 'derived' },
    planType: { value: 'new', source: 'derived' },
    hasHealthProvision: { value: null, source: 'unknown' },
  };
  const values = Object.fromEntries(Object.entries(facts).map(([id, { value }]) => [id, value]));
  const grading = grade(rubric, values, {});
  return {
    id: '00000000-0000-4000-8000-000000000001',
    planId: '00000000-0000-4000-8000-000000000002',
    planReference: 'WB-0001',
    planInitials: 'AB',
    document: {
      id: '00000000-0000-4000-8000-000000000003',
      fileName: 'draft.pdf',
      format: 'pdf',
      bytes: 1,
      sha256: 'a'.repeat(64),
      importedAt: '2026-11-01T09:00:00.000Z',
      planId: null,
      cycleId: null,
      stage: 'draft',
      issuedOn: null,
      pages: 1,
      characters: 1,
      hasText: true,
      sectionsFound: [],
      sectionsUnsure: [],
      sectionsConfirmed: false,
      warnings: 0,
      myAudit: null,
    },
    roundId: '00000000-0000-4000-8000-000000000004',
    rubricId: '00000000-0000-4000-8000-000000000005',
    auditorId: '00000000-0000-4000-8000-000000000006',
    agency: 'education',
    standards: null,
    isCalibration: false,
    level: 'multi_agency',
    state: 'open',
    startedAt: '2026-11-01T09:00:00.000Z',
    submittedAt: null,
    facts,
    developmentalStandards: [],
    answers: {},
    grading,
    notes: {},
    activeSeconds: 0,
    canReopen: false,
    earlierSubmissions: [],
    problems: submissionProblems(rubric, grading, {}),
    ...more,
  };
}
