import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { type DocumentModel, documentModelSchema } from '../../../shared/domain/document-model.ts';
import { createMentionFinder, type MentionFinder } from '../../../shared/domain/masking/masking-find.ts';
import { findIdentities } from '../../../shared/domain/masking/masking-identities.ts';
import { plainWords } from '../../../shared/domain/masking/masking-tokens.ts';
import { NOTHING_READ, registerIdentities } from '../../../shared/domain/masking/register-identities.ts';
import { labelled, type MaskEdit, type MaskedIdentity } from '../../../shared/domain/masking/masking.ts';
import {
  addedBy,
  createMaskedDocument,
  type MaskedDocument,
  proposeMasks,
  type ProposedMasks,
  shownWords,
  together,
} from '../../../shared/domain/masking/masked-model.ts';
import type { StoredModels } from '../documents/stored-models.ts';
import { notFound } from '../refusal.ts';
import { digestOf } from '../trail/trail.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import {
  keepIdentities,
  type KeptIdentities,
  lastEvent,
  planOfDocument,
  type PlanKnown,
  selectChecks,
  selectIdentitiesRevision,
  selectKeptIdentities,
  selectPlanKnown,
  selectRegisterOnly,
  selectUnreadPlans,
  type StoredCheck,
} from './masking-queries.ts';

type Db = Kysely<WorkspaceTables>;

/** A document with what is proposed for it, and the last tick. */
export interface PreparedDocument {
  plan: PlanKnown;
  model: DocumentModel;
  proposed: ProposedMasks;
  check: StoredCheck | null;
  /** The tick stands for the text and for what is known now. */
  holds: boolean;
  textDigest: string;
  knownDigest: string;
  /** Of the text with the proposed masks. */
  digest: string;
  /** As it was ticked; only where the tick holds. */
  masked: MaskedDocument | null;
}

/** Answers that are kept at hand: more documents and plans than one panel has open in a day. */
const MOST_KEPT = 60;

export interface PlanMasks {
  /** Throws NOT_FOUND; null where the document is filed under no plan. */
  prepare(documentId: string): Promise<PreparedDocument | null>;
  /** Finds whoever and whatever a plan, or without one any plan, is about. */
  finderOf(planId: string | null): Promise<MentionFinder>;
}

