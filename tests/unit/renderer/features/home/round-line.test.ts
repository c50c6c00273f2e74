import { describe, expect, it } from 'vitest';
import type { QueueItem } from '../../../../../shared/contract/plans.ts';
import type { Round } from '../../../../../shared/contract/rounds.ts';
import { queueOf, type Standing } from '../../../../../renderer/features/home/next-step.ts';
import { roundLine } from '../../../../../renderer/features/home/round-line.ts';
import { planWith } from '../../plan-examples.ts';
import { plansOf, standing, submitted } from './support.ts';

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
      'calibrate later',
      'grade later',
      'moderate later',
      'act later',
      'report later',
    ]);
  });

  it('does not call the documents done while one waits to be filed', () => {
    expect(states(plansOf(submitted), { waiting: 1 })).toEqual([
      'set_up done',
      'sample done',
      'documents now',
      'assign done',
      'calibrate left_out',
      'grade now',
      'moderate later',
      'act later',
      'report later',
    ]);
  });

  it('comes to the report when everything is submitted', () => {
    expect(states(plansOf(submitted, submitted), {})).toEqual([
      'set_up done',
      'sample done',
      'documents done',
      'assign done',
      'calibrate left_out',
      'grade done',
      'moderate left_out',
      'act now',
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
      'calibrate later',
      'grade later',
      'moderate later',
      'act later',
      'report later',
    ]);
  });

  it('counts documents, not plans', () => {
    const both = plansOf(submitted, null).map((item) => ({ ...item, plan: planWith() }));
    const grade = roundLine(queueOf(both), standing()).find(({ id }) => id === 'grade');
    expect(grade?.detail).toBe('1 of 2 yours');
  });

  const GRADED = { plans: 12, assigned: 24, handedIn: 24, forPanel: 12 };
  const detail = (id: string, round: Partial<Round>) =>
    roundLine(queueOf([]), standing({}, round)).find((stage) => stage.id === id);

  it('calibrates before it grades, where a plan is named for it', () => {
    const round = { plans: 12, assigned: 24, calibrating: 6, calibrated: 2 };
    expect(detail('calibrate', round)).toMatchObject({ state: 'now', detail: '2 of 6 submitted' });
    expect(detail('calibrate', { ...round, calibrated: 6 })).toMatchObject({ state: 'done' });
  });

  it('moderates before it reports, and says how many are ready', () => {
    const round = { ...GRADED, readyForPanel: 3, inPanel: 1, agreed: 8 };
    expect(detail('moderate', round)).toMatchObject({ state: 'now', detail: '3 ready, 1 under way, 8 of 12 agreed' });
    expect(detail('report', round)).toMatchObject({ state: 'later' });
    expect(detail('moderate', { ...GRADED, agreed: 12 })).toMatchObject({ state: 'done', detail: 'All 12 agreed' });
    expect(detail('report', { ...GRADED, agreed: 12 })).toMatchObject({ state: 'now' });
  });

  it('acts on what the panel asked for', () => {
    const agreed = { ...GRADED, agreed: 12 };
    expect(detail('act', { ...agreed, actions: 5, actionsOpen: 2 })).toMatchObject({
      state: 'now',
      detail: '2 of 5 open',
    });
    expect(detail('act', { ...agreed, actions: 5 })).toMatchObject({ state: 'done', detail: 'All 5 settled' });
  });

  it('is not assigned while a plan is with nobody', () => {
    expect(detail('assign', { plans: 12, assigned: 22, plansWithoutAuditor: 1 })).toMatchObject({
      state: 'now',
      detail: '1 plan with nobody',
    });
  });

  it('calls no plans drawn that were not', () => {
    expect(detail('sample', { plans: 9, drawn: 9 })?.detail).toBe('9 plans');
    expect(detail('sample', { plans: 9, drawn: 8 })?.detail).toBe('9 plans, 8 drawn');
    expect(detail('sample', { plans: 9, drawn: 0 })?.detail).toBe('9 plans, not drawn');
    expect(detail('sample', { plans: 9, drawn: 0, kind: 'thematic' })?.detail).toBe('9 plans');
  });
});
