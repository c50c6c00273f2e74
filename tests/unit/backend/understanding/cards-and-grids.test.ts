import { describe, expect, test } from 'vitest';
import { understand } from '../../../../electron/backend/understanding/understand.ts';
import type { Block, DocumentModel } from '../../../../shared/domain/document-model.ts';
import { lineToBlock, readBlocks, tableBlocks, textsOf } from './make-plan.ts';

type Part = string | Omit<Block, 'id'>[];

function planOf(...parts: Part[]): DocumentModel {
  return understand(readBlocks(parts.flatMap((each) => (typeof each === 'string' ? [lineToBlock(each)] : each))));
}

function bold(blocks: Omit<Block, 'id'>[], isBold: (block: Omit<Block, 'id'>) => boolean): Omit<Block, 'id'>[] {
  return blocks.map((block) =>
    isBold(block) ? { ...block, runs: [{ start: 0, end: block.text.length, bold: true }] } : block,
  );
}

/** A card for an area of need: its title over the width, then a row for each letter. */
function card(table: string, title: string, rows: readonly (readonly string[])[]): Omit<Block, 'id'>[] {
  const [name, ...others] = tableBlocks(table, [[title], ...rows]);
  if (name?.cell === undefined) return [];
  const wide = { ...name, fontSize: 13, cell: { ...name.cell, columnSpan: 2 } };
  return bold([wide, ...others], ({ cell }) => cell?.column === 0);
}

describe('cards', () => {
  test('whose rows are labelled with letters alone', () => {
    const plan = planOf(
      '# Section A: all about Wren',
      'Wren likes wind.',
      card('t1', 'Area of need: Physical and sensory', [
        ['B', 'Wren cannot hold a pencil for more than a minute.'],
        ['E', 'By July 2028 Wren will write a line of a letter to her aunt each week.'],
        ['F', 'A therapist will teach Wren to grip for 30 minutes a week.'],
      ]),
      card('t2', 'Area of need: Cognition and learning', [
        ['B', 'Wren counts to six.'],
        ['F', 'A tutor will teach Wren to count coins for an hour a week.'],
      ]),
      '# Section C: health needs',
      'Wren has asthma.',
    );
    expect(textsOf(plan, 'E')).toEqual(['By July 2028 Wren will write a line of a letter to her aunt each week.']);
    expect(textsOf(plan, 'F')).toEqual([
      'A therapist will teach Wren to grip for 30 minutes a week.',
      'A tutor will teach Wren to count coins for an hour a week.',
    ]);
    expect(textsOf(plan, 'B')).toContain('Wren counts to six.');
  });
});

describe('needs one by one under a heading for B, E and F', () => {
  const health = ['# Section C: health needs', 'Wren has asthma.', '# Section G: health provision', 'None.'];
  const wanted = {
    E: ['By July 2028 Wren will sign.', 'By July 2028 Wren will count coins.'],
    F: ['A therapist will teach Wren for an hour a week.', 'A tutor will teach Wren for an hour a week.'],
  };

  function statementsOf(...parts: Part[]): Record<'E' | 'F', string[]> {
    const plan = planOf('# Section A: views', 'Wren likes wind.', ...parts, ...health);
    return { E: plan.outcomes.map(({ text }) => text), F: plan.provisions.map(({ text }) => text) };
  }

  test('in tables whose letters are not bold', () => {
    const rows = (at: 0 | 1, need: string): string[][] => [
      ['B', need],
      ['E', wanted.E[at] ?? ''],
      ['F', wanted.F[at] ?? ''],
    ];
    const [first, second] = [rows(0, 'Wren cannot speak.'), rows(1, 'Wren counts to six.')];
    expect(statementsOf(tableBlocks('t1', first), tableBlocks('t2', second))).toEqual(wanted);
  });

  test('in cards whose rows are labelled with one word, where nothing else heads those sections', () => {
    const rows = (at: 0 | 1, need: string): string[][] => [
      ['Need', need],
      ['Outcome', wanted.E[at] ?? ''],
      ['Provision', wanted.F[at] ?? ''],
    ];
    expect(
      statementsOf(
        card('t1', 'Communication', rows(0, 'Wren cannot speak.')),
        card('t2', 'Learning', rows(1, 'Wren counts to six.')),
      ),
    ).toEqual(wanted);
  });

  test.each([
    ['B', 'E', 'F'],
    ['B.', 'E.', 'F.'],
  ])('each under its letter alone: %s', (b, e, f) => {
    expect(
      statementsOf(
        '# Sections B, E and F',
        '## Communication and interaction',
        `### ${b}`,
        'Wren cannot speak.',
        `### ${e}`,
        `- ${wanted.E[0]}`,
        `### ${f}`,
        `- ${wanted.F[0]}`,
        '## Cognition and learning',
        `### ${b}`,
        'Wren counts to six.',
        `### ${e}`,
        `- ${wanted.E[1]}`,
        `### ${f}`,
        `- ${wanted.F[1]}`,
      ),
    ).toEqual(wanted);
  });

  test('each behind its letter and a colon', () => {
    expect(
      statementsOf(
        '# Sections B, E and F',
        '## Communication and interaction',
        'B: Wren cannot speak.',
        `E: ${wanted.E[0]}`,
        `F: ${wanted.F[0]}`,
        '## Cognition and learning',
        'B: Wren counts to six.',
        `E: ${wanted.E[1]}`,
        `F: ${wanted.F[1]}`,
      ),
    ).toEqual(wanted);
  });

  test('two keys of grades are no cards', () => {
    const key = (table: string): Omit<Block, 'id'>[] =>
      tableBlocks(table, [
        ['A', 'Very good.'],
        ['B', 'Good.'],
        ['C', 'Fair.'],
      ]);
    const plan = planOf(
      '# Section B: needs',
      'Wren counts to six.',
      key('t1'),
      'Later in the year:',
      key('t2'),
      ...health,
    );
    expect(textsOf(plan, 'B')).toContain('Fair.');
    expect(textsOf(plan, 'C')).toEqual(['Wren has asthma.']);
  });
});

