import { describe, expect, test } from 'vitest';
import { understand } from '../../../../electron/backend/understanding/understand.ts';
import type { Block, DocumentModel } from '../../../../shared/domain/document-model.ts';
import { lineToBlock, paragraph, readBlocks, tableBlocks, textsOf } from './make-plan.ts';

type Draft = Omit<Block, 'id'>;
type Place = Partial<NonNullable<Block['cell']>>;

function strong(text: string, more: Partial<Draft> = {}): Draft {
  return paragraph(text, { runs: [{ start: 0, end: text.length, bold: true }], ...more });
}

function inCell(table: string, row: number, column: number, draft: Draft, place: Place = {}): Draft {
  return { ...draft, cell: { table, row, column, rowSpan: 1, columnSpan: 1, isHeader: false, ...place } };
}

/** A heading as a bar: a letter or a number, and a title. */
function bar(table: string, sign: string, title: string): Draft[] {
  return [inCell(table, 0, 0, strong(sign)), inCell(table, 0, 1, strong(title))];
}

function texts(model: DocumentModel): Record<string, string[] | null> {
  return Object.fromEntries(
    model.sections.filter(({ id }) => id !== 'cover').map(({ id }) => [id, textsOf(model, id)]),
  );
}

const BOXES: readonly (readonly [string, string, string])[] = [
  ['A', 'Views, interests and aspirations', 'I like trains.'],
  ['B', 'Special educational needs', 'Noise upsets me.'],
  ['C', 'Health needs', 'I have asthma.'],
  ['D', 'Social care needs', 'We are tired.'],
  ['E', 'Outcomes sought', 'By July 2027 I will read a page.'],
  ['F', 'Special educational provision', 'A teacher will see me for an hour a week.'],
  ['G', 'Health care provision', 'A nurse will call each month.'],
];

describe('a form whose boxes are counted and bear no letters', () => {
  const boxOf = (count: number, title: string, ...lines: string[]): Draft[] => [
    ...bar(`t${count}`, String(count), title),
    ...lines.map((line) => inCell(`t${count}`, 1, 0, paragraph(line), { columnSpan: 2 })),
  ];

  test('opens a section at each box whose title names one, and at no other', () => {
    const blocks = [
      ...boxOf(1, 'Personal details', 'Name: Sam Vale'),
      ...BOXES.flatMap(([, title, text], index) => boxOf(index + 2, title, text)),
      ...boxOf(9, 'For office use', 'Panel 7'),
    ];
    expect(texts(understand(readBlocks(blocks)))).toEqual(
      Object.fromEntries(BOXES.map(([id, , text]) => [id, [text]])),
    );
  });

  test('bears a number that a page’s end cut off', () => {
    const blocks = BOXES.flatMap(([, title, text], index) =>
      boxOf(index + 1, title, text).filter(
        (block) => !(index === 3 && block.cell?.column === 0 && block.cell.row === 0),
      ),
    );
    expect(texts(understand(readBlocks(blocks)))).toEqual(
      Object.fromEntries(BOXES.map(([id, , text]) => [id, [text]])),
    );
  });

  test('has its text beside each title', () => {
    const blocks = BOXES.flatMap(([, title, text], row) => [
      inCell('t', row, 0, strong(String(row + 1))),
      inCell('t', row, 1, strong(title)),
      inCell('t', row, 2, paragraph(text)),
    ]);
    expect(texts(understand(readBlocks(blocks)))).toEqual(
      Object.fromEntries(BOXES.map(([id, , text]) => [id, [text]])),
    );
  });

  test('a few counted rows are no such form', () => {
    const blocks = BOXES.slice(4, 6).flatMap(([, title, text], index) => boxOf(index + 1, title, text));
    expect(texts(understand(readBlocks(blocks)))).toEqual({});
  });
});

