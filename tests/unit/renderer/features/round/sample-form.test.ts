import { describe, expect, it } from 'vitest';
import type { Sample } from '../../../../../shared/contract/samples.ts';
import { formFor, inputOf, sampleFormSchema } from '../../../../../renderer/features/round/sample-form.ts';
import { DRAW, ROUND_ID } from './examples.ts';

describe('the form of a sample', () => {
  it('comes back from a draw as it was asked for, but with its seed to be taken anew', () => {
    const form = formFor(DRAW);
    expect(form.seed).toBe('');
    expect(inputOf(form, ROUND_ID)).toEqual({
      roundId: ROUND_ID,
      method: DRAW.method,
      strataBy: DRAW.strataBy,
      allocation: DRAW.allocation,
      size: DRAW.size,
      filter: DRAW.filter,
    });
  });

  it('asks for no strata in a simple random sample', () => {
    const random: NonNullable<Sample['draw']> = { ...DRAW, method: 'random' };
    expect(inputOf(formFor(random), ROUND_ID)?.strataBy).toEqual([]);
  });

  it.each([
    ['size', '0'],
    ['size', 'a dozen'],
    ['size', '5001'],
    ['seed', '-1'],
    ['seed', '2147483648'],
    ['strataBy', []],
    ['ncYearTo', '8'],
  ])('cannot be previewed with a wrong %s', (field, value) => {
    const form = { ...formFor(DRAW), [field]: value };
    expect(inputOf(form, ROUND_ID)).toBeNull();
    const [issue] = sampleFormSchema.safeParse(form).error?.issues ?? [];
    expect(issue?.path).toEqual([field]);
  });
});
