import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PIN_LENGTH, pinProblem, waitAfter } from '../../../../shared/domain/pin-policy.ts';

describe('what makes a PIN', () => {
  test.each(['4071', '0093', '112233', '202611', '135790246801'])('%s will do', (pin) => {
    expect(pinProblem(pin)).toBeNull();
  });

  test.each(['', '407', '40a1', '٤٠٧١', '1111', '0000', '1234', '9876', '0123456789', '1350790246801'])(
    '%j will not, and it is said why',
    (pin) => {
      expect(pinProblem(pin)).toMatch(/PIN.*\.$/);
    },
  );

  test('whatever is typed gets an answer, and only digits of the right length pass', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{3,13}$/)), (pin) => {
        const passes = pinProblem(pin) === null;
        const fits = /^[0-9]+$/.test(pin) && pin.length >= PIN_LENGTH.min && pin.length <= PIN_LENGTH.max;
        expect(passes && !fits).toBe(false);
      }),
    );
  });
});

describe('how long wrong PINs make one wait', () => {
  test('the first five cost nothing; then half a minute, doubling, to a quarter of an hour', () => {
    expect([0, 4, 5, 6, 7, 9, 10, 11, 1000].map(waitAfter)).toEqual([0, 0, 30, 60, 120, 480, 900, 900, 900]);
  });
});
