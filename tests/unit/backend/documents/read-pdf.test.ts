import { describe, expect, test } from 'vitest';
import { DocumentError } from '../../../../electron/backend/documents/document-errors.ts';
import { readPdf } from '../../../../electron/backend/documents/read-pdf.ts';
import type { Block, ReadDocument } from '../../../../shared/domain/document-model.ts';
import { drawTable, makePdf, PAGE, put } from './make-pdf.ts';
import type { Pdf } from './make-pdf.ts';

async function read(draw: (pdf: Pdf) => void, options?: Record<string, unknown>): Promise<ReadDocument> {
  return readPdf(await makePdf(draw, options));
}

/** Without headers and footers. */
function plain({ blocks }: ReadDocument): Block[] {
  return blocks.filter((block) => block.furniture === undefined);
}

async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    await readPdf(bytes);
  } catch (error) {
    return error instanceof DocumentError ? error.code : 'not a DocumentError';
  }
  return 'no refusal';
}

const LONG =
  'Sam reads well and enjoys stories about the sea, but he finds it hard to write more than one sentence without help from an adult who knows him.';

describe('paragraphs', () => {
  test('lines are joined again, and a line ended on purpose ends the paragraph', async () => {
    const document = await read((pdf) => {
      pdf.text(LONG);
      pdf.text('He likes the sea.');
      pdf.text('He has a boat.');
    });
    expect(plain(document).map((block) => block.text)).toEqual([LONG, 'He likes the sea.', 'He has a boat.']);
  });

  test('runs keep their page and place, so that a quote can be shown', async () => {
    const document = await read((pdf) => pdf.text(LONG));
    const [block] = plain(document);
    expect(block?.page).toBe(1);
    expect(block?.runs.length).toBe(2);
    for (const run of block?.runs ?? []) {
      const [left, bottom, right, top] = run.box ?? [0, 0, 0, 0];
      expect(run.page).toBe(1);
      expect(left).toBeGreaterThan(70);
      expect(right).toBeLessThan(PAGE.right + 2);
      expect(top - bottom).toBeGreaterThan(8);
      expect(top).toBeLessThan(PAGE.height - 60);
    }
  });

  test('text is set wider than the cells of tables: a line that begins with a figure goes on all the same', async () => {
    const words = 'the class reads on and on and it does not stop at a line’s end';
    const document = await read((pdf) => {
      drawTable(
        pdf,
        72,
        80,
        [110, 110],
        Array.from({ length: 8 }, (_, row) => [`Row ${row} in which ${words}`, 'Short']),
      );
      pdf.addPage();
      const wide = { width: 451, lineGap: 4 };
      pdf.text(Array.from({ length: 8 }, () => words).join(' '), 72, 80, wide);
      pdf.addPage();
      drawTable(pdf, 72, 80, [110, 110], [['One', 'Two']]);
      put(pdf, 'Speech and language therapist: Tilda Roe, Fenshire NHS Trust, in a report of 20 November', 72, 200);
      put(pdf, '2025', 72, 216.7);
    });
    expect(plain(document).at(-1)?.text).toMatch(/20 November 2025$/);
  });

  test('a hyphen at a line’s end is mended where the word stands whole elsewhere, and kept where it is its own', async () => {
    const document = await read((pdf) => {
      put(pdf, 'He needs an assessment of what he can do alone and what with help, and a new assess-', 72, 100);
      put(pdf, 'ment each year. It is checked on a day that suits the family, at the latest half-', 72, 114);
      put(pdf, 'termly.', 72, 128);
    });
    expect(plain(document)[0]?.text).toBe(
      'He needs an assessment of what he can do alone and what with help, and a new assessment each year. It is checked on a day that suits the family, at the latest half-termly.',
    );
  });

  test('a paragraph that runs on over the page is whole', async () => {
    const document = await read((pdf) => {
      pdf.text('Sam works with an adult who reads the question aloud and waits for him to answer in', 72, 740, {
        width: 460,
      });
      pdf.addPage();
      pdf.text('his own words.');
    });
    expect(plain(document).map((block) => [block.text, block.page])).toEqual([
      ['Sam works with an adult who reads the question aloud and waits for him to answer in his own words.', 1],
    ]);
  });

  test('a label that ends the page, and what is given against it on the next, are one paragraph', async () => {
    const line = 'A reading group of three children. Who: a teacher. How often:';
    const document = await read((pdf) => {
      pdf.text('A class of no more than eight children, with two adults.', 72, 700, { lineBreak: false });
      pdf.text(line, 72, 740, { width: 340 });
      pdf.addPage();
      pdf.text('Every morning before lessons begin, for twenty minutes at least.', 72, 72, { width: 340 });
    });
    expect(plain(document).at(-1)?.text).toBe(
      `${line} Every morning before lessons begin, for twenty minutes at least.`,
    );
  });

  test('headings are told by size and weight', async () => {
    const document = await read((pdf) => {
      pdf.font('Helvetica-Bold').fontSize(16).text('Section A');
      pdf.fontSize(11).text('My family');
      pdf.font('Helvetica').text(LONG);
    });
    expect(plain(document).map((block) => [block.kind, block.level])).toEqual([
      ['heading', 1],
      ['heading', 2],
      ['paragraph', undefined],
    ]);
  });

  test('list markers are told from the text, and deeper items by their indent', async () => {
    const document = await read((pdf) => {
      put(pdf, 'E1.', 72, 100);
      put(pdf, 'Sam will swim ten metres.', 100, 100);
      put(pdf, '–', 110, 114);
      put(pdf, 'Sam will put his face in the water.', 125, 114);
      put(pdf, 'E2.', 72, 128);
      put(pdf, 'Sam will tie his laces.', 100, 128);
    });
    expect(plain(document).map((block) => [block.marker, block.level, block.text])).toEqual([
      ['E1.', 1, 'Sam will swim ten metres.'],
      ['–', 2, 'Sam will put his face in the water.'],
      ['E2.', 1, 'Sam will tie his laces.'],
    ]);
  });
});

