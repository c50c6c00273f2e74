import { periodOf, reportBlocks, subtitleOf, titleDetails } from '../../../shared/domain/report-blocks.ts';
import type { ReportModel } from '../../../shared/domain/report-model.ts';
import { blocksToDocx } from './docx-blocks.ts';
import { packPaper } from './docx-frame.ts';
import { contentsList, detailsTable } from './docx-front-page.ts';
import type { AssetOptions } from './report-assets.ts';
import { fitForXml } from './xml-text.ts';

/** The report as a Word document for a board: the bytes of a .docx. Throws where a font or the picture module is missing. */
export async function renderDocx(given: ReportModel, options: AssetOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
  const model = fitForXml(given);
  const blocks = reportBlocks(model);
  return packPaper({
    documentTitle: `${model.title}, ${model.partnership}, ${periodOf(model)}`,
    subject: `Quality of education, health and care plans, ${periodOf(model)}`,
    description: `${model.marking}. Internal edition. Standards: ${model.rubric.title}, version ${model.rubric.version}.`,
    author: model.author,
    marking: model.marking,
    period: periodOf(model),
    title: model.title,
    subtitle: subtitleOf(model),
    children: [detailsTable(titleDetails(model)), ...contentsList(blocks), ...(await blocksToDocx(blocks, options))],
  });
}
