import { describe, expect, it } from 'vitest';
import type { DocumentSummary } from '../../../../../shared/contract/plans.ts';
import { nextStep, type QueueItem, queueOf, roundLine } from '../../../../../renderer/features/home/next-step.ts';
import { documentWith, planWith } from '../../plan-examples.ts';

function plansOf(...audits: DocumentSummary['myAudit'][]): QueueItem[] {
  return audits.map((myAudit, at) => ({ plan: planWith({ reference: `W-${at}` }), document: documentWith({ myAudit }) }));
}

const open = (answered: number) => ({ id: 'a', state: 'open' as const, answered, toAnswer: 10 });
const submitted = { id: 'a', state: 'submitted' as const, answered: 10, toAnswer: 10 };

describe('the next step', () => {
  it('is to add plans where there are none', () => {
    expect(nextStep(queueOf([]), 0)).toEqual({ kind: 'add' });
  });

  it('ends what is nearest to done before anything else', () => {
    const step = nextStep(queueOf(plansOf(null, open(3), open(7))), 2);
    expect(step).toMatchObject({ kind: 'go_on', item: { plan: { reference: 'W-2' } } });
  });

  it('files what waits before a new audit is begun', () => {
    expect(nextStep(queueOf(plansOf(null)), 1)).toEqual({ kind: 'file', waiting: 1 });
  });

  it('begins the first document without an audit', () => {
    expect(nextStep(queueOf(plansOf(submitted, null)), 0)).toMatchObject({
      kind: 'begin',
      item: { plan: { reference: 'W-1' } },
    });
  });

  it('is the report once all is submitted', () => {
    expect(nextStep(queueOf(plansOf(submitted)), 0)).toEqual({ kind: 'report' });
  });
});

describe('the round’s line', () => {
  const states = (plans: QueueItem[], waiting: number) =>
    roundLine(queueOf(plans), waiting).map((stage) => `${stage.id} ${stage.state}`);

  it('begins at the documents', () => {
    expect(states([], 0)).toEqual(['set_up done', 'documents now', 'grade later', 'report later']);
  });

  it('does not call the documents done while one waits to be filed', () => {
    expect(states(plansOf(submitted), 1)).toEqual(['set_up done', 'documents now', 'grade now', 'report later']);
  });

  it('comes to the report when everything is submitted', () => {
    expect(states(plansOf(submitted, submitted), 0)).toEqual([
      'set_up done',
      'documents done',
      'grade done',
      'report now',
    ]);
  });

  it('counts documents, not plans', () => {
    const plan = planWith();
    const both = [submitted, null].map((myAudit) => ({ plan, document: documentWith({ myAudit }) }));
    expect(roundLine(queueOf(both), 0).find(({ id }) => id === 'grade')?.detail).toBe('1 of 2 submitted by you');
  });
});