describe('tables', () => {
  const ROWS = [
    ['Provision', 'Who', 'How often'],
    [
      'A daily check-in with an adult whom Sam has chosen, in the quiet room before lessons.',
      'Pastoral mentor',
      '10 minutes daily',
    ],
    ['Teaching of keyboard skills.', 'Learning support assistant', 'Weekly'],
  ];

  test('drawn tables give rows and columns', async () => {
    const document = await read((pdf) => drawTable(pdf, 72, 100, [220, 120, 110], ROWS));
    const cells = plain(document).map((block) => [block.cell?.row, block.cell?.column, block.text]);
    expect(cells).toEqual(ROWS.flatMap((row, index) => row.map((text, column) => [index, column, text])));
  });

  test('a table that runs on over the page is one table, and its repeated head is furniture', async () => {
    const head = ROWS[0] ?? [];
    const document = await read((pdf) => {
      drawTable(pdf, 72, 650, [220, 120, 110], ROWS);
      pdf.addPage();
      drawTable(pdf, 72, 72, [220, 120, 110], [head, ['A laptop in all lessons.', 'SENCO', 'Always']]);
    });
    expect(new Set(plain(document).map((block) => block.cell?.table)).size).toBe(1);
    expect(plain(document).at(-1)?.cell).toMatchObject({ row: 3, column: 2 });
    expect(document.blocks.filter((block) => block.furniture === 'header').map((block) => block.text)).toEqual(head);
  });

  test('a row that a page break cuts in two is one row', async () => {
    const document = await read((pdf) => {
      drawTable(pdf, 72, 700, [220, 120, 110], [['Teaching of keyboard skills.', 'Learning support', 'Weekly']]);
      pdf.addPage();
      drawTable(
        pdf,
        72,
        72,
        [220, 120, 110],
        [
          ['', 'assistant', ''],
          ['A laptop.', 'SENCO', 'Always'],
        ],
      );
    });
    expect(plain(document).map((block) => [block.cell?.row, block.cell?.column, block.text])).toEqual([
      [0, 0, 'Teaching of keyboard skills.'],
      [0, 1, 'Learning support assistant'],
      [0, 2, 'Weekly'],
      [1, 0, 'A laptop.'],
      [1, 1, 'SENCO'],
      [1, 2, 'Always'],
    ]);
  });

  test('labels and values set side by side without lines are a table', async () => {
    const document = await read((pdf) => {
      for (const [index, [label, value]] of [
        ['Name', 'Sam Vale'],
        ['Date of birth', '3 May 2016'],
        ['School', 'Reed Lane'],
      ].entries()) {
        put(pdf, label ?? '', 72, 100 + index * 20);
        put(pdf, value ?? '', 220, 100 + index * 20);
      }
    });
    expect(plain(document).map((block) => [block.cell?.row, block.cell?.column, block.text])).toEqual([
      [0, 0, 'Name'],
      [0, 1, 'Sam Vale'],
      [1, 0, 'Date of birth'],
      [1, 1, '3 May 2016'],
      [2, 0, 'School'],
      [2, 1, 'Reed Lane'],
    ]);
  });
});