describe('cards that a printed page has joined into one table', () => {
  test('begin again with each B', () => {
    const [first, second] = [
      ['Wren cannot hold a pencil.', 'By July 2028 Wren will write a line.', 'A therapist will visit each week.'],
      ['Wren counts to six.', 'By July 2028 Wren will count coins.', 'A tutor will teach Wren for an hour a week.'],
    ].map((texts, at) =>
      card('t1', at === 0 ? 'Area of need: Physical and sensory' : 'Area of need: Cognition and learning', [
        ['B', texts[0] ?? ''],
        ['E', texts[1] ?? ''],
        ['F', texts[2] ?? ''],
      ]),
    );
    const below = (second ?? []).map((each) =>
      each.cell === undefined ? each : { ...each, cell: { ...each.cell, row: each.cell.row + 4 } },
    );
    const plan = planOf('# Section A: all about Wren', 'Wren likes wind.', [...(first ?? []), ...below]);
    expect(textsOf(plan, 'B')).toContain('Wren counts to six.');
    expect(textsOf(plan, 'E')).toEqual(['By July 2028 Wren will write a line.', 'By July 2028 Wren will count coins.']);
    expect(textsOf(plan, 'F')).not.toContain('Wren counts to six.');
  });
});

describe('large letters', () => {
  /** A letter as large as a tab's, its title small and bold on the next line, and what the section says. */
  function tab(letter: string, title: string, text: string): Omit<Block, 'id'>[] {
    return [
      { ...lineToBlock(`# ${letter}`), fontSize: 26 },
      { ...lineToBlock(`## ${title}`), fontSize: 9.5 },
      lineToBlock(text),
    ];
  }

  test('stand over their titles, and right under a list of contents that names some of them together', () => {
    const plan = planOf(
      'Education, health and care plan for Wren Marsh',
      '## What is where',
      'K Papers ................ 1',
      'A Views ................. 2',
      'B Needs, education ...... 2',
      'E Outcomes .............. 3',
      'F Provision, education ..... 4',
      'G, H Provision, other ...... 5',
      tab('K', 'Papers that were read', 'Ivo Marsh, father, 3 May 2026'),
      tab('A', 'Views', 'Wren likes wind.'),
      tab('B', 'Special educational needs', 'Wren counts to six.'),
      tab('E', 'Outcomes', 'By July 2028 Wren will write a line to her aunt each week.'),
      tab('F', 'Special educational provision', 'A tutor will teach Wren for an hour a week.'),
      tab('G', 'Health care provision', 'A nurse will visit each term.'),
    );
    expect(textsOf(plan, 'K')).toEqual(['Ivo Marsh, father, 3 May 2026']);
    expect(plan.sections.find(({ id }) => id === 'K')?.title).toContain('Papers that were read');
    expect(plan.blocks.filter(({ furniture }) => furniture === 'contents')).toHaveLength(6);
  });

  test('the halves of H head two columns, by letter and a word or two', () => {
    const halves = bold(
      tableBlocks('t1', [
        ['H1 Under the 1970 Act', 'H2 Any other'],
        ['A ramp to the back door.', 'A carer for two hours a week.'],
      ]),
      ({ cell }) => cell?.row === 0,
    );
    const plan = planOf(tab('G', 'Health care provision', 'None.'), '# H', '## Social care provision', halves);
    expect(textsOf(plan, 'H1')).toEqual(['A ramp to the back door.']);
    expect(textsOf(plan, 'H2')).toEqual(['A carer for two hours a week.']);
  });
});

