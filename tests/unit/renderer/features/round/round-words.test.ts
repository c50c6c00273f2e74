import { describe, expect, it } from 'vitest';
import { AGENCIES } from '../../../../../shared/contract/person.ts';
import { boardRows, takersOf } from '../../../../../renderer/features/round/board-rows.ts';
import {
  goneWords,
  leftOutWords,
  originWords,
  reopenStanding,
  roundWords,
  standardsWords,
  unfilledWords,
} from '../../../../../renderer/features/round/round-words.ts';
import { ruleOf, usualRule } from '../../../../../renderer/features/round/rule-form.ts';
import { howDrawn } from '../../../../../renderer/features/round/sample-words.ts';
import { dueWords } from '../../../../../renderer/api/due-words.ts';
import { assignmentOf, BOARD, DRAW, ROUND, ROUND_ID, sampledPlan } from './examples.ts';

describe('how a sample was drawn', () => {
  const swapped = [
    sampledPlan(),
    sampledPlan({ reference: 'FM-02', state: 'swapped_out', reason: 'Amara moved to Leeds' }),
    sampledPlan({ reference: 'FM-03', origin: 'swapped_in', replaces: 'FM-02', reason: 'Amara moved to Leeds' }),
    sampledPlan({ reference: 'FM-04', origin: 'picked', reason: 'Asked for' }),
  ];

  it('names method, frame, seed and digest', () => {
    const text = howDrawn({ roundId: ROUND_ID, draw: DRAW, plans: [sampledPlan()] }, ROUND, 'on 22 November 2026');
    expect(text.split('\n')).toEqual([
      'Sample for the round (Autumn 2 2026/27, panel of 8 December 2026): stratified random sample by kind of plan, age band, in proportion to the strata, drawn on 22 November 2026 by Ottoline Sedge.',
      'Frame: 60 plans of the register (kind: new or amended, Year 9 to Year 14, team Coast, not looked after, not audited in the last 2 rounds); asked for: 4; drawn: 4.',
      'Left out of the frame: 16 of the 76 plans then in the register, each for the first thing that it was not as asked for: another kind of plan 12; audited lately 4.',
      'By stratum (drawn of frame): Amended or reviewed · Secondary 1 of 20; New · Secondary 3 of 40.',
      `Seed 20261122; SHA-256 of the frame ${DRAW.frameDigest}. The same frame and seed give the same sample on any machine (xoroshiro128+, Fisher–Yates).`,
    ]);
  });

  it('says that nobody was left out, or that nobody kept who was', () => {
    const words = (leftOut: typeof DRAW.leftOut) =>
      howDrawn({ roundId: ROUND_ID, draw: { ...DRAW, leftOut }, plans: [] }, ROUND, 'today').split('\n')[2];
    expect(words([])).toBe('No plan of the register was left out of the frame.');
    expect(words(null)).toBe('Who of the register was left out of the frame was not kept when it was drawn.');
  });

  it('tells what was changed by hand, and neither a reference nor a reason', () => {
    const text = howDrawn({ roundId: ROUND_ID, draw: DRAW, plans: swapped }, ROUND, 'today');
    expect(text).toContain(
      '1 plan swapped for the next reserve of the same stratum, 1 plan picked. The round now holds 3 plans.',
    );
    expect(text).not.toMatch(/FM-|Amara|Asked/);
  });

  it('says so where all were picked', () => {
    const text = howDrawn({ roundId: ROUND_ID, draw: null, plans: swapped.slice(3) }, ROUND, '');
    expect(text).toBe(
      'Plans of the round (Autumn 2 2026/27, panel of 8 December 2026): picked by hand. The round now holds 1 plan.',
    );
  });
});

