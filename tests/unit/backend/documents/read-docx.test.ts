import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { DocumentError } from '../../../../electron/backend/documents/document-errors.ts';
import { readDocx } from '../../../../electron/backend/documents/read-docx.ts';
import type { Block } from '../../../../shared/domain/document-model.ts';
import { makeDocx, p, table } from './make-docx.ts';
import type { DocxParts } from './make-docx.ts';

function blocksOf(parts: DocxParts): Block[] {
  return readDocx(makeDocx(parts)).blocks;
}

function textsOf(body: string): string[] {
  return blocksOf({ body }).map((block) => block.text);
}

function refusal(bytes: Uint8Array): string {
  try {
    readDocx(bytes);
  } catch (error) {
    return error instanceof DocumentError ? error.code : 'not a DocumentError';
  }
  return 'no refusal';
}

describe('text', () => {
  test('a number before a tab numbers its paragraph; elsewhere a tab is a space', () => {
    const line = (...words: string[]) =>
      `<w:p><w:r>${words.map((word) => `<w:t>${word}</w:t>`).join('<w:tab/>')}</w:r></w:p>`;
    const blocks = blocksOf({ body: line('3', 'Nia will sit for a story.') + line('Room 3', 'Upstairs') });
    expect(blocks.map(({ marker, text }) => [marker, text])).toEqual([
      ['3.', 'Nia will sit for a story.'],
      [undefined, 'Room 3 Upstairs'],
    ]);
  });

  test('white space is collapsed and soft hyphens and ligatures are mended', () => {
    expect(textsOf(p('  The of\uFB01ce   co\u00ADordinates\u00A0it '))).toEqual(['The office coordinates it']);
  });

  test('runs keep bold and italic over the letters that have them', () => {
    const [block] = blocksOf({
      body: `<w:p><w:r><w:t xml:space="preserve">Who: </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>SENCO</w:t></w:r></w:p>`,
    });
    expect(block?.runs).toEqual([
      { start: 0, end: 5 },
      { start: 5, end: 10, bold: true },
    ]);
  });

  test('a field shows its result, not its instruction', () => {
    const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    expect(
      textsOf(
        `<w:p><w:r><w:t>Page </w:t></w:r>${field('begin')}<w:r><w:instrText> PAGE </w:instrText></w:r>${field('separate')}<w:r><w:t>3</w:t></w:r>${field('end')}</w:p>`,
      ),
    ).toEqual(['Page 3']);
  });

  test('of alternate content only the choice is read', () => {
    const body = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p('In the box')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p('In the box')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Beside it</w:t></w:r></w:p>`;
    expect(textsOf(body)).toEqual(['Beside it', 'In the box']);
  });

  test('controls are read wherever they stand, placeholders are not', () => {
    const control = (content: string, properties = ''): string =>
      `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const body = [
      control(p('A block')),
      `<w:p>${control('<w:r><w:t>An inline one</w:t></w:r>')}</w:p>`,
      control(p('Click here to enter text'), '<w:showingPlcHdr/>'),
      `<w:tbl>${control(`<w:tr>${control(`<w:tc>${p('Row and cell')}</w:tc>`)}</w:tr>`)}</w:tbl>`,
    ];
    expect(textsOf(body.join(''))).toEqual(['A block', 'An inline one', 'Row and cell']);
  });

  test('a line broken by hand begins a new block only where something begins', () => {
    const lines = (first: string, second: string): string =>
      `<w:p><w:r><w:t>${first}</w:t><w:br/><w:t>${second}</w:t></w:r></w:p>`;
    expect(textsOf(lines('Outcome 1', 'By July Sam will swim.'))).toEqual(['Outcome 1', 'By July Sam will swim.']);
    expect(textsOf(lines('Sam will swim ten', 'metres.'))).toEqual(['Sam will swim ten metres.']);
  });
});

