import { DocumentError } from '../documents/document-errors.ts';
import type { ParsePool } from '../documents/parse-pool.ts';
import type { PlanDigests } from '../documents/plan-tasks.ts';
import type { FiledModel, StoredModels } from '../documents/stored-models.ts';
import { Refusal } from '../refusal.ts';
import { type KeptDigests, madeFromOf } from './kept-digests.ts';

/** Tells which sentences of a plan stand in other plans of the workspace too. Holds digests under the workspace's salt, no words. */
export interface SentenceIndex {
  /** Under which digests are made, so that whoever has a sentence can find it. */
  salt(): Promise<string>;
  /** By digest, the other plans that share a sentence of the document; what its template gives every plan is left out. */
  sharedWith(documentId: string): Promise<Map<number, PlanReference[]>>;
  /** As `sharedWith`, of many documents one after another: what is filed is looked up once, and not for each. */
  sharedWithEach(documentIds: readonly string[]): AsyncIterable<SharedSentences>;
}

export interface SharedSentences {
  documentId: string;
  /** By digest. */
  shared: Map<number, PlanReference[]>;
}

export interface PlanReference {
  planId: string;
  reference: string;
}

interface Indexed extends PlanDigests {
  madeFrom: string;
}

/** A sentence in so many of the plans made from a template is the template's own, once there are plans enough to tell. */
const NEARLY_EVERY = 0.8;
const ENOUGH_PLANS = 5;
/** Digests looked up before other work of this thread has its turn: under 10 ms. */
const LOOKUPS_AT_ONCE = 200_000;

/**
 * The index is kept in the workspace and held in memory, and made as far as needed: each document's sentences are read
 * once in the pool, one document at a time, and not again when the workspace is next opened. Memory grows with the
 * sentences of all documents, eight bytes for each.
 */
export function createSentenceIndex({
  models,
  kept,
  parsePool,
}: {
  models: StoredModels;
  kept: KeptDigests;
  parsePool: Pick<ParsePool, 'digest'>;
}): SentenceIndex {
  const indexed = new Map<string, Indexed>();
  let isLoaded = false;
  let refreshing: Promise<FiledModel[]> | undefined;

  async function refresh(): Promise<FiledModel[]> {
    const salt = await kept.salt();
    if (!isLoaded) for (const [documentId, digests] of await kept.all()) indexed.set(documentId, digests);
    isLoaded = true;
    const filed = await models.listFiled();
    const known = new Set(filed.map(({ documentId }) => documentId));
    for (const documentId of indexed.keys()) if (!known.has(documentId)) indexed.delete(documentId);
    for (const { documentId, version, name } of filed) {
      const madeFrom = madeFromOf(version, name, salt);
      if (indexed.get(documentId)?.madeFrom === madeFrom) continue;
      try {
        const { json } = await models.get(documentId);
        const digests = await parsePool.digest({ model: json, names: name === null ? [] : [name], salt });
        indexed.set(documentId, { ...digests, madeFrom });
        // The document may be gone by now, or the disk full: what is not kept is made again another time.
        await kept.keep(documentId, madeFrom, digests).catch(() => undefined);
      } catch (error) {
        // A document that was removed meanwhile, or is too much for a worker, is no reason to hold back hints of others.
        if (!(error instanceof DocumentError || error instanceof Refusal)) throw error;
        indexed.delete(documentId);
      }
    }
    return filed;
  }

  function filedNow(): Promise<FiledModel[]> {
    refreshing ??= refresh().finally(() => {
      refreshing = undefined;
    });
    return refreshing;
  }

  async function sharedBy(documentId: string, filed: readonly FiledModel[]): Promise<Map<number, PlanReference[]>> {
    const own = indexed.get(documentId);
    const ownPlan = filed.find((each) => each.documentId === documentId)?.planId;
    if (own === undefined || ownPlan === undefined) return new Map();
    return findShared(own, ownPlan, filed, indexed);
  }

  return {
    salt: () => kept.salt(),
    sharedWith: async (documentId) => sharedBy(documentId, await filedNow()),
    async *sharedWithEach(documentIds) {
      const filed = await filedNow();
      for (const documentId of documentIds) yield { documentId, shared: await sharedBy(documentId, filed) };
    },
  };
}

async function findShared(
  own: Indexed,
  ownPlan: string,
  filed: readonly FiledModel[],
  indexed: ReadonlyMap<string, Indexed>,
): Promise<Map<number, PlanReference[]>> {
  const holders = new Map([...own.sentences].map((digest) => [digest, new Map<string, PlanReference>()]));
  const ofTemplate = new Set([ownPlan]);
  let lookups = 0;
  for (const { documentId, planId, reference } of filed) {
    const other = indexed.get(documentId);
    if (other === undefined || planId === ownPlan) continue;
    if (other.template === own.template) ofTemplate.add(planId);
    // A draft and its final are one plan.
    for (const digest of other.sentences) holders.get(digest)?.set(planId, { planId, reference });
    lookups += other.sentences.length;
    if (lookups > LOOKUPS_AT_ONCE) {
      lookups = 0;
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
  }
  return new Map(
    [...holders]
      .map(([digest, plans]): [number, PlanReference[]] => [digest, [...plans.values()]])
      .filter(([, plans]) => plans.length > 0 && !isTemplates(plans, ofTemplate)),
  );
}

/** Whether nearly every plan of the template has the sentence; the plan itself is one of them. */
function isTemplates(plans: readonly PlanReference[], ofTemplate: ReadonlySet<string>): boolean {
  const have = 1 + plans.filter(({ planId }) => ofTemplate.has(planId)).length;
  return ofTemplate.size >= ENOUGH_PLANS && have / ofTemplate.size >= NEARLY_EVERY;
}
