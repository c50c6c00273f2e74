import { randomUUID } from 'node:crypto';
import type { Masking, MaskingToCheck, MaskState } from '../../../shared/contract/masking.ts';
import { seesMasked } from '../../../shared/contract/masked-view.ts';
import { type Stage, stageSchema } from '../../../shared/contract/plans.ts';
import { createMentionFinder, type MentionFinder } from '../../../shared/domain/masking/masking-find.ts';
import { type MaskEdit, type Mention, withMasks } from '../../../shared/domain/masking/masking.ts';
import type { Caller, Clock } from '../caller.ts';
import { listDocuments, type MyAudits } from '../documents/documents-queries.ts';
import { createTurns } from '../documents/in-turn.ts';
import type { PeopleService } from '../people/people-service.ts';
import { notFound, Refusal } from '../refusal.ts';
import { recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import { selectAskedOfForum } from './masking-queries.ts';
import type { PlanMasks, PreparedDocument } from './plan-masks.ts';

export type MaskingService = ReturnType<typeof createMaskingService>;

/** A change as a person makes it on a document's screen. */
export type NewMaskEdit =
  | Exclude<MaskEdit, { kind: 'show_here' }>
  | Omit<Extract<MaskEdit, { kind: 'show_here' }>, 'documentId'>;

/** Checking what parent carer representatives do not read, and ticking that they may open the rest. */
export function createMaskingService({
  db,
  clock,
  masks,
  people,
  myAudits,
}: {
  db: WorkspaceDb;
  clock: Clock;
  masks: PlanMasks;
  people: Pick<PeopleService, 'list'>;
  myAudits: (personId: string) => Promise<MyAudits>;
}) {
  /** Changes of a plan build on each other. */
  const inTurn = createTurns();

  async function prepared(documentId: string): Promise<PreparedDocument> {
    const document = await masks.prepare(documentId);
    if (document === null) {
      throw new Refusal(
        'NOT_FILED',
        'This document is not filed under a plan yet.',
        'File it on the Plans page first.',
      );
    }
    return document;
  }

  async function get(caller: Caller, documentId: string): Promise<Masking> {
    const { plan, model, proposed, check, digest, ...rest } = await prepared(documentId);
    const [listed] = await listDocuments(db, await myAudits(caller.id), { ids: [documentId] });
    if (!listed) throw notFound('document');
    const last = plan.edits.at(-1);
    return {
      document: listed.document,
      plan: { id: plan.planId, reference: plan.reference },
      model,
      masks: proposed.masks,
      identities: proposed.identities,
      digest,
      state: stateOf(listed.document.hasText, { check, holds: rest.holds }),
      check: check === null ? null : { by: check.personName, at: check.at },
      lastEdit: last === undefined ? null : { kind: last.kind, words: last.words },
    };
  }

  return {
    get,

    /**
     * Words of a plan, or about it, with what is masked: for excerpts that leave the panel. `mentions` tell what was
     * taken out, with the reason of each; a person still ticks what is published. Throws NOT_FOUND.
     */
    async redact(planId: string, words: string): Promise<{ words: string; mentions: Mention[] }> {
      const mentions = (await masks.finderOf(planId)).find(words);
      return { words: withMasks(words, mentions), mentions };
    },

    /** The same masks for many words of one plan, which are then looked for once. Throws NOT_FOUND. */
    async maskerOf(planId: string): Promise<(words: string) => string> {
      const finder = await masks.finderOf(planId);
      return (words) => withMasks(words, finder.find(words));
    },

    /** Finds in any words whoever and whatever a plan is about. Throws NOT_FOUND. */
    finderOf: (planId: string): Promise<MentionFinder> => masks.finderOf(planId),

    async list(roundId: string): Promise<MaskingToCheck[]> {
      const representatives = new Set((await people.list()).filter(seesMasked).map(({ id }) => id));
      const rows = (await selectAskedOfForum(db, roundId)).filter(({ personId }) => representatives.has(personId));
      const asked: MaskingToCheck[] = [];
      for (const [documentId, auditors] of Map.groupBy(rows, (row) => row.documentId)) {
        const [row] = auditors;
        if (row === undefined) continue;
        const { model, check, holds } = await prepared(documentId);
        const hasText = model.blocks.some(({ text }) => text.trim() !== '');
        asked.push({
          documentId,
          planId: row.planId,
          planReference: row.reference,
          stage: stageOf(row.stage),
          auditors: auditors.map(({ name }) => name),
          state: stateOf(hasText, { check, holds }),
          check: check === null ? null : { by: check.personName, at: check.at },
        });
      }
      return asked;
    },

    /** Throws Refusal NOT_FILED, NOTHING_THERE. */
    async edit(caller: Caller, documentId: string, edit: NewMaskEdit): Promise<Masking> {
      const { plan } = await prepared(documentId);
      return inTurn(plan.planId, async () => {
        const { model, plan: now } = await prepared(documentId);
        const isThere =
          edit.kind === 'show_here'
            ? model.blocks.some(({ id, text }) => id === edit.block && text.slice(edit.start, edit.end) === edit.words)
            : findsWords(model.blocks, edit.words);
        if (!isThere) {
          throw new Refusal('NOTHING_THERE', 'Those words are not in this document.', 'Select the words in the text.');
        }
        const at = clock().toISOString();
        await db.transaction().execute(async (trx) => {
          const last = await trx
            .selectFrom('mask_edit')
            .select((eb) => eb.fn.max('sequence').as('sequence'))
            .where('plan_id', '=', now.planId)
            .executeTakeFirst();
          await trx
            .insertInto('mask_edit')
            .values({
              id: randomUUID(),
              plan_id: now.planId,
              sequence: (last?.sequence ?? 0) + 1,
              kind: edit.kind,
              words: edit.words,
              mask_kind: edit.kind === 'mask' ? edit.as : null,
              document_id: edit.kind === 'show_here' ? documentId : null,
              block: edit.kind === 'show_here' ? edit.block : null,
              start_at: edit.kind === 'show_here' ? edit.start : null,
              end_at: edit.kind === 'show_here' ? edit.end : null,
              person_id: caller.id,
              at,
            })
            .execute();
          await recordEvent(trx, {
            at,
            personId: caller.id,
            action: 'masking.edit',
            subjectId: documentId,
            detail: { kind: edit.kind, as: edit.kind === 'mask' ? edit.as : null },
          });
        });
        return get(caller, documentId);
      });
    },

    async undo(caller: Caller, documentId: string): Promise<Masking> {
      const { plan } = await prepared(documentId);
      return inTurn(plan.planId, async () => {
        const last = (await prepared(documentId)).plan.edits.at(-1);
        if (last === undefined) return get(caller, documentId);
        const at = clock().toISOString();
        await db.transaction().execute(async (trx) => {
          await trx.deleteFrom('mask_edit').where('id', '=', last.id).execute();
          const detail = { kind: last.kind };
          await recordEvent(trx, { at, personId: caller.id, action: 'masking.undo', subjectId: documentId, detail });
        });
        return get(caller, documentId);
      });
    },

    /** Throws Refusal NOT_FILED, MASKS_CHANGED, NO_TEXT. */
    async confirm(caller: Caller, documentId: string, digest: string): Promise<Masking> {
      const now = await prepared(documentId);
      if (!now.model.blocks.some(({ text }) => text.trim() !== '')) {
        throw new Refusal(
          'NO_TEXT',
          'This document has no text that could be masked.',
          'A scan cannot be opened by the parent carer forum: load a version with text, or ask somebody else to audit it.',
        );
      }
      if (now.digest !== digest) {
        throw new Refusal(
          'MASKS_CHANGED',
          'What is masked has changed since this was read.',
          'Read it again, then tick it.',
        );
      }
      const at = clock().toISOString();
      await db.transaction().execute(async (trx) => {
        const check = {
          person_id: caller.id,
          at,
          digest,
          text_digest: now.textDigest,
          known_digest: now.knownDigest,
          identities: JSON.stringify(now.proposed.identities),
          masks: JSON.stringify(now.proposed.masks),
        };
        await trx
          .insertInto('mask_check')
          .values({ document_id: documentId, ...check })
          .onConflict((conflict) => conflict.column('document_id').doUpdateSet(check))
          .execute();
        const detail = { digest, masks: now.proposed.masks.length };
        await recordEvent(trx, { at, personId: caller.id, action: 'masking.confirm', subjectId: documentId, detail });
      });
      return get(caller, documentId);
    },

    async withdraw(caller: Caller, documentId: string): Promise<Masking> {
      await prepared(documentId);
      const at = clock().toISOString();
      await db.transaction().execute(async (trx) => {
        await trx.deleteFrom('mask_check').where('document_id', '=', documentId).execute();
        await recordEvent(trx, { at, personId: caller.id, action: 'masking.withdraw', subjectId: documentId });
      });
      return get(caller, documentId);
    },
  };
}

function stateOf(hasText: boolean, { check, holds }: Pick<PreparedDocument, 'check' | 'holds'>): MaskState {
  if (!hasText) return 'no_text';
  if (check === null) return 'unchecked';
  return holds ? 'checked' : 'changed';
}

function stageOf(stage: string | null): Stage | null {
  return stage === null ? null : stageSchema.parse(stage);
}

function findsWords(blocks: readonly { text: string }[], words: string): boolean {
  const form = { words, how: 'free' as const };
  const wanted = { key: words, kind: 'name' as const, label: '', forms: [form], reason: '', dates: [] };
  const finder = createMentionFinder([wanted]);
  return blocks.some(({ text }) => finder.find(text).some(({ key }) => key === words));
}
