import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areAnswersOpen, type LiveAudit, maySeeAnswers } from '../../../../shared/domain/blindness.ts';

const audits = fc.array(
  fc.record({
    auditorId: fc.constantFrom('ann', 'ben', 'cas', 'dot'),
    state: fc.constantFrom<LiveAudit['state']>('not_begun', 'open', 'submitted'),
  }),
);

describe('answers stay with their author', () => {
  test('until the last auditor has submitted', () => {
    const first: LiveAudit = { auditorId: 'ann', state: 'submitted' };
    expect(maySeeAnswers('ben', 'ann', [first, { auditorId: 'ben', state: 'open' }])).toBe(false);
    expect(maySeeAnswers('ben', 'ann', [first, { auditorId: 'ben', state: 'not_begun' }])).toBe(false);
    expect(maySeeAnswers('ben', 'ann', [first, { auditorId: 'ben', state: 'submitted' }])).toBe(true);
  });

  test('and where nobody is asked there is nothing to show', () => {
    expect(areAnswersOpen([])).toBe(false);
  });

  test('one who has not submitted shuts them for everyone else, and nobody is shut out from their own', () => {
    fc.assert(
      fc.property(
        audits,
        fc.constantFrom('ann', 'ben', 'eve'),
        fc.constantFrom('ann', 'ben'),
        (list, viewer, author) => {
          const allAreIn = list.length > 0 && !list.some(({ state }) => state !== 'submitted');
          expect(maySeeAnswers(viewer, author, list)).toBe(viewer === author || allAreIn);
        },
      ),
    );
  });
});
