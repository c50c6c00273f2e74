import { Paragraph, TextRun } from 'docx';
import { escapeXml } from '../../../shared/charts/svg-tree.ts';
import type { ServicePaper } from '../../../shared/domain/report/outlets/service-paper.ts';
import { blocksToDocx } from '../reports/docx-blocks.ts';
import { packPaper } from '../reports/docx-frame.ts';
import type { AssetOptions } from '../reports/report-assets.ts';
import { htmlPage } from '../reports/to-html.ts';
import { fitForXml } from '../reports/xml-text.ts';

/** Small type under the title, in half points. */
const DETAILS = 20;

/** A service's paper as the bytes of a .docx. */
export async function paperToDocx(given: ServicePaper, options: AssetOptions): Promise<Uint8Array<ArrayBuffer>> {
  const paper = fitForXml(given);
  return packPaper({
    ...titlesOf(paper),
    subject: 'Feedback from the audit of education, health and care plans',
    description: paper.marking,
    author: paper.author,
    marking: paper.marking,
    period: paper.period,
    children: [
      new Paragraph({ spacing: { after: 60 }, children: [new TextRun({ text: paper.details, size: DETAILS })] }),
      ...(await blocksToDocx(paper.blocks, options)),
    ],
  });
}

/** The same as one HTML file that needs nothing else. */
export async function paperToHtml(paper: ServicePaper, options: AssetOptions): Promise<string> {
  return htmlPage(
    {
      ...titlesOf(paper),
      author: paper.author,
      marking: paper.marking,
      period: paper.period,
      underTitle: `<p>${escapeXml(paper.details)}</p>`,
      blocks: paper.blocks,
      isShort: true,
    },
    options,
  );
}

function titlesOf({ title, subtitle }: ServicePaper) {
  return { documentTitle: `${title}: ${subtitle}`, title, subtitle };
}
