import { describe, expect, test } from 'vitest';
import { understand } from '../../../../electron/backend/understanding/understand.ts';
import type { Block, DocumentModel } from '../../../../shared/domain/document-model.ts';
import { lineToBlock, readBlocks, tableBlocks } from './make-plan.ts';

function outcomesOf(...blocks: (string | Omit<Block, 'id'>[])[]): DocumentModel['outcomes'] {
  return understand(inSection('# Section E – Outcomes', blocks)).outcomes;
}

function provisionsOf(...blocks: (string | Omit<Block, 'id'>[])[]): DocumentModel['provisions'] {
  return understand(inSection('# Section F – Special educational provision', blocks)).provisions;
}

function inSection(heading: string, blocks: readonly (string | Omit<Block, 'id'>[])[]): ReturnType<typeof readBlocks> {
  return readBlocks([
    lineToBlock(heading),
    ...blocks.flatMap((each) => (typeof each === 'string' ? [lineToBlock(each)] : each)),
  ]);
}

describe('outcomes', () => {
  test('numbered, with the steps under each', () => {
    const outcomes = outcomesOf(
      'E1. Sam will swim ten metres by July.',
      '- Sam will put his face in the water.',
      'E2. Sam will tie his laces.',
    );
    expect(outcomes.map(({ label, text, steps }) => [label, text, steps.map((step) => step.text)])).toEqual([
      ['E1', 'Sam will swim ten metres by July.', ['Sam will put his face in the water.']],
      ['E2', 'Sam will tie his laces.', []],
    ]);
  });

  test('labelled above or in front of the text', () => {
    expect(
      outcomesOf('## Outcome 1', 'Sam will swim ten metres.', 'Outcome 2: Sam will tie his laces.').map(
        ({ label, text }) => [label, text],
      ),
    ).toEqual([
      ['Outcome 1', 'Sam will swim ten metres.'],
      ['Outcome 2', 'Sam will tie his laces.'],
    ]);
  });

  test('as bullets', () => {
    expect(
      outcomesOf('- Sam will swim ten metres.', '- Sam will tie his laces.').map((outcome) => outcome.text),
    ).toEqual(['Sam will swim ten metres.', 'Sam will tie his laces.']);
  });

  test('in rows, by the head of the column, with the steps in a column of their own', () => {
    const table = tableBlocks(
      't1',
      [
        ['No.', 'Outcome', 'Steps towards it', 'By when'],
        ['1', 'Sam will swim ten metres.', 'Sam will float.', 'July 2027'],
        ['2', 'Sam will tie his laces.', '', 'July 2028'],
      ],
      true,
    );
    expect(outcomesOf(table).map(({ label, text, steps }) => [label, text, steps.map((step) => step.text)])).toEqual([
      ['1', 'Sam will swim ten metres.', ['Sam will float.']],
      ['2', 'Sam will tie his laces.', []],
    ]);
  });

  test('a numbered area of need is no outcome, and what heads the section is no column', () => {
    expect(
      outcomesOf(
        '## E1: Communication and interaction',
        '- Sam will ask for help.',
        '## E2: Self-help',
        '- Sam will tie his laces.',
      ).map(({ text }) => text),
    ).toEqual(['Sam will ask for help.', 'Sam will tie his laces.']);
    const side = readBlocks(
      tableBlocks('t1', [
        ['Section E – Outcomes', 'To improve his social skills.'],
        ['Section F – Special educational provision', 'A group each week.'],
        ['Section G – Health provision', 'None.'],
        ['Section H1 – Social care provision (1970 Act)', 'None.'],
      ]),
    );
    expect(understand(side).outcomes.map(({ text }) => text)).toEqual(['To improve his social skills.']);
  });

  test('a form’s value that sounds like a head of a column is a value', () => {
    const form = tableBlocks('t1', [
      ['What will happen', 'Teaching of ways to check what he has understood.'],
      ['Who will do it', 'Learning support assistant'],
      ['How often', '30 minutes a week'],
    ]);
    expect(provisionsOf(form).map(({ text, who, howOften }) => [text, who, howOften])).toEqual([
      ['Teaching of ways to check what he has understood.', 'Learning support assistant', '30 minutes a week'],
    ]);
  });

  test('the name of an area over the whole width of a table is no outcome', () => {
    const head = tableBlocks('t1', [['Outcome', 'By when']], true);
    const title = tableBlocks('t1', [[], ['Getting about and living safely']]).map((block) => ({
      ...block,
      ...(block.cell && { cell: { ...block.cell, columnSpan: 2 } }),
    }));
    const row = tableBlocks('t1', [[], [], ['Sam will cross the road.', 'July 2027']]);
    expect(outcomesOf([...head, ...title, ...row]).map(({ text }) => text)).toEqual(['Sam will cross the road.']);
  });

  test('steps with words of their own in front', () => {
    const outcomes = outcomesOf('Sam will swim ten metres.', 'To work towards this: Sam will float.');
    expect(outcomes.map(({ text, steps }) => [text, steps.map((step) => step.text)])).toEqual([
      ['Sam will swim ten metres.', ['Sam will float.']],
    ]);
  });

  test('a label beside the outcome is no head of a table', () => {
    const card = tableBlocks('t1', [
      ['E. Outcome 1', 'To improve his social skills.'],
      ['E. Outcome 2', 'Sam will cope with changes to his routine.'],
    ]);
    expect(outcomesOf(card).map(({ label, text }) => [label, text])).toEqual([
      ['E. Outcome 1', 'To improve his social skills.'],
      ['E. Outcome 2', 'Sam will cope with changes to his routine.'],
    ]);
  });

  test('several in one paragraph, and what introduces them is none', () => {
    expect(
      outcomesOf(
        'The outcomes that we agreed run to the end of Key Stage 2.',
        'We seek these: (i) Sam will swim ten metres by July; (ii) Sam will tie his laces by Easter.',
      ).map(({ label, text }) => [label, text]),
    ).toEqual([
      ['(i)', 'Sam will swim ten metres by July;'],
      ['(ii)', 'Sam will tie his laces by Easter.'],
    ]);
  });

  test('the list goes on after the steps under one of them', () => {
    expect(
      outcomesOf(
        '13. Sam will swim ten metres by July.',
        'Towards this: Sam will float.',
        'Towards this: Sam will put his face in the water.',
        '14. Sam will tie his laces by Easter.',
        'Smaller steps:',
        '1. Sam will make a loop.',
        '2. Sam will pull it tight.',
        '15. Sam will ride his bicycle to school.',
      ).map(({ text, steps }) => [text, steps.length]),
    ).toEqual([
      ['Sam will swim ten metres by July.', 2],
      ['Sam will tie his laces by Easter.', 2],
      ['Sam will ride his bicycle to school.', 0],
    ]);
  });

  test('fields of a record: what it is filed under is no outcome', () => {
    expect(
      outcomesOf(
        'Outcome ID: 10231',
        'PfA category: Good health',
        'Outcome: Sam will swim ten metres without help.',
        'Target date: 2027-07-17',
        'Outcome ID: 10232',
        'Agreed outcome: Sam will tie his laces.',
      ).map(({ text }) => text),
    ).toEqual(['Sam will swim ten metres without help.', 'Sam will tie his laces.']);
  });

  test('sentences with a date each, and what success looks like', () => {
    expect(
      outcomesOf(
        'By July 2027 Sam will swim ten metres. By Easter 2027 Sam will tie his laces.',
        'Success will look like: Sam swims a width each week.',
        'What success looks like: laces tied.',
        'By the end of Year 6 Sam will ride to school. He enjoys cycling.',
      ).map(({ text }) => text),
    ).toEqual([
      'By July 2027 Sam will swim ten metres.',
      'By Easter 2027 Sam will tie his laces.',
      'By the end of Year 6 Sam will ride to school. He enjoys cycling.',
    ]);
  });

  test('what it is for, what comes of it and when it is due are none', () => {
    expect(
      outcomesOf(
        'Sam’s aspiration is to be a diver.',
        'O1. By July 2027 Sam will swim ten metres.',
        'This will help Sam to join the club.',
        'Target date: July 2027',
        'O2. By Easter 2027 Sam will tie his laces.',
      ).map(({ label, text }) => [label, text]),
    ).toEqual([
      ['O1', 'By July 2027 Sam will swim ten metres.'],
      ['O2', 'By Easter 2027 Sam will tie his laces.'],
    ]);
  });

  test('when it is due, in whatever words, is none', () => {
    const cell = [
      ['Sam will swim ten metres.', 'By his fifth birthday'],
      ['Sam will tie his laces.', 'By the end of Reception'],
    ].map((texts) => [texts]);
    expect(outcomesOf(tableBlocks('t1', cell)).map(({ text }) => text)).toEqual([
      'Sam will swim ten metres.',
      'Sam will tie his laces.',
    ]);
  });

  test('introductions, dates and areas of need are none', () => {
    expect(
      outcomesOf(
        'These outcomes were agreed with Sam.',
        '## Cognition and learning',
        'Sam will read a page aloud.',
        'By when: July 2027',
        'July 2027',
      ).map((outcome) => outcome.text),
    ).toEqual(['Sam will read a page aloud.']);
  });

  test('spans hold the outcome’s own words', () => {
    const model = understand(inSection('# Section E – Outcomes', ['Outcome 2: Sam will tie his laces.']));
    const [outcome] = model.outcomes;
    const [span] = outcome?.spans ?? [];
    const block = model.blocks.find((each) => each.id === span?.block);
    expect(block?.text.slice(span?.start, span?.end)).toBe(outcome?.text);
  });
});

