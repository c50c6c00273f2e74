import { Paragraph, TextRun } from 'docx';
import { printPaper } from '../../../shared/domain/report/print-paper.ts';
import { frontDetails, periodOf, subtitleOf } from '../../../shared/domain/report/report-front.ts';
import type { PartnershipReport } from '../../../shared/domain/report/report-model.ts';
import { blocksToDocx } from './docx-blocks.ts';
import { packPaper } from './docx-frame.ts';
import { contentsList, detailsTable } from './docx-front-page.ts';
import type { AssetOptions } from './report-assets.ts';
import { steadyDocx } from './steady-docx.ts';
import { fitForXml } from './xml-text.ts';

/** The report as a Word document for a board: the bytes of a .docx. Throws where a font or the picture module is missing. */
export async function renderDocx(
  given: PartnershipReport,
  options: AssetOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const model = fitForXml(given);
  const { overSummary, summary, continued, about, annexes } = printPaper(model);
  const bytes = await packPaper({
    documentTitle: `${model.title}, ${model.partnership}, ${periodOf(model)}`,
    subject: `Quality of education, health and care plans, ${periodOf(model)}`,
    description: `${model.marking}. ${model.edition === 'internal' ? 'Internal' : 'Publishable'} edition. Standards: ${model.rubrics.map(({ title, version }) => `${title}, version ${version}`).join('; ')}.`,
    author: model.author,
    marking: model.marking,
    period: periodOf(model),
    title: model.title,
    subtitle: subtitleOf(model),
    children: [
      new Paragraph({ spacing: { after: 0 }, children: [new TextRun(overSummary)] }),
      ...(await blocksToDocx(summary, options)),
      ...(await blocksToDocx([...continued, about], options)),
      detailsTable(frontDetails(model)),
      ...contentsList(annexes),
      ...(await blocksToDocx(annexes, options)),
    ],
  });
  return steadyDocx(bytes, model.madeAt);
}
