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
