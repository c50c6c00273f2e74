import { describe, expect, test } from 'vitest';
import { understand } from '../../../../electron/backend/understanding/understand.ts';
import type { Block, DocumentModel } from '../../../../shared/domain/document-model.ts';
import { lineToBlock, paragraph, readBlocks, readLines, textsOf } from './make-plan.ts';

type Draft = Omit<Block, 'id'>;

function strong(text: string, more: Partial<Draft> = {}): Draft {
  return paragraph(text, { runs: [{ start: 0, end: text.length, bold: true }], ...more });
}

/** A paragraph whose first words are bold. */
function led(lead: string, rest: string): Draft {
  const text = `${lead} ${rest}`;
  return paragraph(text, {
    runs: [
      { start: 0, end: lead.length, bold: true },
      { start: lead.length, end: text.length },
    ],
  });
}

/** Puts drafts in a table's cell. */
function inCell(table: string, row: number, column: number, ...drafts: Draft[]): Draft[] {
  return drafts.map((draft) => ({
    ...draft,
    cell: { table, row, column, rowSpan: 1, columnSpan: 1, isHeader: false },
  }));
}

function texts(model: DocumentModel): Record<string, string[] | null> {
  return Object.fromEntries(
    model.sections.filter(({ id }) => id !== 'cover').map(({ id }) => [id, textsOf(model, id)]),
  );
}

const QUESTIONS: readonly (readonly [string, string, string])[] = [
  ['A', 'What would you like to know of me?', 'I like trains.'],
  ['B', 'What do I find tricky?', 'Noise upsets me.'],
  ['C', 'And my body?', 'I have asthma.'],
  ['D', 'And home?', 'We are tired.'],
  ['E', 'What comes next?', 'By July 2027 I will read a page.'],
  ['F', 'Who teaches me?', 'A teacher will see me for an hour a week.'],
];

describe('the letter stands apart from its title', () => {
  test('in the last cell of the heading’s row, small and light', () => {
    const blocks = QUESTIONS.flatMap(([letter, title, text], index) => [
      ...inCell(`t${index}`, 0, 0, strong(title, { fontSize: 15 })),
      ...inCell(`t${index}`, 0, 1, paragraph(letter, { fontSize: 8 })),
      paragraph(text),
    ]);
    expect(texts(understand(readBlocks(blocks)))).toEqual(
      Object.fromEntries(QUESTIONS.map(([letter, , text]) => [letter, [text]])),
    );
  });

  test('at the end of the line', () => {
    const blocks = QUESTIONS.flatMap(([letter, title, text]) => [
      strong(`${title} ${letter}`, { fontSize: 15 }),
      paragraph(text),
    ]);
    expect(texts(understand(readBlocks(blocks)))).toEqual(
      Object.fromEntries(QUESTIONS.map(([letter, , text]) => [letter, [text]])),
    );
  });

  test('in the margin beside the title and its text', () => {
    const blocks = QUESTIONS.flatMap(([letter, title, text], index) => [
      ...inCell(`t${index}`, 0, 0, strong(title), paragraph(text)),
      ...inCell(`t${index}`, 0, 1, strong(letter, { fontSize: 20 })),
    ]);
    expect(texts(understand(readBlocks(blocks)))).toEqual(
      Object.fromEntries(QUESTIONS.map(([letter, , text]) => [letter, [text]])),
    );
  });

  test('large in the first column, a title in words of its own over the text', () => {
    const blocks = QUESTIONS.flatMap(([letter, title, text], index) => [
      ...inCell('t1', index, 0, strong(letter, { fontSize: 20 })),
      ...inCell('t1', index, 1, strong(title, { fontSize: 13 }), paragraph(text)),
    ]);
    expect(texts(understand(readBlocks(blocks)))).toEqual(
      Object.fromEntries(QUESTIONS.map(([letter, , text]) => [letter, [text]])),
    );
  });

  test('in a small line of its own under the title', () => {
    const blocks = QUESTIONS.flatMap(([letter, title, text]) => [
      strong(title, { fontSize: 15 }),
      paragraph(`(Section ${letter} of the plan)`, { fontSize: 8 }),
      paragraph(text),
    ]);
    expect(texts(understand(readBlocks(blocks)))).toEqual(
      Object.fromEntries(QUESTIONS.map(([letter, , text]) => [letter, [text]])),
    );
  });

  test('with a number in a cell before it', () => {
    const titles: [string, string, string][] = [
      ['A', 'Part A: views', 'Views.'],
      ['E', 'Part E: outcomes', 'Outcomes.'],
      ['B', 'Part B: special educational needs', 'Needs.'],
    ];
    const blocks = titles.flatMap(([, title, text], index) => [
      ...inCell(`t${index}`, 0, 0, paragraph(String(index + 1))),
      ...inCell(`t${index}`, 0, 1, strong(title, { fontSize: 14 })),
      paragraph(text),
    ]);
    expect(texts(understand(readBlocks(blocks)))).toEqual({ A: ['Views.'], B: ['Needs.'], E: ['Outcomes.'] });
  });

  test('a row of content is no heading, though a letter stands beside it', () => {
    const model = understand(
      readBlocks([
        lineToBlock('# Section F: special educational provision'),
        ...inCell('t1', 0, 0, paragraph('Group work on reading')),
        ...inCell('t1', 0, 1, paragraph('C')),
        ...inCell('t1', 1, 0, paragraph('Mathematics with the class teacher')),
        ...inCell('t1', 1, 1, paragraph('D')),
      ]),
    );
    expect(model.sections.map(({ id }) => id)).not.toContain('C');
  });
});

