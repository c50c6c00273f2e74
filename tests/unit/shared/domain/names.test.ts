import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personFieldsSchema } from '../../../../shared/contract/people.ts';
import { planFieldsSchema } from '../../../../shared/contract/plans.ts';
import { readNames } from '../../../../shared/domain/register/register-values.ts';
import { cleanLine, cleanName, hasUnseen, nameKey, seenText } from '../../../../shared/domain/names.ts';
import { disguised } from '../../../support/disguised-names.ts';

const NAMES = ['Amara Begum', 'Zoë O’Brien', "Siân D'Souza-Lee", 'Søren Łukasz Groß', 'Caoimhe Ní Dhómhnaill'];
const names = fc.constantFrom(...NAMES);

describe('a name as it is kept', () => {
  test.each([
    ['  Amara\u00a0 Begum ', 'Amara Begum'],
    ['Zoe\u0308 O\u2019Brien', "Zoë O'Brien"],
    ['O\u02bcNeill', "O'Neill"],
    ['\u202eAmara\u202c Be\u200bgum\u0000', 'Amara Begum'],
    ['Amara\nBegum', 'Amara Begum'],
    ['\u2066\ufeff', ''],
  ])('%j', (typed, kept) => {
    expect(cleanName(typed)).toBe(kept);
  });

  test('is the same after a second cleaning, and holds nothing that another writing could differ in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const kept = cleanName(text);
        expect(cleanName(kept)).toBe(kept);
        expect(kept).toBe(kept.normalize('NFC'));
        expect(kept).not.toMatch(/[\p{Cc}\p{Default_Ignorable_Code_Point}\u00a0\u2018\u2019\u02bc]|^ | $| {2}/u);
      }),
    );
  });

  test('is the same however it was written', () => {
    fc.assert(
      fc.property(
        names.chain((name) => fc.tuple(fc.constant(name), disguised(name))),
        ([name, written]) => {
          expect(cleanName(written)).toBe(cleanName(name));
          expect(nameKey(written.toUpperCase())).toBe(nameKey(name));
        },
      ),
    );
  });

  test('keeps the apostrophes of a line that is no name', () => {
    expect(cleanLine('St\u00a0Mary\u2019s\u200b Primary')).toBe('St Mary’s Primary');
    expect(nameKey('Zoe Smith‑Hall')).toBe(nameKey('ZOË SMITH-HALL'));
    expect(nameKey('Ann Lee')).not.toBe(nameKey('Anna Lee'));
  });
});

describe('a text as it is read', () => {
  test('each of its places leads to where it stands in the text as it is kept', () => {
    fc.assert(
      fc.property(
        names.chain((name) => disguised(`Then ${name} sang.`)),
        fc.nat(),
        fc.nat(),
        (text, one, other) => {
          const seen = seenText(text);
          const [start = 0, end = 0] = [one, other].map((at) => at % (seen.text.length + 1)).toSorted((a, b) => a - b);
          const range = seen.original(start, end);
          expect(range.start).toBeLessThanOrEqual(range.end);
          // Nothing that is read of the range is lost, whatever unseen stands around it.
          const again = start < end ? seenText(text.slice(range.start, range.end)).text : '';
          expect(cleanLine(again)).toBe(cleanLine(seen.text.slice(start, end)));
        },
      ),
    );
  });

  test('says whether anything unseen is in it; a soft hyphen is a word broken at a line’s end', () => {
    expect(hasUnseen('Ama\u200bra')).toBe(true);
    expect(hasUnseen('Ama\u00adra\tand\nothers')).toBe(false);
    expect(seenText('A\u200bB', ' ').text).toBe('A B');
    expect(seenText('A\u200bB').text).toBe('AB');
  });
});

test('is cleaned wherever a person or a child comes into the workspace by name', () => {
  const person = { agency: 'health', team: 'North\u00a0', roles: ['auditor'], signsIn: true };
  expect(personFieldsSchema.parse({ ...person, name: 'Zoe\u0308\u200b O\u2019Brien\u0000' })).toMatchObject({
    name: "Zoë O'Brien",
    team: 'North',
  });
  expect(personFieldsSchema.safeParse({ ...person, name: '\u200b\u202e' }).success).toBe(false);
  expect(planFieldsSchema.shape.name.parse('\u2066Amara\u00a0Begum\u2069')).toBe('Amara Begum');
  expect(readNames('Oz\u00a0Fell; O\u2019HARE, Mia\u200b')).toEqual(['Oz Fell', "Mia O'Hare"]);
});
