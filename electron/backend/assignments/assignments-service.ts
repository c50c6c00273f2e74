import { randomInt } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { z } from 'zod';
import type { Assignment, assignmentRuleSchema, Board, Held, Proposal } from '../../../shared/contract/assignments.ts';
import { AGENCIES, type Person } from '../../../shared/contract/person.ts';
import { assignAuditors, type WantingDocument } from '../../../shared/domain/rounds/assigning.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { LARGEST_SEED } from '../../../shared/domain/rounds/sampling.ts';
import { selectKnownBy, selectSeenBy } from '../audits/answers-seen.ts';
import type { Caller, Clock } from '../caller.ts';
import { englishDay } from '../english-day.ts';
import { notFound, Refusal } from '../refusal.ts';
import type { RoundsService } from '../rounds/rounds-service.ts';
import type { RubricService } from '../rubric/rubric-service.ts';
import { digestOf, type EventDetail, recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { selectAgreed, selectAssignments, selectConflicted, selectDocumentsToAudit } from './assignments-queries.ts';
import { liveAssignment, moveAssignment, withdrawAssignment } from './end-assignment.ts';
import { insertAssignment } from './insert-assignment.ts';

export type AssignmentsService = ReturnType<typeof createAssignmentsService>;
type Rule = z.infer<typeof assignmentRuleSchema>;
type Trx = Transaction<WorkspaceTables>;

/** The agency that leads a standard on behalf of them all. */
const ALL_AGENCIES = 'all';

/** Who audits what: proposed evenly, changed by hand, never against the conflict rule. */
export function createAssignmentsService({
  db,
  clock,
  rounds,
  rubrics,
}: {
  db: WorkspaceDb;
  clock: Clock;
  rounds: RoundsService;
  rubrics: RubricService;
}) {
  const today = (): string => englishDay(clock());
  const list = (roundId: string, from: Kysely<WorkspaceTables> = db): Promise<Assignment[]> =>
    selectAssignments(from, today(), { roundId });

  async function change(
    caller: Caller,
    action: string,
    roundId: string,
    write: (trx: Trx, at: string) => Promise<EventDetail>,
  ): Promise<Assignment[]> {
    const at = clock().toISOString();
    await db.transaction().execute(async (trx) => {
      const detail = await write(trx, at);
      await recordEvent(trx, { at, personId: caller.id, action, subjectId: roundId, detail });
    });
    return list(roundId);
  }

  /** Members of the round who may audit; where nobody sits on it yet, everyone who may. */
  async function auditorsOf(
    roundId: string,
    everyone: readonly Person[],
    from: Kysely<WorkspaceTables> = db,
  ): Promise<Person[]> {
    const rows = await from.selectFrom('round_member').select('person_id').where('round_id', '=', roundId).execute();
    const members = new Set(rows.map((row) => row.person_id));
    const pool =
      members.size === 0
        ? everyone
        : everyone.filter(({ id }) => members.has(id)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return pool.filter(({ isActive, roles }) => isActive && roles.includes('auditor'));
  }

  /** The standards of a round; read before a transaction, which must not wait for its own connection. */
  async function rubricOf(roundId: string): Promise<Rubric> {
    return (await rubrics.get((await rounds.get(roundId)).rubricId)).rubric;
  }

  /** `from` is the transaction in which the proposal is taken, where it is. */
  async function propose(
    { roundId, rule, seed }: { roundId: string; rule: Rule; seed: number },
    rubric: Rubric,
    everyone: readonly Person[],
    from: Kysely<WorkspaceTables> = db,
  ): Promise<Proposal> {
    const { documents: all, withoutDocument } = await selectDocumentsToAudit(from, roundId);
    const agreed = await selectAgreed(from, roundId);
    const documents = all.filter(({ documentId }) => !agreed.has(documentId));
    const live = (await list(roundId, from)).filter(
      ({ state, isCalibration }) => state === 'assigned' && !isCalibration,
    );
    const conflicted = await selectConflicted(
      from,
      documents.map(({ documentId }) => documentId),
    );
    const seenBy = await selectKnownBy(
      from,
      documents.map(({ documentId }) => documentId),
    );
    const wanting = documents.map(({ documentId }): WantingDocument => ({
      id: documentId,
      conflicted: [...(conflicted.get(documentId) ?? []), ...(seenBy.get(documentId) ?? [])],
      given: live.filter((each) => each.documentId === documentId).map(({ auditor }) => auditor.id),
    }));
    const auditors = await auditorsOf(roundId, everyone, from);
    const { assigned, unfilled } = assignAuditors(wanting, auditors, rule, seed);
    const referenceOf = new Map(documents.map(({ documentId, planReference }) => [documentId, planReference]));
    const plansOf = (id: string): number =>
      live.filter(({ auditor }) => auditor.id === id).length +
      assigned.filter(({ auditorId }) => auditorId === id).length;
    return {
      seed,
      assigned: assigned.map(({ documentId, auditorId }) => ({
        documentId,
        planReference: referenceOf.get(documentId) ?? '',
        auditorId,
        standards:
          rule.kind === 'one_per_agency'
            ? standardsOf(rubric, auditors.find(({ id }) => id === auditorId)?.agency ?? ALL_AGENCIES)
            : null,
      })),
      unfilled: unfilled.map(({ documentId, agency, reason }) => ({
        documentId,
        planReference: referenceOf.get(documentId) ?? '',
        agency: rule.kind === 'one_per_agency' ? (rule.agencies.find((known) => known === agency) ?? null) : null,
        reason,
      })),
      withoutDocument: withoutDocument.map(({ planReference }) => planReference),
      loads: auditors
        .map(({ id, name, agency }) => ({ auditorId: id, name, agency, plans: plansOf(id) }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    };
  }

  async function roundOf(assignmentId: string): Promise<string> {
    const row = await db.selectFrom('assignment').select('round_id').where('id', '=', assignmentId).executeTakeFirst();
    if (!row) throw notFound('assignment');
    return row.round_id;
  }

  return {
    list: (roundId: string): Promise<Assignment[]> => list(roundId),

    /** What a round has to hand out, and to whom. */
    async board(roundId: string, everyone: readonly Person[]): Promise<Board> {
      const rubric = await rubricOf(roundId);
      const { documents, withoutDocument } = await selectDocumentsToAudit(db, roundId);
      const conflicted = await selectConflicted(
        db,
        documents.map(({ documentId }) => documentId),
      );
      const seenBy = await selectKnownBy(
        db,
        documents.map(({ documentId }) => documentId),
      );
      return {
        documents: documents.map((document) => ({
          ...document,
          conflicted: conflicted.get(document.documentId) ?? [],
          seenBy: seenBy.get(document.documentId) ?? [],
        })),
        withoutDocument,
        auditors: (await auditorsOf(roundId, everyone))
          .map(({ id, name, agency }) => ({ id, name, agency }))
          .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
        standards: rubric.standards.map(({ id, shortTitle, title, leadAgency }) => ({
          id,
          title: shortTitle === '' ? title : shortTitle,
          agencies: AGENCIES.filter((agency) => leadAgency === ALL_AGENCIES || leadAgency === agency),
        })),
      };
    },

    mine: (caller: Caller, roundId: string): Promise<Assignment[]> =>
      selectAssignments(db, today(), { roundId, auditorId: caller.id }),

    /**
     * What a person is asked for, in whichever round, and has not submitted, with those who could take it over; what is
     * begun comes first, since it has work in it.
     */
    async heldBy(personId: string, everyone: readonly Person[]): Promise<Held[]> {
      const all = await selectAssignments(db, today(), { auditorId: personId });
      const open = all.filter(({ state, progress }) => state === 'assigned' && progress !== 'submitted');
      const held = open.toSorted((a, b) => Number(a.progress === 'not_begun') - Number(b.progress === 'not_begun'));
      const conflicted = await selectConflicted(
        db,
        held.map(({ documentId }) => documentId),
      );
      const found: Held[] = [];
      for (const assignment of held) {
        const { roundId, documentId, isCalibration } = assignment;
        const known = await (isCalibration ? selectSeenBy(db, roundId, documentId) : selectKnownBy(db, [documentId]));
        const seen = known.get(documentId) ?? [];
        const given = (await list(roundId))
          .filter((each) => each.documentId === documentId && each.state === 'assigned')
          .map(({ auditor }) => auditor.id);
        const barred = new Set([...(conflicted.get(documentId) ?? []), ...seen, ...given]);
        const takers = (await auditorsOf(roundId, everyone)).filter(({ id }) => !barred.has(id));
        found.push({ assignment, takers: takers.map(({ id, name, agency }) => ({ id, name, agency })) });
      }
      return found;
    },

    /** With the seed that is named, else with one by chance. */
    async propose(roundId: string, rule: Rule, seed: number | null, everyone: readonly Person[]): Promise<Proposal> {
      return propose({ roundId, rule, seed: seed ?? randomInt(LARGEST_SEED) }, await rubricOf(roundId), everyone);
    },

    async accept(
      caller: Caller,
      input: { roundId: string; rule: Rule; seed: number; dueOn: string | null },
      everyone: readonly Person[],
    ): Promise<Assignment[]> {
      const rubric = await rubricOf(input.roundId);
      return change(caller, 'assignments.accept', input.roundId, async (trx, at) => {
        // Made again where nothing comes between it and the assigning: twice at once hands nothing out twice.
        const { assigned } = await propose(input, rubric, everyone, trx);
        for (const { documentId, auditorId, standards } of assigned) {
          await insertAssignment(trx, { ...input, documentId, auditorId, standards }, caller, at);
        }
        return { assignments: assigned.length, seed: input.seed, rule: input.rule.kind };
      });
    },

    /**
     * Throws Refusal NO_SUCH_STANDARD, CONFLICT_OF_INTEREST, ALREADY_ASSIGNED, ALREADY_AGREED, NOT_AN_AUDITOR or
     * NOT_FILED.
     */
    async assign(
      caller: Caller,
      input: {
        roundId: string;
        documentId: string;
        auditorId: string;
        standards: string[] | null;
        dueOn: string | null;
      },
    ): Promise<Assignment[]> {
      const rubric = await rubricOf(input.roundId);
      const known = new Set(rubric.standards.map(({ id }) => id));
      if (input.standards?.every((id) => known.has(id)) === false) {
        throw new Refusal(
          'NO_SUCH_STANDARD',
          'The round’s standards have no such standard.',
          'Reload the page and choose again.',
        );
      }
      return change(caller, 'assignments.assign', input.roundId, async (trx, at) => {
        const id = await insertAssignment(trx, input, caller, at);
        return { assignmentId: id, documentId: input.documentId, auditorId: input.auditorId };
      });
    },

    /** Throws Refusal as `assign` does, and ALREADY_SUBMITTED. */
    async move(caller: Caller, assignmentId: string, auditorId: string, reason: string): Promise<Assignment[]> {
      return change(caller, 'assignments.move', await roundOf(assignmentId), async (trx, at) => {
        const next = await moveAssignment(trx, { assignmentId, auditorId, reason }, caller, at);
        return { assignmentId, movedTo: next, auditorId, reason: digestOf(reason) };
      });
    },

    /** Throws Refusal ALREADY_SUBMITTED. */
    async withdraw(caller: Caller, assignmentId: string, reason: string): Promise<Assignment[]> {
      return change(caller, 'assignments.withdraw', await roundOf(assignmentId), async (trx, at) => {
        await withdrawAssignment(trx, assignmentId, reason, at);
        return { assignmentId, reason: digestOf(reason) };
      });
    },

    async setDue(caller: Caller, assignmentId: string, dueOn: string | null): Promise<Assignment[]> {
      return change(caller, 'assignments.setDue', await roundOf(assignmentId), async (trx) => {
        await liveAssignment(trx, assignmentId);
        await trx.updateTable('assignment').set({ due_on: dueOn }).where('id', '=', assignmentId).execute();
        return { assignmentId, dueOn };
      });
    },

    /** Gives everything that is not handed in the same due date. */
    setAllDue(caller: Caller, roundId: string, dueOn: string | null): Promise<Assignment[]> {
      return change(caller, 'assignments.setAllDue', roundId, async (trx) => {
        await refuseUnknownRound(trx, roundId);
        const ids = (await list(roundId, trx))
          .filter(({ state, progress }) => state === 'assigned' && progress !== 'submitted')
          .map(({ id }) => id);
        for (const id of ids) await trx.updateTable('assignment').set({ due_on: dueOn }).where('id', '=', id).execute();
        return { assignments: ids.length, dueOn };
      });
    },

    /** Takes back what nobody has begun, of those that are named or of all. */
    withdrawUnbegun(
      caller: Caller,
      { roundId, assignmentIds, reason }: { roundId: string; assignmentIds: string[] | null; reason: string },
    ): Promise<Assignment[]> {
      const named = assignmentIds === null ? null : new Set(assignmentIds);
      return change(caller, 'assignments.withdrawUnbegun', roundId, async (trx, at) => {
        await refuseUnknownRound(trx, roundId);
        const ids = (await list(roundId, trx))
          .filter(({ state, progress }) => state === 'assigned' && progress === 'not_begun')
          .filter(({ id }) => named === null || named.has(id))
          .map(({ id }) => id);
        for (const id of ids) {
          await trx
            .updateTable('assignment')
            .set({ state: 'withdrawn', reason, ended_at: at })
            .where('id', '=', id)
            .execute();
        }
        return { assignments: ids.length, reason: digestOf(reason) };
      });
    },
  };
}

async function refuseUnknownRound(trx: Trx, roundId: string): Promise<void> {
  const round = await trx.selectFrom('round').select('id').where('id', '=', roundId).executeTakeFirst();
  if (!round) throw notFound('round');
}

/** What an agency is asked by default: the standards that it leads, and those that all lead. */
export function standardsOf(rubric: Rubric, agency: string): string[] {
  return rubric.standards
    .filter(({ leadAgency }) => leadAgency === agency || leadAgency === ALL_AGENCIES)
    .map(({ id }) => id);
}
