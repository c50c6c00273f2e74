import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { BULLETS, COLOURS, DOCX_STYLES, LANGUAGE, PAGE, TEXT_WIDTH } from './docx-look.ts';

export interface WordPaper {
  /** What file properties say: never a child's name. */
  documentTitle: string;
  subject: string;
  description: string;
  author: string;
  /** On top of every page and in its foot. */
  marking: string;
  /** At the left of every foot: "Autumn 2 2026/27". */
  period: string;
  title: string;
  subtitle: string;
  children: readonly FileChild[];
}

/** A paper for a board or a panel as a Word document: the same pages, styles, head and foot for all. Gives its bytes. */
export async function packPaper(paper: WordPaper): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: paper.documentTitle,
    subject: paper.subject,
    creator: paper.author,
    lastModifiedBy: paper.author,
    description: paper.description,
    styles: DOCX_STYLES,
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 360, hanging: 260 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: { page: PAGE },
        headers: { default: header(paper) },
        footers: { default: footer(paper) },
        children: [
          new Paragraph({ style: 'Title', children: [new TextRun(paper.title)] }),
          new Paragraph({ style: 'Subtitle', children: [new TextRun(paper.subtitle)] }),
          ...paper.children,
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function header({ marking }: WordPaper): Header {
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ text: marking, bold: true, size: 20, language: LANGUAGE })],
      }),
    ],
  });
}

function footer({ marking, period }: WordPaper): Footer {
  return new Footer({
    children: [
      new Paragraph({
        border: { top: { style: BorderStyle.SINGLE, size: 4, color: COLOURS.line, space: 6 } },
        tabStops: [
          { type: TabStopType.CENTER, position: Math.round(TEXT_WIDTH / 2) },
          { type: TabStopType.RIGHT, position: TEXT_WIDTH },
        ],
        children: [
          new TextRun({ text: period, size: 18 }),
          new TextRun({ size: 18, bold: true, children: [new Tab(), marking] }),
          new TextRun({ size: 18, children: [new Tab(), 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}
