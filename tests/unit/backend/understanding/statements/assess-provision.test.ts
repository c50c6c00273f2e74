import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessProvision } from '../../../../../electron/backend/understanding/statements/assess-provision.ts';

function parts(text: string): string {
  const { specific, quantified, who, frequency, duration } = assessProvision(text).labels;
  return [specific, quantified, who, frequency, duration].map((is, at) => (is ? 'sqwfd'.charAt(at) : '-')).join('');
}

describe('assessing provision', () => {
  // Exact in spite of the word (Section 10 of the field's own guidance on wording).
  it.each([
    'Access to the library, with the librarian, at every lunch break.',
    'At least 20 minutes daily of reading with a teaching assistant.',
    'A minimum of one hour each week of braille teaching from a qualified teacher.',
    'Between 30 and 36 hours a year of direct teaching in braille.',
    'After the May half-term, a travel trainer will walk the route for 45 minutes each Friday.',
    'Regular-size print in every lesson.',
    'Number work up to 100 for 20 minutes each day.',
    'A daily group for up to six children, 30 minutes, led by the ELSA.',
  ])('leaves “%s” alone', (text) => {
    expect(assessProvision(text).labels.vaguePhrases).toEqual([]);
  });

  it.each([
    ['Access to a quiet space when needed.', ['Access to', 'when needed']],
    ['Staff should be mindful of her anxiety.', ['should be mindful of']],
    ['Where resources permit, a teaching assistant will read with him.', ['Where resources permit']],
    ['Up to five hours a week of teaching.', ['Up to']],
    ['Robust transition arrangements.', ['Robust']],
    ['He may use the room.', ['may']],
    ['A social story about May, as appropriate.', ['as appropriate']],
  ])('marks the hedges of “%s”', (text, phrases) => {
    expect(assessProvision(text).labels.vaguePhrases).toEqual(phrases);
    expect(assessProvision(text).labels.specific).toBe(false);
  });

  it.each([
    ['A specialist teacher will teach spelling to Nia for 45 minutes, twice a week.', 'sqwfd'],
    ['Daily sensory circuits for eight weeks.', 's--f-'],
    ['A key adult will read with her for ten minutes every day.', 'sq-fd'],
    ['CAMHS.', '-----'],
    ['The educational psychologist will work with the family.', '--w--'],
    ['Ear defenders, one pair kept in each room he uses.', 'sq---'],
    ['Six hours a year of consultation on trauma from an educational psychologist.', 'sqw-d'],
    ['A teaching assistant will follow the occupational therapist’s handwriting programme each day.', 's-wf-'],
    ['Twelve hours a week of one-to-one time.', '-q-fd'],
    ['A teaching assistant trained in first aid, throughout the school day, one to one, for supervision.', 'sqwf-'],
    ['Around an hour of cookery each day with the tutor.', '--wfd'],
  ])('reads the parts of “%s” as %s', (text, letters) => {
    expect(parts(text)).toBe(letters);
  });

  it('does not take the one who advises for the one who delivers', () => {
    expect(assessProvision('Exercises set by the physiotherapist, each day.').labels.who).toBe(false);
    expect(assessProvision('An adult trained by the physiotherapist in stretching.').labels.who).toBe(true);
  });

  it('reads across a long gap of white space without looking back over it', () => {
    const { labels, reasons } = assessProvision(`A seat${' '.repeat(1_500)}as required.`);
    expect(labels.vaguePhrases).toEqual(['as required']);
    expect(reasons.vaguePhrases.seen).toMatchObject([{ start: 1_506, end: 1_517 }]);
  });

  it('points at its own words in any text, and never fails', () => {
    const words = fc.constantFrom(
      ...'Access to up to 20 minutes a week daily by the nurse as and when required regular support — every lesson, may should “key” adult’s'.split(
        ' ',
      ),
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 30 }).map((list) => list.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { labels, reasons } = assessProvision(text);
        for (const { seen } of Object.values(reasons))
          for (const each of seen) expect(text.slice(each.start, each.end)).toBe(each.text);
        expect(labels.vaguePhrases.length === 0 || !labels.specific).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
