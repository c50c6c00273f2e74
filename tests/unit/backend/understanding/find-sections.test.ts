import { describe, expect, test } from 'vitest';
import { understand } from '../../../../electron/backend/understanding/understand.ts';
import { UNSURE_BELOW } from '../../../../shared/domain/document-model.ts';
import type { DocumentModel } from '../../../../shared/domain/document-model.ts';
import { lineToBlock, paragraph, readBlocks, readLines, tableBlocks, textsOf } from './make-plan.ts';

function ids(model: DocumentModel): string[] {
  return model.sections.map((section) => section.id);
}

const TITLES: Record<string, string> = {
  A: 'Views, interests and aspirations',
  B: 'Special educational needs',
  C: 'Health needs',
  D: 'Social care needs',
  E: 'Outcomes',
  F: 'Special educational provision',
  G: 'Health care provision',
  H1: 'Social care provision (1970 Act)',
  H2: 'Other social care provision',
  I: 'Placement',
  J: 'Personal budget',
  K: 'Advice and information',
};
const ALL = Object.keys(TITLES);

/** A whole plan with one sentence under each heading. */
function wholePlan(heading: (id: string, title: string) => string[]): string[] {
  return ALL.flatMap((id) => [...heading(id, TITLES[id] ?? ''), `This is what ${id} says.`]);
}

describe('ways to write headings', () => {
  test.each([
    ['Section F – Title', (id: string, title: string) => [`# Section ${id} – ${title}`]],
    ['SECTION F: TITLE', (id: string, title: string) => [`# SECTION ${id}: ${title.toUpperCase()}`]],
    [
      'Part F, then the title on a line of its own',
      (id: string, title: string) => [`# EHC plan – Part ${id}`, `# ${title}`],
    ],
    ['F. Title', (id: string, title: string) => [`# ${id}. ${title}`]],
    ['F) Title', (id: string, title: string) => [`# ${id}) ${title}`]],
    ['Title (Section F)', (id: string, title: string) => [`# ${title} (Section ${id})`]],
    ['Section F without look', (id: string, title: string) => [`Section ${id}: ${title}`]],
    ['only the title', (_: string, title: string) => [`# ${title}`]],
  ])('%s', (_, heading) => {
    const model = understand(readLines('# Reedshire Council', 'Name: Sam Vale', ...wholePlan(heading)));
    for (const id of ALL) expect([id, textsOf(model, id)]).toEqual([id, [`This is what ${id} says.`]]);
    expect(ids(model)).toEqual(['cover', ...ALL]);
  });

  test('plain-English titles without letters', () => {
    const model = understand(
      readLines(
        '# All about me',
        'a.',
        '# What I need help with',
        'b.',
        '# My health needs',
        'c.',
        '# My social care needs',
        'd.',
        '# What I want to achieve',
        'e.',
        '# How I will be supported in school',
        'f.',
        '# Help with my health',
        'g.',
        '# Where I learn',
        'i.',
        '# My personal budget',
        'j.',
        '# Who gave advice',
        'k.',
      ),
    );
    expect(Object.fromEntries(ids(model).map((id) => [id, textsOf(model, id)?.[0]]))).toEqual({
      A: 'a.',
      B: 'b.',
      C: 'c.',
      D: 'd.',
      E: 'e.',
      F: 'f.',
      G: 'g.',
      I: 'i.',
      J: 'j.',
      K: 'k.',
    });
  });

  test('sections out of order, missing and empty', () => {
    const model = understand(
      readLines(
        '# Section K – Advice',
        'k.',
        '# Section B – Needs',
        'b.',
        '# Section I – Placement',
        '# Section F – Provision',
        'f.',
      ),
    );
    expect(ids(model)).toEqual(['B', 'F', 'I', 'K']);
    expect(textsOf(model, 'I')).toEqual([]);
    expect(model.sections.find((section) => section.id === 'I')?.reason).toContain('Nothing stands under it');
  });

  test('a section that comes twice is one set of blocks', () => {
    const model = understand(
      readLines(
        '# Section B – Needs',
        'one.',
        '# Section F – Provision',
        'two.',
        '# Section B – Needs (continued)',
        'three.',
      ),
    );
    expect(textsOf(model, 'B')).toEqual(['one.', 'three.']);
  });

  test('an undivided Section H belongs to H1 and H2 both, and a person is asked to look', () => {
    const model = understand(
      readLines(
        '# Section G – Health provision',
        'g.',
        '# Section H – Social care provision',
        'A worker will take Sam swimming each Monday.',
        '# Section I – Placement',
        'i.',
      ),
    );
    expect(ids(model)).toEqual(['G', 'H1', 'H2', 'I']);
    for (const id of ['H1', 'H2']) {
      expect(textsOf(model, id)).toEqual(['A worker will take Sam swimming each Monday.']);
      const section = model.sections.find((each) => each.id === id);
      expect(section?.confidence).toBeLessThan(UNSURE_BELOW);
      expect(section?.reason).toContain('merged');
    }
    // The shared text holds its provision once.
    expect(model.provisions.filter(({ section }) => section.startsWith('H'))).toHaveLength(1);
  });

  test('an empty undivided Section H leaves H1 and H2 empty', () => {
    const model = understand(readLines('# Section H – Social care provision', '# Section I – Placement', 'i.'));
    expect(ids(model)).toEqual(['H1', 'H2', 'I']);
    expect(textsOf(model, 'H1')).toEqual([]);
  });

  test('sub-headings tell the halves of Section H apart', () => {
    const model = understand(
      readLines(
        '# Section H – Social care provision',
        '## Provision under section 2 of the Chronically Sick and Disabled Persons Act 1970',
        'one.',
        '## Any other social care provision reasonably required',
        'two.',
        '# Section I – Placement',
        'i.',
      ),
    );
    expect(ids(model)).toEqual(['H1', 'H2', 'I']);
    expect(textsOf(model, 'H1')).toContain('one.');
    expect(textsOf(model, 'H1')).not.toContain('two.');
    expect(textsOf(model, 'H2')).toContain('two.');
    expect(textsOf(model, 'H2')).not.toContain('one.');
  });

  test('H1 and H2 are told apart by their words', () => {
    const model = understand(
      readLines(
        '# Section G: Health provision',
        'g.',
        '# Social care provision under the Chronically Sick and Disabled Persons Act 1970',
        'one.',
        '# Any other social care provision',
        'two.',
      ),
    );
    expect([textsOf(model, 'H1'), textsOf(model, 'H2')]).toEqual([['one.'], ['two.']]);
  });
});

