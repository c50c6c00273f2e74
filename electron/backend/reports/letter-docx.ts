import { AlignmentType, Document, Footer, Header, LevelFormat, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { type AdviceLetter, letterBlocks } from '../../../shared/domain/advice-letter.ts';
import { blocksToDocx } from './docx-blocks.ts';
import { BULLETS, DOCX_STYLES, LANGUAGE, PAGE } from './docx-look.ts';
import type { AssetOptions } from './report-assets.ts';
import { fitForXml } from './xml-text.ts';

const MARKING = 'Official – sensitive';

/** A letter to a service as the bytes of a .docx, in the report's look. */
export async function renderLetter(given: AdviceLetter, options: AssetOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
  const letter = fitForXml(given);
  const title = 'Feedback on advice for education, health and care plans';
  const document = new Document({
    title: `${title}: ${letter.service}`,
    creator: letter.from,
    lastModifiedBy: letter.from,
    description: MARKING,
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
        headers: { default: new Header({ children: [centred([MARKING])] }) },
        footers: {
          default: new Footer({ children: [centred(['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES])] }),
        },
        children: [
          new Paragraph({ style: 'Title', children: [new TextRun(title)] }),
          new Paragraph({ style: 'Subtitle', children: [new TextRun(letter.partnership)] }),
          ...(await blocksToDocx(letterBlocks(letter), options)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function centred(children: string[]): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ size: 18, language: LANGUAGE, children })],
  });
}
