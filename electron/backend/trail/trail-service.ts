import { type Expression, type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import type { TrailEntry } from '../../../shared/contract/trail.ts';
import { trailEntrySchema } from '../../../shared/contract/trail.ts';
import { recordAnswersSeen } from '../audits/answers-seen.ts';
import { selectClosedAudits } from '../audits/open-answers.ts';
import type { Caller, Clock } from '../caller.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';

export type TrailService = ReturnType<typeof createTrailService>;

/** What may be told of an audit before its answers are: that it was begun, handed in, opened again. */
const STEPS = ['audits.open', 'audits.submit', 'audits.reopen'];

export function createTrailService({ db, clock }: { db: WorkspaceDb; clock: Clock }) {
  return {
    /**
     * Newest first, before a given entry where one is named. An auditor's work on a document that not everybody has
     * submitted is left out for all but that auditor, and of its submission the detail. Entries are numbered as they are
     * told, so that no gap tells how much was done; and the hashes stop before the first that is not told whole: from a
     * hash, and what else is known, a short answer could be guessed.
     */
    async list(
      caller: Caller,
      input: { before: number | null; limit: number },
    ): Promise<{ entries: TrailEntry[]; total: number }> {
      const closed = JSON.stringify(await selectClosedAudits(db, caller.id));
      // What is null is in no list, but SQL would leave that open, and leave out what is not withheld.
      const isClosed = sql<SqlBool>`(coalesce(subject_id, '') in (select value from json_each(${closed}))
        or coalesce(json_extract(detail, '$.auditId'), '') in (select value from json_each(${closed})))`;
      const isOthers = sql<SqlBool>`person_id is not ${caller.id}`;
      const isWithheld = sql<SqlBool>`(${isOthers} and ${isClosed}
        and action not in (select value from json_each(${JSON.stringify(STEPS)})))`;
      const isBare = sql<SqlBool>`(${isOthers} and ${isClosed} and action <> 'audits.open')`;
      // What is withheld is among them.
      const firstBare = await firstOf(isBare);
      let select = db
        .selectFrom((eb) =>
          eb
            .selectFrom('event')
            .selectAll()
            .select(isBare.as('isBare'))
            .select(sql<number>`row_number() over (order by sequence)`.as('place'))
            .where(sql<SqlBool>`not ${isWithheld}`)
            .as('shown'),
        )
        .selectAll()
        .orderBy('place', 'desc')
        .limit(input.limit);
      if (input.before !== null) select = select.where('place', '<', input.before);
      const rows = await select.execute();
      const { total } = await db
        .selectFrom('event')
        .select((eb) => eb.fn.countAll<number>().as('total'))
        .where(sql<SqlBool>`not ${isWithheld}`)
        .executeTakeFirstOrThrow();
      const entries = z.array(trailEntrySchema).parse(
        rows.map((row) => ({
          sequence: row.place,
          at: row.at,
          personId: row.person_id,
          action: row.action,
          subjectId: row.subject_id,
          detail: row.isBare ? {} : JSON.parse(row.detail),
          hash: firstBare !== null && row.sequence >= firstBare ? null : row.hash,
        })),
      );
      await keepSeen(caller, entries);
      return { total, entries };
    },
  };

  /** Entries of others' audits tell their answers, and of a submission the grade. */
  async function keepSeen(caller: Caller, entries: readonly TrailEntry[]): Promise<void> {
    const ids = entries
      .filter(({ personId, action, detail }) => {
        return personId !== caller.id && action !== 'audits.open' && Object.keys(detail).length > 0;
      })
      .flatMap(({ subjectId, detail }) => [subjectId, detail['auditId']]);
    const told = await db
      .selectFrom('audit')
      .select(['round_id as roundId', 'document_id as documentId'])
      .distinct()
      .where('auditor_id', '<>', caller.id)
      .where(sql<SqlBool>`id in (select value from json_each(${JSON.stringify([...new Set(ids)])}))`)
      .execute();
    await recordAnswersSeen(db, caller.id, told, clock().toISOString());
  }

  async function firstOf(condition: Expression<SqlBool>): Promise<number | null> {
    const row = await db
      .selectFrom('event')
      .select((eb) => eb.fn.min('sequence').as('sequence'))
      .where(condition)
      .executeTakeFirst();
    return row?.sequence ?? null;
  }
}