describe('provision', () => {
  test('in rows, with who, how often, how long and review', () => {
    const table = tableBlocks(
      't1',
      [
        ['Ref', 'Provision', 'Who', 'How often', 'How long', 'Review'],
        ['F1', 'A reading lesson.', 'Teacher', 'Daily', '20 minutes', 'Termly'],
      ],
      true,
    );
    expect(provisionsOf(table)).toMatchObject([
      {
        section: 'F',
        text: 'A reading lesson.',
        who: 'Teacher',
        howOften: 'Daily',
        howLong: '20 minutes',
        review: 'Termly',
      },
    ]);
  });

  test.each([
    ['labels on a line below', ['A reading lesson.', 'Who: Teacher When: Daily Review: Termly']],
    ['labels in the same line', ['A reading lesson. Who: Teacher. When: Daily. Review: Termly.']],
    ['letters', ['F1. A reading lesson.', '(a) Teacher. (b) Daily. (c) Review: Termly.']],
    ['bars', ['A reading lesson.', 'Teacher | Daily | Termly']],
  ])('details by %s', (_, lines) => {
    expect(provisionsOf(...lines)).toMatchObject([
      { text: 'A reading lesson.', who: 'Teacher', howOften: 'Daily', review: 'Termly' },
    ]);
  });

  test('an honest nil, an area of need and who agreed it are none', () => {
    expect(
      provisionsOf(
        '## Communication and interaction',
        'Not applicable.',
        'No provision is required under this section.',
        'Agreed by the Reedshire Integrated Care Board on 3 May 2026.',
      ),
    ).toEqual([]);
  });

  test('every section of provision keeps its own', () => {
    const model = understand(
      readBlocks(
        [
          '# Section F – Special educational provision',
          '- A reading lesson.',
          '# Section G – Health provision',
          '- A visit by the nurse.',
          '# Section H1 – Social care provision (1970 Act)',
          '- A sitter.',
          '# Section H2 – Other social care provision',
          '- A family worker.',
        ].map(lineToBlock),
      ),
    );
    expect(model.provisions.map(({ section, text }) => [section, text])).toEqual([
      ['F', 'A reading lesson.'],
      ['G', 'A visit by the nurse.'],
      ['H1', 'A sitter.'],
      ['H2', 'A family worker.'],
    ]);
  });
});

