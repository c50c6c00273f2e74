import { strToU8, zipSync } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const EXTRA =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface DocxParts {
  /** Inside w:body. */
  body: string;
  styles?: string;
  numbering?: string;
  comments?: string;
  footnotes?: string;
  header?: string;
  footer?: string;
  mainType?: string;
  /** More entries of the package, by name. */
  extra?: Record<string, Uint8Array>;
}

/** A Word file as small as it can be, from the XML that a test is about. */
export function makeDocx(parts: DocxParts): Uint8Array {
  const type = parts.mainType ?? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const related = (['styles', 'numbering', 'comments', 'footnotes', 'header', 'footer'] as const).filter(
    (name) => parts[name] !== undefined,
  );
  const roots = {
    styles: 'w:styles',
    numbering: 'w:numbering',
    comments: 'w:comments',
    footnotes: 'w:footnotes',
    header: 'w:hdr',
    footer: 'w:ftr',
  };
  const relationships = related.map(
    (name, index) => `<Relationship Id="r${index}" Type="${OFFICE}/${name}" Target="${name}.xml"/>`,
  );
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document ${W} ${EXTRA}><w:body>${parts.body}</w:body></w:document>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships.join('')}</Relationships>`,
    ),
    ...parts.extra,
  };
  for (const name of related)
    files[`word/${name}.xml`] = strToU8(`<?xml version="1.0"?><${roots[name]} ${W}>${parts[name]}</${roots[name]}>`);
  return zipSync(files, { level: 1 });
}

/** A paragraph of one run. */
export function p(text: string, paragraphProperties = '', runProperties = ''): string {
  const properties = runProperties === '' ? '' : `<w:rPr>${runProperties}</w:rPr>`;
  return `<w:p>${paragraphProperties === '' ? '' : `<w:pPr>${paragraphProperties}</w:pPr>`}<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A table of plain cells. */
export function table(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => `<w:tc><w:tcPr/>${text.startsWith('<w:') ? text : p(text)}</w:tc>`;
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}
