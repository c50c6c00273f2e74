import type { Feature, Image } from 'write-excel-file/node';

/**
 * How a workbook's sheets print, which the library that writes them does not say: across one page of A4 however many
 * columns they have, with their head repeated on every page, and with what they are above and below them.
 */

/** Whatever the library takes for the bytes of a file. */
type FileContent = Image['content'];

export interface PrintedSheet {
  name: string;
  /** On top of its pages. */
  title: string;
  /** The row that heads its columns, counted from 1. */
  headRow: number;
}

export interface PrintedWorkbook {
  sheets: readonly PrintedSheet[];
  /** On top of every page. */
  marking: string;
  /** At the foot of every page: what the file is. */
  foot: string;
}

/** Excel takes so many letters at most in a head or foot, its codes among them. */
const LONGEST_HEAD = 255;
const LONGEST_TITLE = 130;

/** As many pages long as it takes, since the number of rows is not limited. */
const PAGE_SETUP = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';
const PAGE_MARGINS = '<pageMargins left="0.5" right="0.5" top="0.8" bottom="0.7" header="0.35" footer="0.3"/>';

/** Every sheet as wide as a page and no wider; parts of a sheet in the order of ECMA-376 part 1, 18.3.1.99. */
export function withPrintedPages({ sheets, marking, foot }: PrintedWorkbook): Feature<FileContent> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (content, _options, { sheetIndex }) => {
            const title = sheets[sheetIndex]?.title ?? '';
            return content
              .replace(/(<worksheet\b[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
              .replace(/<pageMargins\b[^>]*\/>/, PAGE_MARGINS)
              .replace(/<pageSetup\b[^>]*\/>/, () => PAGE_SETUP + headAndFoot(title, marking, foot));
          },
        },
        'xl/workbook.xml': {
          transform: (content) => content.replace('<definedNames/>', () => printTitles(sheets)),
        },
      },
    },
  };
}

function headAndFoot(title: string, marking: string, foot: string): string {
  const head = `&L${plain(title.slice(0, LONGEST_TITLE))}&R&"-,Bold"${plain(marking)}`.slice(0, LONGEST_HEAD);
  const under = `&L${plain(foot.slice(0, LONGEST_TITLE))}&RPage &P of &N`.slice(0, LONGEST_HEAD);
  return `<headerFooter><oddHeader>${escaped(head)}</oddHeader><oddFooter>${escaped(under)}</oddFooter></headerFooter>`;
}

/** Rows that Excel repeats on every page of a sheet; names of sheets have no quotes in them (see sheet-names.ts). */
function printTitles(sheets: readonly PrintedSheet[]): string {
  const names = sheets.map(
    ({ name, headRow }, at) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${escaped(name)}'!$${headRow}:$${headRow}</definedName>`,
  );
  return `<definedNames>${names.join('')}</definedNames>`;
}

/** Without a code in it: an ampersand begins one. */
function plain(text: string): string {
  return text.replaceAll('&', '&&');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
