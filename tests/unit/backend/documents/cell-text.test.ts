import { expect, test } from 'vitest';
import { layCellText } from '../../../../electron/backend/documents/pdf-cell-text.ts';
import { makeLines } from '../../../../electron/backend/documents/pdf-lines.ts';
import type { Piece } from '../../../../electron/backend/documents/pdf-lines.ts';

const LETTER_POINTS = 5;

/** Words at a place: from the left, and in lines from the top. */
function piece(text: string, left: number, line: number): Piece {
  const baseline = 20 + 14 * line;
  return {
    text,
    left,
    right: left + LETTER_POINTS * text.length,
    top: baseline - 9,
    bottom: baseline + 2,
    baseline,
    firstWord: LETTER_POINTS * (text.split(' ')[0] ?? '').length,
    size: 11,
    bold: false,
    italic: false,
    spaceBefore: false,
    spaceAfter: false,
  };
}

function readCell(...pieces: Piece[]): [marker: string | undefined, text: string][] {
  const facts = { page: 1, turn: 0 as const, vocabulary: new Set<string>(), leading: 1.27, cellLeading: 1.27 };
  const paragraphs = layCellText(makeLines(pieces), 500, facts);
  return paragraphs.map(({ draft }) => [draft.marker, draft.text]);
}

test('lists side by side in a cell are read one after the other, however near they come', () => {
  expect(
    readCell(
      piece('School will', 10, 0),
      piece('Parents will', 200, 0),
      piece('• teach phonics one to one for some', 10, 1),
      piece('• read with Sam', 200, 1),
      piece('minutes', 22, 2),
      piece('• keep a quiet room', 10, 3),
      piece('• sign the book', 200, 3),
    ),
  ).toEqual([
    [undefined, 'School will'],
    ['•', 'teach phonics one to one for some minutes'],
    ['•', 'keep a quiet room'],
    [undefined, 'Parents will'],
    ['•', 'read with Sam'],
    ['•', 'sign the book'],
  ]);
});

test('fields side by side in a cell are read one after the other, each with the lines that it goes on over', () => {
  expect(
    readCell(
      piece('Ref 1 Direct speech and language therapy.', 10, 0),
      piece('By: a therapist with', 10, 1),
      piece('When: one hour a week, for', 200, 1),
      piece('expertise in aids', 10, 2),
      piece('two terms', 200, 2),
      piece('Checked: termly', 10, 3),
    ),
  ).toEqual([
    [undefined, 'Ref 1 Direct speech and language therapy.'],
    [undefined, 'By: a therapist with expertise in aids'],
    [undefined, 'When: one hour a week, for two terms'],
    [undefined, 'Checked: termly'],
  ]);
});
