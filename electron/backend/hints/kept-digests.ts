import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { PlanDigests } from '../documents/plan-tasks.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

/** Digests of plans' sentences as the workspace keeps them, under a salt of its own. No words. */
export interface KeptDigests {
  salt(): Promise<string>;
  /** By document; `madeFrom` tells whether they are still those of what is filed. */
  all(): Promise<Map<string, PlanDigests & { madeFrom: string }>>;
  keep(documentId: string, madeFrom: string, digests: PlanDigests): Promise<void>;
}

/** Raised when other sentences are compared, or their keys are made otherwise: what was kept before is made anew. */
const SENTENCES_VERSION = 1;

/** What digests were made from, in short and unreadable: the model's version holds no words, the person's name would. */
export function madeFromOf(version: string, name: string | null, salt: string): string {
  return createHash('sha256')
    .update([SENTENCES_VERSION, salt, version, name ?? ''].join('\n'))
    .digest('hex');
}

export function createKeptDigests(db: Kysely<WorkspaceTables>): KeptDigests {
  let salt: Promise<string> | undefined;
  return {
    salt() {
      salt ??= db
        .selectFrom('passage_salt')
        .select('salt')
        .executeTakeFirstOrThrow()
        .then((row) => row.salt);
      return salt;
    },

    async all() {
      const rows = await db.selectFrom('passage_digest').selectAll().execute();
      return new Map(
        rows.map((row) => [
          row.document_id,
          { madeFrom: row.made_from, template: row.template, sentences: numbersOf(row.sentences) },
        ]),
      );
    },

    async keep(documentId, madeFrom, { template, sentences }) {
      const values = { made_from: madeFrom, template, sentences: bytesOf(sentences) };
      await db
        .insertInto('passage_digest')
        .values({ document_id: documentId, ...values })
        .onConflict((conflict) => conflict.column('document_id').doUpdateSet(values))
        .execute();
    },
  };
}

const BYTES = Float64Array.BYTES_PER_ELEMENT;

/** Little-endian, whatever the machine, since a workspace moves between machines. */
function bytesOf(numbers: Float64Array): Uint8Array {
  const bytes = Buffer.alloc(numbers.length * BYTES);
  numbers.forEach((number, at) => bytes.writeDoubleLE(number, at * BYTES));
  return bytes;
}

function numbersOf(bytes: Uint8Array): Float64Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float64Array.from({ length: bytes.byteLength / BYTES }, (_, at) => view.getFloat64(at * BYTES, true));
}
