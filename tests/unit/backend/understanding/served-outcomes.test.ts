import { describe, expect, test } from 'vitest';
import { understand } from '../../../../electron/backend/understanding/understand.ts';
import type { Block, DocumentModel } from '../../../../shared/domain/document-model.ts';
import { lineToBlock, paragraph, readBlocks, tableBlocks } from './make-plan.ts';

type Draft = Omit<Block, 'id'>;

function plan(...parts: (string | readonly Draft[])[]): DocumentModel {
  return understand(readBlocks(parts.flatMap((part) => (typeof part === 'string' ? [lineToBlock(part)] : part))));
}

function strong(text: string): Draft {
  return paragraph(text, { runs: [{ start: 0, end: text.length, bold: true }] });
}

describe('which outcome a provision serves', () => {
  const outcomes = ['# Section E: Outcomes', '1. Sam will read a page.', '2. Sam will ask for help.'];
  const F = '# Section F: Special educational provision';
  const linksOf = (model: DocumentModel): (string | null)[] => model.provisions.map(({ outcomeId }) => outcomeId);
  const heads = ['Provision', 'Who', 'How often'];

  test('the one that the heading or the line above its table names', () => {
    const model = plan(
      ...outcomes,
      F,
      '## Outcome 1',
      tableBlocks('t1', [heads, ['A phonics lesson.', 'Teacher', 'Daily']], true),
      'Provision to meet outcome 2:',
      tableBlocks('t2', [heads, ['A key adult.', 'Key worker', 'Daily']], true),
      '## General',
      tableBlocks('t3', [heads, ['A home and school book.', 'Teacher', 'Daily']], true),
    );
    expect(linksOf(model)).toEqual(['o1', 'o2', null]);
  });

  test('the one across the table’s width, or in its first row', () => {
    const wide = (table: string, text: string): Draft[] => [
      { ...strong(text), cell: { table, row: 0, column: 0, rowSpan: 1, columnSpan: 3, isHeader: false } },
    ];
    const rows = (table: string, text: string): Draft[] => tableBlocks(table, [[], heads, [text, 'Teacher', 'Daily']]);
    const model = plan(
      ...outcomes,
      F,
      [...wide('t1', 'Outcome 2: Sam will ask for help.'), ...rows('t1', 'A key adult.')],
      [...wide('t2', 'Outcome 1: Sam will read a page.'), ...rows('t2', 'A phonics lesson.')],
    );
    expect(linksOf(model)).toEqual(['o2', 'o1']);
  });

  test('the one in the same form', () => {
    const form = (outcome: string, text: string): string[][] => [
      ['Outcome', outcome],
      ['Special educational provision', text],
      ['By whom', 'Teacher'],
    ];
    const model = plan(
      ...outcomes,
      F,
      tableBlocks('t1', form('Sam will ask for help.', 'A key adult.')),
      tableBlocks('t2', form('Sam will read a page.', 'A phonics lesson.')),
    );
    expect(linksOf(model)).toEqual(['o2', 'o1']);
  });

  test('the one before it where outcomes and provision take turns, and none behind two outcomes at once', () => {
    const turn = (outcome: string, text: string): string[] => ['### Outcome', outcome, '### Provision', text];
    const both = '# Sections E and F: Outcomes and provision';
    const first = turn('Sam will read a page.', 'A phonics lesson with a teacher each day.');
    const second = turn('Sam will ask for help.', 'A key adult each morning.');
    expect(linksOf(plan(both, ...first, ...second))).toEqual(['o1', 'o2']);
    expect(
      linksOf(plan(both, ...first, ...second, '### Whole-school arrangements', 'A home and school book each day.')).at(
        -1,
      ),
    ).toBeNull();
    const two = plan(both, ...first, '### Outcome', 'Sam will sail.', ...second);
    expect(linksOf(two)).toEqual(['o1', null]);
  });

  test('none under a line for all the outcomes', () => {
    const turn = (outcome: string, text: string): string[] => ['### Outcome', outcome, 'Help for it (F)', text];
    const model = plan(
      '# Outcomes and help (E, F)',
      ...turn('By July 2028 Sam will read a page.', '- A phonics lesson with a teacher each day.'),
      ...turn('By July 2028 Sam will ask for help.', '- A key adult each morning.'),
      'Help for all the outcomes (F)',
      '- A meeting of all who teach Sam for an hour each term.',
    );
    expect(linksOf(model)).toEqual(['o1', 'o2', null]);
  });

  test('none in cards behind two outcomes, nor behind the last card in tables of another section', () => {
    const inside = (table: string, row: number, rows: string[][]): Draft[] =>
      tableBlocks(`${table}r${row}`, rows, true).map((each) =>
        each.cell === undefined ? each : { ...each, cell: { ...each.cell, within: { table, row, column: 1 } } },
      );
    const card = (table: string, wanted: string[], text: string): Draft[] => {
      const [needLabel, need, outcomeLabel, provisionLabel] = tableBlocks(table, [
        ['B', 'Sam counts to six.'],
        ['E'],
        ['F'],
      ]).map((each) => (each.cell?.column === 0 ? { ...strong(each.text), cell: each.cell } : each));
      return [
        needLabel,
        need,
        outcomeLabel,
        ...inside(table, 1, [['Ref', 'Outcome'], ...wanted.map((each, at) => [`${at + 1}`, each])]),
        provisionLabel,
        ...inside(table, 2, [heads, [text, 'Teacher', 'Daily']]),
      ].filter((each) => each !== undefined);
    };
    const health = tableBlocks('t3', [heads, ['A clinic.', 'Nurse', 'Yearly']], true);
    const bar = tableBlocks('t4', [['Section G: health provision']]).map((each) => ({
      ...strong(each.text),
      ...(each.cell === undefined ? {} : { cell: each.cell }),
    }));
    const model = plan(
      '# Section A: views',
      'Sam likes the sea.',
      card('t1', ['By July 2028 Sam will read a page.', 'By July 2028 Sam will write a line.'], 'A lesson.'),
      card('t2', ['By July 2028 Sam will ask for help.'], 'A key adult.'),
      bar,
      health,
    );
    expect(model.provisions.map(({ section, outcomeId }) => [section, outcomeId])).toEqual([
      ['F', null],
      ['F', 'o3'],
      ['G', null],
    ]);
  });
});
