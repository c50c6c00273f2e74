import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitTwoPages, heightOf } from '../../../../../shared/domain/report/outlets/fit-pages.ts';
import {
  type PaperBlock,
  paperHeading,
  paperTable,
} from '../../../../../shared/domain/report/outlets/service-paper.ts';

const COLUMNS = [
  { heading: 'Criterion', width: 0.6, isNumber: false },
  { heading: 'Not fully met', width: 0.4, isNumber: true },
];

function paper(rows: number, letters: number): PaperBlock[] {
  const words = 'word '.repeat(Math.ceil(letters / 5)).slice(0, letters);
  return [
    paperHeading('standards', 'Standards'),
    ...paperTable(
      'standards-final-new',
      'Standards',
      COLUMNS,
      Array.from({ length: rows }, (_, at) => [words, `${at}`]),
    ),
    ...paperTable(
      'missed-final-new',
      'Missed',
      COLUMNS,
      Array.from({ length: rows }, (_, at) => [words, `${at}`]),
    ),
    { kind: 'bullets', items: Array.from({ length: rows }, () => `“${words}” – S01.C1`) },
    ...paperTable(
      'actions-table',
      'Actions',
      COLUMNS,
      Array.from({ length: rows }, (_, at) => [words, `${at}`]),
    ),
  ];
}

describe('a paper of two pages', () => {
  test('is left as it is where it fits', () => {
    const blocks = paper(2, 60);
    expect(fitTwoPages(blocks)).toEqual(blocks);
  });

  test('is as high as two pages at most, however much there is to say', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 3000 }), (rows, letters) => {
        expect(heightOf(fitTwoPages(paper(rows, letters)))).toBeLessThanOrEqual(1440);
      }),
    );
  });

  test('says what it leaves out, and ends cut words with a sign', () => {
    const [, standards, missed, bullets, words] = fitTwoPages(paper(12, 900));
    const rows = standards?.kind === 'table' ? standards.rows : [];
    expect(rows.length).toBeLessThan(12);
    expect(rows[0]?.[0]).toMatch(/word …$/);
    expect(standards).toMatchObject({ note: `${12 - rows.length} more standards in the workspace.` });
    expect(missed).toMatchObject({ note: expect.stringMatching(/more criteria in the workspace\.$/) });
    expect(bullets?.kind === 'bullets' ? bullets.items[0] : '').toMatch(/^“word .* …”$/);
    expect(words).toMatchObject({ text: expect.stringMatching(/more examples in the workspace\.$/) });
  });

  test('keeps the totals of a table', () => {
    const rows = [...Array.from({ length: 30 }, (_, at) => [`Service ${at}`, '1']), ['All services', '30']];
    const [table] = fitTwoPages(paperTable('feedback-advice', 'Advice', COLUMNS, rows, 1));
    expect(table?.kind === 'table' ? table.rows.at(-1) : []).toEqual(['All services', '30']);
    expect(table).toMatchObject({ totals: 1, note: '22 more services in the workspace.' });
  });
});