describe('headings and lists', () => {
  test('a heading is known by its outline level, also through the style it is based on', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Mine"><w:basedOn w:val="Base"/></w:style>';
    const [block] = blocksOf({ body: p('Needs', '<w:pStyle w:val="Mine"/>'), styles });
    expect(block).toMatchObject({ kind: 'heading', level: 2, text: 'Needs' });
  });

  test('a short bold line is a heading, a bold sentence is not', () => {
    const blocks = blocksOf({
      body: p('My health', '', '<w:b/>') + p('Sam must carry his inhaler.', '', '<w:b/>') + p('He has asthma.'),
    });
    expect(blocks.map((block) => block.kind)).toEqual(['heading', 'paragraph', 'paragraph']);
  });

  test('numbers are shown as Word prints them, and deeper levels begin anew', () => {
    const level = (index: number, format: string, text: string): string =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%1.%2)')}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>`;
    const item = (text: string, index: number): string =>
      p(text, `<w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="7"/></w:numPr>`);
    const body = item('One', 0) + item('One a', 1) + item('One b', 1) + item('Two', 0) + item('Two a', 1);
    expect(blocksOf({ body, numbering }).map((block) => [block.marker, block.level])).toEqual([
      ['1.', 1],
      ['1.a)', 2],
      ['1.b)', 2],
      ['2.', 1],
      ['2.a)', 2],
    ]);
  });

  test('a typed number or bullet becomes the marker and leaves the text', () => {
    const blocks = blocksOf({
      body: p('E1.  Sam will swim.') + p('• Swimming') + p('2026 was a good year.') + p('32.5 hours a week'),
    });
    expect(blocks.map((block) => [block.marker, block.text])).toEqual([
      ['E1.', 'Sam will swim.'],
      ['•', 'Swimming'],
      [undefined, '2026 was a good year.'],
      [undefined, '32.5 hours a week'],
    ]);
  });

  test('boxes of a form are shown as ticked or not', () => {
    const box = (checked: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="${checked}"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    expect(
      textsOf(
        `<w:p>${box('1')}<w:r><w:t xml:space="preserve"> draft </w:t></w:r>${box('0')}<w:r><w:t xml:space="preserve"> final</w:t></w:r></w:p>`,
      ),
    ).toEqual(['☒ draft ☐ final']);
  });
});

describe('tables', () => {
  test('cells know their place, with merged columns and rows', () => {
    const cell = (text: string, properties: string): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${text === '' ? '<w:p/>' : p(text)}</w:tc>`;
    const body = `<w:tbl><w:tr>${cell('Wide', '<w:gridSpan w:val="2"/>')}${cell('C', '')}</w:tr><w:tr>${cell('Tall', '<w:vMerge w:val="restart"/>')}${cell('B', '')}${cell('C2', '')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('B3', '')}${cell('C3', '')}</w:tr></w:tbl>`;
    const places = blocksOf({ body }).map(({ text, cell: at }) => [
      text,
      at?.row,
      at?.column,
      at?.rowSpan,
      at?.columnSpan,
    ]);
    expect(places).toEqual([
      ['Wide', 0, 0, 1, 2],
      ['C', 0, 2, 1, 1],
      ['Tall', 1, 0, 2, 1],
      ['B', 1, 1, 1, 1],
      ['C2', 1, 2, 1, 1],
      ['B3', 2, 1, 1, 1],
      ['C3', 2, 2, 1, 1],
    ]);
  });

  test('a table inside a cell remembers that cell', () => {
    const blocks = blocksOf({ body: table([['Label', `${table([['Inner']])}<w:p/>`]]) });
    expect(blocks.find((block) => block.text === 'Inner')?.cell?.within).toEqual({ table: 't1', row: 0, column: 1 });
  });

  test('a first row in bold heads the table', () => {
    const bold = (text: string): string => p(text, '', '<w:b/>');
    const blocks = blocksOf({
      body: table([
        [bold('Provision'), bold('Who')],
        ['A daily check-in', 'SENCO'],
      ]),
    });
    expect(blocks.map((block) => block.cell?.isHeader)).toEqual([true, true, false, false]);
  });
});

describe('tracked changes', () => {
  const by = 'w:id="1" w:author="D Vole" w:date="2026-05-05T10:00:00Z"';

  test('are read as accepted and kept', () => {
    const body = `<w:p><w:r><w:t xml:space="preserve">For </w:t></w:r><w:del ${by}><w:r><w:delText>two</w:delText></w:r></w:del><w:ins ${by}><w:r><w:t>three</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> hours</w:t></w:r></w:p>`;
    const read = readDocx(makeDocx({ body }));
    expect(read.blocks[0]?.text).toBe('For three hours');
    expect(read.blocks[0]?.revisions).toEqual([
      { kind: 'deleted', start: 4, end: 4, text: 'two', author: 'D Vole', date: '2026-05-05T10:00:00Z' },
      { kind: 'inserted', start: 4, end: 9, text: 'three', author: 'D Vole', date: '2026-05-05T10:00:00Z' },
    ]);
    expect(read.warnings.map((warning) => warning.code)).toEqual(['TRACKED_CHANGES']);
  });

  test('a deleted row is gone but known on the next block', () => {
    const body = `<w:tbl><w:tr><w:trPr><w:del ${by}/></w:trPr><w:tc>${p('Gone')}</w:tc></w:tr><w:tr><w:tc>${p('Stays')}</w:tc></w:tr></w:tbl>`;
    const blocks = blocksOf({ body });
    expect(blocks.map((block) => [block.text, block.cell?.row])).toEqual([['Stays', 0]]);
    expect(blocks[0]?.revisions).toMatchObject([{ kind: 'deleted', text: 'Gone' }]);
  });

  test('a paragraph whose mark is deleted runs on into the next', () => {
    const body = `<w:p><w:pPr><w:rPr><w:del ${by}/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">Sam will </w:t></w:r></w:p>${p('swim.')}`;
    expect(textsOf(body)).toEqual(['Sam will swim.']);
  });
});

