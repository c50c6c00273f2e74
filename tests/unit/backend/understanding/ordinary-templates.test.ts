import { describe, expect, test } from 'vitest';
import { finishBlocks } from '../../../../electron/backend/documents/finish-blocks.ts';
import { understand } from '../../../../electron/backend/understanding/understand.ts';
import type { Block, DocumentModel } from '../../../../shared/domain/document-model.ts';
import { lineToBlock, paragraph, readBlocks, tableBlocks, textsOf } from './make-plan.ts';

/** Traits of the commonest templates: headings by letter, bordered tables, cards, forms with letters down the side. */

type Draft = Omit<Block, 'id'>;

function plan(...parts: (string | readonly Draft[])[]): DocumentModel {
  return understand(readBlocks(parts.flatMap((part) => (typeof part === 'string' ? [lineToBlock(part)] : part))));
}

function strong(text: string, more: Partial<Draft> = {}): Draft {
  return paragraph(text, { runs: [{ start: 0, end: text.length, bold: true }], ...more });
}

/** A label in bold, and what stands against it. */
function led(label: string, text: string): Draft {
  const whole = `${label} ${text}`;
  const runs = [
    { start: 0, end: label.length, bold: true },
    { start: label.length, end: whole.length },
  ];
  return paragraph(whole, { runs });
}

function provisions(model: DocumentModel, id: string): string[] {
  return model.provisions.filter(({ section }) => section === id).map(({ text }) => text);
}

describe('one table of provision for each area of need', () => {
  const heads = ['Provision', 'Provided by', 'How often', 'Review', 'Outcome'];
  const opening = [
    '# Section A: Views',
    'I like boats.',
    '# Section B: Special educational needs',
    'Sam has dyslexia.',
  ];

  test('“Provision | … | Outcome” under a heading by letter only tells which column holds what', () => {
    const model = plan(
      ...opening,
      '# Section E: Outcomes',
      '1. Sam will read a page alone by July 2027.',
      '# Section F: Special educational provision',
      '## Communication and interaction',
      tableBlocks('t1', [heads, ['A talking group.', 'SENCO', '20 minutes weekly', 'Termly', 'Outcome 1']], true),
      '## Cognition and learning',
      tableBlocks('t2', [heads, ['A phonics lesson.', 'Teacher', '15 minutes daily', 'Termly', 'Outcome 1']], true),
      '# Section G: Health provision',
      'None.',
    );
    expect(provisions(model, 'F')).toEqual(['A talking group.', 'A phonics lesson.']);
    expect(model.provisions.map(({ outcomeId }) => outcomeId)).toEqual(['o1', 'o1']);
  });
});

describe('what stands around statements of provision', () => {
  test('a bold numbered title over numbered items states nothing', () => {
    const item = (marker: string, text: string, level: number, isStrong = false): Draft => ({
      ...(isStrong ? strong(text) : paragraph(text)),
      kind: 'list_item',
      marker,
      level,
    });
    const model = plan('# Section F: Special educational provision', [
      item('6.1', 'Staffing and environment', 1, true),
      item('6.1.1', 'A teaching assistant will be with Sam for ten hours a week.', 2),
      item('6.2', 'Learning', 1, true),
      item('6.2.1', 'A tutor will teach Sam for three hours a week.', 2),
    ]);
    expect(provisions(model, 'F')).toHaveLength(2);
  });

  test('how progress is followed up, and who reads the section, is no provision', () => {
    const model = plan(
      '# Section F: Special educational provision',
      'All staff who teach Sam will read this section before they first teach him.',
      'A tutor will teach Sam for three hours a week.',
      'Progress will be looked at each December and July, with his parents present.',
    );
    expect(provisions(model, 'F')).toEqual(['A tutor will teach Sam for three hours a week.']);
  });
});

describe('cards, one for each outcome, under a heading for several sections', () => {
  const card = (id: string, blocks: readonly Draft[]): Draft[] =>
    blocks.map((block, row) => ({
      ...block,
      cell: { table: id, row: Math.min(row, 1), column: 0, rowSpan: 1, columnSpan: 1, isHeader: false },
    }));
  const record = (id: string, number: number, outcome: string, help: string): Draft[] =>
    card(id, [
      strong(`Record ${number}`),
      paragraph('Pathway: Good health'),
      led('E Outcome sought:', outcome),
      led('F Special educational provision:', help),
      paragraph('Provider: School staff'),
      paragraph('Review: Report each July'),
    ]);

  test('what stands above a card’s first heading goes with it, and “Review: Report …” is no heading', () => {
    const model = plan(
      '# Section A Views',
      'Sam likes boats.',
      '# Section B Special educational needs',
      'Sam has dyslexia.',
      '# Section C Health needs',
      'None.',
      '# Section D Social care needs',
      'None.',
      '# Outcomes and provision (Sections E, F, G, H1 and H2)',
      record('t1', 1, 'Sam will read a page.', 'A tutor each Monday.'),
      record('t2', 2, 'Sam will sail alone.', 'A coach each Friday.'),
      '# Section I Placement',
      'A school.',
    );
    expect(textsOf(model, 'F')?.filter((text) => /^(?:Record|Pathway)/.test(text))).toEqual([]);
    expect(textsOf(model, 'F')?.filter((text) => text.startsWith('Review'))).toHaveLength(2);
    expect(provisions(model, 'F')).toEqual(['A tutor each Monday.', 'A coach each Friday.']);
  });
});

