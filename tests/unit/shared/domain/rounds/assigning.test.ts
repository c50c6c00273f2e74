import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  assignAuditors,
  type AssignmentRule,
  type AvailableAuditor,
  type WantingDocument,
} from '../../../../../shared/domain/rounds/assigning.ts';

const PANEL: AvailableAuditor[] = [
  { id: 'ed1', agency: 'education' },
  { id: 'ed2', agency: 'education' },
  { id: 'he1', agency: 'health' },
  { id: 'he2', agency: 'health' },
  { id: 'sc1', agency: 'social_care' },
  { id: 'pc1', agency: 'parent_carer_forum' },
];
const TWO: AssignmentRule = { kind: 'different_agencies', auditors: 2 };

function documents(count: number, conflicted: Record<number, string[]> = {}): WantingDocument[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `d${index}`,
    conflicted: conflicted[index] ?? [],
    given: [],
  }));
}

const wanting = fc
  .array(fc.record({ conflicted: fc.subarray(PANEL.map(({ id }) => id)), given: fc.subarray(['ed1', 'sc1']) }), {
    maxLength: 14,
  })
  .map((list): WantingDocument[] =>
    list.map(({ conflicted, given }, index) => ({
      id: `d${index}`,
      conflicted: conflicted.filter((id) => !given.includes(id)),
      given,
    })),
  );
const rules = fc.oneof(
  fc.record({ kind: fc.constant('different_agencies' as const), auditors: fc.integer({ min: 1, max: 4 }) }),
  fc.record({
    kind: fc.constant('one_per_agency' as const),
    agencies: fc.subarray(['education', 'health', 'social_care', 'parent_carer_forum']),
  }),
  fc.record({ kind: fc.constant('share_doubled' as const), percent: fc.integer({ min: 0, max: 100 }) }),
);
const panels = fc.subarray(PANEL);
const seeds = fc.nat(1000);

