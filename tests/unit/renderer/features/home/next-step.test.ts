import { describe, expect, it } from 'vitest';
import type { DocumentSummary, QueueItem } from '../../../../../shared/contract/plans.ts';
import type { Round } from '../../../../../shared/contract/rounds.ts';
import {
  nextStep,
  openItems,
  queueOf,
  roundLine,
  type Standing,
} from '../../../../../renderer/features/home/next-step.ts';
import { documentWith, planWith } from '../../plan-examples.ts';

const ROUND: Round = {
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
  plansWithoutDocument: 0,
  assigned: 0,
  handedIn: 0,
  late: 0,
};

function plansOf(...audits: DocumentSummary['myAudit'][]): QueueItem[] {
  return audits.map((myAudit, at) => ({
    plan: planWith({ reference: `W-${at}` }),
    document: documentWith({ myAudit }),
    roundId: ROUND.id,
    assignment: null,
  }));
}

function due(item: QueueItem | undefined, dueOn: string): QueueItem {
  if (item === undefined) throw new Error('nothing to date');
  return { ...item, assignment: { dueOn, isLate: false, standards: null } };
}

/** Whoever set the workspace up: leads the round and audits, with documents as they were added. */
function standing(changes: Partial<Standing> = {}, round: Partial<Round> = {}): Standing {
  return { round: { ...ROUND, ...round }, waiting: 0, plans: 0, isLead: true, isAuditor: true, ...changes };
}

const open = (answered: number) => ({ id: 'a', state: 'open' as const, answered, toAnswer: 10 });
const submitted = { id: 'a', state: 'submitted' as const, answered: 10, toAnswer: 10 };

describe('the next step', () => {
  it('is to add plans where there are none', () => {
    expect(nextStep(queueOf([]), standing())).toEqual({ kind: 'add' });
  });

  it('ends what is nearest to done before anything else', () => {
    const step = nextStep(queueOf(plansOf(null, open(3), open(7))), standing({ waiting: 2 }, { documents: 3 }));
    expect(step).toMatchObject({ kind: 'go_on', item: { plan: { reference: 'W-2' } } });
  });

  it('takes up what is due first, begun or not', () => {
    const [begun, fresh] = plansOf(open(9), null);
    const queue = queueOf([due(begun, '2026-12-05'), due(fresh, '2026-11-20')]);
    expect(openItems(queue).map(({ plan }) => plan.reference)).toEqual(['W-1', 'W-0']);
    expect(nextStep(queue, standing({ isLead: false }))).toMatchObject({
      kind: 'begin',
      item: { plan: { reference: 'W-1' } },
    });
  });

  it('files what waits before a new audit is begun', () => {
    expect(nextStep(queueOf(plansOf(null)), standing({ waiting: 1 }))).toEqual({ kind: 'file', waiting: 1 });
  });

  it('begins the first document without an audit', () => {
    expect(nextStep(queueOf(plansOf(submitted, null)), standing({}, { documents: 2 }))).toMatchObject({
      kind: 'begin',
      item: { plan: { reference: 'W-1' } },
    });
  });

  it('is the report once all is submitted', () => {
    expect(nextStep(queueOf(plansOf(submitted)), standing({}, { documents: 1 }))).toEqual({ kind: 'report' });
  });

  it('leads whoever sets the round up from the register to assigned plans, and then to who is late', () => {
    const nothing = queueOf([]);
    const lead = { plans: 60, isAuditor: false };
    expect(nextStep(nothing, standing(lead))).toEqual({ kind: 'draw', plans: 60 });
    const drawn = { plans: 12, plansWithoutDocument: 3, members: 6 };
    expect(nextStep(nothing, standing(lead, drawn))).toEqual({ kind: 'documents', missing: 3, plans: 12 });
    const whole = { ...drawn, plansWithoutDocument: 0 };
    expect(nextStep(nothing, standing(lead, whole))).toEqual({ kind: 'assign', plans: 12 });
    const handed = { ...whole, assigned: 24, handedIn: 2 };
    expect(nextStep(nothing, standing(lead, handed))).toMatchObject({ kind: 'chase' });
    expect(nextStep(nothing, standing(lead, { ...handed, handedIn: 24 }))).toEqual({ kind: 'report' });
  });

  it('tells an auditor to wait while plans are drawn and not handed out to them', () => {
    const auditor = { isLead: false };
    expect(nextStep(queueOf([]), standing(auditor, { plans: 12 }))).toEqual({ kind: 'wait' });
  });
});

describe('the round’s line', () => {
  const states = (plans: QueueItem[], changes: Partial<Standing>, round: Partial<Round> = {}) =>
    roundLine(queueOf(plans), standing(changes, { documents: plans.length, ...round })).map(
      (stage) => `${stage.id} ${stage.state}`,
    );

  it('begins at the sample', () => {
    expect(states([], {})).toEqual([
      'set_up done',
      'sample now',
      'documents later',
      'assign later',
      'grade later',
      'report later',
    ]);
  });

  it('does not call the documents done while one waits to be filed', () => {
    expect(states(plansOf(submitted), { waiting: 1 })).toEqual([
      'set_up done',
      'sample done',
      'documents now',
      'assign done',
      'grade now',
      'report later',
    ]);
  });

  it('comes to the report when everything is submitted', () => {
    expect(states(plansOf(submitted, submitted), {})).toEqual([
      'set_up done',
      'sample done',
      'documents done',
      'assign done',
      'grade done',
      'report now',
    ]);
  });

  it('is not graded for one whose own work is done while others’ is not', () => {
    const round = { plans: 1, assigned: 2, handedIn: 1 };
    expect(states(plansOf(submitted), {}, round)).toContain('grade now');
    expect(states(plansOf(submitted), {}, { ...round, handedIn: 2 })).toContain('report now');
  });

  it('waits for assignments where plans were drawn', () => {
    expect(states([], {}, { plans: 12, plansWithoutDocument: 3 })).toEqual([
      'set_up done',
      'sample done',
      'documents now',
      'assign now',
      'grade later',
      'report later',
    ]);
  });

  it('counts documents, not plans', () => {
    const both = plansOf(submitted, null).map((item) => ({ ...item, plan: planWith() }));
    const grade = roundLine(queueOf(both), standing()).find(({ id }) => id === 'grade');
    expect(grade?.detail).toBe('1 of 2 submitted by you');
  });
});