describe('what is no section', () => {
  test('a contents list, and the sections named in it only', () => {
    const contents = ALL.map((id, index) => `Section ${id} – ${TITLES[id]}........${index + 2}`);
    const model = understand(
      readLines('# Plan', 'Contents', ...contents, ...wholePlan((id, title) => [`# Section ${id} – ${title}`])),
    );
    for (const id of ALL) expect(textsOf(model, id)).toEqual([`This is what ${id} says.`]);
    expect(model.blocks.filter((block) => block.furniture === 'contents').length).toBe(ALL.length + 1);
  });

  test('a contents list without numbers or look', () => {
    const contents = ALL.map((id) => `Section ${id}: ${TITLES[id]}`);
    const model = understand(
      readLines('# Plan', '# Contents', ...contents, ...wholePlan((id, title) => [`# Section ${id}: ${title}`])),
    );
    for (const id of ALL) expect(textsOf(model, id)).toEqual([`This is what ${id} says.`]);
  });

  test('mentions in running text', () => {
    const model = understand(
      readLines(
        '# Section B – Needs',
        'Section F of this plan says how these needs are met.',
        'See also Sections C and D.',
        'Section E is about outcomes.',
        '# Section F – Provision',
        'f.',
      ),
    );
    expect(ids(model)).toEqual(['B', 'F']);
    expect(textsOf(model, 'B')?.length).toBe(3);
  });

  test('sub-headings that sound like sections', () => {
    const lines = wholePlan((id, title) => [`# Section ${id} – ${title}`]);
    const at = lines.indexOf('This is what F says.');
    lines.splice(at, 1, '## Health', 'One.', '## Social care support', 'Two.', '## Outcomes', 'Three.');
    const model = understand(readLines(...lines));
    expect(textsOf(model, 'F')).toEqual(['Health', 'One.', 'Social care support', 'Two.', 'Outcomes', 'Three.']);
  });

  test.each(['Funding summary', 'How Nia’s plan will be kept up to date', 'How the plan will be reviewed'])(
    'what stands after the last section under “%s”',
    (heading) => {
      const model = understand(
        readLines(...wholePlan((id, title) => [`# Section ${id} – ${title}`]), `# ${heading}`, 'The band is D.'),
      );
      expect(textsOf(model, 'K')).toEqual(['This is what K says.']);
    },
  );

  test('signatures and appeal notes after the last section', () => {
    const model = understand(
      readLines(
        ...wholePlan((id, title) => [`# Section ${id} – ${title}`]),
        '# Signatures',
        'Signed by an officer.',
        '# Right of appeal',
        'You may appeal.',
      ),
    );
    expect(textsOf(model, 'K')).toEqual(['This is what K says.']);
  });

  test('a template’s notes to the writer', () => {
    const note = 'This section should describe all of the needs that were identified.';
    const model = understand(
      readBlocks([
        lineToBlock('# Section B – Needs'),
        paragraph(note, { runs: [{ start: 0, end: note.length, italic: true }] }),
        paragraph('Sam has a need.'),
      ]),
    );
    expect(textsOf(model, 'B')).toEqual(['Sam has a need.']);
    expect(model.blocks[1]?.furniture).toBe('guidance');
  });
});

