import { expect, test } from 'vitest';
import { headingsOf } from '../../../../renderer/viewer/HeadingOutline.tsx';
import { firstBlockBelow } from '../../../../renderer/viewer/top-block.ts';
import { block, model } from './support.ts';

test('the headings are those of the document and what names a section, without what is printed on every page', () => {
  const section = { title: '', confidence: 1, reason: '', isConfirmed: false };
  const plan = model(
    [
      block('title', 'The plan', { kind: 'heading', level: 1 }),
      block('contents', 'Contents', { kind: 'heading', level: 2, furniture: 'contents' }),
      block('b', 'B. My needs'),
      block('deep', 'Reading', { kind: 'heading', level: 3 }),
      block('text', 'Reading is hard.'),
    ],
    { sections: [{ ...section, id: 'B', headings: ['b'], blocks: ['text'] }] },
  );
  expect(headingsOf(plan).map((each) => [each.block.id, each.depth])).toEqual([
    ['title', 1],
    ['b', 2],
    ['deep', 2],
  ]);
});

test('the passage at the top is the first that ends below the line, on this page or a page after it', () => {
  const page = (number: number) => ({ number, width: 595, height: 842, rotation: 0, hasText: true });
  const at = (id: string, number: number, bottom: number) =>
    block(id, 'Words', {
      page: number,
      runs: [{ start: 0, end: 5, page: number, box: [50, bottom, 100, bottom + 12] }],
    });
  const plan = model(
    [{ ...at('head', 1, 820), furniture: 'header' }, at('one', 1, 700), at('two', 1, 600), at('three', 3, 700)],
    { format: 'pdf', pages: [page(1), page(2), page(3)] },
  );
  expect(firstBlockBelow(plan, 1, 842)).toBe('one');
  expect(firstBlockBelow(plan, 1, 690)).toBe('two');
  expect(firstBlockBelow(plan, 1, 500)).toBe('three');
  expect(firstBlockBelow(plan, 3, 100)).toBeNull();
});
