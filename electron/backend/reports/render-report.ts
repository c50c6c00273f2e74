import type { ReportFormat } from '../../../shared/contract/reports.ts';
import type { PartnershipReport } from '../../../shared/domain/report/report-model.ts';
import type { HostShell } from '../host-shell.ts';
import { Refusal } from '../refusal.ts';
import { renderCsv, renderDataDictionary } from './to-csv.ts';
import { renderDocx } from './to-docx.ts';
import { renderHtml } from './to-html.ts';
import { renderXlsx } from './to-xlsx.ts';

const FILES: Record<ReportFormat, { type: string; name: string }> = {
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', name: 'docx' },
  html: { type: 'text/html', name: 'html' },
  pdf: { type: 'application/pdf', name: 'pdf' },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', name: 'xlsx' },
  csv: { type: 'text/csv', name: 'csv' },
  dictionary: { type: 'text/csv', name: 'columns.csv' },
};

export interface RenderOptions {
  resourcesFolder: string | undefined;
  /** Absent where the host cannot print. */
  printPdf: HostShell['printPdf'];
}

/** A report as a file to keep, named by its half-term and edition, and after nobody. Throws Refusal NO_PDF. */
export async function renderReport(
  report: PartnershipReport,
  format: ReportFormat,
  options: RenderOptions,
): Promise<File> {
  const content = await contentOf(report, format, options);
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { type, name } = FILES[format];
  return new File([new Uint8Array(bytes)], `${fileStem(report)}.${name}`, { type });
}

async function contentOf(
  report: PartnershipReport,
  format: ReportFormat,
  { resourcesFolder, printPdf }: RenderOptions,
): Promise<Uint8Array | string> {
  const assets = resourcesFolder === undefined ? {} : { resourcesFolder };
  switch (format) {
    case 'docx':
      return renderDocx(report, assets);
    case 'html':
      return renderHtml(report, assets);
    case 'pdf':
      if (printPdf === undefined) {
        throw new Refusal(
          'NO_PDF',
          'Only the desktop application makes a PDF by itself.',
          'Export the web page, open it, and print it to a PDF.',
        );
      }
      return printPdf(await renderHtml(report, assets));
    case 'xlsx':
      return renderXlsx(report);
    case 'csv':
      return renderCsv(report);
    case 'dictionary':
      return renderDataDictionary();
    default:
      return format satisfies never;
  }
}

/** Tells half-terms and editions apart in a folder: 'partnership-report-2026-27-2-publishable'. */
function fileStem({ halfTerm, edition }: PartnershipReport): string {
  return `partnership-report-${halfTerm.id.replace('/', '-')}${edition === 'internal' ? '' : `-${edition}`}`;
}