describe('tables', () => {
  test('the heads of several columns label no row: what a budget is for stays in its section', () => {
    const budget = bold(
      tableBlocks('t1', [
        ['Need and outcome', 'Amount', 'Paid to'],
        ['Help at the weekend, outcome 3', '£40 a week', 'Ivo Marsh'],
      ]),
      ({ cell }) => cell?.row === 0,
    );
    const plan = planOf('# Section I: placement', 'Reed School.', '# Section J: personal budget', budget);
    expect(textsOf(plan, 'J')).toContain('Help at the weekend, outcome 3');
    expect(textsOf(plan, 'E')).toBeNull();
  });

  test('that say they are no section of the plan are none', () => {
    const advice = tableBlocks('t1', [['Ivo Marsh', 'Father', '3 May 2026']]);
    const after = card('t2', 'Follow-up (not a section of the plan)', [['Funding', 'From 14 June 2026']]);
    const plan = planOf('# Section J: personal budget', 'None.', '# Section K: advice', advice, after);
    expect(textsOf(plan, 'K')).toEqual(['Ivo Marsh', 'Father', '3 May 2026']);
  });
});

describe('outcomes and provision by turns', () => {
  test.each([
    'F – help for this outcome',
    'Help for this outcome (Section F):',
    'Provision to reach this outcome [F]',
    'Special educational provision',
    'Section F: help',
  ])('under a plain line: %s', (line) => {
    const plan = planOf(
      '# Views of the family (A)',
      'Wren likes wind.',
      '# Outcomes and help (E, F)',
      '## Outcome 1',
      'By July 2028 Wren will write a line a week.',
      line,
      'A tutor will sit with Wren for an hour a week.',
      'No one will ask Wren to read aloud in class.',
      '## Outcome 2',
      'By July 2028 Wren will swim a length.',
      line,
      'A coach will take Wren to the pool for 30 minutes each Friday.',
      '# Health care (G)',
      'None.',
    );
    expect(plan.outcomes).toHaveLength(2);
    expect(plan.provisions.map(({ text, outcomeId }) => [text, outcomeId])).toEqual([
      ['A tutor will sit with Wren for an hour a week.', 'o1'],
      ['No one will ask Wren to read aloud in class.', 'o1'],
      ['A coach will take Wren to the pool for 30 minutes each Friday.', 'o2'],
    ]);
  });

  test('each under a line that ends in its letter, the same words again and again', () => {
    const turn = (count: string, outcome: string, help: string): Part[] => [
      `### Outcome ${count}`,
      `1. ${outcome}`,
      'Help at school for this outcome (F)',
      `2. ${help}`,
    ];
    const plan = planOf(
      '# 1 Wren and her family (A)',
      'Wren likes wind.',
      '# 2 Outcomes and help at school (E, F)',
      ...turn('one', 'By July 2028 Wren will write a line a week.', 'A tutor will sit with Wren for an hour a week.'),
      ...turn('two', 'By July 2028 Wren will swim a length.', 'No one will ask Wren to dive in front of others.'),
      ...turn('three', 'By July 2028 Wren will eat at school.', 'A cook will plan a meal with Wren each week.'),
      '# 3 Health care (G)',
      'The Designated Clinical Officer wrote on 9 March 2026 that no health care provision is required.',
      '# 4 Social care (H1, H2)',
      'As to the Act of 1970 (H1): nothing is required, for the reason given above.',
    );
    expect(plan.outcomes.map(({ text }) => text)).toEqual([
      'By July 2028 Wren will write a line a week.',
      'By July 2028 Wren will swim a length.',
      'By July 2028 Wren will eat at school.',
    ]);
    expect(plan.provisions.map(({ section, text, outcomeId }) => [section, text, outcomeId])).toEqual([
      ['F', 'A tutor will sit with Wren for an hour a week.', 'o1'],
      ['F', 'No one will ask Wren to dive in front of others.', 'o2'],
      ['F', 'A cook will plan a meal with Wren each week.', 'o3'],
    ]);
  });
});

