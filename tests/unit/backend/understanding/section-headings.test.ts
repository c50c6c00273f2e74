import { describe, expect, test } from 'vitest';
import { readMark } from '../../../../electron/backend/understanding/read-mark.ts';
import { understand } from '../../../../electron/backend/understanding/understand.ts';
import type { Block } from '../../../../shared/domain/document-model.ts';
import { lineToBlock, paragraph, readBlocks, readLines, textsOf } from './make-plan.ts';

type Draft = Omit<Block, 'id'>;

function cellOf(table: string, column: number, text: string, more: Partial<Draft> = {}): Draft {
  const cell = { table, row: 0, column, rowSpan: 1, columnSpan: 1, isHeader: false };
  return paragraph(text, { cell, ...more });
}

function bold(text: string): Partial<Draft> {
  return { runs: [{ start: 0, end: text.length, bold: true }] };
}

const TITLES: readonly (readonly [string, string])[] = [
  ['A', 'Views and interests'],
  ['B', 'Special educational needs'],
  ['C', 'Health needs'],
  ['D', 'Social care needs'],
  ['E', 'Outcomes'],
  ['F', 'Special educational provision'],
  ['G', 'Health provision'],
  ['H1', 'Social care provision (1970 Act)'],
  ['H2', 'Other social care provision'],
  ['I', 'Placement'],
  ['J', 'Personal budget'],
  ['K', 'Advice and information'],
];

describe('lines that name sections', () => {
  test.each([
    ['5E My pathway', 'E'],
    ['8H1 Social care for disabled children', 'H1'],
    ['G Health', 'G'],
    ['F Education', 'F'],
    ['Appendix K', 'K'],
    ['D: needs', 'D'],
    ['What Sam will achieve (outcomes)', 'E'],
    ['What will be put in place (special educational provision)', 'F'],
  ])('%s', (line, id) => {
    expect(readMark(line, new Set(['sam']))?.sections).toEqual([id]);
  });

  test('letters with dots between them name several', () => {
    expect(readMark('D · H1 · H2')?.sections).toEqual(['D', 'H1', 'H2']);
  });

  test.each(['A Education welfare officer called', 'I School every day', '5 Elm Road', 'D Vitamin tablets'])(
    'not %s',
    (line) => {
      expect(readMark(line)?.form ?? 'title').toBe('title');
    },
  );
});

describe('what stands round the sections', () => {
  const whole = TITLES.flatMap(([id, title]) => [`# ${title} (Section ${id})`, `This is what ${id} says.`]);

  test('a chapter set like the sections in it is part of none', () => {
    const lines = whole.flatMap((line) =>
      line.startsWith('# Health needs') ? ['# PART 5: NON-EDUCATIONAL NEEDS', line] : [line],
    );
    expect(textsOf(understand(readLines(...lines)), 'B')).toEqual(['This is what B says.']);
  });

  test('entries of a list of appendices are K’s own text', () => {
    const reports = ['Appendix 1: Report by Ann Lee, mother', 'Appendix 2: Report by Dr Roy, psychologist'];
    expect(textsOf(understand(readLines(...whole, ...reports)), 'K')).toEqual(['This is what K says.', ...reports]);
  });

  test('matter that says it is no part of the plan ends K', () => {
    const more = ['# Things that the family wrote', 'These are kept with the plan. They are not part of it.'];
    expect(textsOf(understand(readLines(...whole, ...more)), 'K')).toEqual(['This is what K says.']);
  });

  test('capitals end K where they announce the appeal, bold or not', () => {
    const more = ['APPEALS', 'You may appeal to the tribunal about the plan.'];
    expect(textsOf(understand(readLines(...whole, ...more)), 'K')).toEqual(['This is what K says.']);
  });
});

describe('headings that are tables of their own', () => {
  test('a bar opens what stands under it, its note left aside', () => {
    const blocks = TITLES.flatMap(([id, title]): Draft[] => [
      cellOf(`t${id}`, 0, id, bold(id)),
      cellOf(`t${id}`, 1, title, bold(title)),
      cellOf(`t${id}`, 2, 'Last edited 26 February'),
      paragraph(`This is what ${id} says.`),
    ]);
    const model = understand(readBlocks([lineToBlock('# Plan'), ...blocks]));
    for (const [id] of TITLES) expect(textsOf(model, id)).toContain(`This is what ${id} says.`);
  });

  test('letters in a key give titles in cells their sections', () => {
    const key = TITLES.map(([id], index) => `${id} = Question ${String.fromCharCode(97 + index)} of ours?`);
    const asked = TITLES.flatMap(([id], index): Draft[] => {
      const title = `Question ${String.fromCharCode(97 + index)} of ours?`;
      const side = index % 2;
      return [cellOf('t', side, title, bold(title)), cellOf('t', side, `This is what ${id} says.`)];
    });
    const ordered = [0, 1].flatMap((side) => asked.filter((each) => each.cell?.column === side));
    const model = understand(readBlocks([...key.map((line) => lineToBlock(line)), ...ordered]));
    for (const [id] of TITLES) expect(textsOf(model, id)).toEqual([`This is what ${id} says.`]);
  });
});
