import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { createParsePool } from '../../../../electron/backend/documents/parse-pool.ts';
import { readSheet, sheetAnswer } from '../../../../electron/backend/register/read-sheet.ts';
import { showsDay } from '../../../../electron/backend/register/xlsx-styles.ts';
import { makeXlsx } from '../../../support/make-xlsx.ts';

const csv = (text: string) => readSheet(strToU8(text)).rows;

describe('CSV', () => {
  test.each([
    ['a,b\n1,2\n', 'commas'],
    ['a;b\r\n1;2\r\n', 'semicolons'],
    ['a\tb\r1\t2', 'tabs and old Mac lines'],
    ['\uFEFF"a","b"\n"1","2"', 'a byte order mark and quotes'],
  ])('%j, with %s', (text) => {
    expect(csv(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  test('quoted commas and lines stay in their cell', () => {
    expect(csv('name,need\n"Brook, Amara","speech;\nlanguage"')).toEqual([
      ['name', 'need'],
      ['Brook, Amara', 'speech;\nlanguage'],
    ]);
  });

  test('what Excel saves without UTF-8, and with UTF-16', () => {
    expect(readSheet(new Uint8Array([...strToU8('a,Zo'), 0xeb, ...strToU8('\n1,2')])).rows[0]).toEqual(['a', 'Zoë']);
    const utf16 = Buffer.from('\uFEFFa\tZoë\n1\t2', 'utf16le');
    expect(readSheet(new Uint8Array(utf16)).rows[0]).toEqual(['a', 'Zoë']);
  });
});

describe('XLSX', () => {
  const rows = [
    ['Reference', 'Born', 'Year', 'Looked after', 'Number'],
    ['A-1', { date: 42_067 }, 6, true, 12_345_678_901],
    [{ inline: 'A-2' }, { date: 42_067.5 }, null, false, 0.1 + 0.2],
  ] as const;

  test('strings, dates, numbers and yes or no', () => {
    expect(readSheet(makeXlsx([{ name: 'Plans', rows }]))).toEqual({
      format: 'xlsx',
      sheets: [{ name: 'Plans', isHidden: false }],
      sheet: 'Plans',
      rows: [
        ['Reference', 'Born', 'Year', 'Looked after', 'Number'],
        ['A-1', '2015-03-04', '6', 'Yes', '12345678901'],
        ['A-2', '2015-03-04', '', 'No', '0.3'],
      ],
    });
  });

  test('dates that count from 1904', () => {
    const file = makeXlsx([{ name: 'Plans', rows: [['Born'], [{ date: 40_605 }]] }], { isFrom1904: true });
    expect(readSheet(file).rows[1]).toEqual(['2015-03-04']);
  });

  test('the first sheet that is in sight, or the one asked for', () => {
    const file = makeXlsx([
      { name: 'Lists', isHidden: true, rows: [['x']] },
      { name: 'Plans & more', rows: [['y']] },
    ]);
    expect(readSheet(file).sheet).toBe('Plans & more');
    expect(readSheet(file, { sheet: 'Lists' }).rows).toEqual([['x']]);
    expect(sheetAnswer(file, { sheet: 'Nowhere' })).toMatchObject({ kind: 'refused' });
  });

  test.each([
    ['dd/mm/yyyy', true],
    ['[$-809]d mmmm yyyy;@', true],
    ['h:mm', false],
    ['0.00', false],
    ['"day" 0', false],
    ['[Red]0', false],
    ['General', false],
  ])('format %s shows a day: %s', (code, isDay) => {
    expect(showsDay(code)).toBe(isDay);
  });
});

describe('what cannot be read', () => {
  const workbook = strToU8('<workbook><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>');
  const rels = strToU8('<Relationships><Relationship Id="rId1" Target="worksheets/s.xml"/></Relationships>');
  const withSheet = (xml: string) =>
    zipSync({ 'xl/workbook.xml': workbook, 'xl/_rels/workbook.xml.rels': rels, 'xl/worksheets/s.xml': strToU8(xml) });

  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'EMPTY_FILE'],
    ['only commas', strToU8(',,,\n,,,'), 'EMPTY_FILE'],
    ['a Word file', zipSync({ 'word/document.xml': strToU8('<x/>') }), 'UNSUPPORTED_FORMAT'],
    ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'UNSUPPORTED_FORMAT'],
    ['a picture', new Uint8Array([0x89, 0x50, 0, 0, 1, 2]), 'UNSUPPORTED_FORMAT'],
    ['half a zip', makeXlsx([{ name: 'S', rows: [['a']] }]).slice(0, 200), 'DAMAGED_FILE'],
    ['broken XML', withSheet('<worksheet><sheetData><row>'), 'DAMAGED_FILE'],
    ['an entity bomb', withSheet('<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>'), 'DAMAGED_FILE'],
    [
      'a row far down',
      withSheet('<worksheet><sheetData><row r="999999999"><c><v>1</v></c></row></sheetData></worksheet>'),
      'TOO_LARGE',
    ],
    [
      'a column far out',
      withSheet('<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>'),
      'TOO_LARGE',
    ],
    ['a thousand columns', strToU8(Array(1000).fill('a').join(',')), 'TOO_LARGE'],
    ['XML nested without end', withSheet('<a>'.repeat(500)), 'DAMAGED_FILE'],
  ])('%s', (_name, bytes, code) => {
    const answer = sheetAnswer(bytes, {});
    expect(answer.kind === 'refused' ? answer.refusal.code : 'read').toBe(code);
  });
});

test('the pool reads tables in its worker', async () => {
  const pool = createParsePool({ size: 1 });
  const answer = await pool.readSheet(strToU8('a,b\n1,2'));
  expect(answer).toMatchObject({
    kind: 'read',
    file: {
      rows: [
        ['a', 'b'],
        ['1', '2'],
      ],
    },
  });
  expect(await pool.readSheet(new Uint8Array([1, 0, 2]))).toMatchObject({ kind: 'refused' });
  await pool.close();
});
