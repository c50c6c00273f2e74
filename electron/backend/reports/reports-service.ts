import type { ReportFormat } from '../../../shared/contract/reports.ts';
import { buildReport, type Hide } from '../../../shared/domain/report/build-report.ts';
import type { Edition, PartnershipReport } from '../../../shared/domain/report/report-model.ts';
import type { SettledPlan } from '../../../shared/domain/report/settled-plan.ts';
import { suppress } from '../../../shared/domain/report/suppression.ts';
import { hiddenWords } from '../../../shared/domain/report/edition-words.ts';
import { recordAnswersSeen } from '../audits/answers-seen.ts';
import { recordAnswersShown } from '../audits/answers-shown.ts';
import type { Caller } from '../caller.ts';
import { digestOf, recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { createReportGatherer } from './gather-report.ts';
import { renderCsv, renderDataDictionary } from './to-csv.ts';
import { renderDocx } from './to-docx.ts';
import { renderHtml } from './to-html.ts';
import { renderXlsx } from './to-xlsx.ts';

export type ReportsService = ReturnType<typeof createReportsService>;

export interface ReportChoice {
  halfTermId: string;
  edition: Edition;
  threshold: number;
}

const FILES: Record<ReportFormat, { type: string; name: string }> = {
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', name: 'docx' },
  html: { type: 'text/html', name: 'html' },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', name: 'xlsx' },
  csv: { type: 'text/csv', name: 'csv' },
  dictionary: { type: 'text/csv', name: 'columns.csv' },
};

export function createReportsService({
  db,
  gather,
  resourcesFolder,
}: {
  db: WorkspaceDb;
  gather: ReturnType<typeof createReportGatherer>;
  resourcesFolder: string | undefined;
}) {
  async function makeReport(
    caller: Caller,
    { halfTermId, edition, threshold }: ReportChoice,
  ): Promise<{ report: PartnershipReport; plans: readonly SettledPlan[] }> {
    const input = await gather(caller, { halfTermId, edition, threshold, words: new Map(), excerpts: [] });
    const hide: Hide =
      edition === 'internal'
        ? (counted) => counted
        : (counted) => suppress(counted, { threshold, hideZero: false, known: new Map(), knownHidden: new Set() });
    return { report: buildReport(input, hide, hiddenWords(edition, threshold)), plans: input.plans };
  }

  /** Who audits a document, or was asked to, could tell from the figures how another answered. */
  async function preview(caller: Caller, choice: ReportChoice): Promise<PartnershipReport> {
    const { report, plans } = await makeReport(caller, choice);
    await keepSeen(caller, plans, report.madeAt);
    const asked = await db
      .selectFrom('assignment')
      .select(['round_id as roundId', 'document_id as documentId'])
      .distinct()
      .where('auditor_id', '=', caller.id)
      .execute();
    const mine = new Set(asked.map(({ roundId, documentId }) => `${roundId} ${documentId}`));
    const shown = plans.filter(
      ({ roundId, documentId, agencies }) => mine.has(`${roundId} ${documentId}`) && agencies.length > 1,
    );
    if (shown.length > 0) {
      await db.transaction().execute(async (trx) => {
        for (const { roundId, documentId } of shown) await recordAnswersShown(trx, roundId, documentId, report.madeAt);
      });
    }
    return report;
  }

  async function keepSeen(caller: Caller, plans: readonly SettledPlan[], at: string): Promise<void> {
    const own = await db
      .selectFrom('audit')
      .select(['round_id as roundId', 'document_id as documentId'])
      .where('auditor_id', '=', caller.id)
      .execute();
    const alone = new Set(own.map(({ roundId, documentId }) => `${roundId} ${documentId}`));
    const others = plans.filter(
      ({ roundId, documentId, agencies }) => agencies.length > 1 || !alone.has(`${roundId} ${documentId}`),
    );
    await recordAnswersSeen(db, caller.id, others, at);
  }

  return {
    preview,

    /** The report as a file to keep; that it was made, by whom and with which figures, goes into the trail. */
    async export(caller: Caller, choice: ReportChoice, format: ReportFormat): Promise<File> {
      const { report, plans } = await makeReport(caller, choice);
      const content = await render(report, format);
      await keepSeen(caller, plans, report.madeAt);
      await db.transaction().execute(async (trx) => {
        for (const { roundId, documentId } of plans) await recordAnswersShown(trx, roundId, documentId, report.madeAt);
        await recordEvent(trx, {
          at: report.madeAt,
          personId: caller.id,
          action: 'reports.export',
          subjectId: null,
          detail: {
            halfTerm: choice.halfTermId,
            edition: choice.edition,
            format,
            figures: digestOf(JSON.stringify({ ...report, madeAt: null })),
          },
        });
      });
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      const { type, name } = FILES[format];
      return new File([new Uint8Array(bytes)], `${fileStem(report)}.${name}`, { type });
    },
  };

  async function render(report: PartnershipReport, format: ReportFormat): Promise<Uint8Array | string> {
    const assets = resourcesFolder === undefined ? {} : { resourcesFolder };
    switch (format) {
      case 'docx':
        return renderDocx(report, assets);
      case 'html':
        return renderHtml(report, assets);
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
}

/** Tells half-terms and editions apart in a folder, and names nobody: 'partnership-report-2026-27-2-publishable'. */
function fileStem({ halfTerm, edition }: PartnershipReport): string {
  return `partnership-report-${halfTerm.id.replace('/', '-')}${edition === 'internal' ? '' : `-${edition}`}`;
}
