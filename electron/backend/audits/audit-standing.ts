import type { Kysely } from 'kysely';
import { z } from 'zod';
import { type Answer, usedFactSchema } from '../../../shared/contract/audits.ts';
import type { DocumentSummary } from '../../../shared/contract/plans.ts';
import { type Grading, gradingSchema } from '../../../shared/domain/grading/grading.ts';
import type { Responses, Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { grade } from '../../../shared/domain/grading/scoring.ts';
import { type SubmissionProblem, submissionProblems } from '../../../shared/domain/grading/submission.ts';
import type { MyAudits } from '../documents/documents-queries.ts';
import { asBoolean } from '../plans/plan-rows.ts';
import type { RubricService } from '../rubric/rubric-service.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { factValues, usedFacts } from './audit-facts.ts';
import {
  type AuditRow,
  selectAnswers,
  selectAudits,
  selectLatestRounds,
  selectSuppliedFacts,
} from './audits-queries.ts';

/** What a submitted audit keeps for good: the facts as they were used, and the grading as it was computed. */
const frozenSchema = z.strictObject({ facts: z.record(z.string(), usedFactSchema), grading: gradingSchema });
type Frozen = z.infer<typeof frozenSchema>;

const standardsSchema = z.array(z.string());

/** The standards that the audit's assignment covers; null for all. */
export function standardsOf(row: Pick<AuditRow, 'standards'>): string[] | null {
  return row.standards === null ? null : standardsSchema.parse(JSON.parse(row.standards));
}

export interface Standing extends Frozen {
  rubric: Rubric;
}

type MyAudit = DocumentSummary['myAudit'];

export type AuditStanding = ReturnType<typeof createAuditStanding>;

/** Works out how audits stand: their facts, their grading, and what is still missing. */
export function createAuditStanding({ db, rubrics }: { db: WorkspaceDb; rubrics: RubricService }) {
  /** As frozen at submission, else worked out anew. `source` is the transaction where one runs. */
  async function stand(
    row: AuditRow,
    answers: Record<string, Answer>,
    source: Kysely<WorkspaceTables> = db,
  ): Promise<Standing> {
    const { rubric } = await rubrics.get(row.rubric_id);
    if (row.frozen !== null) return { rubric, ...frozenSchema.parse(JSON.parse(row.frozen)) };
    const { dateOfBirth, ncYear, stage, planType, panelDate: auditDate } = row;
    const supplied = await selectSuppliedFacts(source, row.id);
    const flags = {
      isLookedAfter: asBoolean(row.isLookedAfter),
      isKnownToSocialCare: asBoolean(row.isKnownToSocialCare),
    };
    const facts = usedFacts(rubric, { dateOfBirth, ncYear, stage, planType, auditDate, ...flags }, supplied);
    const developmentalStandards = developmentalOf(row);
    const standards = standardsOf(row);
    return {
      rubric,
      facts,
      grading: grade(rubric, factValues(facts), responsesOf(answers), {
        developmentalStandards,
        ...(standards === null ? {} : { standards }),
      }),
    };
  }

  async function progressOf(row: AuditRow): Promise<MyAudit> {
    const { answered, toAnswer } = (await stand(row, await selectAnswers(db, row.id))).grading;
    return { id: row.id, state: stateOf(row), answered, toAnswer };
  }

  return {
    stand,

    /**
     * How far a person's own audits have come, by document: in the round that is named, else in the latest one in which
     * they are asked for the document, whether or not they have begun there.
     */
    async progress(personId: string, where: { roundId?: string; documentId?: string } = {}): Promise<MyAudits> {
      const rows = await selectAudits(db, { auditorId: personId, ...where });
      const latest = where.roundId === undefined ? await selectLatestRounds(db, personId) : null;
      const mine = new Map<string, MyAudit>();
      for (const row of rows) {
        if (latest !== null && latest.get(row.document_id) !== row.round_id) continue;
        mine.set(row.document_id, await progressOf(row));
      }
      return mine;
    },

    /** The same for documents of several rounds, each with its own audit there. */
    async progressIn(personId: string, asked: readonly { roundId: string; documentId: string }[]): Promise<MyAudit[]> {
      const rows = await selectAudits(db, { auditorId: personId });
      const found = [];
      for (const { roundId, documentId } of asked) {
        const row = rows.find((each) => each.round_id === roundId && each.document_id === documentId);
        found.push(row === undefined ? null : await progressOf(row));
      }
      return found;
    },
  };
}

export function freeze({ facts, grading }: Frozen): string {
  return JSON.stringify(frozenSchema.parse({ facts, grading }));
}

export function stateOf(row: { state: string }): 'open' | 'submitted' {
  return row.state === 'submitted' ? 'submitted' : 'open';
}

export function developmentalOf(row: { developmental: string }): string[] {
  return z.array(z.string()).parse(JSON.parse(row.developmental));
}

export function responsesOf(answers: Record<string, Answer>): Responses {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([id, answer]) => (answer.response === null ? [] : [[id, answer.response]])),
  );
}

/** The grading as a submission froze it. */
export function frozenGrading(frozen: string): Grading {
  return frozenSchema.parse(JSON.parse(frozen)).grading;
}

/** What stands in the way of submitting, with each answer's quotes counted. */
export function problemsOf(rubric: Rubric, grading: Grading, answers: Record<string, Answer>): SubmissionProblem[] {
  const evidenced = Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => [id, { ...answer, evidenceCount: answer.evidence.length }]),
  );
  return submissionProblems(rubric, grading, evidenced);
}
