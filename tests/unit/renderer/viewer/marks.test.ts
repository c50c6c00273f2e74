import { expect, test } from 'vitest';
import { spansToAnchor } from '../../../../renderer/viewer/anchors.ts';
import { flowingText, placesOf, spansOfStretch } from '../../../../renderer/viewer/flowing-text.ts';
import { blocksOnPage, boxesByPage, labelsOf, placeOfAnchor } from '../../../../renderer/viewer/marks.ts';
import { sectionState } from '../../../../renderer/viewer/SectionTabs.tsx';
import { block, model, SHA } from './support.ts';

const section = { title: '', headings: [], confidence: 0.9, reason: 'Its heading says so.', isConfirmed: false };
const plan = model(
  [
    block('h', 'Section B', { page: 1, runs: [{ start: 0, end: 9, page: 1, box: [50, 700, 140, 712] }] }),
    block('n', 'Reading is hard.', {
      page: 1,
      runs: [
        { start: 0, end: 8, page: 1, box: [50, 60, 130, 72] },
        { start: 8, end: 16, page: 2, box: [50, 780, 130, 792] },
      ],
    }),
    block('p', 'Daily practice.', { page: 2, runs: [{ start: 0, end: 15, page: 2, box: [300, 780, 450, 792] }] }),
    block('q', 'More practice.', { page: 2, runs: [{ start: 0, end: 14, page: 2, box: [300, 760, 440, 772] }] }),
  ],
  {
    sections: [
      { ...section, id: 'B', headings: ['h'], blocks: ['n'] },
      { ...section, id: 'F', blocks: ['p', 'q'], confidence: 0.5 },
      { ...section, id: 'J', blocks: [] },
    ],
  },
);

test('a quote that runs over a page is marked on both pages', () => {
  const anchor = spansToAnchor(plan, SHA, [{ block: 'n', start: 0, end: 16 }]);
  const place = anchor === null ? null : placeOfAnchor(plan, anchor);
  if (place === null) throw new Error('no place');
  const boxes = boxesByPage(plan, [{ id: 'e', kind: 'evidence', place }]);
  expect([...boxes.keys()]).toEqual([1, 2]);
  expect(boxes.get(2)?.[0]?.box).toEqual([50, 780, 130, 792]);
});

test('a place on a scan is its rectangle', () => {
  const place = placeOfAnchor(plan, { kind: 'region', sha256: SHA, page: 3, box: [1, 2, 3, 4], quote: 'as typed' });
  expect(place).toEqual({ kind: 'region', page: 3, box: [1, 2, 3, 4] });
});

test('a block that runs over a page stands on both', () => {
  expect(blocksOnPage(plan, 1).map(({ id }) => id)).toEqual(['h', 'n']);
  expect(blocksOnPage(plan, 2).map(({ id }) => id)).toEqual(['n', 'p', 'q']);
  expect(blocksOnPage(plan, 9)).toEqual([]);
});

test('a section’s letter is written where it begins, and its heading is told from its content', () => {
  const labels = labelsOf(plan, plan.sections);
  expect(labels.get('h')).toEqual({ text: 'B', isFirst: true, isHeading: true });
  expect(labels.get('n')).toEqual({ text: 'B', isFirst: false, isHeading: false });
  expect(labels.get('p')).toMatchObject({ text: 'F', isFirst: true });
});

test('a section is found, unsure or missing', () => {
  expect(['B', 'F', 'J', 'K'].map((id) => sectionState(plan, id))).toEqual(['found', 'unsure', 'missing', 'missing']);
  const confirmed = model(plan.blocks, { sections: plan.sections.map((item) => ({ ...item, isConfirmed: true })) });
  expect(sectionState(confirmed, 'F')).toBe('found');
});

test('words are found over the end of a block, whatever their case', () => {
  const flow = flowingText(plan.blocks);
  const [place] = placesOf(flow, 'HARD.  daily', false);
  expect(place === undefined ? [] : spansOfStretch(flow, place[0], place[1])).toEqual([
    { block: 'n', start: 11, end: 16 },
    { block: 'p', start: 0, end: 5 },
  ]);
  expect(placesOf(flow, 'HARD. daily')).toEqual([]);
});
