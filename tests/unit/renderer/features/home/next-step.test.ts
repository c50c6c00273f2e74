import { describe, expect, it } from 'vitest';
import { nextStep, openItems, queueOf } from '../../../../../renderer/features/home/next-step.ts';
import { due, open, plansOf, standing, submitted } from './support.ts';

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

  it('says that a plan is with nobody before it chases those who have one', () => {
    const round = { plans: 12, members: 6, assigned: 22, handedIn: 2, plansWithoutAuditor: 1 };
    const lead = standing({ plans: 60, isAuditor: false }, round);
    expect(nextStep(queueOf([]), lead)).toEqual({ kind: 'assign_rest', missing: 1, plans: 12 });
  });

  it('sends nobody to a report that they may not read', () => {
    expect(nextStep(queueOf(plansOf(submitted)), standing({ isLead: false }, { assigned: 2 }))).toEqual({
      kind: 'all_in',
      panelDate: '2026-12-08',
    });
  });

  it('has the QA lead check names that hold the parent carer forum up', () => {
    const round = { plans: 12, members: 6, assigned: 24, handedIn: 2 };
    const lead = standing({ plans: 60, unchecked: 2, isAuditor: false }, round);
    expect(nextStep(queueOf([]), lead)).toEqual({ kind: 'check_masks', unchecked: 2 });
  });

  it('offers a representative nothing to open that is still being prepared', () => {
    const [unready, ready] = plansOf(null, null).map((item, at) => ({ ...item, isPrepared: at === 1 }));
    if (unready === undefined || ready === undefined) throw new Error('nothing asked');
    const representative = standing({ isLead: false }, { assigned: 2 });
    expect(nextStep(queueOf([unready]), representative)).toEqual({ kind: 'prepared_first', plans: 1 });
    expect(nextStep(queueOf([unready, ready]), representative)).toEqual({ kind: 'begin', item: ready });
    const begun = { ...unready, document: { ...unready.document, myAudit: open(3) } };
    expect(nextStep(queueOf([begun]), representative)).toEqual({ kind: 'prepared_first', plans: 1 });
  });

  it('calls the chair to what is ready for the panel, and the QA lead once all is in', () => {
    const round = { plans: 12, members: 6, assigned: 24, handedIn: 20, forPanel: 12, readyForPanel: 3, inPanel: 1 };
    const chair = { isLead: false, isChair: true, isAuditor: false };
    const step = { kind: 'moderate', ready: 3, inPanel: 1 };
    expect(nextStep(queueOf([]), standing(chair, round))).toEqual(step);
    expect(nextStep(queueOf([]), standing(chair, { ...round, readyForPanel: 0, inPanel: 0 }))).toMatchObject({
      kind: 'await_gradings',
    });
    const lead = { isAuditor: false };
    expect(nextStep(queueOf([]), standing(lead, round))).toMatchObject({ kind: 'chase' });
    expect(nextStep(queueOf([]), standing(lead, { ...round, handedIn: 24 }))).toEqual(step);
    const agreed = { ...round, handedIn: 24, readyForPanel: 0, inPanel: 0, agreed: 12 };
    expect(nextStep(queueOf([]), standing(chair, agreed))).toEqual({ kind: 'report' });
  });
});