describe('advice', () => {
  function adviceOf(...blocks: (string | Omit<Block, 'id'>[])[]): DocumentModel['advice'] {
    return understand(inSection('# Section K – Advice and information', blocks)).advice;
  }

  test.each([
    ['commas', '1. Dr Ann Lee, Educational psychologist, Reedshire, 3 May 2026'],
    ['brackets', '- Dr Ann Lee (Educational psychologist, Reedshire) on 03/05/2026'],
    ['the role first', '- Educational psychologist: Dr Ann Lee, Reedshire, 3rd May 2026'],
  ])('in lines with %s', (_, line) => {
    expect(adviceOf(line)).toMatchObject([
      { author: 'Dr Ann Lee', role: 'Educational psychologist', agency: 'Reedshire', date: '2026-05-03' },
    ]);
  });

  test('in a table, by its heads', () => {
    const table = tableBlocks(
      't1',
      [
        ['Advice from', 'Role', 'Service', 'Date of report'],
        ['Ann Lee', 'Therapist', 'Reedshire NHS', '03.05.26'],
        ['Bo Vale', 'Parent', '', ''],
      ],
      true,
    );
    expect(adviceOf(table)).toMatchObject([
      { author: 'Ann Lee', role: 'Therapist', agency: 'Reedshire NHS', date: '2026-05-03' },
      { author: 'Bo Vale', role: 'Parent', agency: null, date: null },
    ]);
  });
});

