import {
  AlignmentType,
  BorderStyle,
  Document,
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
import { periodOf, reportBlocks, subtitleOf, titleDetails } from '../../../shared/domain/report-blocks.ts';
import type { ReportModel } from '../../../shared/domain/report-model.ts';
import { blocksToDocx } from './docx-blocks.ts';
import { contentsList, detailsTable } from './docx-front-page.ts';
import { BULLETS, COLOURS, DOCX_STYLES, LANGUAGE, PAGE, TEXT_WIDTH } from './docx-look.ts';
import type { AssetOptions } from './report-assets.ts';
import { fitForXml } from './xml-text.ts';

/** The report as a Word document for a board: the bytes of a .docx. Throws where a font or the picture module is missing. */
export async function renderDocx(given: ReportModel, options: AssetOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
  const model = fitForXml(given);
  const blocks = reportBlocks(model);
  const document = new Document({
    title: `${model.title}, ${model.partnership}, ${periodOf(model)}`,
    subject: `Quality of education, health and care plans, ${periodOf(model)}`,
    creator: model.author,
    lastModifiedBy: model.author,
    description: `${model.marking}. Internal edition. Standards: ${model.rubric.title}, version ${model.rubric.version}.`,
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
        headers: { default: header(model) },
        footers: { default: footer(model) },
        children: [
          new Paragraph({ style: 'Title', children: [new TextRun(model.title)] }),
          new Paragraph({ style: 'Subtitle', children: [new TextRun(subtitleOf(model))] }),
          detailsTable(titleDetails(model)),
          ...contentsList(blocks),
          ...(await blocksToDocx(blocks, options)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function header(model: ReportModel): Header {
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ text: model.marking, bold: true, size: 20, language: LANGUAGE })],
      }),
    ],
  });
}

function footer(model: ReportModel): Footer {
  return new Footer({
    children: [
      new Paragraph({
        border: { top: { style: BorderStyle.SINGLE, size: 4, color: COLOURS.line, space: 6 } },
        tabStops: [
          { type: TabStopType.CENTER, position: Math.round(TEXT_WIDTH / 2) },
          { type: TabStopType.RIGHT, position: TEXT_WIDTH },
        ],
        children: [
          new TextRun({ text: periodOf(model), size: 18 }),
          new TextRun({ size: 18, bold: true, children: [new Tab(), model.marking] }),
          new TextRun({ size: 18, children: [new Tab(), 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}
