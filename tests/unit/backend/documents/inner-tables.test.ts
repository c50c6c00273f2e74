import { expect, test } from 'vitest';
import { readPdf } from '../../../../electron/backend/documents/read-pdf.ts';
import { drawTable, makePdf } from './make-pdf.ts';
import type { Pdf } from './make-pdf.ts';

/** A frame of two cells under two heads, in whose right cell something is drawn. */
function drawFrame(pdf: Pdf): void {
  for (const [x, width] of [
    [72, 150],
    [222, 300],
  ] as const) {
    pdf.rect(x, 100, width, 24).stroke();
    pdf.rect(x, 124, width, 200).stroke();
  }
  pdf.text('Need', 78, 106, { lineBreak: false });
  pdf.text('Provision', 228, 106, { lineBreak: false });
  pdf.text('Movement', 78, 132, { lineBreak: false });
  pdf.text('A physiotherapist will visit once a term.', 228, 132, { lineBreak: false });
}

test('a table drawn inside a cell is a table of its own, read where it stands', async () => {
  const bytes = await makePdf((pdf) => {
    drawFrame(pdf);
    drawTable(
      pdf,
      236,
      160,
      [90, 90, 90],
      [
        ['What', 'Who', 'When'],
        ['Standing frame', 'Two trained assistants', '30 minutes daily'],
      ],
    );
    pdf.text('Both are checked every July.', 228, 260, { lineBreak: false });
  });
  const { blocks } = await readPdf(bytes);
  const own = blocks.filter(({ cell }) => cell !== undefined);
  expect(own.map(({ text, cell }) => [cell?.within?.table ?? null, cell?.row, cell?.column, text])).toEqual([
    [null, 0, 0, 'Need'],
    [null, 0, 1, 'Provision'],
    [null, 1, 0, 'Movement'],
    [null, 1, 1, 'A physiotherapist will visit once a term.'],
    ['t1', 0, 0, 'What'],
    ['t1', 0, 1, 'Who'],
    ['t1', 0, 2, 'When'],
    ['t1', 1, 0, 'Standing frame'],
    ['t1', 1, 1, 'Two trained assistants'],
    ['t1', 1, 2, '30 minutes daily'],
    [null, 1, 1, 'Both are checked every July.'],
  ]);
});

test('a table drawn inside a cell, down to the cell’s own lower edge, is parted from it', async () => {
  const bytes = await makePdf((pdf) => {
    drawFrame(pdf);
    for (const top of [284, 304]) for (const left of [232, 322]) pdf.rect(left, top, 90, 20).stroke();
    for (const [index, text] of ['What', 'When', 'Standing', 'Daily'].entries())
      pdf.text(text, 238 + 90 * (index % 2), 288 + 20 * Math.floor(index / 2), { lineBreak: false });
  });
  const { blocks } = await readPdf(bytes);
  expect(
    blocks.slice(-5).map(({ text, cell }) => [cell?.within?.table ?? null, cell?.row, cell?.column, text]),
  ).toEqual([
    [null, 1, 1, 'A physiotherapist will visit once a term.'],
    ['t1', 0, 0, 'What'],
    ['t1', 0, 1, 'When'],
    ['t1', 1, 0, 'Standing'],
    ['t1', 1, 1, 'Daily'],
  ]);
});

test('a box drawn inside a cell is read as the cell’s text', async () => {
  const bytes = await makePdf((pdf) => {
    drawFrame(pdf);
    drawTable(pdf, 236, 160, [200], [['Two trained assistants are needed.']]);
  });
  const { blocks } = await readPdf(bytes);
  const box = blocks.find(({ text }) => text.startsWith('Two'));
  expect(box?.cell).toMatchObject({ row: 1, column: 1 });
  expect(box?.cell?.within).toBeUndefined();
});