describe('pages', () => {
  test('columns are read one after the other', async () => {
    const sentence = 'The left column goes on and on, with many words to fill its lines, until it ends. ';
    const other = 'On the right there is another story, and it has nothing to do with the first one. ';
    const document = await read((pdf) => {
      pdf.text(sentence.repeat(6).trim(), 60, 100, { width: 220 });
      pdf.text(other.repeat(6).trim(), 310, 100, { width: 220 });
    });
    const text = plain(document)
      .map((block) => block.text)
      .join(' ');
    expect(text).toBe(`${sentence.repeat(6)}${other.repeat(6)}`.trim());
  });

  test('a sentence that one column breaks off goes on in the next', async () => {
    const sentence = 'The left column goes on and on, with many words to fill its lines, until it ends. ';
    const document = await read((pdf) => {
      pdf.text(`${sentence.repeat(6)}Otters swim in the river that`, 60, 100, { width: 220 });
      pdf.text(`runs past the school gate. ${sentence.repeat(6)}`, 310, 100, { width: 220 });
    });
    const whole = plain(document).filter((block) => block.text.includes('river that runs past'));
    expect(whole).toHaveLength(1);
  });

  test('what stands far right in small letters beside a title is a line of its own', async () => {
    const document = await read((pdf) => {
      pdf.font('Helvetica-Bold').fontSize(12);
      put(pdf, 'A All about Ottie', 72, 100);
      pdf.font('Helvetica').fontSize(7);
      put(pdf, 'Last edited 24 February', 430, 103);
      pdf.fontSize(11);
      put(pdf, 'Ottie likes water, in any amount, and it likes her.', 72, 130);
    });
    expect(plain(document).map((block) => block.text)).toEqual([
      'A All about Ottie',
      'Last edited 24 February',
      'Ottie likes water, in any amount, and it likes her.',
    ]);
  });

  test('a label that fills its column is still a label', async () => {
    const document = await read((pdf) => {
      for (const [row, [label, value]] of [
        ['Who', 'A teacher of the deaf'],
        ['How often and how long', 'Two visits a week'],
        ['Checked', 'Each term'],
      ].entries()) {
        put(pdf, label ?? '', 72, 100 + 16 * row);
        put(pdf, value ?? '', 72 + pdf.widthOfString('How often and how long') + 9, 100 + 16 * row);
      }
    });
    expect(plain(document).map((block) => [block.cell?.row, block.cell?.column, block.text])).toEqual([
      [0, 0, 'Who'],
      [0, 1, 'A teacher of the deaf'],
      [1, 0, 'How often and how long'],
      [1, 1, 'Two visits a week'],
      [2, 0, 'Checked'],
      [2, 1, 'Each term'],
    ]);
  });

  test('the last label of such rows may take more lines than its value', async () => {
    const document = await read((pdf) => {
      for (const [row, [label, value]] of [
        ['Date of the final plan', '26 January 2026'],
        ['Date by which it must next be', '5 November 2026'],
        ['reviewed', ''],
      ].entries()) {
        put(pdf, label ?? '', 72, 100 + 14 * row);
        if (value !== '')
          put(pdf, value ?? '', 84 + pdf.widthOfString('Date by which it must next be'), 100 + 14 * row);
      }
      put(pdf, 'This plan replaces the one of last year.', 72, 180);
    });
    expect(plain(document).map((block) => [block.cell?.row, block.cell?.column, block.text])).toEqual([
      [0, 0, 'Date of the final plan'],
      [0, 1, '26 January 2026'],
      [1, 0, 'Date by which it must next be reviewed'],
      [1, 1, '5 November 2026'],
      [undefined, undefined, 'This plan replaces the one of last year.'],
    ]);
  });

  test('a line that parts its words with dashes may be broken before one, and no list begins there', async () => {
    const document = await read((pdf) => {
      const entry = 'Appendix 5: Speech and language therapist – Tilda Roe, Marshland NHS';
      put(pdf, `${entry} –`, 72, 100);
      put(pdf, entry, 72, 140);
      put(pdf, '– 20 November 2025', 72, 152.7);
    });
    expect(plain(document).at(-1)?.text).toMatch(/Marshland NHS – 20 November 2025$/);
  });

  test('a year that the end of a line has left at the top of a page is no page number', async () => {
    const document = await read((pdf) => {
      put(pdf, 'Dr Vera Lind, Mainland Hospital, 21st November', 72, 750);
      pdf.addPage();
      put(pdf, '2025', 72, 80);
      put(pdf, '2', 300, 800);
    });
    expect(plain(document).map((block) => block.text)).toContain('2025');
    expect(plain(document).map((block) => block.text)).not.toContain('2');
  });

  test('running headers, footers and page numbers are furniture', async () => {
    const document = await read((pdf) => {
      for (let page = 1; page <= 4; page += 1) {
        if (page > 1) pdf.addPage();
        put(pdf, 'Sam Vale – Final plan', 72, 30);
        pdf.text(`Page ${page} says something of its own about Sam.`, 72, 200);
        put(pdf, `Reedshire Council, page ${page} of 4`, 72, 760);
      }
    });
    expect(plain(document).map((block) => block.text)).toEqual(
      [1, 2, 3, 4].map((page) => `Page ${page} says something of its own about Sam.`),
    );
    expect(document.blocks.filter((block) => block.furniture === 'header').length).toBe(4);
    expect(document.blocks.filter((block) => block.furniture === 'footer').length).toBe(4);
  });

  test('text on a turned page is read along its own lines', async () => {
    const document = await read((pdf) => {
      pdf.rotate(-90, { origin: [100, 700] });
      pdf.text('This page lies on its side, and so do its words.', 100, 700, { lineBreak: false });
      pdf.text('There is a second line.', 100, 720, { lineBreak: false });
    });
    expect(plain(document).map((block) => block.text)).toEqual([
      'This page lies on its side, and so do its words. There is a second line.',
    ]);
  });

  test('a slanting DRAFT is a watermark', async () => {
    const document = await read((pdf) => {
      pdf.text(LONG);
      pdf
        .save()
        .rotate(-40, { origin: [200, 500] })
        .fontSize(80)
        .text('DRAFT', 200, 500, { lineBreak: false })
        .restore();
    });
    expect(document.blocks.filter((block) => block.furniture === 'watermark').map((block) => block.text)).toEqual([
      'DRAFT',
    ]);
    expect(plain(document).map((block) => block.text)).toEqual([LONG]);
  });

  test('progress is told page by page', async () => {
    const bytes = await makePdf((pdf) => {
      pdf.text('One');
      pdf.addPage().text('Two');
    });
    const told: [number, number][] = [];
    await readPdf(bytes, { onPage: (page, pages) => told.push([page, pages]) });
    expect(told).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });
});

