import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countThread,
  countWords,
  inThreadOrder,
  leadsTo,
  ORPHAN_KINDS,
  partnersWords,
  THREAD_PARTS,
  THREAD_STANDINGS,
  type ThreadEnd,
  threadPartOf,
  threadThrough,
  threadWants,
  type ThreadTie,
  wantWords,
  weakestOf,
} from '../../../../shared/domain/golden-thread.ts';

const passages: fc.Arbitrary<ThreadEnd[]> = fc
  .array(fc.constantFrom(...THREAD_PARTS), { maxLength: 14 })
  .map((parts) => parts.map((part, at) => ({ id: `p${at}`, part })));

/** A thread with ties between any of its passages, fitting or not. */
const threads = passages.chain((ends) =>
  fc.record({
    ends: fc.constant(ends),
    ties: fc.array(
      fc.record({
        fromId: fc.constantFrom('gone', ...ends.map(({ id }) => id)),
        toId: fc.constantFrom('gone', ...ends.map(({ id }) => id)),
        isSuggested: fc.boolean(),
      }),
      { maxLength: 30 },
    ),
  }),
);

const threadStandings = (ends: readonly ThreadEnd[], ties: readonly ThreadTie[]) =>
  new Map([...threadWants(ends, ties)].map(([id, wants]) => [id, weakestOf(wants)]));

const rank = (ends: readonly ThreadEnd[], ties: readonly ThreadTie[]): number[] => {
  const standings = threadStandings(ends, ties);
  return ends.map(({ id }) => THREAD_STANDINGS.toReversed().indexOf(standings.get(id) ?? 'nothing'));
};

describe('how passages stand', () => {
  test('one more link never makes a passage stand worse, nor does a suggestion that is confirmed', () => {
    fc.assert(
      fc.property(threads, fc.nat(), ({ ends, ties }, pick) => {
        const at = ties.length === 0 ? 0 : pick % ties.length;
        const all = rank(ends, ties);
        rank(ends, ties.toSpliced(at, 1)).forEach((less, index) => expect(less).toBeLessThanOrEqual(all[index] ?? 0));
        const confirmed = ties.map((tie, index) => (index === at ? { ...tie, isSuggested: false } : tie));
        rank(ends, confirmed).forEach((more, index) => expect(more).toBeGreaterThanOrEqual(all[index] ?? 0));
      }),
    );
  });

  test('nothing is linked by suggestions alone, and nothing is suggested without any', () => {
    fc.assert(
      fc.property(threads, ({ ends, ties }) => {
        const guessed = ties.map((tie) => ({ ...tie, isSuggested: true }));
        expect([...threadStandings(ends, guessed).values()]).not.toContain('linked');
        const drawn = ties.map((tie) => ({ ...tie, isSuggested: false }));
        expect([...threadStandings(ends, drawn).values()]).not.toContain('suggested');
      }),
    );
  });

  test('every passage is counted once', () => {
    fc.assert(
      fc.property(threads, ({ ends, ties }) => {
        const counts = countThread(ends, threadWants(ends, ties));
        expect(counts.reduce((sum, { all }) => sum + all, 0)).toBe(ends.length);
        for (const { all, linked, suggested, nothing } of counts) expect(linked + suggested + nothing).toBe(all);
      }),
    );
  });

  test('a need is met through an outcome as far as the weaker of both links', () => {
    const ends: ThreadEnd[] = [
      { id: 'n', part: 'need' },
      { id: 'o', part: 'outcome' },
      { id: 'p', part: 'provision' },
    ];
    const tie = (fromId: string, toId: string, isSuggested = false): ThreadTie => ({ fromId, toId, isSuggested });
    const needs = (ties: ThreadTie[]) => threadStandings(ends, ties).get('n');
    expect(needs([tie('n', 'o')])).toBe('nothing');
    expect(needs([tie('n', 'o'), tie('o', 'p', true)])).toBe('suggested');
    expect(needs([tie('n', 'o', true), tie('o', 'p')])).toBe('suggested');
    expect(needs([tie('n', 'o'), tie('o', 'p')])).toBe('linked');
    expect(needs([tie('n', 'p')])).toBe('linked');
  });

  test('provision looks for a need and an outcome, and says which of them it lacks', () => {
    const ends: ThreadEnd[] = [
      { id: 'n', part: 'need' },
      { id: 'o', part: 'outcome' },
      { id: 'p', part: 'provision' },
    ];
    const tie = (fromId: string, toId: string, isSuggested = false): ThreadTie => ({ fromId, toId, isSuggested });
    const provision = (ties: ThreadTie[]) => wantWords(threadWants(ends, ties).get('p') ?? []);
    expect(provision([])).toBe('no need, no outcome');
    expect(provision([tie('n', 'p')])).toBe('no outcome');
    expect(provision([tie('o', 'p')])).toBe('no need');
    expect(provision([tie('n', 'o', true), tie('o', 'p')])).toBe('need suggested');
    expect(provision([tie('n', 'p', true), tie('o', 'p', true)])).toBe('need and outcome suggested');
    expect(provision([tie('n', 'o'), tie('o', 'p')])).toBe('linked');
  });

  test('whoever stands alone is listed: each passage that is not linked lacks something that has a name', () => {
    fc.assert(
      fc.property(threads, ({ ends, ties }) => {
        const wants = threadWants(ends, ties);
        for (const { id, part } of ends) {
          const own = wants.get(id) ?? [];
          expect(own.length).toBeGreaterThan(0);
          for (const want of own) {
            expect(ORPHAN_KINDS.some((kind) => kind.part === part && kind.lacks === want.part)).toBe(true);
          }
        }
      }),
    );
  });

  test('the thread through a passage is followed both ways to its ends, and never round a corner', () => {
    const tie = (fromId: string, toId: string) => ({ fromId, toId });
    const ties = [tie('a', 'o'), tie('n', 'o'), tie('o', 'p'), tie('n', 'q'), tie('o2', 'p')];
    const { before, after } = threadThrough('o', ties);
    expect([...before].toSorted()).toEqual(['a', 'n', 'o']);
    expect([...after].toSorted()).toEqual(['o', 'p']);
    expect([...threadThrough('n', ties).after].toSorted()).toEqual(['n', 'o', 'p', 'q']);
    expect([...threadThrough('p', ties).before].toSorted()).toEqual(['a', 'n', 'o', 'o2', 'p']);
  });
});

