import { BorderStyle, HeadingLevel, LineRuleType, Paragraph, TextRun } from 'docx';
import {
  ONE_PAGE_TYPE,
  type OnePageItem,
  type OnePagePaper,
  type OnePagePart,
} from '../../../shared/domain/one-page.ts';
import { packPaper } from './docx-frame.ts';
import { COLOURS } from './docx-look.ts';
import { fitForXml } from './xml-text.ts';

/** Word keeps sizes of type in half points, distances in twentieths of a point. */
const TEXT = 2 * ONE_PAGE_TYPE.text;
const UNDER = 2 * ONE_PAGE_TYPE.under;
const HEADING = 2 * ONE_PAGE_TYPE.heading;
const LINE = { line: 226, lineRule: LineRuleType.AUTO };
const RULED_LINE = 300;

/** A paper of one page as the bytes of a .docx, in the reports' look. */
export async function renderOnePage(
  given: OnePagePaper,
  { subject, author }: { subject: string; author: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const paper = fitForXml(given);
  return packPaper({
    documentTitle: `${paper.title}: ${paper.subtitle}`,
    subject,
    description: paper.marking,
    author,
    marking: paper.marking,
    period: paper.foot,
    title: paper.title,
    subtitle: paper.subtitle,
    children: [
      new Paragraph({ spacing: { after: 60, ...LINE }, children: [new TextRun({ text: paper.details, size: UNDER })] }),
      ...paper.parts.flatMap(partParagraphs),
    ],
  });
}

function partParagraphs({ heading, items, blankLines }: OnePagePart): Paragraph[] {
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      spacing: { before: 110, after: 30 },
      children: [new TextRun({ text: heading, size: HEADING, color: COLOURS.headerGround })],
    }),
    ...items.flatMap(itemParagraphs),
    ...Array.from({ length: blankLines }, ruledLine),
  ];
}

function itemParagraphs({ lead, text, under }: OnePageItem): Paragraph[] {
  return [
    new Paragraph({
      spacing: { after: 20, ...LINE },
      children: [
        ...(lead === '' ? [] : [new TextRun({ text: text === '' ? lead : `${lead} `, bold: true, size: TEXT })]),
        ...(text === '' ? [] : [new TextRun({ text, size: TEXT })]),
      ],
    }),
    ...under.map(
      (words) =>
        new Paragraph({
          indent: { left: 240 },
          spacing: { after: 20, ...LINE },
          border: { left: { style: BorderStyle.SINGLE, size: 8, color: COLOURS.line, space: 6 } },
          children: [new TextRun({ text: words, size: UNDER, color: COLOURS.softInk })],
        }),
    ),
  ];
}

function ruledLine(): Paragraph {
  return new Paragraph({
    spacing: { after: 0, line: RULED_LINE, lineRule: LineRuleType.EXACT },
    border: {
      bottom: { style: BorderStyle.SINGLE, size: 4, color: COLOURS.line, space: 1 },
      between: { style: BorderStyle.SINGLE, size: 4, color: COLOURS.line, space: 1 },
    },
    children: [],
  });
}
