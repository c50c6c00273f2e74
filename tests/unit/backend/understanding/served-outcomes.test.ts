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
});
