import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { RubricVersion, StoredRubric } from '../../../shared/contract/rubrics.ts';
import builtIn from '../../../shared/domain/rubric/rubric-default.json' with { type: 'json' };
import { rubricSchema } from '../../../shared/domain/rubric/rubric.ts';
import type { Caller, Clock } from '../caller.ts';
import { englishDay } from '../english-day.ts';
import { notFound } from '../refusal.ts';
import { digestOf, recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

export type RubricService = ReturnType<typeof createRubricService>;

export function createRubricService({ db, clock }: { db: WorkspaceDb; clock: Clock }) {
  // Versions never change once stored, so what was parsed once stays good.
  const parsed = new Map<string, StoredRubric>();
  const today = () => englishDay(clock());

  async function get(rubricId: string): Promise<StoredRubric> {
    const known = parsed.get(rubricId);
    if (known) return known;
    const row = await db.selectFrom('rubric').selectAll().where('id', '=', rubricId).executeTakeFirst();
    if (!row) throw notFound('version of the quality standards');
    const stored = { id: row.id, digest: row.digest, rubric: rubricSchema.parse(JSON.parse(row.content)) };
    parsed.set(rubricId, stored);
    return stored;
  }

  return {
    get,

    /** The version that new rounds use. */
    async current(): Promise<StoredRubric> {
      return get(await currentRubricId(db, today()));
    },

    /** Every version, the one whose day comes last first. */
    async versions(): Promise<RubricVersion[]> {
      const currentId = await currentRubricId(db, today());
      const rows = await db
        .selectFrom('rubric')
        .leftJoin('rubric_version', 'rubric_version.rubric_id', 'rubric.id')
        .leftJoin('person', 'person.id', 'rubric_version.published_by')
        .select((eb) => [
          'rubric.id as id',
          'rubric.created_at as createdAt',
          'rubric_version.effective_from as effectiveFrom',
          'rubric_version.note as note',
          'rubric_version.based_on as basedOn',
          'person.name as publishedBy',
          eb
            .selectFrom('round')
            .select((round) => round.fn.countAll<number>().as('count'))
            .whereRef('round.rubric_id', '=', 'rubric.id')
            .as('rounds'),
        ])
        .orderBy((eb) => eb.fn.coalesce('rubric_version.effective_from', eb.val('')), 'desc')
        .orderBy('rubric.created_at', 'desc')
        .execute();
      const versions: RubricVersion[] = [];
      for (const row of rows) {
        const { title, version } = (await get(row.id)).rubric;
        versions.push({
          id: row.id,
          title,
          version,
          effectiveFrom: row.effectiveFrom,
          note: row.note ?? '',
          basedOn: row.basedOn,
          publishedAt: row.createdAt,
          publishedBy: row.publishedBy,
          isCurrent: row.id === currentId,
          rounds: row.rounds ?? 0,
        });
      }
      return versions;
    },

    /** A version as a file, in the form in which it was stored. */
    async export(caller: Caller, rubricId: string): Promise<File> {
      const { rubric, digest } = await get(rubricId);
      await db.transaction().execute((trx) =>
        recordEvent(trx, {
          at: clock().toISOString(),
          personId: caller.id,
          action: 'rubrics.export',
          subjectId: rubricId,
          detail: { digest },
        }),
      );
      const name = `quality-standards-${rubric.version.replaceAll(/[^\w.-]+/g, '-')}.json`;
      return new File([`${JSON.stringify(rubric, null, 2)}\n`], name, { type: 'application/json' });
    },
  };
}

/**
 * The version that rounds use which begin on a day: of those whose day has come, the one whose day came last; of two
 * for one day the one that was published last.
 */
export async function currentRubricId(db: Kysely<WorkspaceTables>, today: string): Promise<string> {
  const { id } = await db
    .selectFrom('rubric')
    .leftJoin('rubric_version', 'rubric_version.rubric_id', 'rubric.id')
    .select('rubric.id as id')
    .where((eb) =>
      eb.or([eb('rubric_version.rubric_id', 'is', null), eb('rubric_version.effective_from', '<=', today)]),
    )
    .orderBy((eb) => eb.fn.coalesce('rubric_version.effective_from', eb.val('')), 'desc')
    .orderBy('rubric.created_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return id;
}

/** Stores the built-in quality standards in a new workspace; gives their id. */
export async function storeBuiltInRubric(trx: Transaction<WorkspaceTables>, at: string): Promise<string> {
  return insertRubric(trx, builtIn, at);
}

/** Stores a version of the standards for good; gives its id. */
export async function insertRubric(
  trx: Transaction<WorkspaceTables>,
  rubric: { id: string; version: string },
  at: string,
): Promise<string> {
  const content = JSON.stringify(rubric);
  const id = randomUUID();
  await trx
    .insertInto('rubric')
    .values({
      id,
      rubric_key: rubric.id,
      version: rubric.version,
      digest: digestOf(content),
      content,
      created_at: at,
    })
    .execute();
  return id;
}