test('a table as high as its cell, with nothing left of that but its margins, is a table of its own', async () => {
  const bytes = await makePdf((pdf) => {
    for (const top of [100, 130])
      for (const [x, width] of [
        [72, 50],
        [122, 400],
      ] as const)
        pdf.rect(x, top, width, top === 100 ? 30 : 60).stroke();
    for (const top of [130, 150, 170])
      for (const [x, width] of [
        [129, 200],
        [329, 184],
      ] as const)
        pdf.rect(x, top, width, 20).stroke();
    for (const [index, text] of ['What', 'When', 'Standing frame', 'Daily', 'Walking', 'Weekly'].entries())
      pdf.text(text, index % 2 === 0 ? 135 : 335, 135 + 20 * Math.floor(index / 2), { lineBreak: false });
    pdf.text('Need', 78, 108, { lineBreak: false });
    pdf.text('Moving about', 130, 108, { lineBreak: false });
    pdf.text('Help', 78, 140, { lineBreak: false });
  });
  const { blocks } = await readPdf(bytes);
  expect(blocks.map(({ text, cell }) => [cell?.within ?? null, cell?.row, cell?.column, text])).toEqual([
    [null, 0, 0, 'Need'],
    [null, 0, 1, 'Moving about'],
    [null, 1, 0, 'Help'],
    ...['What', 'When', 'Standing frame', 'Daily', 'Walking', 'Weekly'].map((text, index) => [
      { table: 't1', row: 1, column: 1 },
      Math.floor(index / 2),
      index % 2,
      text,
    ]),
  ]);
});

test('a row that the page’s end cuts, without a line below it, is the table’s', async () => {
  const bytes = await makePdf(
    (pdf) => {
      for (const top of [660, 690]) for (const x of [72, 222, 372]) pdf.rect(x, top, 150, 30).stroke();
      for (const x of [72, 222, 372, 522]) pdf.moveTo(x, 720).lineTo(x, 770).stroke();
      for (const [index, text] of [
        'Need',
        'Aim',
        'Help',
        'He trips.',
        'He climbs.',
        'A rail.',
        'He falls.',
        'He stands.',
        'A mat.',
      ].entries())
        pdf.text(text, 78 + 150 * (index % 3), [668, 698, 728][Math.floor(index / 3)] ?? 0, { lineBreak: false });
    },
    { margin: 10 },
  );
  const { blocks } = await readPdf(bytes);
  expect(blocks.slice(-3).map(({ text, cell }) => [cell?.table, cell?.row, cell?.column, text])).toEqual([
    ['t1', 2, 0, 'He falls.'],
    ['t1', 2, 1, 'He stands.'],
    ['t1', 2, 2, 'A mat.'],
  ]);
});

test('a table in a cell goes on over the page, though its heads alone stood on the page before', async () => {
  const bytes = await makePdf(
    (pdf) => {
      const frame = (top: number, height: number): void => {
        pdf.rect(72, top, 50, height).stroke();
        pdf.rect(122, top, 400, height).stroke();
      };
      const inner = (top: number): void => {
        for (const x of [130, 258, 386]) pdf.rect(x, top, 128, 20).stroke();
      };
      const write = (texts: readonly string[], top: number): void => {
        for (const [index, text] of texts.entries()) pdf.text(text, 134 + 128 * index, top + 5, { lineBreak: false });
      };
      frame(700, 30);
      pdf.font('Helvetica-Bold').text('E', 78, 708, { lineBreak: false });
      pdf.font('Helvetica').text('He will climb ten steps by May.', 134, 708, { lineBreak: false });
      frame(730, 32);
      pdf.font('Helvetica-Bold').text('F', 78, 740, { lineBreak: false });
      inner(736);
      write(['What', 'Who', 'When'], 736);
      pdf.addPage();
      pdf.font('Helvetica');
      frame(40, 60);
      for (const [index, row] of [
        ['A rail', 'Caretaker', 'By May'],
        ['A mat', 'Teacher', 'Daily'],
      ].entries()) {
        inner(46 + 20 * index);
        write(row, 46 + 20 * index);
      }
    },
    { margin: 10 },
  );
  const { blocks } = await readPdf(bytes);
  const inside = blocks.filter(({ cell }) => cell?.within !== undefined);
  expect(new Set(inside.map(({ cell }) => cell?.table)).size).toBe(1);
  expect(inside.map(({ text, cell }) => [cell?.row, text])).toEqual([
    [0, 'What'],
    [0, 'Who'],
    [0, 'When'],
    [1, 'A rail'],
    [1, 'Caretaker'],
    [1, 'By May'],
    [2, 'A mat'],
    [2, 'Teacher'],
    [2, 'Daily'],
  ]);
});
