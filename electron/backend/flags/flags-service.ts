import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Flag } from '../../../shared/contract/flags.ts';
import type { FlagKind } from '../../../shared/domain/flags.ts';
import { selectAudits } from '../audits/audits-queries.ts';
import type { Caller, Clock } from '../caller.ts';
import { notFound, Refusal } from '../refusal.ts';
import { recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { selectFlags, selectOwners } from './flags-queries.ts';

export type FlagsService = ReturnType<typeof createFlagsService>;

type Trx = Transaction<WorkspaceTables>;

/** What cannot wait for the panel: raised by an auditor, acted on by its owner, with the times of both. */
export function createFlagsService({ db, clock }: { db: WorkspaceDb; clock: Clock }) {
  async function one(caller: Caller, flagId: string): Promise<Flag> {
    const [flag] = await selectFlags(db, caller, { id: flagId });
    if (!flag) throw notFound('flag');
    return flag;
  }

  /** A step in the life of an open flag, by whoever may handle it. */
  async function handle(
    caller: Caller,
    flagId: string,
    action: string,
    write: (trx: Trx, at: string, flag: Flag) => Promise<void>,
  ): Promise<Flag> {
    const at = clock().toISOString();
    await db.transaction().execute(async (trx) => {
      const [flag] = await selectFlags(trx, caller, { id: flagId });
      if (!flag) throw notFound('flag');
      if (!flag.canHandle) {
        throw new Refusal('NOT_ALLOWED', 'Your role does not allow this.', 'Ask the flag’s owner or the QA lead.');
      }
      if (flag.resolved !== null) {
        throw new Refusal('ALREADY_RESOLVED', 'This flag is resolved.', 'Raise another where more has come up.');
      }
      await write(trx, at, flag);
      await recordEvent(trx, {
        at,
        personId: caller.id,
        action,
        subjectId: flagId,
        detail: await auditOf(trx, flag),
      });
    });
    return one(caller, flagId);
  }

  return {
    /**
     * What the caller is to know of. A flag is no answer: it must reach who can act the same day, and in a small panel they
     * may have to audit the plan yet. Once they are asked to, it is told to them no more until all have submitted.
     */
    list: (caller: Caller, isOpen: boolean | null): Promise<Flag[]> =>
      selectFlags(db, caller, isOpen === null ? {} : { isOpen }),

    owners: () => selectOwners(db),

    /** Throws Refusal NOT_AN_OWNER. */
    async raise(
      caller: Caller,
      { auditId, kind, words, ownerId }: { auditId: string; kind: FlagKind; words: string; ownerId: string },
    ): Promise<Flag> {
      const at = clock().toISOString();
      const flagId = randomUUID();
      await db.transaction().execute(async (trx) => {
        const [audit] = await selectAudits(trx, { id: auditId, auditorId: caller.id });
        if (!audit) throw notFound('audit');
        if (!(await selectOwners(trx)).some(({ id }) => id === ownerId)) {
          throw new Refusal(
            'NOT_AN_OWNER',
            'This person cannot own a flag.',
            'Choose a QA lead, chair or designated officer.',
          );
        }
        await trx
          .insertInto('flag')
          .values({
            id: flagId,
            round_id: audit.round_id,
            document_id: audit.document_id,
            kind,
            words,
            raised_by: caller.id,
            raised_at: at,
            owner_id: ownerId,
            acknowledged_at: null,
            acknowledged_by: null,
            officer_told_at: null,
            officer_told_by: null,
            resolved_at: null,
            resolved_by: null,
          })
          .execute();
        await recordEvent(trx, {
          at,
          personId: caller.id,
          action: 'flags.raise',
          subjectId: flagId,
          // With the audit, so that the trail keeps it from the document's other auditors as it keeps answers.
          detail: { auditId, kind, ownerId },
        });
      });
      return one(caller, flagId);
    },

    acknowledge(caller: Caller, flagId: string, words: string): Promise<Flag> {
      return handle(caller, flagId, 'flags.acknowledge', async (trx, at) => {
        await trx
          .updateTable('flag')
          .set({ acknowledged_at: at, acknowledged_by: caller.id, acknowledged_words: words })
          .where('id', '=', flagId)
          .execute();
      });
    },

    /** Throws Refusal NO_BREACH. */
    tellOfficer(caller: Caller, flagId: string): Promise<Flag> {
      return handle(caller, flagId, 'flags.tellOfficer', async (trx, at, flag) => {
        if (flag.breachDue === null) {
          throw new Refusal(
            'NO_BREACH',
            'This flag is no breach of personal data.',
            'Acknowledge or resolve it instead.',
          );
        }
        await trx
          .updateTable('flag')
          .set({ officer_told_at: at, officer_told_by: caller.id })
          .where('id', '=', flagId)
          .execute();
      });
    },

    /** Ends a flag; one that nobody had acknowledged is acknowledged with it. */
    resolve(caller: Caller, flagId: string, words: string): Promise<Flag> {
      return handle(caller, flagId, 'flags.resolve', async (trx, at, flag) => {
        const seen = flag.acknowledged === null ? { acknowledged_at: at, acknowledged_by: caller.id } : {};
        await trx
          .updateTable('flag')
          .set({ resolved_at: at, resolved_by: caller.id, resolution: words, ...seen })
          .where('id', '=', flagId)
          .execute();
      });
    },
  };
}

/** The audit that a flag was raised from, for the trail. */
async function auditOf(trx: Trx, flag: Flag): Promise<{ auditId: string | null; kind: FlagKind }> {
  const audit = await trx
    .selectFrom('audit')
    .select('id')
    .where('round_id', '=', flag.roundId)
    .where('document_id', '=', flag.documentId)
    .where('auditor_id', '=', flag.raisedBy.id)
    .executeTakeFirst();
  return { auditId: audit?.id ?? null, kind: flag.kind };
}
