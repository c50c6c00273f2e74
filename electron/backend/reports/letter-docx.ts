import { type AdviceLetter, letterBlocks } from '../../../shared/domain/advice/advice-letter.ts';
import { blocksToDocx } from './docx-blocks.ts';
import { packPaper } from './docx-frame.ts';
import type { AssetOptions } from './report-assets.ts';
import { fitForXml } from './xml-text.ts';

const MARKING = 'Official – sensitive';
const TITLE = 'Feedback on advice for education, health and care plans';

/** A letter to a service as the bytes of a .docx, in the report's look. */
export async function renderLetter(given: AdviceLetter, options: AssetOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
  const letter = fitForXml(given);
  return packPaper({
    documentTitle: `${TITLE}: ${letter.service}`,
    subject: 'Feedback on advice',
    description: MARKING,
    author: letter.from,
    marking: MARKING,
    period: '',
    title: TITLE,
    subtitle: letter.partnership,
    children: await blocksToDocx(letterBlocks(letter), options),
  });
}
