import { describe, expect, test } from 'vitest';
import { understand } from '../../../../electron/backend/understanding/understand.ts';
import type { Block, DocumentModel } from '../../../../shared/domain/document-model.ts';
import { lineToBlock, paragraph, readBlocks, readLines, tableBlocks, textsOf } from './make-plan.ts';

/** Features of templates that were met in plans by others: each is read by what it is, wherever it stands. */

type Draft = Omit<Block, 'id'>;

function plan(...parts: (string | readonly Draft[])[]): DocumentModel {
  return understand(readBlocks(parts.flatMap((part) => (typeof part === 'string' ? [lineToBlock(part)] : part))));
}

function dates(model: DocumentModel): Record<string, string> {
  return Object.fromEntries(Object.entries(model.keyDates).map(([id, date]) => [id, date.iso]));
}

const FRONT = [
  '# Section A – Views',
  'I like the sea.',
  '# Section B – Special educational needs',
  'Noise upsets her.',
  '# Section C – Health needs',
  'She has asthma.',
  '# Section D – Social care needs',
  'Her parents are tired.',
];

describe('a list in front', () => {
  test('a table of chapters, whose letters stand in its last column, opens no section', () => {
    const rows = [
      ['Chapter', 'Contents', 'Section'],
      ['1', 'Her story', 'A'],
      ['2', 'Special educational needs', 'B'],
      ['3', 'Health needs', 'C'],
      ['4', 'Social care needs', 'D'],
    ];
    const model = plan('# Plan', tableBlocks('t1', rows, true), ...FRONT);
    expect(textsOf(model, 'A')).toEqual(['I like the sea.']);
    expect(textsOf(model, 'B')).toEqual(['Noise upsets her.']);
    expect(model.blocks.filter(({ furniture }) => furniture === 'contents')).toHaveLength(15);
  });

  test('an entry of two lines, read as a table, ends no list of entries', () => {
    const entries = ['A: Views', 'B: Special educational needs', 'C: Health needs', 'D: Social care needs'];
    const model = plan(
      '# Contents',
      ...entries.map((each) => `Section ${each} 1`),
      'Section H1: Provision under section 2 of the Chronically Sick and Disabled Persons Act',
      tableBlocks('t1', [['1970', '2']]),
      tableBlocks('t2', [[['Section H2: Other social care provision', 'Section I: Placement 3'], '2']]),
      ...FRONT,
      '# Section H1: Provision under section 2 of the Chronically Sick and Disabled Persons Act 1970',
      'Ten hours of short breaks.',
      '# Section H2: Other social care provision',
      'A family worker will visit each month.',
      '# Section I: Placement',
      'A mainstream school.',
    );
    expect(textsOf(model, 'H1')).toEqual(['Ten hours of short breaks.']);
    expect(textsOf(model, 'H2')).toEqual(['A family worker will visit each month.']);
    expect(textsOf(model, 'I')).toEqual(['A mainstream school.']);
  });
});

describe('the council’s own record of dates behind Section K', () => {
  const advice = tableBlocks('t1', [
    ['Date', 'Author', 'Role'],
    ['12 November 2025', 'Marco Vale', 'Father'],
    ['2 December 2025', 'Dr Helga Summers', 'Educational psychologist'],
  ]);
  const record = tableBlocks('t2', [
    ['Request received', '1 October 2025'],
    ['Decision to assess', '7 November 2025'],
    ['Draft plan issued', '16 January 2026'],
    ['First review to be held by', '16 January 2027'],
  ]);

  test('is no advice, and gives the plan’s dates, its review among them', () => {
    const model = plan('# Plan', ...FRONT, '# Section K – Advice', advice, '# Record of dates', record);
    expect(model.advice.map(({ author }) => author)).toEqual(['Marco Vale', 'Dr Helga Summers']);
    expect(textsOf(model, 'K')).not.toContain('Request received');
    expect(dates(model)).toEqual({
      requestReceived: '2025-10-01',
      assessmentAgreed: '2025-11-07',
      draftIssued: '2026-01-16',
      reviewBy: '2027-01-16',
    });
  });
});

test('what stands in brackets in a label is an aside', () => {
  expect(
    dates(
      plan(
        '# Plan',
        tableBlocks('t1', [
          ['Date of final', '26/01/26'],
          ['Review (under 5: every six months)', '26/07/26'],
        ]),
        ...FRONT,
      ),
    ),
  ).toEqual({ finalIssued: '2026-01-26', reviewBy: '2026-07-26' });
});

