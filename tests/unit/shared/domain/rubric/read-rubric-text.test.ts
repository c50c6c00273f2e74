import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_RUBRIC_BYTES, readRubricText } from '../../../../../shared/domain/rubric/read-rubric-text.ts';
import rubricData from '../../../../../shared/domain/rubric/rubric-default.json' with { type: 'json' };

test('the standards that come with the application are read, byte order mark and all', () => {
  expect(readRubricText(`\uFEFF${JSON.stringify(rubricData)}`)).toEqual({ value: rubricData });
});

test.each([
  ['half a file', JSON.stringify(rubricData).slice(0, 5000), 'NOT_JSON'],
  ['a picture', '\u0089PNG', 'NOT_JSON'],
  ['a huge file', `"${'x'.repeat(MOST_RUBRIC_BYTES)}"`, 'TOO_LARGE'],
  ['a million empty lists', `[${'[],'.repeat(200_000)}[]]`, 'TOO_LARGE'],
  ['lists within lists', `${'['.repeat(5000)}${']'.repeat(5000)}`, 'TOO_DEEP'],
  ['a rule without end', `${'{"not":'.repeat(3000)}null${'}'.repeat(3000)}`, 'TOO_DEEP'],
  ['a new nature for every object', '{"a":{"__proto__":{"isAdmin":true}}}', 'FORBIDDEN_KEY'],
  ['a constructor', '{"constructor":{"prototype":{}}}', 'FORBIDDEN_KEY'],
])('%s is refused', (_, text, code) => {
  expect(readRubricText(text)).toMatchObject({ problem: { code } });
  expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const read = readRubricText(text);
      expect('value' in read || read.problem.message.length > 0).toBe(true);
    }),
  );
});
