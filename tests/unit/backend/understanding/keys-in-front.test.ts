import { describe, expect, test } from 'vitest';
import { understand } from '../../../../electron/backend/understanding/understand.ts';
import type { Block, DocumentModel } from '../../../../shared/domain/document-model.ts';
import { lineToBlock, readBlocks, tableBlocks, textsOf } from './make-plan.ts';

type Part = string | Omit<Block, 'id'>[];

function planOf(...parts: Part[]): DocumentModel {
  return understand(readBlocks(parts.flatMap((each) => (typeof each === 'string' ? [lineToBlock(each)] : each))));
}

/** A table whose first column is bold; a row of one cell goes over its width. */
function labelled(table: string, rows: readonly (readonly string[])[]): Omit<Block, 'id'>[] {
  return tableBlocks(table, rows).map((block) => {
    const { cell } = block;
    if (cell?.column !== 0) return block;
    const isWide = rows[cell.row]?.length === 1;
    const runs = [{ start: 0, end: block.text.length, bold: true }];
    return { ...block, runs, cell: isWide ? { ...cell, columnSpan: 2 } : cell };
  });
}

const BODY = [
  '# Tell me about Osk',
  'Osk likes ferries.',
  '# What is a puzzle for Osk?',
  'Osk cannot yet tell the time.',
  labelled('t2', [
    ['Aim one: clocks'],
    ['Puzzles', 'Osk mixes up the hands of a clock and is late for lunch.'],
    ['By then', 'By July 2028 Osk will read a clock to five minutes, four times out of five.'],
    ['Little steps', 'Osk will name the hours.'],
    ['From teachers', 'A tutor will teach Osk to read clocks for 20 minutes every day.'],
    ['From the clinic', 'A nurse will check his eyes every term.'],
  ]),
  labelled('t3', [
    ['Aim two: the bus'],
    ['Puzzles', 'Osk is afraid of buses.'],
    ['By then', 'By May 2028 Osk will ride two stops with a friend, each Friday.'],
    ['From teachers', 'A teaching assistant will walk Osk to the stop once a week.'],
  ]),
  '# How is his body?',
  'Osk has eczema.',
  '# How are things at home?',
  'Osk shares a room with two brothers.',
  '# Who from the clinic comes?',
  'A dietitian will visit every term.',
  '# Where he will go each day',
  'Tern Point School, a mainstream school.',
] as const;

describe('a key of letters and titles in front', () => {
  const plan = planOf(
    '# My plan',
    '## Which part is which?',
    labelled('t1', [
      ['Section A', 'Tell me about Osk'],
      ['Sections B, E, F', 'What is a puzzle for Osk? and the aim cards'],
      ['Sections C, D', 'How is his body? · How are things at home?'],
      ['Section G', 'Who from the clinic comes? (and aim cards where it says From the clinic)'],
      ['Section I', 'Where he will go each day'],
    ]),
    ...BODY,
  );

  test('gives its letters to the headings that have its words', () => {
    expect(textsOf(plan, 'A')).toEqual(['Osk likes ferries.']);
    expect(textsOf(plan, 'C')).toEqual(['Osk has eczema.']);
    expect(textsOf(plan, 'D')).toEqual(['Osk shares a room with two brothers.']);
    expect(textsOf(plan, 'I')).toEqual(['Tern Point School, a mainstream school.']);
    expect(plan.blocks.filter(({ furniture }) => furniture === 'contents')).toHaveLength(10);
  });

  test('sends the rows of cards to the sections that it looks for there', () => {
    expect(textsOf(plan, 'B')).toContain('Osk is afraid of buses.');
    expect(plan.outcomes.map(({ text }) => text)).toEqual([
      'By July 2028 Osk will read a clock to five minutes, four times out of five.',
      'By May 2028 Osk will ride two stops with a friend, each Friday.',
    ]);
    expect(textsOf(plan, 'E')).toContain('Osk will name the hours.');
    expect(textsOf(plan, 'F')).toEqual([
      'A tutor will teach Osk to read clocks for 20 minutes every day.',
      'A teaching assistant will walk Osk to the stop once a week.',
    ]);
    expect(textsOf(plan, 'G')).toEqual([
      'A nurse will check his eyes every term.',
      'A dietitian will visit every term.',
    ]);
  });
});

test('a key may set the titles before their letters, and give one title to several sections', () => {
  const plan = planOf(
    '# My plan',
    labelled('t1', [
      ['Tell me about Osk', 'A'],
      ['What is a puzzle for Osk?', 'B'],
      ['How is his body?', 'C'],
      ['How are things at home?', 'D'],
      ['Money and school', 'I, J'],
    ]),
    '# Tell me about Osk',
    'Osk likes ferries.',
    '# What is a puzzle for Osk?',
    'Osk cannot yet tell the time.',
    '# How is his body?',
    'Osk has eczema.',
    '# How are things at home?',
    'Osk shares a room with two brothers.',
  );
  expect(textsOf(plan, 'A')).toEqual(['Osk likes ferries.']);
  expect(textsOf(plan, 'B')).toEqual(['Osk cannot yet tell the time.']);
  expect(textsOf(plan, 'D')).toEqual(['Osk shares a room with two brothers.']);
});

test('rows of letters that hold the text themselves are no key', () => {
  const plan = planOf(
    '# My plan',
    labelled('t1', [
      ['Section A', 'Osk likes ferries.'],
      ['Section B', 'Osk cannot yet tell the time.'],
      ['Section C', 'Osk has eczema.'],
      ['Section D', 'Osk shares a room with two brothers.'],
    ]),
    '# What happens next',
    'We meet in May.',
  );
  expect(textsOf(plan, 'B')).toEqual(['Osk cannot yet tell the time.']);
  expect(textsOf(plan, 'D')).toEqual(['Osk shares a room with two brothers.']);
});

test('a list in front whose last entry would take in the whole plan is a list, though its words do not come again', () => {
  const long = (text: string): string => Array.from({ length: 8 }, () => text).join(' ');
  const plan = planOf(
    '# My plan',
    labelled('t1', [
      ['Section A', 'pink pages'],
      ['Section B', 'blue pages'],
      ['Section E', 'gold pages'],
      ['Section F', 'grey pages'],
      ['Section I', 'last page'],
    ]),
    '# Who is Osk?',
    long('Osk likes ferries and hopes to steer one when he is older.'),
    '# What is a puzzle for Osk?',
    long('Osk finds it hard to tell the time and has difficulty with words.'),
    '# What will be different in a year or two?',
    'By July 2028 Osk will read a clock to five minutes, four times out of five.',
    '# How will he be taught?',
    long('A tutor will teach Osk to read clocks for 20 minutes every day.'),
    '# Where will he go each day?',
    'Tern Point School, a mainstream school.',
  );
  expect(textsOf(plan, 'I')).toEqual(['Tern Point School, a mainstream school.']);
  expect(plan.outcomes).toHaveLength(1);
  expect(textsOf(plan, 'B')?.join(' ')).toContain('Osk finds it hard');
});
