import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessOutcome } from '../../../../../electron/backend/understanding/statements/assess-outcome.ts';

function smart(text: string): string {
  const { specific, measurable, achievable, relevant, timebound } = assessOutcome(text).labels.smart;
  const letters: [boolean, string][] = [
    [specific, 'S'],
    [measurable, 'M'],
    [achievable, 'A'],
    [relevant, 'R'],
    [timebound, 'T'],
  ];
  return letters.map(([is, letter]) => (is ? letter : '-')).join('');
}

describe('assessing an outcome', () => {
  // The field brief's own table of weak and stronger outcomes.
  it.each([
    ['To improve social skills', '--AR-'],
    ['By July 2027 Ned asks to join a game and is accepted at three playtimes a week', 'SMART'],
    ['Will behave well at all times', '---R-'],
    ['By Easter 2027 Ned starts the task within two minutes of his visual prompt in four lessons a day', 'SMART'],
    ['Will become more independent out and about', '--AR-'],
    [
      'By the end of Year 13 Ned walks to the leisure centre, pays and swims, alone, on three Saturdays running',
      'SMART',
    ],
  ])('reads “%s” as %s', (text, letters) => {
    expect(smart(text)).toBe(letters);
  });

  it.each([
    'Ned will attend a nurture group.',
    'Ned will have access to a therapist.',
    'Staff will use simple language.',
    'Ned will be supported to make friends.',
    'By July 2027 a transition plan will be in place for Ned.',
    'To receive ten hours of teaching each week.',
    'Ned’s parents will be offered a course.',
    'To be referred to CAMHS.',
  ])('finds no result in “%s”', (text) => {
    const { labels } = assessOutcome(text);
    expect(labels).toMatchObject({ isOutcomeNotProvision: false, overall: false, pfaAreas: [] });
    expect(labels.smart).toMatchObject({ specific: false, measurable: false, relevant: false, achievable: true });
  });

  it.each([
    'With a therapist’s programme, Ned will tell a friend a joke.',
    'Ned will attend all his lessons.',
    'Ned will go to Scouts each week.',
    'Ned will use his visual timetable.',
    'At least three classmates will have invited Ned to their homes.',
  ])('finds a result in “%s”', (text) => {
    expect(assessOutcome(text).labels.isOutcomeNotProvision).toBe(true);
  });

  it('judges the deadline of a provision as written', () => {
    expect(assessOutcome('By July 2027 Ned will be assessed.').labels.smart.timebound).toBe(true);
  });

  it.each([
    ['By July 2028 Ned will travel by tram to his Saturday job.', ['employment', 'independent_living']],
    ['Ned will check his blood sugar before lunch.', ['health']],
    ['Ned will make a friend.', ['community_inclusion']],
    ['Ned will read fifty words.', []],
  ])('finds the areas of “%s”', (text, areas) => {
    expect(assessOutcome(text).labels.pfaAreas).toEqual(areas);
  });

  it('shows the words seen, in the text’s own letters', () => {
    const text = 'By the end of Year 6 Ned’s reading will be better — always.';
    const { achievable } = assessOutcome(text).reasons;
    expect(achievable).toMatchObject({ rule: 'absolute', seen: [{ text: 'always' }] });
    expect(achievable.source).toContain('9.66');
  });

  it('points at its own words in any text, and never fails', () => {
    const words = fc.constantFrom(
      ...'By will have access to the end of Year 6 improve “always” May 2027 out ten two — he’s £5 100% be supported, every week.'.split(
        ' ',
      ),
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 30 }).map((list) => list.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { labels, reasons } = assessOutcome(text);
        for (const { seen } of Object.values(reasons))
          for (const each of seen) expect(text.slice(each.start, each.end)).toBe(each.text);
        expect(labels.overall).toBe(labels.isOutcomeNotProvision && Object.values(labels.smart).every(Boolean));
      }),
      { numRuns: 200 },
    );
  });
});