describe('one heading for outcomes and provision', () => {
  test('heads that ask who and how often tell the provision', () => {
    const heads = ['What', 'Who', 'How often', 'Reviewed'];
    const model = plan(
      ...FRONT,
      '# Sections E and F – Outcomes and the provision to achieve them',
      'Outcome 1 By July 2027 Iris will look at what she wants.',
      tableBlocks('t1', [heads, ['Play with one adult.', 'Key person', '15 minutes daily', 'Termly']], true),
      'Outcome 2 By July 2027 Iris will sit for ten minutes.',
      tableBlocks('t2', [heads, ['A standing frame.', 'Two adults', 'Every 45 minutes', 'Termly']], true),
    );
    expect(model.outcomes.map(({ text }) => text)).toEqual([
      'By July 2027 Iris will look at what she wants.',
      'By July 2027 Iris will sit for ten minutes.',
    ]);
    expect(model.provisions.map(({ section, text, who }) => [section, text, who])).toEqual([
      ['F', 'Play with one adult.', 'Key person'],
      ['F', 'A standing frame.', 'Two adults'],
    ]);
  });
});

describe('one table for outcomes and provision', () => {
  test('goes on with provision under each outcome across its width', () => {
    const wide = (row: number, text: string): Draft => ({
      ...paragraph(text),
      cell: { table: 't1', row, column: 0, rowSpan: 1, columnSpan: 3, isHeader: false },
    });
    const rows = tableBlocks('t1', [
      ['Special educational provision', 'Provided by', 'Frequency'],
      [],
      ['Play with one adult.', 'Key person', '15 minutes daily'],
      [],
      ['A standing frame.', 'Two adults', 'Every 45 minutes'],
    ]);
    const [head, first, second] = [rows.slice(0, 3), rows.slice(3, 6), rows.slice(6)];
    const model = plan(
      ...FRONT,
      '# Sections E and F',
      head,
      [wide(1, 'Outcome 1: By July 2027 Iris will look at what she wants.')],
      first,
      [wide(3, 'Outcome 2: By July 2027 Iris will sit for ten minutes.')],
      second,
    );
    expect(model.outcomes.map(({ text }) => text)).toEqual([
      'By July 2027 Iris will look at what she wants.',
      'By July 2027 Iris will sit for ten minutes.',
    ]);
    expect(model.provisions.map(({ section, text }) => [section, text])).toEqual([
      ['F', 'Play with one adult.'],
      ['F', 'A standing frame.'],
    ]);
  });
});

describe('headings within Section H', () => {
  test('stay with the text of the half that they name, and are no provision', () => {
    const model = plan(
      ...FRONT,
      '# Section H – Social care provision (H1 and H2)',
      '### H1 Provision under the Chronically Sick and Disabled Persons Act 1970',
      'Ten hours of short breaks a month.',
      '### H2 Other social care provision',
      'None required.',
    );
    expect(textsOf(model, 'H1')).toEqual([
      'H1 Provision under the Chronically Sick and Disabled Persons Act 1970',
      'Ten hours of short breaks a month.',
    ]);
    expect(textsOf(model, 'H2')).toEqual(['H2 Other social care provision', 'None required.']);
    expect(model.provisions.map(({ text }) => text)).toEqual(['Ten hours of short breaks a month.']);
  });

  test('each open a table of provision whose heads say neither', () => {
    const table = (id: string, text: string): Draft[] =>
      tableBlocks(
        id,
        [
          ['Provision', 'Who', 'How often'],
          [text, 'Marsh Services', 'Monthly'],
        ],
        true,
      );
    const model = plan(
      ...FRONT,
      '# Sections D, H1 and H2: Social care',
      '### Social care needs',
      'She cannot go out alone.',
      '### Social care provision – CSDPA 1970',
      table('t1', 'Saturday play scheme.'),
      '### Other social care provision',
      table('t2', 'A family worker will visit.'),
    );
    expect(model.provisions.map(({ section, text }) => [section, text])).toEqual([
      ['H1', 'Saturday play scheme.'],
      ['H2', 'A family worker will visit.'],
    ]);
  });

  test('may stand beside a box to tick', () => {
    const rows = tableBlocks('t1', [
      ['☒', 'H1 – Provision under the Chronically Sick and Disabled Persons Act 1970', 'Ten hours of short breaks.'],
      ['☐', 'H2 – Any other social care provision', 'None identified.'],
    ]);
    const model = plan(...FRONT, '# Section H – Social care provision', rows);
    expect(textsOf(model, 'H1')).toContain('Ten hours of short breaks.');
    expect(textsOf(model, 'H2')).toContain('None identified.');
    expect(textsOf(model, 'H2')).not.toContain('Ten hours of short breaks.');
  });

  test('a half with nothing under its heading is empty', () => {
    const model = plan(...FRONT, '# H. Social care provision (H1 and H2)', '### H1', 'Ten hours a month.', '### H2');
    expect(textsOf(model, 'H2')).toEqual([]);
  });
});

