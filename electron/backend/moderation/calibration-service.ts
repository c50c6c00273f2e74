import { randomUUID } from 'node:crypto';
import type { CalibrationNote, ModerationList } from '../../../shared/contract/moderation.ts';
import { findCriterion } from '../../../shared/domain/rubric/rubric-words.ts';
import { selectConflicted } from '../assignments/assignments-queries.ts';
import { selectSeenBy } from '../audits/answers-seen.ts';
import type { Caller, Clock } from '../caller.ts';
import { notFound, Refusal } from '../refusal.ts';
import type { RoundsService } from '../rounds/rounds-service.ts';
import type { RubricService } from '../rubric/rubric-service.ts';
import { digestOf, recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { ModerationService } from './moderation-service.ts';
import type { OfDocument } from './panel-decisions.ts';

export type CalibrationService = ReturnType<typeof createCalibrationService>;

/** One document that everyone on the round grades, to find out what the criteria mean. It counts nowhere. */
export function createCalibrationService({
  db,
  clock,
  rounds,
  rubrics,
  moderation,
}: {
  db: WorkspaceDb;
  clock: Clock;
  rounds: RoundsService;
  rubrics: RubricService;
  moderation: ModerationService;
}) {
  async function notes(rubricId: string): Promise<CalibrationNote[]> {
    return db
      .selectFrom('calibration_note')
      .innerJoin('person', 'person.id', 'calibration_note.person_id')
      .select([
        'calibration_note.id as id',
        'calibration_note.criterion_id as criterionId',
        'calibration_note.note as note',
        'person.name as by',
        'calibration_note.at as at',
      ])
      .where('calibration_note.rubric_id', '=', rubricId)
      .where('calibration_note.removed_at', 'is', null)
      .orderBy('calibration_note.at')
      .orderBy('calibration_note.id')
      .execute();
  }

  return {
    notes,

    /**
     * Asks all members who may audit, and had no hand in the plan, to grade the document. Throws Refusal NOT_FILED,
     * IN_THE_ROUND (a document graded openly cannot count) or NO_MEMBERS.
     */
    async name(caller: Caller, { roundId, documentId }: OfDocument): Promise<ModerationList> {
      await rounds.get(roundId);
      const members = (await rounds.members(roundId))
        .map(({ person }) => person)
        .filter(({ isActive, roles }) => isActive && roles.includes('auditor'));
      const at = clock().toISOString();
      await db.transaction().execute(async (trx) => {
        const document = await trx
          .selectFrom('document')
          .leftJoin('cycle', 'cycle.id', 'document.cycle_id')
          .select(['document.id', 'cycle.plan_id as planId'])
          .where('document.id', '=', documentId)
          .executeTakeFirst();
        if (document === undefined) throw notFound('document');
        if (document.planId === null) {
          throw new Refusal(
            'NOT_FILED',
            'This document is not filed under a plan yet.',
            'File it on the Plans page, then name it.',
          );
        }
        const taken = await trx
          .selectFrom('assignment')
          .select('id')
          .where('round_id', '=', roundId)
          .where('document_id', '=', documentId)
          .where('state', '=', 'assigned')
          .executeTakeFirst();
        const sampled = await trx
          .selectFrom('round_plan')
          .select('plan_id')
          .where('round_id', '=', roundId)
          .where('plan_id', '=', document.planId)
          .where('state', '=', 'in')
          .executeTakeFirst();
        if (taken !== undefined || sampled !== undefined) {
          throw new Refusal(
            'IN_THE_ROUND',
            'This document is to be graded in this round.',
            'Choose a plan that is not in the round, such as one of an earlier half-term: what everyone has talked about cannot count.',
          );
        }
        const conflicted = (await selectConflicted(trx, [documentId])).get(documentId) ?? [];
        const seen = (await selectSeenBy(trx, roundId, documentId)).get(documentId) ?? [];
        const auditors = members.filter(({ id }) => !conflicted.includes(id) && !seen.includes(id));
        if (auditors.length === 0) {
          throw new Refusal('NO_MEMBERS', 'Nobody on this round may audit.', 'Add the auditors to the round first.');
        }
        await trx
          .insertInto('calibration')
          .values({ round_id: roundId, document_id: documentId, named_at: at, named_by: caller.id })
          // It may be named again once everyone was withdrawn from it.
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        await trx
          .insertInto('round_document')
          .values({ round_id: roundId, document_id: documentId, added_at: at })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        await trx
          .insertInto('assignment')
          .values(
            auditors.map(({ id }) => ({
              id: randomUUID(),
              round_id: roundId,
              document_id: documentId,
              auditor_id: id,
              standards: null,
              due_on: null,
              state: 'assigned',
              is_calibration: 1,
              reason: '',
              assigned_at: at,
              assigned_by: caller.id,
              ended_at: null,
            })),
          )
          .execute();
        await recordEvent(trx, {
          at,
          personId: caller.id,
          action: 'moderation.nameCalibration',
          subjectId: documentId,
          detail: { roundId, auditors: auditors.length },
        });
      });
      return moderation.list(caller, roundId);
    },

    /** Throws Refusal CALIBRATION_BEGUN. */
    async drop(caller: Caller, { roundId, documentId }: OfDocument): Promise<ModerationList> {
      const at = clock().toISOString();
      await db.transaction().execute(async (trx) => {
        const begun = await trx
          .selectFrom('audit')
          .select('id')
          .where('round_id', '=', roundId)
          .where('document_id', '=', documentId)
          .executeTakeFirst();
        if (begun !== undefined) {
          throw new Refusal(
            'CALIBRATION_BEGUN',
            'Somebody has begun to grade this document.',
            'Leave it: it counts nowhere. Who cannot take part can be withdrawn.',
          );
        }
        const { numDeletedRows } = await trx
          .deleteFrom('calibration')
          .where('round_id', '=', roundId)
          .where('document_id', '=', documentId)
          .executeTakeFirst();
        if (numDeletedRows === 0n) throw notFound('calibration');
        await trx
          .updateTable('assignment')
          .set({ state: 'withdrawn', ended_at: at, reason: 'No longer for calibration.' })
          .where('round_id', '=', roundId)
          .where('document_id', '=', documentId)
          .where('state', '=', 'assigned')
          .execute();
        await trx
          .deleteFrom('round_document')
          .where('round_id', '=', roundId)
          .where('document_id', '=', documentId)
          .execute();
        await recordEvent(trx, {
          at,
          personId: caller.id,
          action: 'moderation.dropCalibration',
          subjectId: documentId,
          detail: { roundId },
        });
      });
      return moderation.list(caller, roundId);
    },

    /** Pins what was agreed to mean to a criterion of the round's standards. Throws Refusal NO_SUCH_CRITERION. */
    async addNote(
      caller: Caller,
      { roundId, documentId, criterionId, note }: OfDocument & { criterionId: string; note: string },
    ): Promise<CalibrationNote[]> {
      // Nothing can be said of a document in public that somebody is still grading alone.
      const { rubricId } = await moderation.get(caller, { roundId, documentId });
      const { rubric } = await rubrics.get(rubricId);
      if (findCriterion(rubric, criterionId) === undefined) {
        throw new Refusal(
          'NO_SUCH_CRITERION',
          'The standards of this document have no such criterion.',
          'Reload the page and try again.',
        );
      }
      const id = randomUUID();
      const at = clock().toISOString();
      await db.transaction().execute(async (trx) => {
        await trx
          .insertInto('calibration_note')
          .values({
            id,
            rubric_id: rubricId,
            criterion_id: criterionId,
            round_id: roundId,
            document_id: documentId,
            note,
            person_id: caller.id,
            at,
            removed_at: null,
          })
          .execute();
        await recordEvent(trx, {
          at,
          personId: caller.id,
          action: 'moderation.addNote',
          subjectId: id,
          detail: { criterionId, rubricId, note: digestOf(note) },
        });
      });
      return notes(rubricId);
    },

    async removeNote(caller: Caller, noteId: string): Promise<CalibrationNote[]> {
      const at = clock().toISOString();
      const rubricId = await db.transaction().execute(async (trx) => {
        const row = await trx
          .updateTable('calibration_note')
          .set({ removed_at: at })
          .where('id', '=', noteId)
          .where('removed_at', 'is', null)
          .returning('rubric_id')
          .executeTakeFirst();
        if (row === undefined) throw notFound('note');
        await recordEvent(trx, { at, personId: caller.id, action: 'moderation.removeNote', subjectId: noteId });
        return row.rubric_id;
      });
      return notes(rubricId);
    },
  };
}
