import { describe, expect, test } from 'vitest';
import { understand } from '../../../../electron/backend/understanding/understand.ts';
import type { Block, DocumentModel } from '../../../../shared/domain/document-model.ts';
import { lineToBlock, paragraph, readBlocks, readLines, tableBlocks, textsOf } from './make-plan.ts';

function texts(model: DocumentModel): Record<string, string[] | null> {
  return Object.fromEntries(
    model.sections.filter(({ id }) => id !== 'cover').map(({ id }) => [id, textsOf(model, id)]),
  );
}

describe('a heading that no list knows', () => {
  const plan = (unknown: string, text: string): DocumentModel =>
    understand(
      readLines(
        '# Views, interests and aspirations',
        'I like trains and my dog. I want to be a driver when I grow up.',
        '# Special educational needs',
        'Sam finds it hard to follow instructions. His reading is at the 5th centile.',
        '# Health needs',
        'Sam has asthma.',
        '# Social care needs',
        'Sam is not known to social care.',
        '# Outcomes',
        'By July 2027 Sam will be able to read a page aloud without help.',
        `# ${unknown}`,
        text,
        '# Health care provision',
        'A nurse will review his inhaler every six months.',
        '# Personal budget',
        'None was asked for.',
      ),
    );

  test('is the section that its look, its place and its text say', () => {
    const provision = 'A teaching assistant will work with Sam one to one for 20 minutes, four times a week.';
    const model = plan('The arrangements that Reedshire makes', provision);
    expect(texts(model)).toMatchObject({ E: [expect.stringContaining('By July')], F: [provision] });
    expect(model.sections.find(({ id }) => id === 'F')?.reason).toContain('set like the headings of sections');
  });

  test('belongs to no section where its text speaks of signatures and appeals', () => {
    const model = plan(
      'Your statutory position',
      'You may appeal to the tribunal. You must first contact a mediation adviser. Signed on behalf of the council by R. Storey.',
    );
    expect(Object.keys(texts(model))).toEqual(['A', 'B', 'C', 'D', 'E', 'G', 'J']);
    expect(texts(model)['E']).toEqual(['By July 2027 Sam will be able to read a page aloud without help.']);
  });

  test('stays within the section where it is set smaller', () => {
    const model = understand(
      readLines(
        '# Section A: views',
        'I like trains.',
        '# Section B: special educational needs',
        'Sam finds reading hard.',
        '## The classroom day',
        'A teaching assistant will work with Sam for 20 minutes, four times a week.',
        '# Section E: outcomes',
        'By July 2027 Sam will read a page.',
        '# Section F: special educational provision',
        'A teacher, weekly.',
      ),
    );
    expect(texts(model)['B']).toHaveLength(3);
  });
});

test('closing matter after the last section is left out, whatever size its headings are', () => {
  const model = understand(
    readLines(
      '# Section J: personal budget',
      'None was asked for.',
      '# Section K: advice and information',
      'Dr Hester Bull, educational psychologist, report dated 3 May 2026',
      'Ann Lee, speech and language therapist, report dated 1 June 2026',
      '### What happens after this',
      'The council will review this plan within 12 months. The school will hold the annual review meeting.',
      '### Who has this plan',
      'Copies of this plan have been sent to: the parents; the school; the Integrated Care Board.',
    ),
  );
  expect(texts(model)['K']).toHaveLength(2);
});

test('closing matter that no heading announces is left out', () => {
  const model = understand(
    readLines(
      '# Section F: special educational provision',
      'A teacher will see Sam for 20 minutes each day. You may appeal if you disagree.',
      '# Section K: advice and information',
      'The advice was from: Dr Hester Bull, educational psychologist, 3 May 2026; Ann Lee, therapist, 1 June 2026.',
      'If you do not agree with Section B, F or I you may appeal to the tribunal. You must contact a mediation adviser.',
      'Yours sincerely,',
      'Morwenna Vale',
      'Copies to: the school; NHS Vale Integrated Care Board',
    ),
  );
  expect(texts(model)['K']).toHaveLength(1);
  expect(texts(model)['F']).toHaveLength(1);
});