describe('tables', () => {
  test('labels in the left-hand column', () => {
    const rows = ALL.map((id) => [
      [`Section ${id}`, TITLES[id] ?? ''],
      [`This is what ${id} says.`, 'And more.'],
    ]);
    const model = understand(readBlocks([lineToBlock('# Plan'), ...tableBlocks('t1', rows)]));
    for (const id of ALL) expect(textsOf(model, id)).toEqual([`This is what ${id} says.`, 'And more.']);
  });

  test('boxes whose rows carry the letter in brackets', () => {
    const box = (table: string, number: number): ReturnType<typeof tableBlocks> =>
      tableBlocks(table, [
        [`Outcome ${number} (E)`, `Sam will do thing ${number}.`],
        ['Education (F)', `Help with thing ${number}.`],
        ['Health (G)', `A nurse for thing ${number}.`],
      ]);
    const model = understand(
      readBlocks([
        lineToBlock('# A. About me'),
        paragraph('a.'),
        lineToBlock('# B. My needs'),
        paragraph('b.'),
        lineToBlock('# E to G. My outcomes and support'),
        ...box('t1', 1),
        ...box('t2', 2),
        lineToBlock('# I. Where I learn'),
        paragraph('i.'),
      ]),
    );
    expect(textsOf(model, 'E')).toEqual(['Sam will do thing 1.', 'Sam will do thing 2.']);
    expect(textsOf(model, 'F')).toEqual(['Help with thing 1.', 'Help with thing 2.']);
    expect(textsOf(model, 'G')).toEqual(['A nurse for thing 1.', 'A nurse for thing 2.']);
    expect(model.provisions.filter((each) => each.section === 'F').map((each) => each.outcomeId)).toEqual(['o1', 'o2']);
  });

  test('columns for needs, outcomes and provision', () => {
    const model = understand(
      readBlocks([
        lineToBlock('# Section A – My views'),
        paragraph('a.'),
        lineToBlock('# Sections B, E and F'),
        ...tableBlocks(
          't1',
          [
            ['Needs', 'Outcomes', 'Provision', 'How often'],
            ['Sam cannot tie laces.', 'Sam will tie his laces.', 'Teaching of laces.', 'Daily'],
          ],
          true,
        ),
        lineToBlock('# Section C – Health needs'),
        paragraph('c.'),
      ]),
    );
    expect(textsOf(model, 'B')).toEqual(['Sam cannot tie laces.']);
    expect(textsOf(model, 'E')).toEqual(['Sam will tie his laces.']);
    expect(textsOf(model, 'F')).toEqual(['How often', 'Teaching of laces.', 'Daily']);
  });

  test('a column of outcomes inside Section F does not open Section E again', () => {
    const model = understand(
      readBlocks([
        lineToBlock('# Section E – Outcomes'),
        paragraph('Sam will swim ten metres.'),
        lineToBlock('# Section F – Special educational provision'),
        ...tableBlocks(
          't1',
          [
            ['Outcome', 'Provision', 'Who'],
            ['Outcome 1', 'Swimming lessons.', 'Teacher'],
          ],
          true,
        ),
      ]),
    );
    expect(textsOf(model, 'E')).toEqual(['Sam will swim ten metres.']);
    expect(model.provisions).toMatchObject([
      { section: 'F', text: 'Swimming lessons.', who: 'Teacher', outcomeId: 'o1' },
    ]);
  });
});

