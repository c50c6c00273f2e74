import { strToU8, zipSync } from 'fflate';

export type XlsxCell = string | number | boolean | { date: number } | { inline: string } | null;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook as Excel writes one, small: shared strings, a date style (1) and, where asked, dates from 1904. */
export function makeXlsx(
  sheets: readonly { name: string; isHidden?: boolean; rows: readonly (readonly XlsxCell[])[] }[],
  { isFrom1904 = false }: { isFrom1904?: boolean } = {},
): Uint8Array {
  const strings: string[] = [];
  const parts: Record<string, Uint8Array> = {};
  for (const [at, { rows }] of sheets.entries()) {
    const body = rows
      .map(
        (cells, row) =>
          `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, `${letters(column)}${row + 1}`, strings)).join('')}</row>`,
      )
      .join('');
    parts[`xl/worksheets/sheet${at + 1}.xml`] = strToU8(
      `${HEAD}<worksheet ${MAIN}><sheetData>${body}</sheetData></worksheet>`,
    );
  }
  parts['xl/workbook.xml'] = strToU8(
    `${HEAD}<workbook ${MAIN} xmlns:r="${RELATIONS}"><workbookPr${isFrom1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name, isHidden }, at) =>
          `<sheet name="${escape(name)}" sheetId="${at + 1}"${isHidden === true ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
  );
  parts['xl/_rels/workbook.xml.rels'] = strToU8(
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
  );
  parts['xl/styles.xml'] = strToU8(
    `${HEAD}<styleSheet ${MAIN}><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
  );
  parts['xl/sharedStrings.xml'] = strToU8(
    `${HEAD}<sst ${MAIN}>${strings.map((text) => `<si><r><t xml:space="preserve">${escape(text.slice(0, 2))}</t></r><r><t xml:space="preserve">${escape(text.slice(2))}</t></r><rPh sb="0" eb="1"><t>not this</t></rPh></si>`).join('')}</sst>`,
  );
  return zipSync(parts);
}

function cellXml(cell: XlsxCell, place: string, strings: string[]): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'string') return `<c r="${place}" t="s"><v>${strings.push(cell) - 1}</v></c>`;
  if ('date' in cell) return `<c r="${place}" s="1"><v>${cell.date}</v></c>`;
  return `<c r="${place}" t="inlineStr"><is><t>${escape(cell.inline)}</t></is></c>`;
}

function letters(column: number): string {
  const rest = column % 26;
  const last = String.fromCharCode(65 + rest);
  return column < 26 ? last : letters((column - rest) / 26 - 1) + last;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
