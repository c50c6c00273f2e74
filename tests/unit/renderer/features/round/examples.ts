import type { Assignment, Board } from '../../../../../shared/contract/assignments.ts';
import type { Round } from '../../../../../shared/contract/rounds.ts';
import type { Sample } from '../../../../../shared/contract/samples.ts';

export const ROUND_ID = '00000000-0000-4000-8000-000000000009';

/** A stratified draw of four from sixty. */
export const DRAW: NonNullable<Sample['draw']> = {
  method: 'stratified',
  strataBy: ['plan_type', 'age_band'],
  allocation: 'proportional',
  filter: {
    planTypes: ['new', 'amended'],
    ncYearFrom: 9,
    ncYearTo: 14,
    team: 'Coast',
    locality: null,
    isLookedAfter: false,
    isLate: null,
    notAuditedForRounds: 2,
  },
  seed: 20_261_122,
  size: 4,
  frameSize: 60,
  leftOut: [
    { reason: 'plan_type', count: 12 },
    { reason: 'audited_lately', count: 4 },
  ],
  frameDigest: 'ab12'.repeat(16),
  drawnAt: '2026-11-22T10:31:00.000Z',
  drawnBy: 'Ottoline Sedge',
  strata: [
    { stratum: 'Amended or reviewed · Secondary', size: 20, drawn: 1 },
    { stratum: 'New · Secondary', size: 40, drawn: 3 },
  ],
};

export function sampledPlan(changes: Partial<Sample['plans'][number]> = {}): Sample['plans'][number] {
  return {
    planId: '00000000-0000-4000-8000-000000000001',
    reference: 'FM-01',
    initials: 'AB',
    planType: 'new',
    ncYear: 9,
    stratum: 'New · Secondary',
    origin: 'sampled',
    state: 'in',
    reason: '',
    replaces: null,
    documents: 1,
    ...changes,
  };
}

export const ROUND: Round = {
  id: ROUND_ID,
  halfTerm: {
    id: '2026-27/2',
    schoolYear: '2026-27',
    number: 2,
    label: 'Autumn 2',
    start: '2026-11-02',
    end: '2026-12-18',
  },
  kind: 'thematic',
  theme: 'Year 9',
  panelDate: '2026-12-08',
  gradingDue: '2026-12-01',
  rubricId: '00000000-0000-4000-8000-000000000008',
  state: 'open',
  documents: 0,
  auditsOpen: 0,
  auditsSubmitted: 0,
  members: 6,
  plans: 4,
  drawn: 4,
  plansWithoutDocument: 0,
  assigned: 0,
  handedIn: 0,
  late: 0,
  plansWithoutAuditor: 0,
  calibrating: 0,
  calibrated: 0,
  forPanel: 0,
  readyForPanel: 0,
  inPanel: 0,
  agreed: 0,
  actions: 0,
  actionsOpen: 0,
};

export function assignmentOf(changes: Partial<Assignment> = {}): Assignment {
  return {
    id: 'a-1',
    roundId: ROUND_ID,
    planId: 'p-1',
    planReference: 'FM-1',
    planInitials: 'AB',
    documentId: 'd-1',
    stage: 'final',
    auditor: { id: 'briar', name: 'Briar Tolland', agency: 'health' },
    standards: null,
    dueOn: null,
    progress: 'not_begun',
    isLate: false,
    isCalibration: false,
    state: 'assigned',
    reason: '',
    assignedAt: '2026-11-22T10:31:00.000Z',
    auditId: null,
    canReopen: false,
    ...changes,
  };
}

export const BOARD: Board = {
  documents: [
    {
      documentId: 'd-1',
      planId: 'p-1',
      planReference: 'FM-1',
      planInitials: 'AB',
      stage: 'final',
      conflicted: ['evan'],
      seenBy: [],
    },
    {
      documentId: 'd-10',
      planId: 'p-10',
      planReference: 'FM-10',
      planInitials: 'CD',
      stage: 'draft',
      conflicted: [],
      seenBy: [],
    },
  ],
  withoutDocument: [],
  auditors: [
    { id: 'briar', name: 'Briar Tolland', agency: 'health' },
    { id: 'corin', name: 'Corin Ashby', agency: 'social_care' },
    { id: 'evan', name: 'Evan Pike', agency: 'education' },
  ],
  standards: [],
};