test('a chapter above tables that name their sections is nobody’s text, with its note on how to read them', () => {
  const model = understand(
    readBlocks([
      ...[1, 2, 3, 4].flatMap((index) => [
        lineToBlock(`# Heading ${'ACDJ'[index - 1] ?? ''} (${'ACDJ'[index - 1] ?? ''})`),
        paragraph(`Text ${index}.`),
      ]),
      lineToBlock('# All your needs and help'),
      paragraph('Read each row from left to right.'),
      ...tableBlocks(
        't1',
        [
          ['What is hard (B)', 'What will change (E)', 'Help to learn (F)'],
          ['Noise.', 'By July 2027 I will ask for quiet.', 'A quiet room.'],
        ],
        true,
      ),
    ]),
  );
  expect(texts(model)['J']).toEqual(['Text 4.']);
  expect(texts(model)['B']).toEqual(['Noise.']);
});

describe('records that name their section', () => {
  const record = (id: string, type: string, text: string): string[] => [
    `Provision ID: ${id}`,
    `Type: ${type}`,
    `Description: ${text}`,
    'Delivered by: Life skills tutor',
  ];

  test('in one of their fields, inside an outcome', () => {
    const model = understand(
      readLines(
        '# Section E: outcomes',
        'Outcome ID: 1',
        'Outcome: Sam will cook a meal.',
        ...record('10', 'F – Special educational provision', 'Cookery teaching.'),
        ...record('11', 'G – Health provision', 'A seizure plan.'),
        'Outcome ID: 2',
        'Outcome: Sam will travel alone.',
        ...record('12', 'H2 – Other social care provision', 'A personal assistant.'),
      ),
    );
    const found = texts(model);
    expect(found['E']).toEqual([
      'Outcome ID: 1',
      'Outcome: Sam will cook a meal.',
      'Outcome ID: 2',
      'Outcome: Sam will travel alone.',
    ]);
    expect(found['F']).toEqual([
      'Provision ID: 10',
      'Description: Cookery teaching.',
      'Delivered by: Life skills tutor',
    ]);
    expect(found['G']).toHaveLength(3);
    expect(found['H2']).toHaveLength(3);
  });

  test('as rows of a table', () => {
    const rows = [
      ['Record', '1'],
      ['Section', 'F'],
      ['What', 'Cookery teaching.'],
      ['Record', '2'],
      ['Section', 'H1'],
      ['What', 'A short break.'],
    ];
    const model = understand(readBlocks([lineToBlock('# Sections F, G and H: provision'), ...tableBlocks('t1', rows)]));
    expect(texts(model)['F']).toContain('Cookery teaching.');
    expect(texts(model)['F']).not.toContain('A short break.');
    expect(texts(model)['H1']).toContain('A short break.');
  });
});

test('sentences that open with their half tell H1 and H2 apart under one heading', () => {
  const numbered = (text: string): Omit<Block, 'id'> => lineToBlock(`1. ${text}`);
  const model = understand(
    readBlocks([
      lineToBlock('# Parts H1 and H2: social care provision'),
      numbered('Under Part H1, the council will fit a door alarm.'),
      numbered('Also under Part H1, a support worker will come on Saturdays.'),
      numbered('Under Part H2, nothing else was found to be needed.'),
    ]),
  );
  expect(texts(model)['H1']).toHaveLength(2);
  expect(texts(model)['H2']).toEqual(['Under Part H2, nothing else was found to be needed.']);
});

