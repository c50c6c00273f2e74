import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  importedResultSchema,
  type PastImport,
  pastImportSchema,
  type Preview,
  type Upload,
} from '../../../shared/contract/register.ts';
import type { ImportKind } from '../../../shared/domain/register/register-columns.ts';
import type { Caller, Clock } from '../caller.ts';
import type { ParsePool } from '../documents/parse-pool.ts';
import { englishDay } from '../english-day.ts';
import { notFound, Refusal } from '../refusal.ts';
import { recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import { applyRegister, insertAll } from './apply-register.ts';
import { type Classification, classifyRows } from './classify-rows.ts';
import type { SheetFile } from './sheet-file.ts';
import { undoRegister } from './undo-import.ts';
import { createUploads, type TablePlan } from './uploads.ts';

export type RegisterService = ReturnType<typeof createRegisterService>;

export interface ImportPlan extends TablePlan {
  uploadId: string;
  onKnown: 'update' | 'skip';
  leftOut: readonly number[];
}

/** Brings registers and other tools' results in, from a table that a person has matched and mended. */
export function createRegisterService({
  db,
  clock,
  parsePool,
}: {
  db: WorkspaceDb;
  clock: Clock;
  parsePool: ParsePool;
}) {
  const uploads = createUploads({ today: () => englishDay(clock()) });

  async function readSheet(bytes: Uint8Array, request: { sheet?: string; password?: string }): Promise<SheetFile> {
    const answer = await parsePool.readSheet(bytes, request);
    if (answer.kind === 'read') return answer.file;
    throw new Refusal(answer.refusal.code, answer.refusal.message, answer.refusal.advice);
  }

  async function classify(plan: ImportPlan): Promise<Classification> {
    const upload = uploads.get(plan.uploadId);
    return classifyRows(db, upload.kind, await uploads.read(upload, plan), plan);
  }

  async function imports(id?: string): Promise<PastImport[]> {
    let select = db
      .selectFrom('register_import')
      .innerJoin('person', 'person.id', 'register_import.person_id')
      .select([
        'register_import.id as id',
        'kind',
        'register_import.at as at',
        'person.name as personName',
        'added',
        'updated',
        'skipped',
        'undone_at as undoneAt',
      ])
      .orderBy('register_import.at', 'desc');
    if (id !== undefined) select = select.where('register_import.id', '=', id);
    return (await select.execute()).map((row) => pastImportSchema.parse(row));
  }

  async function pastImport(id: string): Promise<PastImport> {
    const [found] = await imports(id);
    if (!found) throw notFound('import');
    return found;
  }

  return {
    imports: () => imports(),

    async upload(input: { file: File; kind: ImportKind; password?: string | undefined }): Promise<Upload> {
      const bytes = new Uint8Array(await input.file.arrayBuffer());
      const file = await readSheet(bytes, input.password === undefined ? {} : { password: input.password });
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const { kind, password } = input;
      return uploads.describe(uploads.hold({ kind, fileName: input.file.name, sha256, bytes, password, file }));
    },

    async chooseSheet(uploadId: string, sheet: string): Promise<Upload> {
      const upload = uploads.get(uploadId);
      const { bytes, password } = upload;
      const file = await readSheet(bytes, { sheet, ...(password === undefined ? {} : { password }) });
      return uploads.describe(uploads.chooseSheet(upload, file));
    },

    /** What would become of each row, a page of those that are asked for. */
    async preview({
      only,
      offset,
      limit,
      ...plan
    }: ImportPlan & {
      only: 'all' | 'differing' | Preview['rows'][number]['state'];
      offset: number;
      limit: number;
    }): Promise<Preview> {
      const { rows, counts, differing, newPeople, obstacle } = await classify(plan);
      const wanted = rows.filter(
        ({ state, remarks }) => only === 'all' || (only === 'differing' ? remarks.length > 0 : state === only),
      );
      return {
        counts,
        rows: wanted
          .slice(offset, offset + limit)
          .map(({ row, cells, state, problems, remarks }) => ({ row, cells, state, problems, remarks })),
        matching: wanted.length,
        differing,
        newPeople,
        obstacle,
      };
    },

    /** All rows that are not left out in one transaction, with one entry in the trail. Throws Refusal ROWS_WRONG. */
    async apply(caller: Caller, plan: ImportPlan): Promise<PastImport> {
      const upload = uploads.get(plan.uploadId);
      const { rows, counts, obstacle } = await classify(plan);
      if (obstacle !== null || counts.wrong > 0) {
        throw new Refusal(
          'ROWS_WRONG',
          obstacle ?? `${counts.wrong === 1 ? 'One row' : `${counts.wrong} rows`} cannot go in as they are.`,
          'Mend what is marked, or leave those rows out.',
        );
      }
      const importId = randomUUID();
      const at = clock().toISOString();
      await db.transaction().execute(async (trx) => {
        const base = { id: importId, kind: upload.kind, sha256: upload.sha256, person_id: caller.id, at };
        const skipped = counts.skip + counts.left_out;
        await trx
          .insertInto('register_import')
          .values({ ...base, added: counts.new, updated: counts.update, skipped, undone_at: null })
          .execute();
        if (upload.kind === 'register') await applyRegister(trx, rows, { importId, at });
        else {
          await insertAll(
            trx,
            'imported_result',
            rows.flatMap(({ state, planId, record: { result } }) =>
              state !== 'new' || planId === null || result === undefined
                ? []
                : [
                    {
                      id: randomUUID(),
                      plan_id: planId,
                      import_id: importId,
                      graded_on: result.gradedOn,
                      overall: result.overall,
                      grades: JSON.stringify(result.grades),
                    },
                  ],
            ),
          );
        }
        await recordEvent(trx, {
          at,
          personId: caller.id,
          action: 'register.apply',
          subjectId: importId,
          detail: { kind: upload.kind, sha256: upload.sha256, added: counts.new, updated: counts.update, skipped },
        });
      });
      uploads.drop(plan.uploadId);
      return pastImport(importId);
    },

    async undo(caller: Caller, importId: string): Promise<PastImport> {
      const { kind, undoneAt } = await pastImport(importId);
      if (undoneAt !== null) return pastImport(importId);
      const at = clock().toISOString();
      await db.transaction().execute(async (trx) => {
        if (kind === 'register') await undoRegister(trx, importId);
        else await trx.deleteFrom('imported_result').where('import_id', '=', importId).execute();
        await trx.updateTable('register_import').set({ undone_at: at }).where('id', '=', importId).execute();
        await recordEvent(trx, { at, personId: caller.id, action: 'register.undo', subjectId: importId });
      });
      return pastImport(importId);
    },

    /** What another tool graded of a plan, latest first. */
    async results(planId: string) {
      const rows = await db
        .selectFrom('imported_result')
        .innerJoin('register_import', 'register_import.id', 'imported_result.import_id')
        .select([
          'imported_result.id as id',
          'graded_on as gradedOn',
          'overall',
          'grades',
          'register_import.at as importedAt',
        ])
        .where('plan_id', '=', planId)
        .orderBy('graded_on', 'desc')
        .execute();
      return z.array(importedResultSchema).parse(rows.map((row) => ({ ...row, grades: JSON.parse(row.grades) })));
    },
  };
}