describe('words of a round', () => {
  it('tell rounds of one half-term apart', () => {
    expect(roundWords(ROUND)).toBe('2026/27 Autumn 2: panel on 8 December 2026, Year 9');
    expect(roundWords({ ...ROUND, kind: 'risk_based' })).toMatch(/by risk$/);
    expect(roundWords({ ...ROUND, kind: 'random' })).toMatch(/at random$/);
    expect(roundWords({ ...ROUND, kind: 'random', drawn: 0 })).toMatch(/not drawn$/);
    expect(roundWords({ ...ROUND, kind: 'random', drawn: 0, plans: 0 })).toMatch(/at random$/);
  });

  it('say why a plan is there, and why no longer', () => {
    expect(originWords(sampledPlan())).toBe('Drawn');
    const swap = sampledPlan({ origin: 'swapped_in', replaces: 'FM-02', reason: 'Moved' });
    expect(originWords(swap)).toBe('In for FM-02: Moved');
    expect(originWords({ ...swap, replaces: null })).toBe('In for a plan that is gone: Moved');
    expect(goneWords(sampledPlan({ state: 'taken_out', reason: 'Ceased' }))).toBe('Taken out: Ceased');
    expect(leftOutWords({ reason: 'team', count: 1 })).toBe('1 plan: another team');
  });

  it('say what nobody could take', () => {
    const place = { documentId: 'd', planReference: 'FM-1' };
    expect(unfilledWords({ ...place, agency: 'parent_carer_forum', reason: 'no_auditor' })).toBe(
      'Nobody from the parent carer forum sits on this round.',
    );
    expect(unfilledWords({ ...place, agency: null, reason: 'no_other_agency' })).toMatch(/has the plan already/);
  });

  it('name what an agency leads, and count what all lead', () => {
    const led = (id: string, title: string) => ({ id, title, agencies: ['health' as const] });
    const all = [
      led('S04', 'Health'),
      led('S05', 'Therapies'),
      led('S06', 'Equipment'),
      { id: 'S02', title: 'Voice', agencies: [...AGENCIES] },
    ];
    expect(standardsWords(null, all)).toBe('All standards');
    expect(standardsWords(['S04', 'S05', 'S06', 'S02'], all)).toBe('Health, Therapies, 1 more and 1 that all lead');
    expect(standardsWords(['S04'], all)).toBe('Health');
    expect(standardsWords(['S02'], all)).toBe('1 that all lead');
  });

  it('say how a due date stands', () => {
    expect(dueWords(null, '2026-12-01')).toBe('');
    expect(dueWords('2026-11-28', '2026-12-01')).toBe('Late by 3 days');
    expect(dueWords('2026-12-01', '2026-12-01')).toBe('Due today');
    expect(dueWords('2026-12-05', '2026-12-01')).toBe('Due 5 December 2026');
  });
});

describe('the board', () => {
  it('stands in the order of references, with what somebody has beside what is to hand out', () => {
    const other = assignmentOf({
      documentId: 'd-2',
      planReference: 'FM-2',
      auditor: { id: 'x', name: 'X', agency: 'health' },
    });
    const rows = boardRows(BOARD, [assignmentOf(), other]);
    expect(rows.map(({ planReference, assignments }) => [planReference, assignments.length])).toEqual([
      ['FM-1', 1],
      ['FM-2', 1],
      ['FM-10', 0],
    ]);
  });

  it('offers a plan to nobody who has it or had a hand in it', () => {
    const [row] = boardRows(BOARD, [assignmentOf()]);
    if (row === undefined) throw new Error('no row');
    const { free, others } = takersOf(row, BOARD);
    expect(free.map(({ id }) => id)).toEqual(['corin']);
    expect(others).toBe('Not offered, having had a hand in the plan: Evan Pike.');
  });
});

describe('the rule of assigning', () => {
  it('is two of different agencies, where there are two', () => {
    expect(ruleOf(usualRule(['health', 'education']))).toEqual({ kind: 'different_agencies', auditors: 2 });
    expect(ruleOf(usualRule(['health']))).toEqual({ kind: 'different_agencies', auditors: 1 });
  });

  it('says what is wrong', () => {
    const form = usualRule(['health', 'education']);
    expect(ruleOf({ ...form, auditors: '7' })).toBe('Give a number from 1 to 6.');
    expect(ruleOf({ ...form, kind: 'one_per_agency', agencies: [] })).toBe('Choose at least one.');
    expect(ruleOf({ ...form, kind: 'share_doubled', percent: '' })).toBe('Give a number from 0 to 100.');
    expect(ruleOf({ ...form, kind: 'one_per_agency' })).toEqual({
      kind: 'one_per_agency',
      agencies: ['education', 'health'],
    });
  });
});

describe('a submitted audit', () => {
  it('may be opened again until answers were shown', () => {
    expect(reopenStanding({ progress: 'open', canReopen: false })).toBe('not_submitted');
    expect(reopenStanding({ progress: 'submitted', canReopen: true })).toBe('possible');
    expect(reopenStanding({ progress: 'submitted', canReopen: false })).toBe('shown');
  });
});

describe('who could take a document', () => {
  it('is nobody who had a hand in it, has it, or has seen what others found', () => {
    const [row] = boardRows(BOARD, []);
    if (row === undefined) throw new Error('no row');
    const seen = BOARD.auditors.find(({ id }) => !row.conflicted.includes(id));
    const { free, others } = takersOf({ ...row, seenBy: [seen?.id ?? ''] }, BOARD);
    expect(free.map(({ id }) => id)).not.toContain(seen?.id);
    expect(others).toContain(`Not offered, having seen what others found: ${seen?.name}.`);
  });
});
