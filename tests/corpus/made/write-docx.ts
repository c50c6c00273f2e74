import { strToU8, zipSync } from 'fflate';
import type { Cell, Node, Paper, Table, Text } from './paper.ts';

/** Writes a made plan as a Word file, element by element, so that it can hold whatever Word knows. */
export function writeDocx(paper: Paper): Uint8Array {
  const writer: Writer = { lists: new Map(), points: paper.points, isWide: false, room: null };
  const body = paper.nodes.map((node) => block(node, writer, '')).join('');
  const files: Record<string, string> = {
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${['document.main', 'styles', 'numbering', 'header', 'footer'].map((part) => `<Override PartName="/word/${part.split('.')[0]}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${part}+xml"/>`).join('')}</Types>`,
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relationships([
      ['styles', 'styles.xml'],
      ['numbering', 'numbering.xml'],
      ['header', 'header.xml'],
      ['footer', 'footer.xml'],
    ]),
    'word/document.xml': `${XML}<w:document ${SPACES}><w:body>${body}${sectionEnd(writer.isWide)}</w:body></w:document>`,
    'word/styles.xml': styles(paper),
    'word/numbering.xml': numbering(writer),
    'word/header.xml': `${XML}<w:hdr ${SPACES}><w:p>${run(paper.header ?? '', { points: 8 })}</w:p></w:hdr>`,
    'word/footer.xml': `${XML}<w:ftr ${SPACES}><w:p>${footer(paper.footer)}</w:p></w:ftr>`,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])), {
    mtime: new Date(2026, 0, 1),
    level: 6,
  });
}

interface Writer {
  /** Formats of Word's own lists, each with its number. */
  lists: Map<string, number>;
  points: number;
  isWide: boolean;
  /** Room for a table within a cell, in twentieths of a point. */
  room: number | null;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SPACES = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"`;
/** Text width between margins of 2 cm, in twentieths of a point. */
const WIDTH = { upright: 9638, wide: 14570 } as const;

function relationships(list: readonly (readonly [string, string])[]): string {
  const items = list.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}

function sectionEnd(isWide: boolean, columns = 1, isContinuous = false): string {
  const [w, h] = isWide ? [16838, 11906] : [11906, 16838];
  return `<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>${isContinuous ? '<w:type w:val="continuous"/>' : ''}<w:pgSz w:w="${w}" w:h="${h}"${isWide ? ' w:orient="landscape"' : ''}/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/><w:cols w:num="${columns}" w:space="400"/></w:sectPr>`;
}

function block(node: Node, writer: Writer, inCell: string): string {
  if (node.kind === 'text') return paragraph(node, writer);
  const inside = (nodes: readonly Node[]): string => nodes.map((one) => block(one, writer, inCell)).join('');
  if (node.kind === 'table') {
    const after = inCell === '' ? '<w:p><w:pPr><w:spacing w:after="40"/></w:pPr></w:p>' : '<w:p/>';
    return `${table(node, writer)}${after}`;
  }
  if (node.kind === 'columns') {
    const end = (columns: number): string => `<w:p><w:pPr>${sectionEnd(writer.isWide, columns, true)}</w:pPr></w:p>`;
    return `${end(1)}${inside(node.nodes)}${end(2)}`;
  }
  if (node.kind === 'shape') return shape(inside(node.nodes), node.fill, writer);
  if (node.kind === 'control')
    return `<w:sdt><w:sdtPr><w:tag w:val="field"/></w:sdtPr><w:sdtContent>${inside(node.nodes)}</w:sdtContent></w:sdt>`;
  if (node.turn === undefined) return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
  const end = `<w:p><w:pPr>${sectionEnd(writer.isWide)}</w:pPr></w:p>`;
  writer.isWide = node.turn === 'landscape';
  return end;
}

function shape(content: string, fill: string, writer: Writer): string {
  const width = (writer.isWide ? WIDTH.wide : WIDTH.upright) * 635;
  return `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="${width}" cy="360000"/><wp:docPr id="1" name="Box"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="${fill}"/></a:solidFill></wps:spPr><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
}

function table(node: Table, writer: Writer): string {
  const total = node.widths.reduce((sum, share) => sum + share, 0);
  const room = writer.room ?? (writer.isWide ? WIDTH.wide : WIDTH.upright);
  const widths = node.widths.map((share) => Math.round((room * share) / total));
  const rule = (name: string, isDrawn: boolean): string =>
    `<w:${name} w:val="${isDrawn ? 'single' : 'nil'}" w:sz="4" w:color="444444"/>`;
  const lines = node.lines ?? 'all';
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((name) => rule(name, lines === 'all' || (lines === 'across' && /top|bottom|insideH/.test(name))))
    .join('');
  const open = new Map<number, { left: number; span: number }>();
  const rows = node.rows.map((row, index) => {
    const cells: string[] = [];
    let column = 0;
    const fillGaps = (): void => {
      for (let held = open.get(column); held !== undefined && held.left > 0; held = open.get(column)) {
        cells.push(tableCell(null, widths, column, held.span, writer));
        held.left -= 1;
        column += held.span;
      }
    };
    for (const one of row) {
      fillGaps();
      const span = one.span ?? 1;
      cells.push(tableCell(one, widths, column, span, writer));
      open.set(column, { left: (one.down ?? 1) - 1, span });
      column += span;
    }
    fillGaps();
    const head = index < (node.heads ?? 0) ? '<w:trPr><w:tblHeader/></w:trPr>' : '';
    return `<w:tr>${head}${cells.join('')}</w:tr>`;
  });
  return `<w:tbl><w:tblPr><w:tblW w:w="${room}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths.map((w) => `<w:gridCol w:w="${w}"/>`).join('')}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

function tableCell(one: Cell | null, widths: readonly number[], column: number, span: number, writer: Writer): string {
  const width = widths.slice(column, column + span).reduce((sum, each) => sum + each, 0);
  const merge = one === null ? '<w:vMerge/>' : (one.down ?? 1) > 1 ? '<w:vMerge w:val="restart"/>' : '';
  const fill = one?.fill === undefined ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${one.fill}"/>`;
  const before = writer.room;
  writer.room = width - 220;
  const content =
    one === null || one.nodes.length === 0 ? '<w:p/>' : one.nodes.map((n) => block(n, writer, 'x')).join('');
  writer.room = before;
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:gridSpan w:val="${span}"/>${merge}${fill}</w:tcPr>${content}</w:tc>`;
}

function paragraph(text: Text, writer: Writer): string {
  const { look } = text;
  const properties = [
    look.heading === undefined ? '' : `<w:pStyle w:val="Heading${look.heading}"/>`,
    look.isContents === true ? '<w:pStyle w:val="TOC1"/>' : '',
    look.list === undefined
      ? ''
      : `<w:numPr><w:ilvl w:val="${(look.indent ?? 1) - 1}"/><w:numId w:val="${listId(look.list, writer)}"/></w:numPr>`,
    look.bar === undefined ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${look.bar}"/>`,
    look.leaderTo === undefined ? '' : '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9500"/></w:tabs>',
    look.marker === undefined ? '' : '<w:tabs><w:tab w:val="left" w:pos="560"/></w:tabs>',
    look.marker !== undefined || (look.indent !== undefined && look.list === undefined)
      ? `<w:ind w:left="${560 + 360 * ((look.indent ?? 1) - 1)}"${look.marker === undefined ? '' : ' w:hanging="560"'}/>`
      : '',
    look.isCentred === true ? '<w:jc w:val="center"/>' : '',
  ].join('');
  const runs = [
    look.marker === undefined ? '' : `${run(look.marker, look)}<w:r><w:tab/></w:r>`,
    ...text.phrases.map((phrase, index) =>
      run(`${index > 0 ? ' ' : ''}${phrase.words}`, {
        ...look,
        bold: look.bold === true || phrase.bold === true,
        italic: look.italic === true || phrase.italic === true,
      }),
    ),
    look.leaderTo === undefined ? '' : `<w:r><w:tab/></w:r>${run(String(look.leaderTo), look)}`,
  ];
  return `<w:p><w:pPr>${properties}</w:pPr>${runs.join('')}</w:p>`;
}

function run(words: string, look: { bold?: boolean; italic?: boolean; points?: number; ink?: string }): string {
  if (words === '') return '';
  const size = look.points === undefined ? '' : `<w:sz w:val="${look.points * 2}"/>`;
  const ink = look.ink === undefined ? '' : `<w:color w:val="${look.ink}"/>`;
  return `<w:r><w:rPr>${look.bold === true ? '<w:b/>' : ''}${look.italic === true ? '<w:i/>' : ''}${ink}${size}</w:rPr><w:t xml:space="preserve">${escape(words)}</w:t></w:r>`;
}

function footer(words: string): string {
  return words
    .split(/(\{pages?\})/)
    .map((part) => {
      const field = part === '{page}' ? 'PAGE' : part === '{pages}' ? 'NUMPAGES' : null;
      return field === null
        ? run(part, { points: 8 })
        : `<w:fldSimple w:instr="${field}">${run('1', { points: 8 })}</w:fldSimple>`;
    })
    .join('');
}

function escape(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function listId(format: string, writer: Writer): number {
  const known = writer.lists.get(format) ?? writer.lists.size + 1;
  writer.lists.set(format, known);
  return known;
}

function numbering(writer: Writer): string {
  const lists = [...writer.lists].map(([format, id]) => {
    const kind = !format.includes('%1') ? 'bullet' : format.includes('(%1)') ? 'lowerLetter' : 'decimal';
    const levels = [0, 1].map(
      (level) =>
        `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${kind}"/><w:lvlText w:val="${escape(format.replace('%1', `%${level + 1}`))}"/><w:pPr><w:ind w:left="${420 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>`,
    );
    return `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="hybridMultilevel"/>${levels.join('')}</w:abstractNum>`;
  });
  const nums = [...writer.lists.values()].map(
    (id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`,
  );
  return `${XML}<w:numbering ${SPACES}>${lists.join('')}${nums.join('')}</w:numbering>`;
}

function styles(paper: Paper): string {
  const font = paper.font === 'serif' ? 'Times New Roman' : 'Arial';
  const heading = (level: 1 | 2 | 3, points: number): string =>
    `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="200" w:after="80"/><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="${points * 2}"/></w:rPr></w:style>`;
  return `${XML}<w:styles ${SPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:cs="${font}"/><w:sz w:val="${paper.points * 2}"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="80"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${heading(1, 16)}${heading(2, 13)}${heading(3, 11)}<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/><w:basedOn w:val="Normal"/></w:style></w:styles>`;
}