describe('which links there are', () => {
  test('two ends have one order, or none, whichever was chosen first', () => {
    for (const one of THREAD_PARTS) {
      for (const other of THREAD_PARTS) {
        const forward = inThreadOrder({ part: one }, { part: other });
        expect(forward).toEqual(inThreadOrder({ part: other }, { part: one }));
        expect(forward !== null).toBe(leadsTo(one, other) || leadsTo(other, one));
        expect(forward === null || leadsTo(forward.from.part, forward.to.part)).toBe(true);
      }
    }
    expect(inThreadOrder({ part: 'aspiration' }, { part: 'provision' })).toBeNull();
    expect(partnersWords('aspiration')).toBe('An aspiration is linked with an outcome.');
    expect(partnersWords('outcome')).toBe('An outcome is linked with an aspiration, a need or a provision.');
  });

  test('sections belong to their part, and others to none', () => {
    expect(['A', 'C', 'E', 'H1', 'K', 'toString'].map((section) => threadPartOf(section))).toEqual([
      'aspiration',
      'need',
      'outcome',
      'provision',
      null,
      null,
    ]);
  });

  test('counts are said in words', () => {
    const count = { part: 'need', all: 12, linked: 7, suggested: 3, nothing: 2 } as const;
    expect(countWords(count)).toBe('7 linked, 3 only suggested, 2 orphans');
    expect(countWords({ part: 'outcome', all: 1, linked: 0, suggested: 0, nothing: 1 })).toBe(
      '0 linked, 0 only suggested, 1 orphan',
    );
    expect(countWords({ part: 'aspiration', all: 0, linked: 0, suggested: 0, nothing: 0 })).toBeNull();
  });
});