describe('sections within tables', () => {
  test('a column of letters says to which section each line belongs', () => {
    const row = (index: number, cells: string[]): Draft[] =>
      cells.flatMap((text, column) => (text === '' ? [] : inCell('t1', index, column, paragraph(text))));
    const model = understand(
      readBlocks([
        lineToBlock('# B, E, F, G, H1 Needs, outcomes and provision'),
        ...row(0, ['Need (B)', 'Outcome (E)', 'Sec.', 'What', 'How often']),
        ...row(1, ['She tires.', 'She will rest.', 'F', 'A rest each day.', 'Daily']),
        ...row(2, ['', '', 'G', 'A nurse will call.', 'Monthly']),
        ...row(3, ['', '', 'H1', 'A short break.', '2 hours a week']),
      ]),
    );
    const found = texts(model);
    expect(found['B']).toEqual(['She tires.']);
    expect(found['E']).toEqual(['She will rest.']);
    expect(found['F']).toContain('A rest each day.');
    expect(found['G']).toEqual(['A nurse will call.', 'Monthly']);
    expect(found['H1']).toEqual(['A short break.', '2 hours a week']);
  });

  test('a column of letters may be the last', () => {
    const row = (index: number, cells: string[]): Draft[] =>
      cells.flatMap((text, column) => (text === '' ? [] : inCell('t1', index, column, paragraph(text))));
    const model = understand(
      readBlocks([
        lineToBlock('# B, E, F, G Needs, outcomes and provision'),
        ...row(0, ['Need (B)', 'Outcome (E)', 'Provision', 'Section']),
        ...row(1, ['She tires.', 'She will rest.', 'A rest each day.', 'F']),
        ...row(2, ['She coughs.', 'She will breathe.', 'A nurse will call.', 'G']),
      ]),
    );
    const found = texts(model);
    expect(found['B']).toEqual(['She tires.', 'She coughs.']);
    expect(found['F']).toContain('A rest each day.');
    expect(found['G']).toEqual(['A nurse will call.']);
  });

  test('cells side by side with a heading in each', () => {
    const heading = (text: string): Draft => ({ ...lineToBlock(`### ${text}`) });
    const model = understand(
      readBlocks([
        lineToBlock('# My views (A)'),
        paragraph('I like trains.'),
        ...inCell('t1', 0, 0, heading('What is hard? (B)'), paragraph('Noise is hard.')),
        ...inCell('t1', 0, 1, heading('What will I do? (E)'), paragraph('I will read by July 2027.')),
        ...inCell('t1', 0, 2, heading('Who will help? (F)'), paragraph('A teacher, weekly.')),
        ...inCell('t2', 0, 0, heading('My school (I)')),
        ...inCell('t2', 0, 1, heading('My money (J)'), paragraph('None.')),
      ]),
    );
    expect(texts(model)).toEqual({
      A: ['I like trains.'],
      B: ['Noise is hard.'],
      E: ['I will read by July 2027.'],
      F: ['A teacher, weekly.'],
      I: [],
      J: ['None.'],
    });
  });
});

test('a letter whose paragraphs open with the section in bold', () => {
  const model = understand(
    readBlocks([
      paragraph('Dear Mr Vale,'),
      led('Section A. Sam told us', 'that he likes trains.'),
      led('Section B. Sam’s needs are', 'those of a boy who tires.'),
      led('Reading.', 'He reads slowly.'),
      led('In Section F we set out', 'what the school must do.'),
      led('Section C. His health', 'is good.'),
    ]),
  );
  expect(texts(model)).toEqual({
    A: ['Section A. Sam told us that he likes trains.'],
    B: ['Section B. Sam’s needs are those of a boy who tires.', 'Reading. He reads slowly.'],
    C: ['Section C. His health is good.'],
    F: ['In Section F we set out what the school must do.'],
  });
});

