import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../../electron/backend/documents/read-pdf.ts';
import type { Block } from '../../../../shared/domain/document-model.ts';
import { writePdf } from '../../../support/write-pdf.ts';

/** One page with this content, in this font; the glyph of every letter is a box, object 6. */
async function read(font: string, content: string): Promise<Block[]> {
  const bytes = writePdf({
    objects: [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      { dictionary: '', data: Buffer.from(content) },
      font,
      { dictionary: '', data: Buffer.from('40 0 0 0 20 40 d1 0 0 20 40 re f') },
    ],
  });
  return (await readPdf(bytes)).blocks;
}

/** A font whose letters are drawings, 20 units wide and its spaces 10, in a measure of its own. */
function drawnFont(matrix: string, box: string): string {
  const widths = Array.from({ length: 95 }, (_, index) => (index === 0 ? 10 : 20 + (index % 5)));
  const names = Array.from({ length: 95 }, (_, index) => `/g${index}`);
  const drawings = names.map((name) => `${name} 6 0 R`);
  return `<< /Type /Font /Subtype /Type3 /FontMatrix ${matrix} /FontBBox ${box} /FirstChar 32 /LastChar 126
    /Widths [${widths.join(' ')}] /CharProcs << ${drawings.join(' ')} >>
    /Encoding << /Type /Encoding /Differences [32 ${names.join(' ')}] >>
    /ToUnicode 7 0 R >>`;
}

describe('fonts whose letters are drawings to a measure of their own', () => {
  const heights = async (font: string, content: string): Promise<number[]> =>
    (await read(font, content)).map(({ box }) => Math.round((box?.[3] ?? 0) - (box?.[1] ?? 0)));

  test('letters of a tiny size are as tall as they are drawn, and not too small to read', async () => {
    const font = drawnFont('[1 0 0 1 0 0]', '[0 -8 24 36]');
    expect(await heights(font, 'BT /F1 0.24 Tf 72 700 Td (Wren) Tj ET')).toEqual([11]);
  });

  test('where the font has no box, the width of its letters tells their height, and spaces are seen', async () => {
    const font = drawnFont('[0.0042 0 0 0.0042 0 0]', '[0 0 0 0]');
    const content = 'BT /F1 58 Tf 72 700 Td (Wren likes) Tj ET';
    expect(await heights(font, content)).toEqual([10]);
    // Without a table of its own such a font has no letters but those of its codes.
    expect((await read(font, content))[0]?.text.split(' ')).toHaveLength(2);
  });

  test('letters of the usual measure keep the size that the font is set in', async () => {
    const font = drawnFont('[0.025 0 0 0.025 0 0]', '[0 0 24 40]');
    expect((await read(font, 'BT /F1 12 Tf 72 700 Td (Wren) Tj ET'))[0]?.fontSize).toBe(12);
  });
});

describe('narrow spaces', () => {
  const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

  test('a drawn space parts words, however narrow the letters are', async () => {
    // Helvetica's space is 278 thousandths of an em; what is taken back leaves 90.
    const [block] = await read(font, 'BT /F1 12 Tf 72 700 Td [(Wren) 0 ( ) 188 (likes) 0 ( ) 188 (boats)] TJ ET');
    expect(block?.text).toBe('Wren likes boats');
  });

  test('words set one by one, each with a space behind it, stay apart even where they come out too wide', async () => {
    // Wren is 29.3 points wide here, and the next word begins within its last letter or hard behind it.
    const word = (x: number, text: string): string => `BT /F1 12 Tf ${x} 700 Td (${text}) Tj ET`;
    const texts = async (content: string): Promise<(string | undefined)[]> =>
      (await read(font, content)).map(({ text }) => text);
    expect(await texts(`${word(72, 'Wren ')} ${word(100, 'likes ')} ${word(126.5, 'boats')}`)).toEqual([
      'Wren likes boats',
    ]);
    expect(await texts(`${word(72, 'Wren')} ${word(101.5, ' likes')}`)).toEqual(['Wren likes']);
    expect(await texts(`${word(72, 'Wren')} ${word(101.5, 's')}`)).toEqual(['Wrens']);
  });

  test('a drawn space that is taken back whole parts nothing, nor does a gap as narrow without one', async () => {
    const [block] = await read(font, 'BT /F1 12 Tf 72 700 Td [(Wr) ( ) 270 (en) -90 (s)] TJ ET');
    expect(block?.text).toBe('Wrens');
  });
});

describe('signs much larger than the text beside them', () => {
  const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
  const line = (y: number, text: string): string => `BT /F1 10 Tf 120 ${y} Td (${text}) Tj ET`;

  test('a brace over two lines leaves them two lines', async () => {
    const brace = 'BT /F1 64 Tf 80 690 Td ({) Tj ET';
    const lines = [line(690, 'He likes'), line(678, 'the mill'), line(666, 'and boats.')];
    const blocks = await read(font, [brace, ...lines].join(' '));
    expect(blocks.map(({ text }) => text).join(' ')).toBe('{ He likes the mill and boats.');
  });

  test('an exponent stays on its line', async () => {
    const blocks = await read(
      font,
      `${line(700, 'On the 3')} BT /F1 6 Tf 158.6 704 Td (rd) Tj ET BT /F1 10 Tf 167 700 Td (day) Tj ET`,
    );
    expect(blocks.map(({ text }) => text)).toEqual(['On the 3rd day']);
  });
});
