import { expect, test } from 'vitest';
import { labelsOfMarks } from '../../../../renderer/viewer/mark-labels.ts';
import type { Mark, PlacedMark } from '../../../../renderer/viewer/marks.ts';

function placed(id: string, label?: string): PlacedMark {
  const mark: Mark = {
    id,
    kind: 'hint',
    place: { kind: 'spans', spans: [] },
    ...(label === undefined ? {} : { label }),
  };
  return { mark, box: [0, 0, 1, 1] };
}

test('a mark over several lines of a page says what it is once; marks alike in words stay two', () => {
  const marks = [placed('a', 'Vague words'), placed('a', 'Vague words'), placed('e'), placed('b', 'Vague words')];
  expect(labelsOfMarks(marks)).toEqual(['Vague words', 'Vague words']);
});