describe('forms and labels', () => {
  test('rows that are label and value', () => {
    const form = (table: string, text: string, who: string): Omit<Block, 'id'>[] =>
      tableBlocks(table, [
        ['Provision', text],
        ['Responsible', who],
        ['Frequency', '30 minutes daily'],
        ['Review', 'Half-termly'],
      ]);
    expect(
      provisionsOf(form('t1', 'A reading programme.', 'Teacher'), form('t2', 'A friendship group.', 'Mentor')).map(
        ({ text, who, howOften, review }) => [text, who, howOften, review],
      ),
    ).toEqual([
      ['A reading programme.', 'Teacher', '30 minutes daily', 'Half-termly'],
      ['A friendship group.', 'Mentor', '30 minutes daily', 'Half-termly'],
    ]);
    const outcomes = outcomesOf(
      tableBlocks('t1', [
        ['Outcome 1', 'Sam will swim ten metres.'],
        ['Steps', 'Sam will float.'],
        ['To be achieved by', 'July 2027'],
      ]),
    );
    expect(outcomes.map(({ text, steps }) => [text, steps.map((step) => step.text)])).toEqual([
      ['Sam will swim ten metres.', ['Sam will float.']],
    ]);
  });

  test('a statement over a row of labelled details', () => {
    const table = tableBlocks('t1', [
      ['F01', 'A switch programme.'],
      ['Who', 'Teaching assistant', 'Frequency', '10 minutes daily', 'Review', 'Weekly record'],
      ['F02', 'Rebound sessions'],
      ['Who', 'Physiotherapist', 'Frequency', '20 minutes weekly', 'Review', 'Termly'],
      ['Notes', 'Copied to the school.'],
    ]);
    expect(provisionsOf(table).map(({ text, who, howOften, review }) => [text, who, howOften, review])).toEqual([
      ['A switch programme.', 'Teaching assistant', '10 minutes daily', 'Weekly record'],
      ['Rebound sessions', 'Physiotherapist', '20 minutes weekly', 'Termly'],
    ]);
  });

  test('columns by who gives it', () => {
    const table = tableBlocks('t1', [
      ['School will', 'My therapist will', 'Parents will'],
      [['read with Sam daily', 'keep a quiet room'], 'visit twice a term', ['stretch his legs each evening']],
    ]);
    expect(provisionsOf(table).map(({ text, who }) => [text, who])).toEqual([
      ['read with Sam daily', 'School'],
      ['keep a quiet room', 'School'],
      ['visit twice a term', 'My therapist'],
      ['stretch his legs each evening', 'Parents'],
    ]);
  });

  test('a table that goes on without its heads', () => {
    const first = tableBlocks('t1', [
      ['Provision', 'Who', 'How often'],
      ['A reading programme', 'Teacher', 'Daily'],
    ]);
    const second = tableBlocks('t2', [['A social group', 'Assistant', 'Weekly']]);
    expect(provisionsOf(first, second).map(({ text, who }) => [text, who])).toEqual([
      ['A reading programme', 'Teacher'],
      ['A social group', 'Assistant'],
    ]);
  });

  test('heads that no list knows, above rows that say more', () => {
    const heads = ['Arrangements for Sam', 'Frequency', 'Adult', 'Review'];
    const rows = [
      ['A reading programme taught one to one.', 'Daily', 'Teacher', 'Termly'],
      ['A group of four pupils.', 'Weekly', 'Assistant', 'Yearly'],
    ];
    expect(provisionsOf(tableBlocks('t1', [heads, ...rows])).map(({ text, who }) => [text, who])).toEqual([
      ['A reading programme taught one to one.', 'Teacher'],
      ['A group of four pupils.', 'Assistant'],
    ]);
  });

  test('bold words above a statement, links to outcomes and closing words are none', () => {
    const bold = (text: string): Omit<Block, 'id'>[] => [
      { ...lineToBlock(text), runs: [{ start: 0, end: text.length, bold: true }] },
    ];
    expect(
      provisionsOf(
        bold('Reading'),
        'A reading programme taught one to one.',
        'Linked to outcomes 1 and 3',
        bold('Friends'),
        'A group of four pupils.',
        'Agreed by the ICB: 3 May 2026',
        'This provision will be reviewed at the annual review.',
        'Total hours: 25 a week',
      ).map(({ text }) => text),
    ).toEqual(['A reading programme taught one to one.', 'A group of four pupils.']);
  });

  test('a provision beside an outcome serves it, and so do the rows under them', () => {
    const table = tableBlocks('t1', [
      ['Outcome (Section E)', 'Provision (Section F)', 'Who', 'How often'],
      ['Sam will read a page.', 'A reading programme.', 'Teacher', 'Daily'],
      ['', 'A reading friend.', 'Assistant', 'Weekly'],
      ['Sam will tie his laces.', 'Hand exercises.', 'Therapist', 'Monthly'],
    ]);
    const model = understand(
      readBlocks([lineToBlock('# Section D – Social care needs'), lineToBlock('None.'), ...table]),
    );
    expect(model.provisions.map(({ text, outcomeId }) => [text, outcomeId])).toEqual([
      ['A reading programme.', 'o1'],
      ['A reading friend.', 'o1'],
      ['Hand exercises.', 'o2'],
    ]);
  });

  test('labels that no list knows', () => {
    expect(
      provisionsOf(
        'A reading programme.',
        'Who will do this: Teacher',
        'How often: Daily',
        'When we will check: Each half-term',
        'Staff training: all staff will be trained in signing.',
      ).map(({ text, who, howOften, review }) => [text, who, howOften, review]),
    ).toEqual([
      ['A reading programme.', 'Teacher', 'Daily', 'Each half-term'],
      ['Staff training: all staff will be trained in signing.', null, null, null],
    ]);
  });

  test('one column for who, how often and review, line by line', () => {
    const table = [
      ...tableBlocks(
        't1',
        [
          ['What will be provided', 'Who, how often and review'],
          ['A reading programme.', ['Teacher', 'Daily', 'Half-termly']],
        ],
        true,
      ),
    ];
    expect(provisionsOf(table).map(({ text, who, howOften, review }) => [text, who, howOften, review])).toEqual([
      ['A reading programme.', 'Teacher', 'Daily', 'Half-termly'],
    ]);
  });

  test('tables without heads: labels, statements and details by what their columns hold', () => {
    const plain = tableBlocks('t1', [
      ['A reading programme that he shares with a friend.', ['Teacher', 'Daily', 'Half-termly']],
      ['Speech therapy.', ['NHS']],
    ]);
    expect(provisionsOf(plain).map(({ text, who, howOften, review }) => [text, who, howOften, review])).toEqual([
      ['A reading programme that he shares with a friend.', 'Teacher', 'Daily', 'Half-termly'],
      ['Speech therapy.', 'NHS', null, null],
    ]);
    const asking = tableBlocks('t1', [
      ['What will happen?', ['A reading programme.', 'Who: Teacher. How often: Daily.']],
      ['What will happen?', ['A friendship group.', 'Who: Mentor. How often: Weekly.']],
    ]);
    expect(provisionsOf(asking).map(({ text, who }) => [text, who])).toEqual([
      ['A reading programme.', 'Teacher'],
      ['A friendship group.', 'Mentor'],
    ]);
    const outcomes = tableBlocks('t1', [
      ['Sam will swim ten metres.', 'By the time he leaves school'],
      ['Sam will tie his laces.', 'July 2027'],
    ]);
    expect(outcomesOf(outcomes).map(({ text }) => text)).toEqual([
      'Sam will swim ten metres.',
      'Sam will tie his laces.',
    ]);
  });

  test('a long line of details under an item, parted by semicolons', () => {
    expect(
      provisionsOf(
        '- A course on understanding dyslexia.',
        'Emotional literacy support assistant, supervised by the educational psychologist; 30 minutes a week for 12 weeks, one to one, repeated in Year 6; End of each course',
      ).map(({ text, review }) => [text, review]),
    ).toEqual([['A course on understanding dyslexia.', 'End of each course']]);
  });

  test('a statement behind its own label, and a line that says by whom', () => {
    expect(
      provisionsOf(
        'What: A reading programme.',
        'Who: Teacher',
        'How it is checked: Each half-term',
        '(a) A friendship group.',
        'Delivered by a mentor – weekly – termly',
      ).map(({ text, who, howOften, review }) => [text, who, howOften, review]),
    ).toEqual([
      ['A reading programme.', 'Teacher', null, 'Each half-term'],
      ['A friendship group.', 'a mentor', 'weekly', 'termly'],
    ]);
    const model = understand(inSection('# Section F – Special educational provision', ['What: A reading programme.']));
    const [span] = model.provisions[0]?.spans ?? [];
    const block = model.blocks.find(({ id }) => id === span?.block);
    expect(block?.text.slice(span?.start, span?.end)).toBe('A reading programme.');
  });

  test.each([
    'This part is only for people under 18, so there is nothing in it for you.',
    'To be confirmed following the carer’s assessment.',
    'Value: Not applicable. Sam is over 18.',
    'See H1. No other provision required (S. Oyelaran, social worker, 2 February 2026).',
    'Sections H1 and H2. There is no social care provision to record under either of these.',
    'Under Part H2, no other provision was found to be needed.',
    'Provision ID: 20870',
    'Any health care provision reasonably required by the learning difficulties.',
    'Provision must be detailed and specific and should normally be quantified.',
    'The health provision was agreed on 12 January 2026 and is as follows.',
    '–',
  ])('%s is no provision', (line) => {
    expect(provisionsOf(line, 'Sam will read with a teacher daily.').map(({ text }) => text)).toEqual([
      'Sam will read with a teacher daily.',
    ]);
  });

  test('telling a family where to ask is no provision', () => {
    expect(provisionsOf('The family may contact adult social care in due course.')).toEqual([]);
    expect(provisionsOf('Sam can ask for a movement break in every lesson.')).toHaveLength(1);
  });
});

