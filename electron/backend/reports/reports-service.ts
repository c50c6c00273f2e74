import { buildReport } from '../../../shared/domain/report-figures.ts';
import type { ReportModel } from '../../../shared/domain/report-model.ts';
import { recordAnswersSeen } from '../audits/answers-seen.ts';
import { recordAnswersShown } from '../audits/answers-shown.ts';
import type { AuditsService } from '../audits/audits-service.ts';
import type { Caller, Clock } from '../caller.ts';
import type { ModerationService } from '../moderation/moderation-service.ts';
import type { PartnershipService } from '../partnership/partnership-service.ts';
import type { RoundsService } from '../rounds/rounds-service.ts';
import type { RubricService } from '../rubric/rubric-service.ts';
import { digestOf, recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import { renderDocx } from './to-docx.ts';
import { renderHtml } from './to-html.ts';

export type ReportsService = ReturnType<typeof createReportsService>;

const FILE_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
} as const;

type Submitted = Awaited<ReturnType<AuditsService['submittedIn']>>;
export type ReportFormat = keyof typeof FILE_TYPES;

export function createReportsService({
  db,
  clock,
  partnership,
  rounds,
  rubrics,
  audits,
  moderation,
  resourcesFolder,
}: {
  db: WorkspaceDb;
  clock: Clock;
  partnership: PartnershipService;
  rounds: RoundsService;
  rubrics: RubricService;
  audits: AuditsService;
  moderation: ModerationService;
  resourcesFolder: string | undefined;
}) {
  async function makeModel(caller: Caller, roundId: string): Promise<{ model: ReportModel; submitted: Submitted }> {
    const round = await rounds.get(roundId);
    const { id, label, schoolYear, start, end } = round.halfTerm;
    const { name, areaCode } = await partnership.get();
    const submitted = await audits.submittedIn(roundId);
    const current = await rubrics.current();
    const { agreed, joined } = await moderation.resultsIn(roundId);
    // Grades by different versions are never mixed: a report is on the version that its gradings were made by.
    const { id: rubricId, rubric, digest } = await rubrics.get(submitted[0]?.rubricId ?? current.id);
    const model = buildReport({
      partnership: { name, areaCode },
      halfTerm: { id, label, schoolYear, start, end },
      round: { kind: round.kind, theme: round.theme, panelDate: round.panelDate },
      rubric,
      rubricDigest: digest,
      author: caller.name,
      madeAt: clock().toISOString(),
      documents: (await documentsOf(roundId)).map((document) => {
        const own = submitted.filter((audit) => audit.documentId === document.id && audit.rubricId === rubricId);
        return {
          planId: document.planId,
          planType: document.planType,
          stage: document.stage ?? '',
          audits: own.map(({ auditId, grading }) => ({ auditId, grading })),
          agreed: own.length === 0 ? null : (agreed.get(document.id) ?? null),
          joined: own.length === 0 ? null : (joined.get(document.id) ?? null),
        };
      }),
    });
    return { model, submitted };
  }

  /** Who audits a document, or was asked to, could tell from the figures how another answered. */
  async function preview(caller: Caller, roundId: string): Promise<ReportModel> {
    const { model, submitted } = await makeModel(caller, roundId);
    const others = new Set(
      submitted.filter(({ auditorId }) => auditorId !== caller.id).map(({ documentId }) => documentId),
    );
    const asked = await db
      .selectFrom('assignment')
      .select('document_id as documentId')
      .distinct()
      .where('round_id', '=', roundId)
      .where('auditor_id', '=', caller.id)
      .execute();
    await recordAnswersSeen(
      db,
      caller.id,
      [...others].map((documentId) => ({ roundId, documentId })),
      model.madeAt,
    );
    const shown = asked.filter(({ documentId }) => others.has(documentId));
    if (shown.length > 0) {
      await db.transaction().execute(async (trx) => {
        for (const { documentId } of shown) await recordAnswersShown(trx, roundId, documentId, model.madeAt);
      });
    }
    return model;
  }

  function documentsOf(roundId: string) {
    return db
      .selectFrom('round_document')
      .innerJoin('document', 'document.id', 'round_document.document_id')
      .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
      .select([
        'document.id as id',
        'document.stage as stage',
        'cycle.plan_id as planId',
        'cycle.plan_type as planType',
      ])
      .where('round_document.round_id', '=', roundId)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('calibration')
              .select('calibration.document_id')
              .whereRef('calibration.document_id', '=', 'document.id')
              .where('calibration.round_id', '=', roundId),
          ),
        ),
      )
      .orderBy('document.id')
      .execute();
  }

  return {
    preview,

    /** The report as a file to keep; that it was made, by whom and with which figures, goes into the trail. */
    async export(caller: Caller, roundId: string, format: ReportFormat): Promise<File> {
      const { model, submitted } = await makeModel(caller, roundId);
      const assets = resourcesFolder === undefined ? {} : { resourcesFolder };
      const content = format === 'docx' ? await renderDocx(model, assets) : await renderHtml(model, assets);
      await db.transaction().execute(async (trx) => {
        const documentIds = [...new Set(submitted.map((audit) => audit.documentId))];
        for (const documentId of documentIds) await recordAnswersShown(trx, roundId, documentId, model.madeAt);
        const told = documentIds.map((documentId) => ({ roundId, documentId }));
        await recordAnswersSeen(trx, caller.id, told, model.madeAt);
        await recordEvent(trx, {
          at: model.madeAt,
          personId: caller.id,
          action: 'reports.export',
          subjectId: roundId,
          detail: { format, figures: digestOf(JSON.stringify({ ...model, madeAt: null })) },
        });
      });
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
      return new File([bytes], fileNameOf(model, format), { type: FILE_TYPES[format] });
    },
  };
}

/** Tells half-terms apart in a folder, and names nobody: 'partnership-report-2026-27-2.docx'. */
function fileNameOf(model: ReportModel, format: ReportFormat): string {
  return `partnership-report-${model.halfTerm.id.replace('/', '-')}.${format}`;
}