test('a heading that shares a word with a section is not its heading where another has the section’s own words', () => {
  const model = understand(
    readLines(
      '# All about me: my views, interests and aspirations',
      'I like the sea.',
      '# My special educational needs',
      'Noise upsets me.',
      '# My health needs',
      'I have asthma.',
      '# My social care needs',
      'My nan is tired.',
      '# The special educational help I will get',
      'A tutor will teach me for an hour a week.',
      '# Where I will learn',
      'Wray Valley College, a general further education college.',
      '# What happens next',
      'Your plan will be looked at every year.',
      '# Money that the council gives my college',
      'Top-up: £4,310',
    ),
  );
  expect(textsOf(model, 'I')).toEqual(['Wray Valley College, a general further education college.']);
});

test('cells side by side that a page’s end cut go on in the row below', () => {
  const cells = (page: number, row: number, ...columns: readonly Draft[][]): Draft[] =>
    columns.flatMap((drafts, column) =>
      drafts.map((draft) => ({
        ...draft,
        page,
        cell: { table: 't1', row, column, rowSpan: 1, columnSpan: 1, isHeader: false },
      })),
    );
  const head = (text: string): Draft => paragraph(text, { runs: [{ start: 0, end: text.length, bold: true }] });
  const model = plan(
    ...FRONT,
    cells(
      3,
      0,
      [head('E Outcomes'), paragraph('By July 2027 Orla will read a page.')],
      [head('F Special educational provision'), paragraph('A tutor will teach her for an hour a week.')],
    ),
    cells(
      4,
      1,
      [paragraph('By July 2028 Orla will write a page.')],
      [paragraph('A mentor will see her for an hour a week.')],
    ),
  );
  expect(textsOf(model, 'E')).toEqual(['By July 2027 Orla will read a page.', 'By July 2028 Orla will write a page.']);
  expect(textsOf(model, 'F')).toEqual([
    'A tutor will teach her for an hour a week.',
    'A mentor will see her for an hour a week.',
  ]);
});

test('the Act’s own words are a title of Section H1', () => {
  const model = plan(...FRONT, '# Provision under section 2 of the Chronically Sick and Disabled Persons Act 1970', [
    paragraph('Ten hours of short breaks a month.'),
  ]);
  expect(textsOf(model, 'H1')).toEqual(['Ten hours of short breaks a month.']);
});

describe('a heading in front of its paragraph', () => {
  const led = (lead: string, rest: string): Draft =>
    paragraph(`${lead} ${rest}`, {
      runs: [
        { start: 0, end: lead.length, bold: true },
        { start: lead.length, end: lead.length + 1 + rest.length },
      ],
    });

  test('is no part of the outcome, the provision or the advice, whose words keep their place', () => {
    const model = plan([
      led('Section A: Views.', 'I like the sea.'),
      led('Section B: Special educational needs.', 'Noise upsets her.'),
      led('Section E: Outcomes.', 'By July 2027 Orla will read a page.'),
      led('Section F: Special educational provision.', 'A tutor will teach her for one hour a week.'),
      led('Section K: Advice and information.', 'Miriam Oake, SENCO, Marsh End School, 11 November 2025'),
    ]);
    expect(model.outcomes.map(({ text }) => text)).toEqual(['By July 2027 Orla will read a page.']);
    expect(model.provisions.map(({ text }) => text)).toEqual(['A tutor will teach her for one hour a week.']);
    expect(model.advice).toMatchObject([{ author: 'Miriam Oake', date: '2025-11-11' }]);
    for (const { text, spans } of [...model.outcomes, ...model.provisions]) {
      const [span] = spans;
      const block = model.blocks.find(({ id }) => id === span?.block);
      expect(block?.text.slice(span?.start, span?.end)).toBe(text);
    }
  });

  test('is its sentence’s own beginning where no full stop parts it', () => {
    const model = plan([
      led('Section A: Views.', 'I like the sea.'),
      led('In Section F we set out the special educational provision', 'that the council must make.'),
      paragraph('A tutor will teach her for one hour a week.'),
    ]);
    expect(model.provisions.map(({ text }) => text)).toEqual(['A tutor will teach her for one hour a week.']);
  });
});

