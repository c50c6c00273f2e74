import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inFirstText, inFutureTense } from '../../../../../electron/backend/understanding/statements/future-tense.ts';

describe('the present told in the future', () => {
  it.each([
    ['Marley eats two foods.', 'Marley will eat two foods.'],
    ['Eats two foods.', 'will eat two foods.'],
    ['By July 2027 she carries the tray.', 'By July 2027 she will carry the tray.'],
    ['By her mocks in Year 11 Bethan uses her card.', 'By her mocks in Year 11 Bethan will use her card.'],
    ['Reading: catches every full stop.', 'Reading: will catch every full stop.'],
    ['Given a frame, Kojo writes 80 words.', 'Given a frame, Kojo will write 80 words.'],
    ['Is taught signs.', 'will be taught signs.'],
    ['Taught in a class of eight.', 'will be taught in a class of eight.'],
    ['Becoming more independent.', 'will become more independent.'],
    ["She'll be dry at night.", 'She will be dry at night.'],
    ['Packs own bag.', 'will pack his own bag.'],
    ['Eluned grates her own cheese.', 'Eluned will grate her own cheese.'],
  ])('reads “%s” as “%s”', (text, told) => {
    expect(inFutureTense(text).text).toBe(told);
  });

  it.each([
    'Ana will eat two foods.',
    'To eat two foods.',
    'Teaching assistants in every class.',
    'Sensory circuits on Mondays.',
    'Maths lessons with a teacher.',
    'Weekly visits by the nurse.',
    'Weekly blocks of Bucket Time.',
    'Needs a quiet place to work.',
    'Reading pens for exams.',
  ])('leaves “%s” as it is', (text) => {
    expect(inFutureTense(text).text).toBe(text);
  });

  it('finds words again where they stood in the first text', () => {
    const word = fc.constantFrom(
      'Marley',
      'eats',
      'own',
      'bag',
      'he',
      "she'll",
      'packs',
      'by July 2027',
      ',',
      'will',
      'is',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), fc.nat(), (words, pick) => {
        const text = words.join(' ');
        const retold = inFutureTense(text);
        const found = [...retold.text.matchAll(/\S+/gu)];
        const chosen = found[pick % Math.max(1, found.length)];
        if (chosen === undefined) return;
        const place = { start: chosen.index, end: chosen.index + chosen[0].length, text: chosen[0] };
        const [seen] = inFirstText(retold, [place], text);
        expect(seen).toBeDefined();
        const { start, end } = seen ?? place;
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(text.length);
        // A word that was not made anew stands there letter for letter.
        const isMade = /^(?:will|his|be|eat|pack)$/u.test(chosen[0]) || !text.includes(chosen[0]);
        expect(isMade ? chosen[0] : seen?.text).toBe(chosen[0]);
      }),
    );
  });
});
