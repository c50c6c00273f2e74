import { describe, expect, it } from 'vitest';
import { gradeTone } from '../../../../renderer/ui/grade-tone.ts';

describe('the tone of a grade', () => {
  it.each([2, 3, 4, 5, 6])('differs between the grades of a scale of %i, best to worst', (count) => {
    const scale = Array.from({ length: count }, (_, at) => ({ id: `g${at}`, label: `Grade ${at}`, order: at + 1 }));
    const tones = scale.map(({ id }) => gradeTone(id, scale.toReversed())?.tone ?? 0);
    expect(new Set(tones).size).toBe(count);
    expect(tones).toEqual(tones.toSorted((a, b) => a - b));
    expect(tones.every((tone) => tone >= 1 && tone <= 6)).toBe(true);
  });

  it('is none for a grade that the scale does not know', () => {
    expect(gradeTone('excellent', [{ id: 'good', label: 'Good' }])).toBeNull();
  });
});