describe('headers of pages', () => {
  const page = (id: string, title: string, text: string): Draft[] => [
    paragraph(`Section ${id}: ${title}`, { furniture: 'header' }),
    paragraph(text),
  ];
  const pages = [
    ...page('A', 'Views', 'I like the sea.'),
    ...page('B', 'Special educational needs', 'Noise upsets her.'),
    ...page('B', 'Special educational needs', 'She reads slowly.'),
    ...page('C', 'Health needs', 'She has asthma.'),
    ...page('D', 'Social care needs', 'Her parents are tired.'),
  ];

  test('head the sections that nothing else names', () => {
    const model = plan(pages);
    expect(textsOf(model, 'A')).toEqual(['I like the sea.']);
    expect(textsOf(model, 'B')).toEqual(['Noise upsets her.', 'She reads slowly.']);
    expect(model.blocks.filter(({ furniture }) => furniture === 'header')).toHaveLength(1);
  });

  test('stay headers where the text has headings of its own, or names no plan', () => {
    const headed = plan(...FRONT, pages);
    expect(headed.blocks.filter(({ furniture }) => furniture === 'header')).toHaveLength(5);
    const other = plan([...page('A', 'The contract', 'We sell boats.'), ...page('B', 'The price', 'Ten pounds.')]);
    expect(other.sections.map(({ id }) => id)).toEqual(['cover']);
  });
});

test('titles in two languages are read by the one that is known', () => {
  const titles = [
    ['A', 'Barn, diddordebau a dyheadau / Views, interests and aspirations'],
    ['B', 'Anghenion addysgol arbennig / Special educational needs'],
    ['C', 'Anghenion iechyd / Health needs'],
    ['D', 'Anghenion gofal cymdeithasol / Social care needs'],
  ];
  const model = plan(
    ...titles.flatMap(([id = '', title = '']) => [`# Adran ${id} / Section ${id}`, `## ${title}`, `Text of ${id}.`]),
  );
  for (const [id = ''] of titles) expect(textsOf(model, id)).toEqual([`Text of ${id}.`]);
});

test('a note that names itself guidance leaves its section blank', () => {
  const model = plan(...FRONT, '# Section I – Placement', 'Guidance: leave empty in a proposed plan.');
  expect(textsOf(model, 'I')).toEqual([]);
});

describe('provision', () => {
  const provisions = (...parts: (string | readonly Draft[])[]): string[] =>
    plan('# Section F – Special educational provision', ...parts).provisions.map(({ text }) => text);

  test('a row across the whole table names the outcome that the rows below serve', () => {
    const rows = tableBlocks('t1', [
      ['Provision', 'Staff', 'Frequency'],
      ['All outcomes'],
      ['An adult with her at all times.', 'Two assistants', '32 hours a week'],
    ]).map((block) => (block.cell?.row === 1 ? { ...block, cell: { ...block.cell, columnSpan: 3 } } : block));
    expect(provisions(rows)).toEqual(['An adult with her at all times.']);
  });

  test('that nothing has changed is none', () => {
    expect(provisions('No change at annual review.', '- A tutor will teach her for one hour a week.')).toEqual([
      'A tutor will teach her for one hour a week.',
    ]);
  });

  test('a statement may begin with a word that also asks how much', () => {
    const text = 'Number teaching with a specialist teacher: 40 minutes, three times a week.';
    expect(provisions(`- ${text}`)).toEqual([text]);
  });

  test('a promise that all of it is given is none of it', () => {
    expect(
      provisions(
        'The college must make sure that all of this help is given, whoever gives it.',
        '- A tutor will teach timetables for one hour a week.',
      ),
    ).toEqual(['A tutor will teach timetables for one hour a week.']);
  });

  test('“H1: no provision …” is nil, and “H2: …” without its letter', () => {
    const model = plan(
      '# Social care provision (Sections H1 and H2)',
      'H1: No provision under the Chronically Sick and Disabled Persons Act 1970 was assessed as needed.',
      'H2: A family support worker will visit once a month for six months.',
    );
    expect(model.provisions.map(({ section, text }) => [section, text])).toEqual([
      ['H2', 'A family support worker will visit once a month for six months.'],
    ]);
  });
});