describe('a person’s corrections', () => {
  const read = readLines('# Section A – My views', 'one.', '# Section B – Needs', 'two.', 'three.');

  test('win over the reader, later ones over earlier ones', () => {
    const model = understand(read, [
      { blocks: ['b4', 'b5'], section: 'A' },
      { blocks: ['b5'], section: 'D' },
    ]);
    expect(textsOf(model, 'A')).toEqual(['one.', 'two.']);
    expect(textsOf(model, 'D')).toEqual(['three.']);
    expect(textsOf(model, 'B')).toEqual([]);
    expect(model.sections.filter((section) => section.isConfirmed).map((section) => section.id)).toEqual(['A', 'D']);
  });

  test('can take blocks out of every section', () => {
    const model = understand(read, [{ blocks: ['b4', 'b5'], section: null }]);
    expect(textsOf(model, 'B')).toEqual([]);
  });

  test('change what is read from the section', () => {
    const plan = readLines(
      '# Section E – Outcomes',
      'Sam will swim ten metres.',
      '# Section F – Special educational provision',
      'Sam will tie his laces alone.',
    );
    expect(understand(plan).outcomes.length).toBe(1);
    expect(understand(plan, [{ blocks: ['b4'], section: 'E' }]).outcomes.map((outcome) => outcome.text)).toEqual([
      'Sam will swim ten metres.',
      'Sam will tie his laces alone.',
    ]);
  });

  test('on blocks that are not there change nothing', () => {
    expect(understand(read, [{ blocks: ['b99'], section: 'A' }]).sections).toEqual(understand(read).sections);
  });
});

test('a document that is no plan has no sections, and says so', () => {
  const model = understand(readLines('# Minutes of the meeting', 'We met on Monday.', 'Nobody was late.'));
  expect(model.sections.map((section) => section.id)).toEqual(['cover']);
  expect(model.warnings.map((warning) => warning.code)).toEqual(['NO_SECTIONS_FOUND']);
});

describe('several sections under one heading', () => {
  test('a table for each outcome: the outcome, its steps, then a row of heads and the provision', () => {
    const model = understand(
      readBlocks([
        ...['# Section D – Social care needs', 'd.', '# Sections E and F – Outcomes and provision'].map(lineToBlock),
        ...tableBlocks('t1', [
          ['Outcome 1: Sam will swim ten metres by July 2027.'],
          ['Steps towards this outcome: Sam will float.'],
          ['Provision', 'By whom', 'How often', 'Review'],
          ['A swimming lesson.', 'Swimming teacher', 'Weekly', 'Termly'],
        ]),
        ...tableBlocks('t2', [
          ['Outcome 2: Sam will tie his laces by July 2027.'],
          ['Provision', 'By whom', 'How often', 'Review'],
          ['Practice with laces.', 'Teaching assistant', 'Daily', 'Half-termly'],
        ]),
      ]),
    );
    expect(textsOf(model, 'E')?.filter((text) => /swim ten|float|laces by/.test(text))).toHaveLength(3);
    expect(textsOf(model, 'F')).not.toContain('Outcome 2: Sam will tie his laces by July 2027.');
    expect(model.outcomes.map(({ text }) => text)).toEqual([
      'Sam will swim ten metres by July 2027.',
      'Sam will tie his laces by July 2027.',
    ]);
    expect(model.provisions.map(({ text, who, howOften }) => [text, who, howOften])).toEqual([
      ['A swimming lesson.', 'Swimming teacher', 'Weekly'],
      ['Practice with laces.', 'Teaching assistant', 'Daily'],
    ]);
  });

  test('labelled paragraphs', () => {
    const model = understand(
      readLines(
        '# Sections C and G – Health',
        'Needs: Sam has asthma.',
        'Provision:',
        'A nurse visits termly.',
        '# Section I – Placement',
        'i.',
      ),
    );
    expect(textsOf(model, 'C')).toEqual(['Needs: Sam has asthma.']);
    expect(textsOf(model, 'G')).toContain('A nurse visits termly.');
  });
});

test('the letter in a column of its own, the title at the head of the cell beside it', () => {
  const bold = (text: string, row: number, column: number) => ({
    ...paragraph(text),
    runs: [{ start: 0, end: text.length, bold: true }],
    cell: { table: 't1', row, column, rowSpan: 1, columnSpan: 1, isHeader: false },
  });
  const plain = (text: string, row: number) => ({
    ...paragraph(text),
    cell: { table: 't1', row, column: 1, rowSpan: 1, columnSpan: 1, isHeader: false },
  });
  const rows: [string, string, string][] = [
    ['B', 'Special educational needs', 'Needs.'],
    ['C', 'Health care needs', 'Asthma.'],
    ['F', 'Special educational provision', 'Help.'],
    ['H1', 'Social care provision under the 1970 Act', 'Sam is over 18.'],
    ['H2', 'Other social care provision', 'None.'],
  ];
  const model = understand(
    readBlocks(
      rows.flatMap(([letter, title, text], row) => [bold(letter, row, 0), bold(title, row, 1), plain(text, row)]),
    ),
  );
  for (const [letter, , text] of rows) expect([letter, textsOf(model, letter)]).toEqual([letter, [text]]);
});

