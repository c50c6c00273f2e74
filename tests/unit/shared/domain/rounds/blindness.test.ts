import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areAnswersOpen, type LiveAudit } from '../../../../../shared/domain/rounds/blindness.ts';

const audits = fc.array(
  fc.record({
    auditorId: fc.constantFrom('ann', 'ben', 'cas', 'dot'),
    state: fc.constantFrom<LiveAudit['state']>('not_begun', 'open', 'submitted'),
  }),
);

describe('answers stay with their author', () => {
  test('until the last auditor has submitted', () => {
    const first: LiveAudit = { auditorId: 'ann', state: 'submitted' };
    expect(areAnswersOpen([first, { auditorId: 'ben', state: 'open' }])).toBe(false);
    expect(areAnswersOpen([first, { auditorId: 'ben', state: 'not_begun' }])).toBe(false);
    expect(areAnswersOpen([first, { auditorId: 'ben', state: 'submitted' }])).toBe(true);
  });

  test('and where nobody is asked there is nothing to show', () => {
    expect(areAnswersOpen([])).toBe(false);
  });

  test('one who has not submitted shuts them for everyone', () => {
    fc.assert(
      fc.property(audits, (list) => {
        const allAreIn = list.length > 0 && !list.some(({ state }) => state !== 'submitted');
        expect(areAnswersOpen(list)).toBe(allAreIn);
      }),
    );
  });
});
