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