describe('a grid for each outcome', () => {
  test.each(['Section E', 'E – Outcome'])('whose head takes two rows: %s', (outcome) => {
    const heads = ['F – Education', 'G – Health', 'H1 – Social care (CSDPA)', 'H2 – Other social care'];
    const blocks = [
      ...['A', 'B', 'C', 'D'].flatMap((letter) => [lineToBlock(`# Section ${letter}`), paragraph(`Text ${letter}.`)]),
      lineToBlock('# Outcomes and provision'),
      inCell('t1', 0, 0, strong(outcome), { rowSpan: 2 }),
      inCell('t1', 0, 1, strong('Provision to achieve it'), { columnSpan: 4 }),
      ...heads.map((head, index) => inCell('t1', 1, index + 1, strong(head))),
      ...['By July 2027 I will read.', 'A teacher.', 'A nurse.', 'A rail.', 'A club.'].map((text, index) =>
        inCell('t1', 2, index, paragraph(text)),
      ),
    ];
    const found = texts(understand(readBlocks(blocks)));
    expect(found['D']).toEqual(['Text D.']);
    expect(found['E']?.at(-1)).toBe('By July 2027 I will read.');
    expect([found['F'], found['G'], found['H1'], found['H2']]).toEqual([
      ['A teacher.'],
      ['A nurse.'],
      ['A rail.'],
      ['A club.'],
    ]);
  });

  test('in rows “B Need”, “E Outcomes” and “F Provision”, the last over several rows', () => {
    const blocks = [
      ...bar('t1', 'A', 'Sam’s views'),
      paragraph('I like trains.'),
      ...bar('t2', 'B', 'Special educational needs'),
      paragraph('Sam is deaf.'),
      inCell('t3', 0, 0, strong('B Need')),
      inCell('t3', 0, 1, paragraph('He signs.'), { columnSpan: 2 }),
      inCell('t3', 1, 0, strong('E Outcomes')),
      inCell('t3', 1, 1, paragraph('By July 2027 he will read.'), { columnSpan: 2 }),
      inCell('t3', 2, 0, strong('F Provision'), { rowSpan: 2 }),
      inCell('t3', 2, 1, strong('What')),
      inCell('t3', 2, 2, strong('Who')),
      inCell('t3', 3, 1, paragraph('An hour of signing.')),
      inCell('t3', 3, 2, paragraph('A teacher.')),
      ...bar('t4', 'D + H', 'Social care needs and provision'),
      ...tableBlocks('t5', [['We are tired.', 'A rail.', 'A club.']]).map((block) => ({
        ...block,
        cell: block.cell && { ...block.cell, row: 1 },
      })),
      ...['D Social care needs', 'H1 Provision under the 1970 Act', 'H2 Other provision'].map((head, column) =>
        inCell('t5', 0, column, strong(head)),
      ),
    ].sort((a, b) => (a.cell?.table === 't5' && b.cell?.table === 't5' ? a.cell.row - b.cell.row : 0));
    expect(texts(understand(readBlocks(blocks)))).toMatchObject({
      A: ['I like trains.'],
      B: ['Sam is deaf.', 'B Need', 'He signs.'],
      E: ['By July 2027 he will read.'],
      F: ['What', 'Who', 'An hour of signing.', 'A teacher.'],
      D: ['We are tired.'],
      H1: ['A rail.'],
      H2: ['A club.'],
    });
  });
});

describe('one heading for two sections', () => {
  const front = BOXES.slice(0, 3).flatMap(([id, title, text], index) => [
    ...bar(`t${index}`, id, title),
    paragraph(text),
  ]);

  test('by letters with a blank between them', () => {
    const blocks = [...front, ...bar('h', 'H1 H2', 'Social care provision'), paragraph('None is needed.')];
    expect(texts(understand(readBlocks(blocks)))).toMatchObject({
      C: ['I have asthma.'],
      H1: ['None is needed.'],
      H2: ['None is needed.'],
    });
  });

  test.each([
    [['C: asthma.', 'D: we are tired.']],
    [['(C) asthma.', '(D) we are tired.']],
    [['C1 asthma.', 'D1 we are tired.']],
  ])('the letter before each line tells whose it is: %j', (lines) => {
    const blocks = [
      ...['A', 'B'].flatMap((letter) => [lineToBlock(`# Section ${letter}`), paragraph(`Text ${letter}.`)]),
      lineToBlock('# Sections C and D: health needs and social care needs'),
      ...lines.map((line) => paragraph(line)),
    ];
    const found = texts(understand(readBlocks(blocks)));
    expect([found['C']?.length, found['D']?.length]).toEqual([1, 1]);
  });

  test('numbers with the letter tell outcomes from the provision that follows each', () => {
    const item = (marker: string, text: string): Draft => paragraph(text, { kind: 'list_item', level: 1, marker });
    const blocks = [
      ...['A', 'B', 'C', 'D'].flatMap((letter) => [lineToBlock(`# Section ${letter}`), paragraph(`Text ${letter}.`)]),
      lineToBlock('# Sections E and F: outcomes and special educational provision'),
      item('E1', 'By July 2027 Sam will cook.'),
      item('F1', 'A tutor for an hour a week.'),
      item('•', 'A kitchen.'),
      item('E2', 'By July 2028 Sam will swim.'),
      item('F2', 'A coach for an hour a week.'),
    ];
    expect(texts(understand(readBlocks(blocks)))).toMatchObject({
      E: ['By July 2027 Sam will cook.', 'By July 2028 Sam will swim.'],
      F: ['A tutor for an hour a week.', 'A kitchen.', 'A coach for an hour a week.'],
    });
  });
});