describe('one grid for the whole plan', () => {
  const bar = (row: number, text: string): Omit<Block, 'id'> => ({
    kind: 'paragraph',
    text,
    page: null,
    fontSize: 11,
    runs: [{ start: 0, end: text.length, bold: true }],
    cell: { table: 't1', row, column: 0, rowSpan: 1, columnSpan: 3, isHeader: false },
  });
  const rows = (from: number, ...lines: (string | string[])[][]): Omit<Block, 'id'>[] =>
    tableBlocks('t1', lines).map((each) =>
      each.cell === undefined ? each : { ...each, fontSize: 9, cell: { ...each.cell, row: each.cell.row + from } },
    );
  const grid = [
    bar(0, 'A VIEWS, INTERESTS, ASPIRATIONS'),
    ...rows(1, ['A1', 'Wren: “I want to be paid crew.”', 'WM, 14.5']),
    bar(2, 'B SPECIAL EDUCATIONAL NEEDS'),
    ...rows(3, ['B1', 'Counts to six; does not tell the time.', 'Tutor']),
    bar(4, 'C HEALTH NEEDS'),
    ...rows(5, ['C1', 'Asthma, mild.', 'GP']),
    bar(6, 'E OUTCOMES'),
    ...rows(
      7,
      ['E1', 'By July 2028: paid work of at least six hours a week.'],
      ['E2', 'By the May 2027 review: pays for a week’s shopping within £45, three weeks in four.'],
    ),
    bar(9, 'F SPECIAL EDUCATIONAL PROVISION'),
    ...rows(
      10,
      ['F1 → E1, E2', 'Supported internship on the ferry.', ['Job coach', '20 h a week, 39 weeks']],
      ['F2 → E2', 'Money lesson in the shop.', ['Tutor to teach; carer to practise', '2 h a week']],
      ['F3 → all', 'Two talks to the crew on how Wren learns.', ['Job coach', '1 h each']],
    ),
    bar(13, 'G HEALTH CARE PROVISION'),
    ...rows(14, ['G1', 'Annual health check with a plan that Wren can read.', ['GP', 'Yearly']]),
    bar(15, 'H2 OTHER SOCIAL CARE'),
    ...rows(16, ['H2a', 'Tenancy support: cooking, cooker check, post.', ['Support worker', '10 h a week']]),
    bar(17, 'K ADVICE'),
    ...rows(
      18,
      ['K1', 'Otto Reed, tutor, Reed College', '30.4.2026'],
      ['K2', 'Una Fell, job coach, Reed Works', '28.4.2026'],
    ),
  ];
  const plan = planOf(grid, '## Monitoring', 'College reports each half term to the officer.');

  test('a deadline in front of an outcome is part of it', () => {
    expect(plan.outcomes.map(({ label, text }) => [label, text])).toEqual([
      ['E1', 'By July 2028: paid work of at least six hours a week.'],
      ['E2', 'By the May 2027 review: pays for a week’s shopping within £45, three weeks in four.'],
    ]);
  });

  test('an arrow says which outcome is served, and each line beside the statement tells one thing', () => {
    expect(plan.provisions.map(({ text, who, howOften, outcomeId }) => [text, who, howOften, outcomeId])).toEqual([
      ['Supported internship on the ferry.', 'Job coach', '20 h a week, 39 weeks', null],
      ['Money lesson in the shop.', 'Tutor to teach; carer to practise', '2 h a week', 'o2'],
      ['Two talks to the crew on how Wren learns.', 'Job coach', '1 h each', null],
      ['Annual health check with a plan that Wren can read.', 'GP', 'Yearly', null],
      ['Tenancy support: cooking, cooker check, post.', 'Support worker', '10 h a week', null],
    ]);
  });

  test('how the plan is monitored, behind its last section, is none of it', () => {
    expect(textsOf(plan, 'K')).not.toContain('College reports each half term to the officer.');
  });
});
