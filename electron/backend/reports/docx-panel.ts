import type { PanelPaper } from '../../../shared/domain/moderation/panel-papers.ts';
import { blocksToDocx } from './docx-blocks.ts';
import { packPaper } from './docx-frame.ts';
import { detailsTable } from './docx-front-page.ts';
import type { AssetOptions } from './report-assets.ts';
import { fitForXml } from './xml-text.ts';

/** The panel day's agenda or minutes as a Word document: the bytes of a .docx. */
export async function renderPanelPaper(
  given: PanelPaper,
  { author, period }: { author: string; period: string },
  options: AssetOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const paper = fitForXml(given);
  return packPaper({
    documentTitle: `${paper.title}, ${paper.subtitle}`,
    subject: `Quality of education, health and care plans, ${period}`,
    description: `${paper.marking}. For the panel.`,
    author,
    marking: paper.marking,
    period,
    title: paper.title,
    subtitle: paper.subtitle,
    children: [detailsTable(paper.details), ...(await blocksToDocx(paper.blocks, options))],
  });
}