test('columns are told by the first row of heads, though a title stands above it', () => {
  const title = {
    ...paragraph('Communication'),
    cell: { table: 't1', row: 0, column: 0, rowSpan: 1, columnSpan: 3, isHeader: false },
  };
  const rows = tableBlocks('t1', [
    [],
    ['Special educational needs (B)', 'Outcomes (E)', 'Special educational provision (F)'],
    ['Sam says little.', 'Sam will ask for help.', 'A speaking group each week.'],
  ]);
  const model = understand(readBlocks([lineToBlock('# Sections B, E and F – Education'), title, ...rows]));
  expect(textsOf(model, 'E')).toEqual(['Sam will ask for help.']);
  expect(textsOf(model, 'F')).toEqual(['A speaking group each week.']);
});

test('the name of a chapter above a section’s heading is nobody’s text', () => {
  const model = understand(
    readLines(
      '# Education',
      '## Placement (Section I)',
      'i.',
      '# Health',
      '## Health needs (Section C)',
      'c.',
      '# Money',
      '## Personal budget (Section J)',
      'j.',
    ),
  );
  expect(textsOf(model, 'I')).toEqual(['i.']);
  expect(textsOf(model, 'C')).toEqual(['c.']);
});

test('heads in the middle of a table, where a page break brought two together', () => {
  const heads = ['Special educational needs (B)', 'Outcomes (E)', 'Special educational provision (F)'];
  const model = understand(
    readBlocks([
      lineToBlock('# Sections B, E and F – Education'),
      ...tableBlocks('t1', [
        heads,
        ['n1.', 'Sam will read.', 'p1.'],
        ['Self-help'],
        heads,
        ['n2.', 'Sam will dress.', 'p2.'],
      ]),
    ]),
  );
  expect(textsOf(model, 'E')).toEqual(['Sam will read.', 'Sam will dress.']);
  expect(textsOf(model, 'F')).toEqual(['p1.', 'p2.']);
});

test('a heading right above a table that names its own sections is not the section’s before it', () => {
  const model = understand(
    readBlocks([
      ...['# Section A – Views', 'a.', '# Section E – Outcomes', 'Sam will read.', '# Needs and provision'].map(
        lineToBlock,
      ),
      ...tableBlocks('t1', [
        ['Section B: Special educational needs', 'Section F: Special educational provision'],
        ['n.', 'p.'],
      ]),
    ]),
  );
  expect(textsOf(model, 'E')).toEqual(['Sam will read.']);
  expect(textsOf(model, 'B')).toEqual(['n.']);
});

test('initials are no section, and a contents list is found whatever stands before it', () => {
  const titles = ALL.map((id) => `Section ${id} – ${TITLES[id]} ........ 3`);
  const model = understand(
    readLines(
      '# Plan',
      'D.O.B.: 12 January 2009',
      ...titles,
      ...wholePlan((id, title) => [`# Section ${id} – ${title}`]),
    ),
  );
  for (const id of ALL) expect([id, textsOf(model, id)]).toEqual([id, [`This is what ${id} says.`]]);
  expect(textsOf(model, 'cover')).toContain('D.O.B.: 12 January 2009');
});

test('the letter in a box beside a title that no list knows', () => {
  const loud = (table: string, text: string, column: number) => ({
    ...paragraph(text),
    runs: [{ start: 0, end: text.length, bold: true }],
    cell: { table, row: 0, column, rowSpan: 1, columnSpan: 1, isHeader: false },
  });
  const titles: [string, string][] = [
    ['A', 'All about me'],
    ['B', 'My special educational needs'],
    ['C', 'My health needs'],
    ['D', 'My social care needs'],
    ['E', 'What I want to achieve'],
    ['F', 'Everything that staff will do'],
    ['I', 'Where I learn'],
  ];
  const model = understand(
    readBlocks(
      titles.flatMap(([letter, title]) => [
        loud(`t${letter}`, letter, 0),
        loud(`t${letter}`, title, 1),
        lineToBlock(`This is what ${letter} says.`),
      ]),
    ),
  );
  for (const [letter] of titles)
    expect([letter, textsOf(model, letter)]).toEqual([letter, [`This is what ${letter} says.`]]);
});