describe('files that cannot be read', () => {
  test('a scan says so, page by page', async () => {
    const pixel = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
      'base64',
    );
    const document = await read((pdf) => {
      pdf.image(pixel, 0, 0, { width: 595 });
      pdf.addPage().image(pixel, 0, 0, { width: 595 });
    });
    expect(document.pages.map((page) => page.hasText)).toEqual([false, false]);
    expect(document.warnings.map((warning) => warning.code)).toEqual(['NO_TEXT']);
  });

  test('a page without text among others is named', async () => {
    const document = await read((pdf) => {
      pdf.text(LONG);
      pdf.addPage();
    });
    expect(document.warnings).toMatchObject([{ code: 'PAGES_WITHOUT_TEXT' }]);
    expect(document.warnings[0]?.message).toContain('2');
  });

  test('a password is asked for', async () => {
    expect(
      await refusal(await makePdf((pdf) => pdf.text(LONG), { userPassword: 'secret', ownerPassword: 'other' })),
    ).toBe('PASSWORD_NEEDED');
  });

  test('a cut-off file is damaged', async () => {
    expect(await refusal(new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<< /Type'))).toBe('DAMAGED_FILE');
  });
});

describe('how the document is set', () => {
  test('two headings under one another stay two, though the first is the widest line of its page', async () => {
    const document = await read((pdf) => {
      for (let line = 0; line < 20; line += 1) put(pdf, LONG.slice(0, 84), 72, 80 + line * 13);
      pdf.addPage();
      pdf.font('Helvetica-Bold').fontSize(14);
      put(pdf, 'Section J – Personal budget', 72, 100);
      put(pdf, 'Section K – Advice', 72, 117);
    });
    expect(
      plain(document)
        .filter((block) => block.kind === 'heading')
        .map((block) => block.text),
    ).toEqual(['Section J – Personal budget', 'Section K – Advice']);
  });

  test('a list of single lines is not one paragraph where the document’s own lines stand closer', async () => {
    const document = await read((pdf) => {
      for (let line = 0; line < 24; line += 1)
        put(pdf, `${line === 0 ? 'S' : 's'}${LONG.slice(1, 84).toLowerCase()}`, 72, 80 + line * 13);
      put(pdf, 'and that is all.', 72, 80 + 24 * 13);
      pdf.addPage();
      const people = ['Hester Bull – Psychologist – Vale Educational Psychology Service and its teams – 3 May 2026'];
      for (const [index, person] of [...people, ...people, ...people].entries()) put(pdf, person, 72, 80 + index * 17);
    });
    expect(plain(document).filter((block) => block.text.startsWith('Hester'))).toHaveLength(3);
  });
});

test('heads at the foot of a page, in bold throughout, do not run on into the row on the next', async () => {
  const draw = (pdf: Pdf, top: number, rows: [string, string][], font: string): void => {
    pdf.font(font).fontSize(11);
    drawTable(pdf, 72, top, [220, 220], rows);
  };
  const document = await read((pdf) => {
    put(pdf, 'What Sam needs and what will be done.', 72, 600);
    draw(
      pdf,
      690,
      [
        ['Communication', 'Speaking'],
        ['Needs', 'Provision'],
      ],
      'Helvetica-Bold',
    );
    pdf.addPage();
    draw(pdf, 72, [['Sam says little.', 'A speaking group.']], 'Helvetica');
  });
  expect(
    plain(document)
      .filter(({ cell }) => cell !== undefined)
      .map(({ text, cell }) => [text, cell?.row]),
  ).toEqual([
    ['Communication', 0],
    ['Speaking', 0],
    ['Needs', 1],
    ['Provision', 1],
    ['Sam says little.', 2],
    ['A speaking group.', 2],
  ]);
});

test('a date that a narrow cell broke is one date', async () => {
  const document = await read((pdf) => {
    pdf.rect(72, 100, 60, 40).stroke();
    pdf.rect(132, 100, 200, 40).stroke();
    put(pdf, '22/06/202', 77, 106);
    put(pdf, '6', 77, 119);
    put(pdf, 'Received from the school', 137, 106);
  });
  expect(plain(document)[0]?.text).toBe('22/06/2026');
});