describe('text that is struck out by hand', () => {
  const struck = (run: string, text: string): string =>
    `<w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const styles = `<w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:strike/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Old"><w:name w:val="Old"/><w:rPr><w:dstrike/></w:rPr></w:style>`;

  test.each([
    ['with one line', '<w:strike/>'],
    ['with two lines', '<w:dstrike/>'],
    ['by a style', '<w:rStyle w:val="Gone"/>'],
  ])('%s is kept as deleted, and is no text', (_, look) => {
    const [block] = blocksOf({
      styles,
      body: `<w:p>${struck('', 'For ')}${struck(look, 'two')}${struck('', 'three hours')}</w:p>`,
    });
    expect(block?.text).toBe('For three hours');
    expect(block?.revisions).toEqual([{ kind: 'deleted', start: 4, end: 4, text: 'two', author: null, date: null }]);
  });

  test('the person is told of it', () => {
    const read = readDocx(makeDocx({ styles, body: `${p('Gone', '<w:pStyle w:val="Old"/>')}${p('Here')}` }));
    expect(read.warnings.map(({ message }) => message)).toEqual([
      'Words are struck out in 1 place; they are read as taken away.',
    ]);
  });

  test('stays where the run says that it is not struck, whatever its style says', () => {
    expect(blocksOf({ styles, body: p('Stays', '<w:pStyle w:val="Old"/>', '<w:dstrike w:val="0"/>') })[0]?.text).toBe(
      'Stays',
    );
  });

  test('a paragraph of it is gone but known on the next block', () => {
    const blocks = blocksOf({ styles, body: `${p('Gone', '<w:pStyle w:val="Old"/>')}${p('Here')}` });
    expect(blocks.map((block) => block.text)).toEqual(['Here']);
    expect(blocks[0]?.revisions).toMatchObject([{ kind: 'deleted', text: 'Gone' }]);
  });
});

