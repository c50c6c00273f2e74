import type { Feature, Image } from 'write-excel-file/node';

/** What the library that writes workbooks leaves out: properties of the file, and links from one sheet to another. */

/** Whatever the library takes for the bytes of a file. */
type FileContent = Image['content'];

export interface WorkbookProperties {
  /** Never a child's name. */
  title: string;
  subject: string;
  author: string;
  /** ISO time at which the figures were made; null where nothing says. */
  madeAt: string | null;
}

export interface SheetLink {
  /** In the contents: 'A12'. */
  cell: string;
  sheet: string;
}

const LANGUAGE = 'en-GB';
const PROPERTIES = 'docProps/core.xml';

/** The file's title, subject, author and language, where programs and screen readers look for them. */
export function withProperties({ title, subject, author, madeAt }: WorkbookProperties): Feature<FileContent> {
  const times = madeAt === null ? [] : ['created', 'modified'].map((name) => [name, madeAt] as const);
  const xml = [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escaped(title)}</dc:title><dc:subject>${escaped(subject)}</dc:subject><dc:creator>${escaped(author)}</dc:creator><dc:language>${LANGUAGE}</dc:language>`,
    ...times.map(([name, at]) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escaped(at)}</dcterms:${name}>`),
    '</cp:coreProperties>',
  ].join('');
  return {
    files: {
      transform: {
        '[Content_Types].xml': {
          insert: () =>
            `<Override ContentType="application/vnd.openxmlformats-package.core-properties+xml" PartName="/${PROPERTIES}"/>`,
        },
        '_rels/.rels': {
          insert: () =>
            `<Relationship Id="properties" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="${PROPERTIES}"/>`,
        },
      },
      write: { files: () => ({ [PROPERTIES]: xml }) },
    },
  };
}

/** Makes cells of the first sheet lead to the sheets that they name. */
export function withLinks(links: readonly SheetLink[]): Feature<FileContent> {
  const xml = links
    .map(({ cell, sheet }) => {
      const name = escaped(sheet);
      return `<hyperlink ref="${cell}" location="'${name}'!A1" display="${name}"/>`;
    })
    .join('');
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          // Where the order of a sheet's parts has its links: before what is said of its print.
          transform: (content, _options, { sheetIndex }) =>
            sheetIndex > 0 || links.length === 0
              ? content
              : content.replace('<pageMargins', `<hyperlinks>${xml}</hyperlinks><pageMargins`),
        },
      },
    },
  };
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}
