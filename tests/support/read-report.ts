import { strFromU8, unzipSync } from 'fflate';
import { all, parseXml, textOf } from '../unit/backend/reports/xml-tree.ts';

/** A table of a report as it stands in a produced file: its caption without its number, and the words of its cells. */
export interface ReadTable {
  caption: string;
  rows: string[][];
}

/** The captioned tables of a Word report, from its XML. */
export function tablesOfDocx(bytes: Uint8Array): ReadTable[] {
  const part = unzipSync(bytes, { filter: ({ name }) => name === 'word/document.xml' })['word/document.xml'];
  if (part === undefined) throw new Error('This is not a Word document.');
  const top = all(parseXml(strFromU8(part)), 'w:body')[0]?.children.filter((child) => typeof child !== 'string') ?? [];
  return top.flatMap((node, at) => {
    const before = top[at - 1];
    const isCaptioned = before !== undefined && all(before, 'w:pStyle')[0]?.attrs['w:val'] === 'Caption';
    if (node.name !== 'w:tbl' || !isCaptioned) return [];
    return [
      {
        caption: withoutNumber(textOf(before)),
        rows: all(node, 'w:tr').map((row) => all(row, 'w:tc').map(textOf)),
      },
    ];
  });
}

/** A Word paper's words, a line for each paragraph. */
export function wordsOfDocx(bytes: Uint8Array): string {
  const part = unzipSync(bytes, { filter: ({ name }) => name === 'word/document.xml' })['word/document.xml'];
  if (part === undefined) throw new Error('This is not a Word document.');
  return all(parseXml(strFromU8(part)), 'w:p')
    .map(textOf)
    .join('\n');
}

/** The tables of an HTML report. */
export function tablesOfHtml(html: string): ReadTable[] {
  const page = parseXml(html.replace(/^<!doctype html>\n/, '').replaceAll(/<(meta|link|col)\b([^>]*)>/g, '<$1$2/>'));
  return all(page, 'table').map((table) => ({
    caption: withoutNumber(all(table, 'caption').map(textOf).join('')),
    rows: all(table, 'tr').map((row) =>
      row.children.flatMap((cell) => (typeof cell === 'string' ? [] : [textOf(cell)])),
    ),
  }));
}

function withoutNumber(caption: string): string {
  return caption.replace(/^Table \d+\. /, '');
}