describe('furniture', () => {
  test('a header that only later pages have stands where they begin', () => {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    const section = (id: string): string =>
      `<w:sectPr><w:headerReference xmlns:r="${office}" w:type="default" r:id="${id}"/></w:sectPr>`;
    const related = ['h1', 'h2'].map((id) => `<Relationship Id="${id}" Type="${office}/header" Target="${id}.xml"/>`);
    const header = (text: string): Uint8Array =>
      strToU8(`<?xml version="1.0"?><w:hdr xmlns:w="${word}">${p(text)}</w:hdr>`);
    const { blocks } = readDocx(
      makeDocx({
        body: p('I like the sea.', section('h1')) + p('Noise upsets her.') + section('h2'),
        extra: {
          'word/_rels/document.xml.rels': strToU8(
            `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related.join('')}</Relationships>`,
          ),
          'word/h1.xml': header('Section A'),
          'word/h2.xml': header('Section B'),
        },
      }),
    );
    expect(blocks.map(({ text, furniture }) => [furniture, text])).toEqual([
      ['header', 'Section A'],
      [undefined, 'I like the sea.'],
      ['header', 'Section B'],
      [undefined, 'Noise upsets her.'],
    ]);
  });

  test('headers, footnotes, comments and footers are marked, separators left out', () => {
    const blocks = blocksOf({
      body: p('The plan'),
      header: p('Sam Vale'),
      footer: p('Page 1'),
      footnotes: `<w:footnote w:type="separator" w:id="0">${p('---')}</w:footnote><w:footnote w:id="1">${p('A note')}</w:footnote>`,
      comments: `<w:comment w:id="1">${p('Check this')}</w:comment>`,
    });
    expect(blocks.map((block) => [block.furniture, block.text])).toEqual([
      ['header', 'Sam Vale'],
      [undefined, 'The plan'],
      ['footnote', 'A note'],
      ['comment', 'Check this'],
      ['footer', 'Page 1'],
    ]);
  });

  test('a contents control is marked as contents', () => {
    const body = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('Section A 2')}</w:sdtContent></w:sdt>`;
    expect(blocksOf({ body })[0]?.furniture).toBe('contents');
  });

  test('what no reader knows becomes a warning', () => {
    const read = readDocx(makeDocx({ body: `${p('Text')}<w:puzzle/>` }));
    expect(read.warnings).toMatchObject([{ code: 'UNKNOWN_CONTENT' }]);
    expect(read.warnings[0]?.message).toContain('w:puzzle');
  });
});

describe('packages', () => {
  test('macro documents and templates are read as Word', () => {
    for (const mainType of [
      'application/vnd.ms-word.document.macroEnabled.main+xml',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml',
      'application/vnd.ms-word.template.macroEnabledTemplate.main+xml',
    ]) {
      expect(readDocx(makeDocx({ body: p('Text'), mainType })).blocks[0]?.text).toBe('Text');
    }
  });

  test('another kind of zip is not a Word document', () => {
    const xlsx = makeDocx({
      body: p('x'),
      mainType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
    });
    expect(refusal(xlsx)).toBe('UNSUPPORTED_FORMAT');
    expect(refusal(zipSync({ 'a.txt': strToU8('a') }))).toBe('UNSUPPORTED_FORMAT');
  });

  test('a cut-off file and broken XML are damaged', () => {
    const whole = makeDocx({ body: p('Text') });
    expect(refusal(whole.slice(0, whole.length / 2))).toBe('DAMAGED_FILE');
    expect(refusal(makeDocx({ body: '<w:p><w:r>' }))).toBe('DAMAGED_FILE');
  });

  test('an entity bomb is refused before it grows', () => {
    const bomb = strToU8(
      '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>',
    );
    expect(refusal(makeDocx({ body: '', extra: { 'word/document.xml': bomb } }))).toBe('DAMAGED_FILE');
  });

  test('a zip bomb is refused by the size it declares, before it is unpacked', () => {
    const bytes = makeDocx({ body: p('Text'), extra: { 'word/bomb.xml': new Uint8Array(1000) } });
    declareSize(bytes, 'word/bomb.xml', 160 * 1024 * 1024);
    expect(refusal(bytes)).toBe('TOO_LARGE');
  });

  test('a part that unpacks to more than it declares is damaged', () => {
    const bytes = makeDocx({ body: p('Text'.repeat(1000)) });
    declareSize(bytes, 'word/document.xml', 10);
    expect(refusal(bytes)).toBe('DAMAGED_FILE');
  });

  test('very many parts are refused', () => {
    const extra = Object.fromEntries(
      Array.from({ length: 10_001 }, (_, index) => [`word/part${index}.xml`, new Uint8Array()]),
    );
    expect(refusal(makeDocx({ body: p('Text'), extra }))).toBe('TOO_LARGE');
  });

  test('names that climb out of the package are only names', () => {
    const extra = { '../../outside.xml': strToU8('<a/>'), '/etc/passwd.xml': strToU8('<a/>') };
    expect(readDocx(makeDocx({ body: p('Text'), extra })).blocks.map((block) => block.text)).toEqual(['Text']);
  });

  test('nesting without end is refused, not followed', () => {
    const deep = `${'<w:customXml>'.repeat(5000)}${p('x')}${'</w:customXml>'.repeat(5000)}`;
    expect(refusal(makeDocx({ body: deep }))).toBe('DAMAGED_FILE');
  });
});

/** Writes another unpacked size into the zip's directory, as a hostile packer would. */
function declareSize(bytes: Uint8Array, name: string, size: number): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const SIGNATURE = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
  for (let at = buffer.indexOf(SIGNATURE); at >= 0; at = buffer.indexOf(SIGNATURE, at + 4)) {
    const length = buffer.readUInt16LE(at + 28);
    if (buffer.toString('latin1', at + 46, at + 46 + length) === name) buffer.writeUInt32LE(size, at + 24);
  }
}