describe('giving plans to auditors', () => {
  test('two of different agencies each, and four plans to each of six auditors', () => {
    const { assigned, unfilled } = assignAuditors(documents(12), PANEL, TWO, 7);
    expect(unfilled).toEqual([]);
    expect([...countBy(assigned, ({ auditorId }) => auditorId).values()]).toEqual([4, 4, 4, 4, 4, 4]);
    expect(new Set(countBy(assigned, ({ documentId }) => documentId).values())).toEqual(new Set([2]));
  });

  test('evens out along a chain where a direct hand-over cannot', () => {
    // Only ed1 may take what he1 has too much of, and only sc1 what ed1 then has too much of.
    const all = PANEL.map(({ id }) => id);
    const except = (...ids: string[]) => all.filter((id) => !ids.includes(id));
    const list = documents(6, {
      0: except('he1', 'ed1'),
      1: except('he1', 'ed1'),
      2: except('he1'),
      3: except('he1'),
      4: except('ed1', 'sc1'),
      5: except('ed1', 'sc1'),
    });
    const { assigned } = assignAuditors(list, PANEL, { kind: 'different_agencies', auditors: 1 }, 3);
    const loads = countBy(assigned, ({ auditorId }) => auditorId);
    expect([loads.get('he1'), loads.get('ed1'), loads.get('sc1')]).toEqual([2, 2, 2]);
  });

  test('says why a place stays empty', () => {
    const all = PANEL.map(({ id }) => id);
    expect(assignAuditors(documents(1, { 0: all }), PANEL, TWO, 1).unfilled[0]?.reason).toBe('all_conflicted');
    const lone = PANEL.slice(0, 2);
    expect(assignAuditors(documents(1), lone, TWO, 1)).toMatchObject({
      assigned: [{ documentId: 'd0' }],
      unfilled: [{ documentId: 'd0', agency: null, reason: 'no_other_agency' }],
    });
    expect(
      assignAuditors(documents(1), lone, { kind: 'one_per_agency', agencies: ['education', 'health'] }, 1).unfilled,
    ).toEqual([{ documentId: 'd0', agency: 'health', reason: 'no_auditor' }]);
  });

  test('a share of the plans gets a second auditor', () => {
    const { assigned } = assignAuditors(documents(10), PANEL, { kind: 'share_doubled', percent: 30 }, 5);
    const perDocument = [...countBy(assigned, ({ documentId }) => documentId).values()];
    expect(perDocument.filter((count) => count === 2)).toHaveLength(3);
    expect(perDocument.filter((count) => count === 1)).toHaveLength(7);
  });

  test('what two have already counts towards the share, however often it is proposed', () => {
    fc.assert(
      fc.property(seeds, seeds, fc.nat(6), (seed, again, later) => {
        const rule: AssignmentRule = { kind: 'share_doubled', percent: 30 };
        const { assigned } = assignAuditors(documents(10), PANEL, rule, seed);
        const list = documents(10 + later).map((document) => ({
          ...document,
          given: assigned.filter(({ documentId }) => documentId === document.id).map(({ auditorId }) => auditorId),
        }));
        const next = assignAuditors(list, PANEL, rule, again).assigned;
        const perDocument = [...countBy([...assigned, ...next], ({ documentId }) => documentId).values()];
        expect(perDocument.filter((count) => count === 2)).toHaveLength(Math.round(((10 + later) * 30) / 100));
      }),
    );
  });

  test('the same seed gives the same assignments', () => {
    fc.assert(
      fc.property(wanting, panels, rules, seeds, (list, panel, rule, seed) => {
        expect(assignAuditors(list, panel, rule, seed)).toEqual(assignAuditors(list, panel, rule, seed));
      }),
    );
  });

  test('nobody gets a plan that they had a hand in, or twice, or beside their own agency', () => {
    fc.assert(
      fc.property(wanting, panels, rules, seeds, (list, panel, rule, seed) => {
        const { assigned } = assignAuditors(list, panel, rule, seed);
        const agencyOf = new Map(panel.map(({ id, agency }) => [id, agency]));
        for (const { id, conflicted, given } of list) {
          const own = assigned.filter(({ documentId }) => documentId === id).map(({ auditorId }) => auditorId);
          expect(own.filter((auditorId) => conflicted.includes(auditorId) || given.includes(auditorId))).toEqual([]);
          const agencies = [...own, ...given.filter((auditorId) => agencyOf.has(auditorId))].map((who) =>
            agencyOf.get(who),
          );
          // Those who had it before may be of one agency already; nobody new makes it worse.
          const before = given.filter((auditorId) => agencyOf.has(auditorId)).length;
          expect(new Set(agencies).size).toBeGreaterThanOrEqual(own.length + Math.min(1, before));
        }
      }),
    );
  });

  test('every place is either filled or said to be empty, and no single hand-over would make the load more even', () => {
    fc.assert(
      fc.property(wanting, panels, seeds, (list, panel, seed) => {
        const { assigned, unfilled } = assignAuditors(list, panel, TWO, seed);
        const wanted = list.reduce((total, { given }) => total + Math.max(0, 2 - given.length), 0);
        expect(assigned.length + unfilled.length).toBe(wanted);
        const loads = countBy(
          [...assigned, ...list.flatMap(({ given }) => given.map((auditorId) => ({ auditorId })))],
          ({ auditorId }) => auditorId,
        );
        for (const { documentId, auditorId } of assigned) {
          const document = list.find(({ id }) => id === documentId);
          const others = [
            ...assigned.filter((other) => other.documentId === documentId && other.auditorId !== auditorId),
            ...(document?.given ?? []).map((given) => ({ auditorId: given })),
          ].map((other) => PANEL.find(({ id }) => id === other.auditorId));
          for (const auditor of panel) {
            const isFree =
              !document?.conflicted.includes(auditor.id) &&
              others.every((other) => other?.id !== auditor.id && other?.agency !== auditor.agency);
            if (!isFree || auditor.id === auditorId) continue;
            expect((loads.get(auditorId) ?? 0) - (loads.get(auditor.id) ?? 0)).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });
});

function countBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}
