import type { AcrossPlans, PlanPlace } from '../../../shared/contract/threads.ts';
import { stageSchema } from '../../../shared/contract/plans.ts';
import { createKeptAnswers } from '../hints/kept-answers.ts';
import type { PlanReference, SentenceIndex } from '../hints/sentence-index.ts';
import type { CopiedPassages, FoundPlace } from '../documents/copied-passages.ts';
import type { ParsePool } from '../documents/parse-pool.ts';
import type { StoredModels } from '../documents/stored-models.ts';
import type { RoundsService } from '../rounds/rounds-service.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import { type CopiedSentence, joinNeighbours } from './join-neighbours.ts';
import { selectRoundDocuments, type ThreadDocument } from './threads-queries.ts';

export type AcrossPlansService = ReturnType<typeof createAcrossPlansService>;

/** Documents whose passages are kept at hand: with fewer than a round has, none of them would be there the next time. */
const MOST_KEPT = 1000;

/** What the plans of a round share that each should have for itself: copied passages, and other children's names. */
export function createAcrossPlansService({
  db,
  rounds,
  models,
  parsePool,
  sentences,
}: {
  db: WorkspaceDb;
  rounds: Pick<RoundsService, 'get'>;
  models: Pick<StoredModels, 'get' | 'versionOf'>;
  parsePool: Pick<ParsePool, 'findCopied'>;
  sentences: SentenceIndex;
}) {
  const kept = createKeptAnswers<CopiedPassages>(MOST_KEPT);

  async function passagesOf(
    { documentId, name }: ThreadDocument,
    shared: ReadonlyMap<number, PlanReference[]>,
  ): Promise<CopiedPassages> {
    const version = await models.versionOf(documentId);
    const names = name === null ? [] : [name];
    return kept(JSON.stringify([version, names, [...shared.keys()]]), async () => {
      const [{ json }, salt] = [await models.get(documentId), await sentences.salt()];
      return parsePool.findCopied({ model: json, names, digests: new Set(shared.keys()), salt });
    });
  }

  return {
    /** Looks through the documents of a round. Throws Refusal NOT_FOUND. */
    async ofRound(roundId: string): Promise<AcrossPlans> {
      await rounds.get(roundId);
      const documents = await selectRoundDocuments(db, roundId);
      const copied = new Map<number, { places: Map<string, PlanPlace>; elsewhere: Map<string, PlanReference> }>();
      const names: AcrossPlans['names'] = [];
      const byId = new Map(documents.map((document) => [document.documentId, document]));
      for await (const { documentId, shared } of sentences.sharedWithEach([...byId.keys()])) {
        const document = byId.get(documentId);
        if (document === undefined) continue;
        const found = await passagesOf(document, shared);
        for (const { digest, ...place } of found.sentences) {
          const entry = copied.get(digest) ?? { places: new Map(), elsewhere: new Map() };
          copied.set(digest, entry);
          entry.places.set(document.planId, placeIn(document, place));
          for (const plan of shared.get(digest) ?? []) entry.elsewhere.set(plan.planId, plan);
        }
        names.push(...found.names.map(({ name, ...place }) => ({ ...placeIn(document, place), name })));
      }
      const inRound = [...copied.values()].map(({ places, elsewhere }): CopiedSentence => ({
        places,
        elsewhere: [...elsewhere.values()].filter(({ planId }) => !places.has(planId)),
      }));
      return {
        documents: documents.length,
        copied: joinNeighbours(inRound)
          .map(({ places, elsewhere }) => ({ places: [...places.values()], elsewhere: [...elsewhere] }))
          .toSorted((one, other) => plansOf(other) - plansOf(one)),
        names: lastVersionOnly(names),
      };
    },
  };
}

function placeIn(document: ThreadDocument, { section, words, span }: FoundPlace): PlanPlace {
  const { documentId, planId, reference, initials } = document;
  const stage = stageSchema.nullable().parse(document.stage);
  return { documentId, planId, reference, initials, stage, section, words, at: span };
}

function plansOf({ places, elsewhere }: AcrossPlans['copied'][number]): number {
  return places.length + elsewhere.length;
}

/** A name that stands in the draft and in the final of a plan is told once. */
function lastVersionOnly(names: AcrossPlans['names']): AcrossPlans['names'] {
  return [...new Map(names.map((found) => [`${found.planId} ${found.name}`, found])).values()];
}