test('the section stands in a small line with the law’s title, in brackets', () => {
  const blocks = [
    ['If I am under 18', '(Section H1 – Chronically Sick and Disabled Persons Act 1970)', 'Not me.'],
    ['More help at home', '(Section H2 – any other social care provision)', 'A personal assistant.'],
    ['Where I go', '(Section I: placement)', 'South College.'],
    ['My money', '(J)', 'None yet.'],
  ].flatMap(([title = '', small = '', text = '']) => [
    strong(title, { fontSize: 14 }),
    paragraph(small, { fontSize: 8 }),
    paragraph(text),
  ]);
  expect(texts(understand(readBlocks(blocks)))).toEqual({
    H1: ['Not me.'],
    H2: ['A personal assistant.'],
    I: ['South College.'],
    J: ['None yet.'],
  });
});

test.each([
  ['Special educational provision (Section F)', 'Health care provision (Section G)'],
  ['F (education)', 'G'],
  ['SEP (F)', 'Health – Section G'],
])('records whose type of provision names the section in bold, under a chapter of their own: %s', (sep, health) => {
  const record = (table: string, rows: readonly (readonly [string, string])[]): Draft[] =>
    rows.flatMap(([label, value], row) => [
      inCell(table, row, 0, strong(label)),
      inCell(table, row, 1, label.startsWith('Type') ? strong(value) : paragraph(value)),
    ]);
  const blocks = [
    ...['A', 'B', 'C', 'D'].flatMap((letter) => [lineToBlock(`# Section ${letter}`), paragraph(`Text ${letter}.`)]),
    lineToBlock('# Outcomes and provision records'),
    paragraph('The type of provision shows the section.'),
    lineToBlock('### Outcome record 1 of 1'),
    ...record('t1', [
      ['Outcome (Section E)', 'By July 2027 Sam will cook.'],
      ['Type of provision', sep],
      ['What', 'A tutor.'],
      ['Type of provision', health],
      ['What', 'A nurse.'],
    ]),
    lineToBlock('# Section I'),
    paragraph('South College.'),
  ];
  const found = texts(understand(readBlocks(blocks)));
  expect(found['D']).toEqual(['Text D.']);
  expect(found['F']).toContain('A tutor.');
  expect(found['F']).not.toContain('A nurse.');
  expect(found['G']).toContain('A nurse.');
  expect(found['E']).toEqual(['By July 2027 Sam will cook.']);
});

test('who signed for a section is no part of it', () => {
  const blocks = [
    ...['A', 'B', 'G', 'K'].flatMap((letter) => [lineToBlock(`# Section ${letter}`), paragraph(`Text ${letter}.`)]),
    lineToBlock('# Who agreed this plan'),
    ...tableBlocks('t1', [
      ['For education', 'M. Quill'],
      ['For health (Section G)', 'Dr H. Lyle'],
    ]),
  ];
  expect(texts(understand(readBlocks(blocks)))).toEqual({
    A: ['Text A.'],
    B: ['Text B.'],
    G: ['Text G.'],
    K: ['Text K.'],
  });
});

test('clauses that letters count are no sections', () => {
  const blocks = ['Information', 'Changes', 'Fees', 'Deposits', 'Consent', 'Payment', 'Notices'].flatMap(
    (title, index) => [
      lineToBlock(`# ${'ABCDEFG'.charAt(index)}. ${title}`),
      paragraph('The seller delivers the papers within ten days of the date of this contract.'),
    ],
  );
  expect(texts(understand(readBlocks(blocks)))).toEqual({});
});

test('the letters of an index are no sections', () => {
  const blocks = 'ABCDEFGHIKLMNPRST'
    .split('')
    .flatMap((letter) => [lineToBlock(`# ${letter}`), paragraph(`${letter}ntry, 12`)]);
  expect(texts(understand(readBlocks(blocks)))).toEqual({});
});
