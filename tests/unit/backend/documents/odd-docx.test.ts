import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { DocumentError } from '../../../../electron/backend/documents/document-errors.ts';
import { readDocx } from '../../../../electron/backend/documents/read-docx.ts';
import type { ReadDocument } from '../../../../shared/domain/document-model.ts';
import { makeDocx, p } from './make-docx.ts';

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/** Text, or the code of the refusal. */
function outcome(bytes: Uint8Array): string {
  try {
    return textOf(readDocx(bytes));
  } catch (error) {
    if (error instanceof DocumentError) return error.code;
    throw error;
  }
}

function textOf({ blocks }: ReadDocument): string {
  return blocks.map((block) => block.text).join('\n');
}

/** A package whose types are these, and whose own relationships lead to the document. */
function typed(types: string, target = '/word/document.xml'): Uint8Array {
  return makeDocx({
    body: p('Text'),
    extra: {
      '[Content_Types].xml': strToU8(`<Types>${types}</Types>`),
      '_rels/.rels': strToU8(
        `<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`,
      ),
    },
  });
}

describe('the main part', () => {
  test.each([
    ['of the type that all XML of the package has', `<Default Extension="xml" ContentType="${MAIN}"/>`, 'Text'],
    ['of a type that says nothing', '<Default Extension="XML" ContentType="application/xml"/>', 'Text'],
    ['of no type', '', 'Text'],
    ['of a type of its own', `<Override PartName="/Word/Document.xml" ContentType="${MAIN}"/>`, 'Text'],
    [
      'of another type than the rest',
      `<Default Extension="xml" ContentType="${SHEET}"/><Override PartName="/word/document.xml" ContentType="${MAIN}"/>`,
      'Text',
    ],
    ['of a workbook’s type', `<Default Extension="xml" ContentType="${SHEET}"/>`, 'UNSUPPORTED_FORMAT'],
  ])('%s', (_, types, expected) => {
    expect(outcome(typed(types))).toBe(expected);
  });

  test('that holds something else than a document is not read', () => {
    expect(outcome(typed('', '/[Content_Types].xml'))).toBe('UNSUPPORTED_FORMAT');
  });

  test('of two the package’s own relationships name the right one', () => {
    const two = ['/word/other.xml', '/word/document.xml']
      .map((part) => `<Override PartName="${part}" ContentType="${MAIN}"/>`)
      .join('');
    expect(outcome(typed(two))).toBe('Text');
  });
});

test('a package with the separators of Windows is read', () => {
  const parts = Object.entries(unzipSync(makeDocx({ body: p('Text'), header: p('Sam Vale') })));
  const bytes = zipSync(Object.fromEntries(parts.map(([name, data]) => [name.replaceAll('/', '\\'), data])));
  expect(outcome(bytes)).toBe('Sam Vale\nText');
});

describe('damage outside the main part', () => {
  const broken = strToU8('<w:hdr><w:p>');

  test('costs that part alone, and is told', () => {
    const parts = unzipSync(makeDocx({ body: p('Text'), header: p('Sam Vale'), footer: p('Page 1'), styles: '' }));
    const damaged = readDocx(zipSync({ ...parts, 'word/header.xml': broken, 'word/styles.xml': broken }));
    expect(textOf(damaged)).toBe('Text\nPage 1');
    expect(damaged.warnings.map(({ code, message }) => [code, /word\/\w+\.xml/.exec(message)?.[0]])).toEqual([
      ['PART_DAMAGED', 'word/styles.xml'],
      ['PART_DAMAGED', 'word/header.xml'],
    ]);
  });

  test('in a part that is never asked for costs nothing', () => {
    const bytes = Buffer.from(
      makeDocx({ body: p('Text'), extra: { 'word/activeX/x1.xml': strToU8('<x/>'.repeat(99)) } }),
    );
    const at = bytes.indexOf('word/activeX/x1.xml') + 'word/activeX/x1.xml'.length;
    bytes.fill(0xff, at, at + 8);
    const read = readDocx(new Uint8Array(bytes));
    expect([textOf(read), read.warnings]).toEqual(['Text', []]);
  });
});

test('the signs of an equation are read in their place', () => {
  const sign = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;
  const math = `<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">${sign('n=')}<m:rad><m:deg/><m:e>${sign('9')}</m:e></m:rad></m:oMath>`;
  const body = `<w:p><w:r><w:t xml:space="preserve">Where </w:t></w:r>${math}<w:r><w:t>, stop.</w:t></w:r></w:p><w:p><m:oMathPara>${math}</m:oMathPara></w:p>${math}`;
  expect(outcome(makeDocx({ body }))).toBe('Where n=9, stop.\nn=9\nn=9');
});

test('a table within a paragraph is read after it', () => {
  const inner = `<w:tbl><w:tr><w:tc>${p('Inner')}</w:tc></w:tr></w:tbl>`;
  const read = readDocx(makeDocx({ body: `<w:p><w:r><w:t>Outer</w:t></w:r>${inner}</w:p>${p('After')}` }));
  expect(read.blocks.map(({ text, cell }) => [text, cell?.table])).toEqual([
    ['Outer', undefined],
    ['Inner', 't1'],
    ['After', undefined],
  ]);
});

test('marks of changed controls hold no text, and nobody is told that they were not read', () => {
  const marks = ['Ins', 'Del', 'MoveFrom', 'MoveTo'].flatMap((kind) => [
    `<w:customXml${kind}RangeStart w:id="1"/>`,
    `<w:customXml${kind}RangeEnd w:id="1"/>`,
  ]);
  const body = `${marks.join('')}<w:p>${marks.join('')}<w:r><w:t>Text</w:t></w:r></w:p>`;
  const read = readDocx(makeDocx({ body }));
  expect([textOf(read), read.warnings]).toEqual(['Text', []]);
});

test('a file that Word would take in is told of, since its words are missing', () => {
  for (const body of [
    `${p('Text')}<w:altChunk r:id="r9"/>`,
    '<w:p><w:r><w:t>Text</w:t></w:r><w:subDoc r:id="r9"/></w:p>',
  ]) {
    const read = readDocx(makeDocx({ body }));
    expect([textOf(read), read.warnings.map(({ code }) => code)]).toEqual(['Text', ['OTHER_FILE_INSIDE']]);
  }
});

test('a line break between runs breaks the line', () => {
  expect(outcome(makeDocx({ body: '<w:p><w:r><w:t>One.</w:t></w:r><w:br/><w:r><w:t>Two.</w:t></w:r></w:p>' }))).toBe(
    'One.\nTwo.',
  );
});
