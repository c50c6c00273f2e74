import fc from 'fast-check';

/** Characters that nobody sees: of no width, turning the direction of writing, controls. */
const UNSEEN = [
  '\u200b',
  '\u200c',
  '\u200d',
  '\u200e',
  '\u202a',
  '\u202e',
  '\u202c',
  '\u2060',
  '\u2066',
  '\ufeff',
  '\u0000',
  '\u00ad',
];
const APOSTROPHES = ["'", '’', '‘', 'ʼ', '`', '＇'];
const SPACES = [' ', '\u00a0', '\u202f', '\u2009', '  '];

/** A text that reads as the given one, letter for letter, and is written otherwise. */
export function disguised(text: string): fc.Arbitrary<string> {
  const letters = Array.from(text.normalize('NFC'));
  return fc
    .record({
      unseen: fc.array(fc.constantFrom('', '', ...UNSEEN), { minLength: letters.length, maxLength: letters.length }),
      apostrophe: fc.constantFrom(...APOSTROPHES),
      space: fc.constantFrom(...SPACES),
      form: fc.constantFrom('NFC' as const, 'NFD' as const),
    })
    .map(({ unseen, apostrophe, space, form }) =>
      letters
        .map((letter, at) => {
          const written = /['’]/.test(letter) ? apostrophe : letter === ' ' ? space : letter;
          return `${written.normalize(form)}${unseen[at] ?? ''}`;
        })
        .join(''),
    );
}
