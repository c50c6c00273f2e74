import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAnchor, quoteOf, spansToAnchor, tidySpans } from '../../../../renderer/viewer/anchors.ts';
import { block, model, SHA } from './support.ts';

const plan = model([
  block('a', 'Amara enjoys drawing.'),
  block('b', 'She will have a visual timetable.  It is reviewed every term.'),
  block('c', 'She will have a visual timetable.'),
  block('d', 'Her tutor will check it.'),
]);

test('a quote keeps its words and a few before and after', () => {
  const anchor = spansToAnchor(plan, SHA, [{ block: 'c', start: 0, end: 33 }]);
  expect(anchor).toMatchObject({ quote: 'She will have a visual timetable.', sha256: SHA });
  expect(anchor?.before.endsWith('It is reviewed every term.\n')).toBe(true);
  expect(anchor?.after).toBe('\nHer tutor will check it.');
});

test('blanks at the ends are left out, and blanks alone are no quote', () => {
  expect(spansToAnchor(plan, SHA, [{ block: 'b', start: 33, end: 40 }])?.quote).toBe('It is');
  expect(spansToAnchor(plan, SHA, [{ block: 'b', start: 33, end: 35 }])).toBeNull();
  expect(spansToAnchor(plan, SHA, [])).toBeNull();
});

test('spans come out in reading order, joined where they overlap', () => {
  const spans = tidySpans(plan, [
    { block: 'c', start: 4, end: 10 },
    { block: 'a', start: 0, end: 5 },
    { block: 'c', start: 8, end: 99 },
    { block: 'gone', start: 0, end: 1 },
  ]);
  expect(spans).toEqual([
    { block: 'a', start: 0, end: 5 },
    { block: 'c', start: 4, end: 33 },
  ]);
});

test('a quote is found again in other blocks by its words, the right one of two by its context', () => {
  const anchor = spansToAnchor(plan, SHA, [{ block: 'c', start: 0, end: 33 }]);
  if (anchor === null) throw new Error('no anchor');
  const again = model([
    block('p1', 'Amara enjoys drawing. She will have a visual timetable.\nIt is reviewed every term.'),
    block('p2', 'She will have a visual\n  timetable. Her tutor will check it.'),
  ]);
  expect(findAnchor(again, anchor)).toEqual([{ block: 'p2', start: 0, end: 35 }]);
});

test('a quote of two places is found line by line where other words now stand between', () => {
  const anchor = spansToAnchor(plan, SHA, [
    { block: 'a', start: 0, end: 21 },
    { block: 'd', start: 0, end: 24 },
  ]);
  if (anchor === null) throw new Error('no anchor');
  const again = model([
    block('x', 'Her tutor waits.'),
    block('y', 'Amara enjoys drawing.'),
    block('z', 'Her tutor will check it.'),
  ]);
  expect(findAnchor(again, anchor)?.map((span) => span.block)).toEqual(['y', 'z']);
});

test('words that are gone are not found', () => {
  const anchor = spansToAnchor(plan, SHA, [{ block: 'd', start: 0, end: 9 }]);
  if (anchor === null) throw new Error('no anchor');
  expect(findAnchor(model([block('a', 'Nothing of the kind.')]), anchor)).toBeNull();
});

test('whatever is selected is found again at its place, and also after the blocks were cut anew', () => {
  const words = fc
    .array(fc.stringMatching(/^[a-z]{1,7}$/), { minLength: 1, maxLength: 12 })
    .map((list) => list.join(' '));
  fc.assert(
    fc.property(
      fc.array(words, { minLength: 1, maxLength: 6 }),
      fc.nat(),
      fc.nat(),
      fc.nat(),
      (texts, which, one, two) => {
        const before = model(texts.map((text, index) => block(`b${index}`, text)));
        const chosen = before.blocks[which % texts.length];
        if (chosen === undefined) return;
        const ends = [one % (chosen.text.length + 1), two % (chosen.text.length + 1)].sort((x, y) => x - y);
        const anchor = spansToAnchor(before, SHA, [{ block: chosen.id, start: ends[0] ?? 0, end: ends[1] ?? 0 }]);
        if (anchor === null) return;
        expect(quoteOf(before, anchor.spans)).toBe(anchor.quote);
        expect(findAnchor(before, anchor)).toEqual(anchor.spans);
        const after = model([block('all', texts.join('\n'))]);
        const found = findAnchor(after, anchor);
        expect(found === null ? null : quoteOf(after, found)).toBe(anchor.quote);
      },
    ),
  );
});
