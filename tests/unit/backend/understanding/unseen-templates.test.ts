import { describe, expect, test } from 'vitest';
import { understand } from '../../../../electron/backend/understanding/understand.ts';
import type { Block, DocumentModel } from '../../../../shared/domain/document-model.ts';
import { lineToBlock, paragraph, readBlocks, tableBlocks, textsOf } from './make-plan.ts';

/** Traits of templates that were met unseen, or that a careful reader expects of some council. */

type Draft = Omit<Block, 'id'>;

function plan(...parts: (string | readonly Draft[])[]): DocumentModel {
  return understand(readBlocks(parts.flatMap((part) => (typeof part === 'string' ? [lineToBlock(part)] : part))));
}

function strong(text: string, more: Partial<Draft> = {}): Draft {
  return paragraph(text, { runs: [{ start: 0, end: text.length, bold: true }], ...more });
}

function provisions(model: DocumentModel, id: string): string[] {
  return model.provisions.filter(({ section }) => section === id).map(({ text }) => text);
}

describe('titles of provision', () => {
  test('what is for the needs is not the needs', () => {
    const model = plan(
      '# My views and hopes',
      'I like the sea.',
      '# My special educational needs',
      'Noise upsets me.',
      '# My health needs',
      'I have asthma.',
      '# My social care needs',
      'My parents are tired.',
      '# Outcomes',
      'By July 2027 I will read a page.',
      '# Provision for special educational needs',
      'A teacher will see me for an hour a week.',
      '# Support to meet my health needs',
      'A nurse will visit each term.',
      '# Help with social care needs',
      'A support worker will visit for two hours a week.',
    );
    expect(textsOf(model, 'B')).toEqual(['Noise upsets me.']);
    expect(textsOf(model, 'C')).toEqual(['I have asthma.']);
    expect(textsOf(model, 'D')).toEqual(['My parents are tired.']);
    expect(textsOf(model, 'F')).toEqual(['A teacher will see me for an hour a week.']);
    expect(textsOf(model, 'G')).toEqual(['A nurse will visit each term.']);
    expect(textsOf(model, 'H1') ?? textsOf(model, 'H2')).toEqual(['A support worker will visit for two hours a week.']);
  });
});

describe('columns headed by letter and title', () => {
  const rows = [
    ['B Special educational needs', 'E Outcomes', 'F Special educational provision'],
    [
      'He tires quickly.',
      'By July 2027, Sam will write for ten minutes.',
      'A teaching assistant will scribe for 20 minutes a day.',
    ],
  ];
  const table = tableBlocks('t1', rows).map((block): Draft =>
    block.cell?.row === 0 ? { ...strong(block.text), cell: { ...block.cell, isHeader: true } } : block,
  );

  test('are their sections’ though one of these goes on under a heading of its own', () => {
    const model = plan(
      '# Section A – Views',
      'I like the sea.',
      table,
      [strong('F Special educational provision (continued): what applies to every need', { fontSize: 12 })],
      'A meeting of the whole team will be held every half-term.',
      '# Section I – Placement',
      'A mainstream school.',
    );
    expect(textsOf(model, 'E')).toEqual(['By July 2027, Sam will write for ten minutes.']);
    expect(textsOf(model, 'F')).toEqual([
      'A teaching assistant will scribe for 20 minutes a day.',
      'A meeting of the whole team will be held every half-term.',
    ]);
  });
});

describe('what stands beside provision and outcomes', () => {
  test('the title of a table, above it or in the same cell, is no provision', () => {
    const inner = tableBlocks('t2', [
      ['What', 'Who', 'When'],
      ['Standing frame', 'Two assistants', '30 minutes daily'],
    ]).map((block): Draft =>
      block.cell === undefined
        ? block
        : { ...block, cell: { ...block.cell, within: { table: 't1', row: 1, column: 1 } } },
    );
    const outer = tableBlocks('t1', [
      ['Area', 'Provision'],
      ['Movement', ['A physiotherapist will visit once a term.', 'Movement timetable']],
    ]);
    const model = plan(
      '# Section F – Special educational provision',
      outer,
      inner,
      [paragraph('Lessons across the week')],
      tableBlocks('t3', [
        ['Provision', 'Who'],
        ['Phonics for 20 minutes a day', 'A teacher'],
      ]),
      '# Section G – Health provision',
      'None.',
    );
    expect(provisions(model, 'F')).toEqual([
      'A physiotherapist will visit once a term.',
      'Standing frame',
      'Phonics for 20 minutes a day',
    ]);
  });

  test('words in italics above paragraphs say what these are for; “this will be given by” opens a detail', () => {
    const title = 'To meet the need for communication in class';
    const model = plan(
      '# Section F – Special educational provision',
      [paragraph(title, { runs: [{ start: 0, end: title.length, italic: true }] })],
      'Small-group language teaching. This will be given by: a teaching assistant. How often: 20 minutes a day.',
      '# Section G – Health provision',
      'None.',
    );
    expect(model.provisions.map(({ text, who, howOften }) => [text, who, howOften])).toEqual([
      ['Small-group language teaching.', 'a teaching assistant', '20 minutes a day'],
    ]);
  });

  test('how the outcomes are followed up is no outcome', () => {
    const model = plan(
      '# Section E – Outcomes',
      tableBlocks('t1', [
        ['Ref', 'Outcome', 'By when'],
        ['E1', 'I will tell my tutor that I need a break.', 'July 2027'],
      ]),
      'The outcomes above will be looked at in each annual review. The college sets steps every term.',
      'Progress towards these outcomes will be monitored each half-term.',
      '# Section F – Special educational provision',
      'A mentor will meet her twice a week.',
    );
    expect(model.outcomes.map(({ text }) => text)).toEqual(['I will tell my tutor that I need a break.']);
  });

  test('what was offered, and that nothing else is required, is no provision; an amount is', () => {
    const read = (text: string): string[] =>
      provisions(
        plan('# Section F – Provision', 'A teacher.', '# Section H2 – Other social care provision', text),
        'H2',
      );
    expect(
      read('A carer’s assessment was offered on 24/03/2026. No other provision is required (Jo Bell, 2 April).'),
    ).toEqual([]);
    const given = 'Short breaks of three hours a week. No other provision is required.';
    expect(read(given)).toHaveLength(1);
  });
});