describe('a form with letters down the side, block after block', () => {
  test('letters beside sentences are no contents list, though all of them come again', () => {
    const block = (area: string, need: string): string[][] => [
      [area],
      ['B', need],
      ['E', 'Sam will read a page by July 2027.'],
      ['F', 'A tutor for an hour each Monday.'],
    ];
    const rows = [
      ['A', 'I like trains.'],
      ...block('Communication and interaction', 'Talks of trains.'),
      ...block('Social, emotional and mental health', 'Worries.'),
      ...block('Sensory and physical', 'Cannot bear noise.'),
      ['C', 'Asthma.'],
      ['G', 'A review each year.'],
      ['D', 'Not known.'],
      ['H1', 'None.'],
      ['H2', 'None.'],
      ['I', 'Tram Lane School.'],
      ['J', 'Not requested.'],
    ];
    const blocks = rows.flatMap((cells, row) =>
      cells.map((text, column) => ({
        ...(column === 0 ? strong(text) : paragraph(text)),
        cell: { table: 't1', row, column, rowSpan: 1, columnSpan: 3 - cells.length, isHeader: false },
      })),
    );
    const model = plan(blocks);
    expect(model.blocks.filter(({ furniture }) => furniture === 'contents')).toEqual([]);
    expect(textsOf(model, 'B')).toEqual(expect.arrayContaining(['Talks of trains.', 'Worries.', 'Cannot bear noise.']));
  });
});

describe('behind the last section', () => {
  const plain = [
    '# Section A: Views',
    'I like boats.',
    '# Section F: Special educational provision',
    'A tutor will teach Sam for three hours a week.',
    '# Section K: Advice',
    'Ann Vale, SENCO, 3 May 2026',
  ];

  test.each([
    ['## Who this plan is sent to', 'Sam; his parents; the college.'],
    ['Office use: ☒ Copy to parent ☐ Copy to school Authorised: J Dove', 'D Rain'],
  ])('“%s” is not of the advice', (line, next) => {
    const model = plan(...plain, line, next);
    expect(textsOf(model, 'K')).toEqual(['Ann Vale, SENCO, 3 May 2026']);
  });
});

test('large letters on a child’s own page make no headings of words that begin small', () => {
  const line = (text: string, fontSize: number, isBold = false) => ({ ...paragraph(text), fontSize, isBold });
  const blocks = finishBlocks([
    line('I am good at', 22),
    line('swimming under water', 17),
    line('telling ghost stories', 17),
    line('what happens next', 17, true),
    line('Rosa is severely sight impaired and is in Year 4, where she is taught with her friends.', 11),
  ]);
  expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'paragraph', 'heading', 'paragraph']);
});

describe('heads of tables of provision', () => {
  const F = '# Section F: Special educational provision';

  test('beside a head that asks who, resources are things, and not people', () => {
    const model = plan(
      F,
      tableBlocks('t1', [
        ['Resources', 'Staff', 'Frequency'],
        ['Word mats in each lesson.', 'Class teacher', 'Daily'],
      ]),
    );
    expect(model.provisions).toMatchObject([{ text: 'Word mats in each lesson.', who: 'Class teacher' }]);
  });

  test('a head in two rows is read as one', () => {
    const cell = (text: string, row: number, column: number, rowSpan = 1, columnSpan = 1): Draft => ({
      ...strong(text),
      cell: { table: 't1', row, column, rowSpan, columnSpan, isHeader: row === 0 },
    });
    const body = tableBlocks('t1', [[], [], ['A tutor.', 'Teacher', '20 minutes daily']]);
    const model = plan(F, [
      cell('Special educational provision', 0, 0, 2),
      cell('Delivery', 0, 1, 1, 2),
      cell('Who', 1, 1),
      cell('How often', 1, 2),
      ...body,
    ]);
    expect(model.provisions).toMatchObject([{ text: 'A tutor.', who: 'Teacher', howOften: '20 minutes daily' }]);
  });

  test('a row that sums up the hours is no provision', () => {
    const model = plan(
      F,
      tableBlocks('t1', [
        ['Provision', 'Who', 'Hours per week'],
        ['A tutor.', 'Teacher', '3 hours'],
        ['Total hours of support', '', '3 hours'],
      ]),
    );
    expect(provisions(model, 'F')).toEqual(['A tutor.']);
  });
});

describe('heads of tables of outcomes', () => {
  test('“Need | Outcome” under E and F: the outcome’s column is read though the need’s stands beside it', () => {
    const model = plan(
      '# Section B: Special educational needs',
      'Sam has dyslexia.',
      '# Sections E and F: Outcomes and provision',
      tableBlocks(
        't1',
        [
          ['Need', 'Outcome', 'Provision', 'Who', 'How often'],
          [
            'Sam finds reading longer words very hard.',
            'Sam will read a page.',
            'A phonics lesson.',
            'Teacher',
            'Daily',
          ],
          ['', '', 'Word mats.', 'Teaching assistant', 'Weekly'],
          [
            'Sam becomes anxious when routines change.',
            'Sam will ask for help.',
            'A key adult.',
            'Key worker',
            'Daily',
          ],
        ],
        true,
      ),
    );
    expect(model.outcomes.map(({ text }) => text)).toEqual(['Sam will read a page.', 'Sam will ask for help.']);
  });

  test('“Targets | … | December 2026”: a time without a label ends the row of a form', () => {
    const model = plan(
      '# Section E: Outcomes',
      tableBlocks('t1', [
        ['Outcome 1', 'Sam will read a page.'],
        ['Short-term targets', 'Sam will know thirty sounds.', 'December 2026'],
        ['Outcome 2', 'Sam will ask for help.'],
        ['Short-term targets', 'Sam will use a card.', 'December 2026'],
      ]),
    );
    expect(model.outcomes.map(({ text }) => text)).toEqual(['Sam will read a page.', 'Sam will ask for help.']);
  });
});
