import { strFromU8, unzipSync } from 'fflate';
import { serialDate } from '../../../shared/domain/register/excel-dates.ts';
import { LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, SheetError, type SheetFile } from './sheet-file.ts';
import { walkXml } from './walk-xml.ts';
import { readDateStyles } from './xlsx-styles.ts';

/** Parts that hold values; pictures, charts, macros and links are never unpacked. */
const WANTED =
  /^(xl\/(workbook|sharedstrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i;
const MAX_ENTRIES = 10_000;
const MAX_UNPACKED_BYTES = 400 * 1024 * 1024;

/**
 * Reads one sheet of a workbook (ECMA-376 part 1, SpreadsheetML): shared and inline strings, numbers, dates by their
 * style and the workbook's date system, yes and no, and what formulas last gave. Throws SheetError.
 */
export function readXlsx(bytes: Uint8Array, wanted?: string): SheetFile {
  const parts = unzip(bytes);
  const workbook = parts.get('xl/workbook.xml');
  if (workbook === undefined) throw new SheetError('NOT_A_TABLE');
  const { sheets, isFrom1904 } = readWorkbook(workbook);
  const chosen =
    wanted === undefined
      ? (sheets.find(({ isHidden }) => !isHidden) ?? sheets[0])
      : sheets.find(({ name }) => name === wanted);
  if (chosen === undefined) throw new SheetError('NO_SHEET');
  const target = readRelationships(parts.get('xl/_rels/workbook.xml.rels') ?? '').get(chosen.relationship);
  const sheet = target === undefined ? undefined : parts.get(target);
  if (sheet === undefined) throw new SheetError('NO_SHEET');
  const strings = readStrings(parts.get('xl/sharedstrings.xml'));
  const isDateStyle = readDateStyles(parts.get('xl/styles.xml'));
  const rows = readRows(sheet, { strings, isDateStyle, isFrom1904 });
  if (rows.every((row) => row.every((cell) => cell === ''))) throw new SheetError('EMPTY');
  return {
    format: 'xlsx',
    sheets: sheets.map(({ name, isHidden }) => ({ name, isHidden })),
    sheet: chosen.name,
    rows,
  };
}

function unzip(bytes: Uint8Array): Map<string, string> {
  let entries = 0;
  let unpacked = 0;
  const filter = (file: { name: string; originalSize: number }): boolean => {
    entries += 1;
    if (entries > MAX_ENTRIES) throw new SheetError('TOO_LARGE');
    if (!WANTED.test(file.name)) return false;
    unpacked += file.originalSize;
    if (unpacked > MAX_UNPACKED_BYTES) throw new SheetError('TOO_LARGE');
    return true;
  };
  try {
    return new Map(
      Object.entries(unzipSync(bytes, { filter })).map(([name, data]) => [name.toLowerCase(), strFromU8(data)]),
    );
  } catch (error) {
    throw error instanceof SheetError ? error : new SheetError('DAMAGED');
  }
}

interface Sheet {
  name: string;
  isHidden: boolean;
  relationship: string;
}

function readWorkbook(xml: string): { sheets: Sheet[]; isFrom1904: boolean } {
  const sheets: Sheet[] = [];
  let isFrom1904 = false;
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'workbookPr') isFrom1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      sheets.push({
        name: attributes['name'] ?? '',
        isHidden: (attributes['state'] ?? 'visible') !== 'visible',
        relationship: attributes['r:id'] ?? attributes['id'] ?? '',
      });
    },
  });
  return { sheets, isFrom1904 };
}

/** Relationship id → part, only parts of this very package. */
function readRelationships(xml: string): Map<string, string> {
  const targets = new Map<string, string>();
  if (xml === '') return targets;
  walkXml(xml, {
    open(name, attributes) {
      const { Id: id, Target: target, TargetMode: mode } = attributes;
      if (name !== 'Relationship' || id === undefined || target === undefined || mode === 'External') return;
      targets.set(id, (target.startsWith('/') ? target.slice(1) : `xl/${target}`).toLowerCase());
    },
  });
  return targets;
}

/** Shared strings, their differently styled stretches joined; readings for other scripts (rPh) are left out. */
function readStrings(xml: string | undefined): string[] {
  const strings: string[] = [];
  if (xml === undefined) return strings;
  let current = '';
  let phonetic = 0;
  let isText = false;
  walkXml(xml, {
    open(name) {
      if (name === 'si') current = '';
      else if (name === 'rPh') phonetic += 1;
      else if (name === 't') isText = phonetic === 0;
    },
    text(text) {
      if (isText && current.length < LONGEST_CELL) current += text;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'si') strings.push(current);
    },
  });
  return strings;
}

interface Values {
  strings: readonly string[];
  isDateStyle: (style: number) => boolean;
  isFrom1904: boolean;
}

function readRows(xml: string, values: Values): string[][] {
  const rows: string[][] = [];
  let row: string[] | null = null;
  let column = 0;
  let type = 'n';
  let style = 0;
  let value = '';
  let isValue = false;
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'row') {
        const number = Number(attributes['r'] ?? rows.length + 1);
        if (!Number.isInteger(number) || number > MOST_ROWS + 1) throw new SheetError('TOO_MANY_ROWS');
        while (rows.length < number - 1) rows.push([]);
        row = [];
        rows.push(row);
        column = 0;
      } else if (name === 'c') {
        column = attributes['r'] === undefined ? column : columnOf(attributes['r'], column);
        if (column >= MOST_COLUMNS) throw new SheetError('TOO_MANY_COLUMNS');
        type = attributes['t'] ?? 'n';
        style = Number(attributes['s'] ?? 0);
        value = '';
      } else if (name === 'v' || name === 't') isValue = true;
    },
    text(text) {
      if (isValue && value.length < LONGEST_CELL) value += text;
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false;
      else if (name === 'c' && row !== null) {
        while (row.length < column) row.push('');
        row[column] = cellText(value, type, style, values);
        column += 1;
      }
    },
  });
  return rows;
}

/** 'AB12' → 27 */
function columnOf(place: string, fallback: number): number {
  const letters = /^[A-Z]{1,3}/.exec(place.toUpperCase())?.[0];
  if (letters === undefined) return fallback;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function cellText(value: string, type: string, style: number, { strings, isDateStyle, isFrom1904 }: Values): string {
  switch (type) {
    case 's':
      return (strings[Number(value)] ?? '').trim();
    case 'b':
      return value === '1' ? 'Yes' : 'No';
    case 'n': {
      const number = Number(value);
      if (value === '' || !Number.isFinite(number)) return value.trim();
      if (isDateStyle(style)) return serialDate(number, isFrom1904) ?? value;
      // Whole numbers as they are typed, however long; 0.1 + 0.2 as Excel shows it.
      return Number.isInteger(number) ? String(BigInt(number)) : String(Number(number.toPrecision(15)));
    }
    case 'd':
      return value.slice(0, 10);
    default:
      return value.trim();
  }
}
