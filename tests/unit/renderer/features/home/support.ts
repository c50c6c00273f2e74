import type { DocumentSummary, QueueItem } from '../../../../../shared/contract/plans.ts';
import type { Round } from '../../../../../shared/contract/rounds.ts';
import type { Standing } from '../../../../../renderer/features/home/next-step.ts';
import { documentWith, planWith } from '../../plan-examples.ts';

export const ROUND: Round = {
  id: '00000000-0000-4000-8000-000000000009',
  halfTerm: {
    id: '2026-27/2',
    schoolYear: '2026-27',
    number: 2,
    label: 'Autumn 2',
    start: '2026-11-02',
    end: '2026-12-18',
  },
  kind: 'random',
  theme: '',
  panelDate: '2026-12-08',
  gradingDue: null,
  rubricId: '00000000-0000-4000-8000-000000000008',
  state: 'open',
  documents: 0,
  auditsOpen: 0,
  auditsSubmitted: 0,
  members: 0,
  plans: 0,
  drawn: 0,
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

/** The caller’s queue with an audit, or none yet, of one document after the other. */
export function plansOf(...audits: DocumentSummary['myAudit'][]): QueueItem[] {
  return audits.map((myAudit, at) => ({
    plan: planWith({ reference: `W-${at}` }),
    document: documentWith({ myAudit }),
    roundId: ROUND.id,
    isPrepared: true,
    assignment: null,
  }));
}

/** An item with its due date. */
export function due(item: QueueItem | undefined, dueOn: string): QueueItem {
  if (item === undefined) throw new Error('nothing to date');
  return { ...item, assignment: { dueOn, isLate: false, standards: null } };
}

/** Whoever set the workspace up: leads the round and audits, with documents as they were added. */
export function standing(changes: Partial<Standing> = {}, round: Partial<Round> = {}): Standing {
  return {
    round: { ...ROUND, ...round },
    waiting: 0,
    plans: 0,
    unchecked: 0,
    isLead: true,
    isChair: false,
    isAuditor: true,
    ...changes,
  };
}

/** An audit that is under way. */
export const open = (answered: number) => ({ id: 'a', state: 'open' as const, answered, toAnswer: 10 });
export const submitted = { id: 'a', state: 'submitted' as const, answered: 10, toAnswer: 10 };