/** Reads plans for what is masked in them, and keeps what was read until something of it changes. */
export function createPlanMasks({
  db,
  models,
}: {
  db: Db;
  models: Pick<StoredModels, 'get' | 'versionOf'>;
}): PlanMasks {
  const modelsKept = new Kept<DocumentModel>();
  const documentsKept = new Kept<PreparedDocument>();
  const findersKept = new Kept<MentionFinder>();

  async function modelOf(documentId: string, version: string): Promise<DocumentModel> {
    return modelsKept.get(documentId, version, async () => {
      const { json } = await models.get(documentId);
      return documentModelSchema.parse(JSON.parse(json));
    });
  }

  async function prepare(documentId: string): Promise<PreparedDocument | null> {
    const version = await models.versionOf(documentId);
    const planId = await planOfDocument(db, documentId);
    const plan = planId === null ? null : await selectPlanKnown(db, planId);
    if (plan === null) return null;
    const checks = await selectChecks(db, plan.documents);
    const state = [version, keyOf(plan), ...checks.map(({ digest, at }) => `${digest} ${at}`)].join('\n');
    return documentsKept.get(documentId, digestOf(state), async () => {
      const model = await modelOf(documentId, version);
      const check = checks.find((one) => one.documentId === documentId) ?? null;
      const earlier = together(checks.flatMap(({ identities }) => identities));
      const proposed = proposeMasks({ id: documentId, model }, plan.known, { edits: plan.edits, earlier });
      const textDigest = digestOf(JSON.stringify(model.blocks.map(({ id, text }) => [id, text])));
      const knownDigest = digestOf(JSON.stringify([plan.known, editsOf(plan.edits, documentId, model)]));
      const holds = check !== null && check.textDigest === textDigest && check.knownDigest === knownDigest;
      return {
        plan,
        model,
        proposed,
        check,
        holds,
        textDigest,
        knownDigest,
        digest: digestOf(JSON.stringify([textDigest, proposed.masks])),
        masked: holds
          ? createMaskedDocument(
              model,
              check.masks,
              createMentionFinder(together([...check.identities, ...proposed.identities]), shownWords(plan.edits)),
            )
          : null,
      };
    });
  }

  /** Whom a plan is about, by the register and by all that is filed of it: read once, and anew when it changes. */
  async function identitiesOf(planId: string): Promise<Omit<KeptIdentities, 'planId'>> {
    const [there] = await selectKeptIdentities(db, planId);
    if (there !== undefined) return there;
    const event = await lastEvent(db);
    const read = await readIdentities(planId);
    await keepIdentities(db, { planId, ...read }, event);
    const [kept] = await selectKeptIdentities(db, planId);
    // Where something changed meanwhile, what was read serves this once.
    return kept ?? { ...read, sequence: -event };
  }

  async function readIdentities(planId: string): Promise<Pick<KeptIdentities, 'identities' | 'shown'>> {
    const plan = await selectPlanKnown(db, planId);
    if (plan === null) throw notFound('plan');
    const checks = await selectChecks(db, plan.documents);
    const found: MaskedIdentity[] = findIdentities(NOTHING_READ, plan.known);
    for (const documentId of plan.documents) {
      found.push(...findIdentities(await modelOf(documentId, await models.versionOf(documentId)), plan.known));
      // Reading many plans must not hold up what others ask meanwhile.
      await nextTurn();
    }
    const earlier = together(checks.flatMap((check) => check.identities));
    return {
      identities: labelled(together([...addedBy(plan.edits), ...earlier, ...found]), earlier),
      shown: shownWords(plan.edits),
    };
  }

  return {
    prepare,
    async finderOf(planId) {
      if (planId !== null) {
        const { identities, shown, sequence } = await identitiesOf(planId);
        return findersKept.get(planId, String(sequence), () => createMentionFinder(identities, shown));
      }
      for (const id of await selectUnreadPlans(db)) await identitiesOf(id);
      const unfiled = await selectRegisterOnly(db);
      const state = `${await selectIdentitiesRevision(db)} ${digestOf(JSON.stringify(unfiled))}`;
      return findersKept.get('', state, async () => {
        const filed = (await selectKeptIdentities(db, null)).flatMap(({ identities }) => identities);
        // Of several plans nobody is the same person, and no number tells one from another.
        return createMentionFinder([...filed, ...registerIdentities(unfiled)].map(unnumbered));
      });
    },
  };
}

function unnumbered(identity: MaskedIdentity): MaskedIdentity {
  return { ...identity, label: identity.label.replace(/ \d+\]$/u, ']') };
}

function keyOf({ planId, reference, known, edits, documents }: PlanKnown): string {
  return JSON.stringify([planId, reference, known, edits, documents]);
}

/** The changes that bear on a document: those at its own places, and those whose words it has. */
function editsOf(edits: PlanKnown['edits'], documentId: string, { blocks }: DocumentModel): MaskEdit[] {
  const text = ` ${blocks.map((block) => plainWords(block.text).join(' ')).join(' ')} `;
  return edits.flatMap(({ id: _id, ...edit }): MaskEdit[] => {
    if (edit.kind === 'show_here') return edit.documentId === documentId ? [edit] : [];
    return text.includes(` ${plainWords(edit.words).join(' ')} `) ? [edit] : [];
  });
}

/** What was made last for each id, as long as its key is the same; what was not asked for longest goes first. */
class Kept<Value> {
  readonly #byId = new Map<string, { key: string; value: Value }>();

  async get(id: string, key: string, make: () => Value | Promise<Value>): Promise<Value> {
    const there = this.#byId.get(id);
    if (there?.key === key) {
      this.#byId.delete(id);
      this.#byId.set(id, there);
      return there.value;
    }
    const value = await make();
    this.#byId.set(id, { key, value });
    const [oldest] = this.#byId.keys();
    if (this.#byId.size > MOST_KEPT && oldest !== undefined) this.#byId.delete(oldest);
    return value;
  }
}