const WORDLESS: readonly (readonly [string, string, string])[] = [
  ['A', 'My world', 'I like trains and my dog. When I grow up I want to be a driver. My mum hopes I will be happy.'],
  ['B', 'Where things go wrong', 'Sam finds it hard to follow instructions. His reading is at the 5th centile.'],
  ['C', 'Keeping me well', 'Sam has asthma and epilepsy, for which he takes medicine at bedtime.'],
  ['D', 'Family life', 'A social worker visited. His parents are exhausted, since Sam is not safe alone at home.'],
  [
    'E',
    'What we are aiming for',
    'By July 2027 Sam will be able to read a page aloud, without help, on four days of five.',
  ],
  [
    'F',
    'In the classroom',
    'A teaching assistant will work with Sam for 20 minutes, four times a week, in a small group.',
  ],
  ['G', 'From the clinic', 'The epilepsy nurse will review his medicine every six months and train school staff.'],
  ['I', 'The place', 'Reedham School, a maintained mainstream primary school.'],
  ['J', 'The purse', 'His parents asked about a personal budget. No direct payment is made.'],
  ['K', 'Our sources', 'Dr Hester Bull, educational psychologist, report of 3 May 2026'],
];

test('a plan without letters and in words of its own', () => {
  const model = understand(
    readLines(
      'Name: Sam Vale',
      ...WORDLESS.flatMap(([, title, text]) => [`# ${title}`, text]),
      '## And if we do not agree?',
      'You may appeal to the tribunal within two months. You must contact a mediation adviser first.',
    ),
  );
  expect(texts(model)).toEqual(Object.fromEntries(WORDLESS.map(([letter, , text]) => [letter, [text]])));
});

describe('columns whose heads no list knows', () => {
  const rows = [
    ['What goes wrong', 'What we are after', 'Who does what', 'When'],
    [
      'Sam finds it hard to follow instructions and struggles with reading.',
      'By July 2027 Sam will be able to follow two instructions without help.',
      'A teaching assistant will work with Sam one to one for 20 minutes.',
      'Daily',
    ],
    [
      'He becomes anxious in noise and cannot sit with others.',
      'By Easter 2027 Sam will sit with three others for ten minutes without an adult.',
      'A quiet room, and a mentor who will meet Sam for 15 minutes.',
      'Twice a week',
    ],
  ];

  test('are needs, outcomes and provision by what stands in them', () => {
    const model = understand(
      readBlocks([
        lineToBlock('# My views'),
        paragraph('I like trains.'),
        lineToBlock('# My health needs'),
        paragraph('Asthma.'),
        ...tableBlocks('t1', rows, true),
        lineToBlock('# My personal budget'),
        paragraph('None.'),
      ]),
    );
    const found = texts(model);
    expect(found['B']).toEqual([rows[1]?.[0], rows[2]?.[0]]);
    expect(found['E']).toEqual([rows[1]?.[1], rows[2]?.[1]]);
    expect(found['F']).toContain(rows[1]?.[2]);
    expect(found['F']).toContain('Twice a week');
    expect(found['C']).toEqual(['Asthma.']);
  });

  test('are one section’s where the plan names the others elsewhere', () => {
    const model = understand(
      readBlocks([
        lineToBlock('# Section B: special educational needs'),
        paragraph('Sam finds reading hard.'),
        lineToBlock('# Section E: outcomes'),
        paragraph('By July 2027 Sam will read a page.'),
        lineToBlock('# Section F: special educational provision'),
        ...tableBlocks('t1', rows, true),
      ]),
    );
    expect(texts(model)['F']).toHaveLength(12);
  });
});

test('the same beside its text in a table, after a form of the person’s details', () => {
  const beside = (table: string, rows: readonly (readonly [string, string])[]): Omit<Block, 'id'>[] =>
    tableBlocks(table, rows).map((block) =>
      block.cell?.column === 0 ? { ...block, runs: [{ start: 0, end: block.text.length, bold: true }] } : block,
    );
  const model = understand(
    readBlocks([
      ...beside('t1', [
        ['Name', 'Sam Vale'],
        ['Date of birth', '3 May 2017'],
        ['Home address', '1 Vale Road'],
        ['Draft sent', '3 May 2026'],
        ['Plan writer', 'R. Storey'],
      ]),
      ...beside(
        't2',
        WORDLESS.map(([, title, text]) => [title, text]),
      ),
    ]),
  );
  expect(texts(model)).toEqual(Object.fromEntries(WORDLESS.map(([letter, , text]) => [letter, [text]])));
});
