import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Assignment } from '../../../shared/contract/assignments.ts';
import { areAnswersOpen } from '../../../shared/domain/rounds/blindness.ts';
import { gradingSchema } from '../../../shared/domain/grading/grading.ts';
import {
  type Decisions,
  type ModerationStanding,
  NO_DECISIONS,
  standingOf,
} from '../../../shared/domain/moderation/moderation.ts';
import type { SubmittedAudit } from '../../../shared/domain/moderation/moderation.ts';
import {
  disagreementOf,
  type DiscussReason,
  reasonsToDiscuss,
} from '../../../shared/domain/moderation/moderation-reasons.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { selectAssignments } from '../assignments/assignments-queries.ts';
import { factValues } from '../audits/audit-facts.ts';
import { type AuditStanding, developmentalOf } from '../audits/audit-standing.ts';
import { type AuditRow, selectAudits } from '../audits/audits-queries.ts';
import type { Row, WorkspaceTables } from '../workspace/schema.ts';
import {
  type KeptDecisions,
  selectCalibrations,
  selectDecisions,
  selectDraws,
  selectModeration,
} from './moderation-queries.ts';

type Db = Kysely<WorkspaceTables>;

/** A document that somebody is asked to grade in a round. Its audits are there only once all have submitted. */
export interface PanelDocument {
  roundId: string;
  documentId: string;
  /** Live assignments, by the auditors' names. */
  live: Assignment[];
  isCalibration: boolean;
  isOpen: boolean;
  rows: AuditRow[];
  audits: SubmittedAudit[];
}

/** What was frozen when the document was agreed. */
export const frozenModerationSchema = z.strictObject({
  grading: gradingSchema,
  computedGrade: z.string().nullable(),
  grade: z.string().nullable(),
  reasons: z.array(z.string()),
});
export type FrozenModeration = z.infer<typeof frozenModerationSchema>;

export interface OpenModeration {
  row: Row<'moderation'>;
  kept: KeptDecisions;
  /** As the panel's decisions have it, and as the auditors left it. */
  standing: ModerationStanding;
  untouched: ModerationStanding;
  reasons: DiscussReason[];
  disagreement: ReturnType<typeof disagreementOf>;
  frozen: FrozenModeration | null;
}

export type PanelDocuments = ReturnType<typeof createPanelDocuments>;

/** Gathers what the panel has before it; nothing of an audit is read before all who are asked have submitted. */
export function createPanelDocuments({ audits, today }: { audits: AuditStanding; today: () => string }) {
  /**
   * Documents of a round with those who grade them, in the register's order; one of them where it is named, or some of
   * them: reading the audits of hundreds that nobody asks about would take most of the time.
   */
  async function gather(db: Db, roundId: string, only?: string | ReadonlySet<string>): Promise<PanelDocument[]> {
    const live = (await selectAssignments(db, today(), { roundId })).filter(({ state }) => state === 'assigned');
    const calibrations = await selectCalibrations(db, roundId);
    const byDocument = Map.groupBy(live, (assignment) => assignment.documentId);
    const isOne = typeof only === 'string';
    const wanted = isOne ? [only] : [...byDocument.keys()].filter((id) => only?.has(id) !== false);
    if (wanted.length === 0) return [];
    const rows = Map.groupBy(
      await selectAudits(db, { roundId, ...(isOne ? { documentId: only } : {}) }),
      (row) => row.document_id,
    );
    const found: PanelDocument[] = [];
    for (const id of wanted) {
      const asked = byDocument.get(id);
      if (asked === undefined) continue;
      const isOpen = areAnswersOpen(asked.map(({ auditor, progress }) => ({ auditorId: auditor.id, state: progress })));
      const own = isOpen ? inOrder(rows.get(id) ?? [], asked) : [];
      const submitted: SubmittedAudit[] = [];
      for (const row of own) submitted.push(await submittedAudit(row, db));
      found.push({
        roundId,
        documentId: id,
        live: asked,
        isCalibration: calibrations.has(id),
        isOpen,
        rows: own,
        audits: submitted,
      });
    }
    return found;
  }

  async function submittedAudit(row: AuditRow, db: Db): Promise<SubmittedAudit> {
    const { facts, grading } = await audits.stand(row, {}, db);
    return {
      auditId: row.id,
      facts: factValues(facts),
      standards: z
        .array(z.string())
        .nullable()
        .parse(JSON.parse(row.standards ?? 'null')),
      developmentalStandards: developmentalOf(row),
      grading,
    };
  }

  return {
    gather,

    /** How an open document stands; null where the panel has not begun with it, or someone is still grading. */
    async look(db: Db, rubric: Rubric, document: PanelDocument): Promise<OpenModeration | null> {
      const row = await selectModeration(db, document.roundId, document.documentId);
      if (row === undefined || !document.isOpen) return null;
      const kept = await selectDecisions(db, row.id);
      const untouched = standingOf(rubric, document.audits, NO_DECISIONS);
      const decisions = decisionsOf(kept);
      const standing = isUndecided(decisions) ? untouched : standingOf(rubric, document.audits, decisions);
      return {
        row,
        kept,
        standing,
        untouched,
        reasons: [...reasonsToDiscuss(rubric, document.audits, untouched), ...(await drawnReasons(db, document))],
        disagreement: disagreementOf(rubric, document.audits, untouched),
        frozen: row.frozen === null ? null : frozenModerationSchema.parse(JSON.parse(row.frozen)),
      };
    },
  };
}

export function decisionsOf({ answers, facts, override }: KeptDecisions): Decisions {
  return {
    answers: Object.fromEntries([...answers].map(([criterion, { value }]) => [criterion, value])),
    facts: Object.fromEntries([...facts].map(([fact, { value }]) => [fact, value])),
    override: override?.value ?? null,
  };
}

/** Nothing was decided yet, as of most documents of a panel's list: they stand as the auditors left them. */
function isUndecided({ answers, facts, override }: Decisions): boolean {
  return override === null && Object.keys(answers).length === 0 && Object.keys(facts).length === 0;
}

async function drawnReasons(db: Db, { roundId, documentId }: PanelDocument): Promise<DiscussReason[]> {
  const draw = (await selectDraws(db, roundId)).find(({ plans }) =>
    plans.some((plan) => plan.documentId === documentId && plan.isDrawn),
  );
  if (draw === undefined) return [];
  const drawn = draw.plans.filter(({ isDrawn }) => isDrawn).length;
  return [
    {
      id: 'DRAWN',
      text: 'Drawn by chance from the plans on which auditors agreed.',
      detail: `${drawn} of ${draw.plans.length} drawn, with seed ${draw.seed}.`,
      criteria: [],
    },
  ];
}

/** A document's submitted audits in the order of the auditors' names. */
function inOrder(rows: readonly AuditRow[], live: readonly Assignment[]): AuditRow[] {
  return live.flatMap(({ auditor }) =>
    rows.filter((row) => row.auditor_id === auditor.id && row.state === 'submitted'),
  );
}