test('the regulation’s own titles, in whole and without letters', () => {
  const model = understand(
    readLines(
      '# The views, interests and aspirations of the child and his parents or of the young person',
      'a.',
      '# The child or young person’s special educational needs',
      'b.',
      '# The child or young person’s health care needs which relate to their special educational needs',
      'c.',
      '# The child or young person’s social care needs which relate to their special educational needs or to a disability',
      'd.',
      '# The outcomes sought for him',
      'e.',
      '# The special educational provision required by the child or young person',
      'f.',
      '# Any health care provision reasonably required by the learning difficulties or disabilities which result in the child or young person having special educational needs',
      'g.',
      '# Any social care provision which must be made for the child or young person as a result of section 2 of the Chronically Sick and Disabled Persons Act 1970',
      'h1.',
      '# Any other social care provision reasonably required by the learning difficulties or disabilities which result in the child having special educational needs',
      'h2.',
      '# The name of the school or other institution to be attended by him and the type of that institution',
      'i.',
      '# Where any special educational provision is to be secured by a direct payment, the special educational needs and outcomes to be met by the direct payment',
      'j.',
      '# The advice and information obtained',
      'k.',
    ),
  );
  expect(texts(model)).toEqual({
    A: ['a.'],
    B: ['b.'],
    C: ['c.'],
    D: ['d.'],
    E: ['e.'],
    F: ['f.'],
    G: ['g.'],
    H1: ['h1.'],
    H2: ['h2.'],
    I: ['i.'],
    J: ['j.'],
    K: ['k.'],
  });
});

describe('headings that a contents page or a key explains', () => {
  test('lines that pair letters with titles', () => {
    const model = understand(
      readBlocks([
        lineToBlock('# Contents'),
        ...QUESTIONS.map(([letter, title], index) => paragraph(`Section ${letter}: ${title} ${index + 2}`)),
        ...QUESTIONS.flatMap(([, title, text]) => [lineToBlock(`# ${title}`), paragraph(text)]),
      ]),
    );
    expect(texts(model)).toEqual(Object.fromEntries(QUESTIONS.map(([letter, , text]) => [letter, [text]])));
  });

  test('a table of letters, titles and pages', () => {
    const model = understand(
      readBlocks([
        ...QUESTIONS.flatMap(([letter, title], index) => [
          ...inCell('t1', index, 0, paragraph(letter)),
          ...inCell('t1', index, 1, paragraph(title)),
          ...inCell('t1', index, 2, paragraph(String(index + 2))),
        ]),
        ...QUESTIONS.flatMap(([, title, text]) => [lineToBlock(`# ${title}`), paragraph(text)]),
      ]),
    );
    expect(texts(model)).toEqual(Object.fromEntries(QUESTIONS.map(([letter, , text]) => [letter, [text]])));
  });

  test('a table that sets two letters with their titles in each row', () => {
    const half = QUESTIONS.length / 2;
    const rows = QUESTIONS.slice(0, half).map((left, index) => [left, QUESTIONS[index + half] ?? left]);
    const model = understand(
      readBlocks([
        ...rows.flatMap((pair, row) =>
          pair.flatMap(([letter, title], side) => [
            ...inCell('t1', row, 2 * side, strong(letter)),
            ...inCell('t1', row, 2 * side + 1, paragraph(title)),
          ]),
        ),
        ...QUESTIONS.flatMap(([, title, text]) => [lineToBlock(`# ${title}`), paragraph(text)]),
      ]),
    );
    expect(texts(model)).toEqual(Object.fromEntries(QUESTIONS.map(([letter, , text]) => [letter, [text]])));
  });
});

test('a heading in bold goes on with a plain note in brackets, and is no text of its section', () => {
  const model = understand(
    readBlocks([
      led('E – OUTCOMES', '(Objectives of the former statement)'),
      paragraph('By July 2027 Sam will read a page.'),
      led('F – SPECIAL EDUCATIONAL PROVISION', '(Part 3 of the former statement)'),
      paragraph('A teacher will see Sam for an hour a week.'),
    ]),
  );
  expect(texts(model)).toEqual({
    E: ['By July 2027 Sam will read a page.'],
    F: ['A teacher will see Sam for an hour a week.'],
  });
  expect(model.provisions.map(({ text }) => text)).toEqual(['A teacher will see Sam for an hour a week.']);
});
