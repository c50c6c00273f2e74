import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { StoredRubric } from '../../../shared/contract/rubrics.ts';
import builtIn from '../../../shared/domain/rubric-default.json' with { type: 'json' };
import { rubricSchema } from '../../../shared/domain/rubric.ts';
import { notFound } from '../refusal.ts';
import { digestOf } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

export type RubricService = ReturnType<typeof createRubricService>;

export function createRubricService({ db }: { db: WorkspaceDb }) {
  // Versions never change once stored, so what was parsed once stays good.
  const parsed = new Map<string, StoredRubric>();

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

    /** The version that new audits use. */
    async current(): Promise<StoredRubric> {
      const row = await db
        .selectFrom('rubric')
        .select('id')
        .orderBy('created_at', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow();
      return get(row.id);
    },
  };
}

/** Stores the built-in quality standards in a new workspace; gives their id. */
export async function storeBuiltInRubric(trx: Transaction<WorkspaceTables>, at: string): Promise<string> {
  const content = JSON.stringify(builtIn);
  const id = randomUUID();
  await trx
    .insertInto('rubric')
    .values({
      id,
      rubric_key: builtIn.id,
      version: builtIn.version,
      digest: digestOf(content),
      content,
      created_at: at,
    })
    .execute();
  return id;
}
