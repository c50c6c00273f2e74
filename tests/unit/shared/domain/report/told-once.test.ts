import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SettledPlan } from '../../../../../shared/domain/report/settled-plan.ts';
import { toldOnce, type ToldPlans, versionOf } from '../../../../../shared/domain/report/told-once.ts';
import { CALENDAR, plansOf } from './measure-examples.ts';

const [SUMMER_1 = '', SUMMER_2 = '', AUTUMN_1 = '', AUTUMN_2 = ''] = CALENDAR.map(({ id }) => id);

function told(plans: readonly SettledPlan[], halfTermIds: readonly string[] = []): ToldPlans {
  return { plans: new Map(plans.map((plan) => [versionOf(plan), plan])), halfTermIds: new Set(halfTermIds) };
}

const NOTHING = told([]);

describe('a plan version', () => {
  test('is counted with its own half-term where nothing of that is out', () => {
    const plans = [...plansOf(SUMMER_2, 1, 3), ...plansOf(AUTUMN_1, 2, 4)];
    expect(toldOnce(plans, NOTHING, CALENDAR)).toEqual({ plans, late: [] });
    expect(toldOnce(plans, told([], [AUTUMN_2]), CALENDAR)).toEqual({ plans, late: [] });
  });

  test('stays as it was told of, whatever was decided since and whether it stands settled at all', () => {
    const [first, second, third] = plansOf(SUMMER_2, 3, 3);
    if (first === undefined || second === undefined || third === undefined) throw new Error('Too few plans.');
    const changed = { ...first, overallGrade: 'inadequate', standing: 'overridden' as const };
    const found = toldOnce([changed, third], told([first, second, third]), CALENDAR);
    expect(found).toEqual({ plans: [first, second, third], late: [] });
  });

  test('that was told of before that was kept is taken as it is', () => {
    const [plan] = plansOf(SUMMER_2, 1, 1);
    if (plan === undefined) throw new Error('There is no plan.');
    const kept = { plans: new Map([[versionOf(plan), null]]), halfTermIds: new Set([SUMMER_2]) };
    expect(toldOnce([plan], kept, CALENDAR)).toEqual({ plans: [plan], late: [] });
    expect(toldOnce([], kept, CALENDAR).plans).toEqual([]);
  });

  test('that comes late is counted with the first half-term after all that are out, in the month of its panel', () => {
    const before = plansOf(SUMMER_1, 10, 20);
    const [late] = plansOf(SUMMER_1, 0, 1, { documentId: 'late' });
    if (late === undefined) throw new Error('There is no plan.');
    const next = plansOf(AUTUMN_1, 1, 2);
    const out = told(before, [SUMMER_1, SUMMER_2]);
    const moved = { ...late, halfTermId: AUTUMN_1, panelDate: next[0]?.panelDate };
    expect(toldOnce([...before, late, ...next], out, CALENDAR)).toEqual({
      plans: [moved, ...next, ...before],
      late: [late],
    });
    expect(toldOnce([...before, late], out, CALENDAR).plans[0]).toEqual({
      ...late,
      halfTermId: AUTUMN_1,
      panelDate: CALENDAR.find(({ id }) => id === AUTUMN_1)?.start,
    });
    // What was told of single plans says which half-terms are out as well.
    expect(toldOnce([late], told(before), CALENDAR).plans[0]?.halfTermId).toBe(SUMMER_2);
  });

  test('waits where no half-term comes after', () => {
    const late = plansOf(AUTUMN_1, 1, 2);
    expect(toldOnce(late, told([], [AUTUMN_1, AUTUMN_2]), CALENDAR)).toEqual({ plans: [], late });
  });
});

/** What settles, is changed and is published, one after another. */
const steps = fc.array(
  fc.record({
    settles: fc.array(fc.nat(CALENDAR.length - 1), { maxLength: 6 }),
    changes: fc.array(fc.nat(30), { maxLength: 3 }),
    reopens: fc.array(fc.nat(30), { maxLength: 2 }),
    publishes: fc.option(fc.nat(CALENDAR.length - 1)),
  }),
  { maxLength: 12 },
);

test('what is out of a half-term is never counted otherwise, and no plan version is counted twice', () => {
  fc.assert(
    fc.property(steps, (run) => {
      let settled: SettledPlan[] = [];
      const plans = new Map<string, SettledPlan>();
      const halfTermIds = new Set<string>();
      const out = new Map<string, readonly SettledPlan[]>();
      for (const [at, { settles, changes, reopens, publishes }] of run.entries()) {
        const added = settles.flatMap((halfTerm, number) =>
          plansOf(CALENDAR[halfTerm]?.id ?? '', 1, 1, { documentId: `document ${at}.${number}` }),
        );
        settled = [...settled, ...added]
          .map((plan, place) => (changes.includes(place) ? { ...plan, overallGrade: `changed in ${at}` } : plan))
          .filter((_, place) => !reopens.includes(place));
        const counted = toldOnce(settled, { plans, halfTermIds }, CALENDAR).plans;
        expect(new Set(counted.map(versionOf)).size).toBe(counted.length);
        for (const [id, before] of out) expect(inOrder(counted, id)).toEqual(before);
        const id = CALENDAR[publishes ?? -1]?.id;
        if (id === undefined) continue;
        for (const plan of counted.filter(({ halfTermId }) => halfTermId === id)) plans.set(versionOf(plan), plan);
        halfTermIds.add(id);
        out.set(id, inOrder(counted, id));
      }
    }),
  );
});

function inOrder(plans: readonly SettledPlan[], halfTermId: string): SettledPlan[] {
  return plans
    .filter((plan) => plan.halfTermId === halfTermId)
    .toSorted((a, b) => (versionOf(a) < versionOf(b) ? -1 : 1));
}
