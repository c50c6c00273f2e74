import { expect, test } from 'vitest';
import { countsOf, countWords, groupsOf, sectionOrder } from '../../../../../renderer/features/compare/entries.ts';
import { movedWords, trackedWords } from '../../../../../renderer/features/compare/entry-words.ts';
import { comparison, difference, entry, pieces, plan } from './support.ts';

const earlier = plan([
  ['A', 'a1', 'He likes trains.'],
  ['D', 'd1', 'No social care needs.'],
  ['F', 'f1', 'Daily reading.'],
]);
const later = plan([
  ['F', 'f1', 'Daily reading.'],
  ['F', 'f2', 'Weekly swimming.'],
  ['F', 'f3', 'Monthly review.'],
  ['A', 'a1', 'He likes trains.'],
]);

test('sections come as the later version has them, and a section that is gone where it stood', () => {
  expect(sectionOrder(earlier, later)).toEqual(['F', 'A', 'D']);
});

test('differences are grouped by section, with what moved where it stands now', () => {
  const span = (block: string) => [{ block, start: 0, end: 5 }];
  const groups = groupsOf(
    comparison(
      [
        difference({ section: 'A', kind: 'removed', before: 'x', words: pieces('[-x-]'), beforeSpans: span('a1') }),
        difference({ section: 'F', after: 'one', words: pieces('{+one+}'), afterSpans: span('f1') }),
        difference({ section: 'F', kind: 'removed', before: 'gone', words: pieces('[-gone-]') }),
        difference({ section: 'F', after: 'three', words: pieces('{+three+}'), afterSpans: span('f3') }),
      ],
      [{ fromSection: 'G', toSection: 'F', text: 'two', beforeSpans: [], afterSpans: span('f2') }],
    ),
    earlier,
    later,
  );
  expect(groups.map(({ section, entries }) => [section, entries.map(({ id }) => id)])).toEqual([
    ['F', ['d1', 'd2', 'm0', 'd3']],
    ['A', ['d0']],
  ]);
});

test('each side has its own words: what came is not in the earlier, what went not in the later', () => {
  const words = pieces('On [-four -]{+five +}days.');
  const [group] = groupsOf(
    comparison([difference({ kind: 'changed', before: 'On four days.', after: 'On five days.', words })]),
    earlier,
    later,
  );
  const [changed] = group?.entries ?? [];
  expect(changed?.before?.map(({ text }) => text).join('')).toBe('On four days.');
  expect(changed?.after?.map(({ text }) => text).join('')).toBe('On five days.');
});

test('counts are said in words, kinds that do not occur left out', () => {
  expect(countWords(countsOf([entry({}), entry({}), entry({ kind: 'moved' })]))).toBe('2 added, 1 moved');
  expect(countWords(countsOf([]))).toBe('');
});

test('who tracked a change is said as far as the file says it', () => {
  expect(trackedWords(entry({}))).toBeNull();
  expect(trackedWords(entry({ tracked: { author: 'D Salcombe-Pike', date: '2025-04-02T10:15:00Z' } }))).toBe(
    'tracked by D Salcombe-Pike, 2 April 2025',
  );
  expect(trackedWords(entry({ tracked: { author: null, date: 'lately' } }))).toBe('tracked');
});

test('a move within a section is told from one out of another', () => {
  expect(movedWords(entry({ kind: 'moved', fromSection: 'F' }))).toBe('Moved within the section');
  expect(movedWords(entry({ kind: 'moved', fromSection: 'G' }))).toBe('Moved here from Section G');
});