describe('advice in other orders', () => {
  function adviceOf(...blocks: (string | Omit<Block, 'id'>[])[]) {
    return understand(inSection('# Section K – Advice and information', blocks)).advice.map(
      ({ author, role, agency, date }) => [author, role, agency, date],
    );
  }

  test('names are told from roles and services wherever they stand', () => {
    expect(
      adviceOf(
        '- Educational psychologist; Dr Hester Bull; Reedshire Educational Psychology Service; 3 May 2026',
        '- Mother and stepfather; Dawn Finch and Curtis Ruff; 7 July 2026',
        'Appendix 3: Ann Lee, Speech and language therapist, Vale Trust (1 June 2026)',
        'Advice dated 2 June 2026 from Jo Vale, Community paediatrician of Vale Health.',
      ),
    ).toEqual([
      ['Dr Hester Bull', 'Educational psychologist', 'Reedshire Educational Psychology Service', '2026-05-03'],
      ['Dawn Finch and Curtis Ruff', 'Mother and stepfather', null, '2026-07-07'],
      ['Ann Lee', 'Speech and language therapist', 'Vale Trust', '2026-06-01'],
      ['Jo Vale', 'Community paediatrician', 'Vale Health', '2026-06-02'],
    ]);
  });

  test('several entries in one paragraph, parted by semicolons or by their dates', () => {
    expect(
      adviceOf(
        'The advice we used was from: Ann and Bo Vale, parents, 24 November 2025; Sam, with Mr Jago, 1 December 2025; Dr Tom Fell, paediatrician, 20 November 2025.',
        'Ida Marsh, Psychologist, Wend Psychology (12 Sept 2025) Ted Amory, Therapist, Hub (19 Sept 2025)',
        '3 May 2026 – Hester Bull, Educational psychologist 4 May 2026 – Ann Lee, SENCO',
      ),
    ).toEqual([
      ['Ann and Bo Vale', 'parents', null, '2025-11-24'],
      ['Sam', null, 'with Mr Jago', '2025-12-01'],
      ['Dr Tom Fell', 'paediatrician', null, '2025-11-20'],
      ['Ida Marsh', 'Psychologist', 'Wend Psychology', '2025-09-12'],
      ['Ted Amory', 'Therapist', 'Hub', '2025-09-19'],
      ['Hester Bull', 'Educational psychologist', null, '2026-05-03'],
      ['Ann Lee', 'SENCO', null, '2026-05-04'],
    ]);
  });

  test('fields of a record, in lines or in rows', () => {
    expect(
      adviceOf(
        'Advice ID: 5511',
        'Type: Young person’s views',
        'Author / role / agency: Sam Vale',
        'Date of advice: 2025-11-18',
        'Advice ID: 5512',
        'Type: Education',
        'Author / role / agency: Ann Lee / Tutor / Vale College',
        'Date of advice: 2025-10-24',
      ),
    ).toEqual([
      ['Sam Vale', 'Young person’s views', null, '2025-11-18'],
      ['Ann Lee', 'Tutor', 'Vale College', '2025-10-24'],
    ]);
    const rows = [
      ['Name', 'Hester Bull'],
      ['Role', 'Educational psychologist'],
      ['Date', '3 May 2026'],
      ['Name', 'Ann Lee'],
      ['Role', 'SENCO'],
      ['Date', '1 June 2026'],
    ];
    expect(adviceOf(tableBlocks('t1', rows))).toEqual([
      ['Hester Bull', 'Educational psychologist', null, '2026-05-03'],
      ['Ann Lee', 'SENCO', null, '2026-06-01'],
    ]);
  });

  test('of several dates the report’s own, and of several words the role', () => {
    const table = tableBlocks('t1', [
      ['Advice from', 'Name', 'Date requested', 'Date received'],
      ['Educational psychologist', 'Dr Hester Bull', '1 May 2025', '12 June 2025'],
    ]);
    expect(adviceOf(table)).toEqual([['Dr Hester Bull', 'Educational psychologist', null, '2025-06-12']]);
    expect(
      adviceOf(
        'Social care: Ms Jo Hill, Social worker, 4.5.25; Parental views (Mrs Anna Vale) 12/05/25.',
        'Dr Ann Lee, Clinical psychologist, May 2025',
      ),
    ).toEqual([
      ['Ms Jo Hill', 'Social worker', 'Social care', '2025-05-04'],
      ['Mrs Anna Vale', 'Parental views', null, '2025-05-12'],
      ['Dr Ann Lee', 'Clinical psychologist', 'May 2025', null],
    ]);
  });

  test('sentences, services that look like names, and what is no advice', () => {
    expect(
      adviceOf(
        'Cerys Vale signed her views on video on 29 September 2025.',
        'Educational Psychologist: Dr Jane Smith. Report dated: 12 May 2025.',
        'J. Hill – EP – 13/05/2025',
        'Signed: Jo Marsh, SEND Manager, 1 June 2025',
        'The plan must be reviewed at the latest by 1 June 2026.',
      ),
    ).toEqual([
      ['Cerys Vale', null, null, '2025-09-29'],
      ['Dr Jane Smith', 'Educational Psychologist', null, '2025-05-12'],
      ['J. Hill', 'EP', null, '2025-05-13'],
    ]);
    const table = tableBlocks('t1', [
      ['Name and role', 'Organisation', 'Report date'],
      ['Dr Jane Smith, Educational Psychologist', 'Vale EPS', '12/05/2025'],
    ]);
    expect(adviceOf(table)).toEqual([['Dr Jane Smith', 'Educational Psychologist', 'Vale EPS', '2025-05-12']]);
  });

  test('columns that were read as one line', () => {
    expect(adviceOf('12-Jan-2026 Gillian Hebble Class teacher Millrace School')).toEqual([
      ['Gillian Hebble', 'Class teacher', 'Millrace School', '2026-01-12'],
    ]);
  });

  test('an entry over several lines ends with its date', () => {
    expect(
      adviceOf(
        'Hester Bull, Educational psychologist, Psychology Service',
        'Date: 3 May 2026',
        'Ann Lee, SENCO',
        'Date: 1 June 2026',
      ),
    ).toEqual([
      ['Hester Bull', 'Educational psychologist', 'Psychology Service', '2026-05-03'],
      ['Ann Lee', 'SENCO', null, '2026-06-01'],
    ]);
  });

  test('a column of names is the author’s, whatever its head claims', () => {
    const table = tableBlocks(
      't1',
      [
        ['Advice and information from', 'Name', 'Service', 'Date received'],
        ['Educational psychologist', 'Hester Bull', 'Psychology Service', '03/05/2026'],
        ['Paediatrician', 'Jo Vale', 'Vale Health', '02/06/2026'],
      ],
      true,
    );
    expect(adviceOf(table)).toEqual([
      ['Hester Bull', 'Educational psychologist', 'Psychology Service', '2026-05-03'],
      ['Jo Vale', 'Paediatrician', 'Vale Health', '2026-06-02'],
    ]);
  });
});