test('a value that wraps back under its label, and a date that is “not later than”', () => {
  const cells: readonly (readonly [string | string[], string])[] = [
    ['Born:', '3 May 2014'],
    [['Plan first made:', '2024)'], '18 Jun 2021 (by Old Harbour Council; moved here on 1 Sep'],
    ['Next annual review:', 'not later than 21 Jan 2027'],
  ];
  const model = plan(
    '# Plan',
    tableBlocks('t1', cells),
    '# Section A – Views',
    'Sea.',
    '# Section B – Needs',
    'Noise.',
  );
  expect(Object.fromEntries(Object.entries(model.keyDates).map(([id, date]) => [id, date.iso]))).toEqual({
    dateOfBirth: '2014-05-03',
    firstIssued: '2021-06-18',
    reviewBy: '2027-01-21',
  });
});

describe('cells of several sections', () => {
  test('a letter before a paragraph tells which of the column’s sections it is of', () => {
    const model = plan(
      '# Section A – Views',
      'I like the sea.',
      '# Sections B to H – Needs, outcomes and provision',
      tableBlocks('t1', [
        ['Needs (B, C, D)', 'Outcomes (E)', 'Provision (F, G, H)'],
        ['B: He tires quickly.', 'By July 2027, he will write for ten minutes.', 'F: A scribe for 20 minutes a day.'],
        ['C: He has asthma.', '', 'G: A nurse will visit each term.'],
        ['D: His parents are tired.', '', ['H1: An enabler each Saturday.', 'H2: Ten days of a holiday club.']],
      ]),
      '# Section I – Placement',
      'A mainstream school.',
    );
    const told = ['B', 'C', 'D', 'E', 'F', 'G', 'H1', 'H2'].map((id) => textsOf(model, id));
    expect(told).toEqual([
      ['B: He tires quickly.'],
      ['C: He has asthma.'],
      ['D: His parents are tired.'],
      ['By July 2027, he will write for ten minutes.'],
      ['F: A scribe for 20 minutes a day.'],
      ['G: A nurse will visit each term.'],
      ['H1: An enabler each Saturday.'],
      ['H2: Ten days of a holiday club.'],
    ]);
  });
});

describe('papers appended behind the plan', () => {
  const sections = ['Views', 'Special educational needs', 'Health needs', 'Social care needs', 'Outcomes'];
  const more = ['Special educational provision', 'Health provision', 'Social care provision', 'Placement'];
  const whole = [...sections, ...more, 'Personal budget', 'Advice'].flatMap((title, index) => [
    `# Section ${'ABCDEFGHIJK'[index]} – ${title}`,
    `What stands under ${title}.`,
  ]);

  test('a report’s own sections are not the plan’s', () => {
    const model = plan(
      ...whole,
      '# Appendix 3',
      '## Section A: Background',
      'I met him twice.',
      '## Section B: Special educational needs',
      'His memory is at the fifth centile.',
    );
    expect(textsOf(model, 'A')).toEqual(['What stands under Views.']);
    expect(textsOf(model, 'B')).toEqual(['What stands under Special educational needs.']);
  });

  test('a single section under an appendix goes on with the plan’s', () => {
    const model = plan(
      ...whole,
      '# Appendix 1',
      '# Section F – Special educational provision (continued)',
      'A laptop.',
    );
    expect(textsOf(model, 'F')).toEqual(['What stands under Special educational provision.', 'A laptop.']);
  });
});

test('“The Council considered:” introduces the entries of a sentence, and is nobody’s service', () => {
  const model = plan(
    '# Section J – Personal budget',
    'None.',
    '# Section K – Advice',
    'The Council considered: the report of Ann Vale, mother, dated 26 February 2026; the report of Joan Catt, SENCO (Sallow Lane School), dated 5 March 2026.',
  );
  expect(model.advice.map(({ author, role, agency, date }) => [author, role, agency, date])).toEqual([
    ['Ann Vale', 'mother', null, '2026-02-26'],
    ['Joan Catt', 'SENCO', 'Sallow Lane School', '2026-03-05'],
  ]);
});
