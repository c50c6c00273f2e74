import type { OpenDocument } from '../../../shared/contract/documents.ts';
import { seesMasked } from '../../../shared/contract/masked-view.ts';
import { quoteAnchor } from '../../../shared/domain/anchors.ts';
import type { Anchor } from '../../../shared/domain/document-model.ts';
import type { MaskedDocument } from '../../../shared/domain/masking/masked-model.ts';
import type { PlanComparison } from '../../../shared/domain/plan-comparison.ts';
import type { Caller } from '../caller.ts';
import type { ParsePool } from '../documents/parse-pool.ts';
import { notFound, Refusal } from '../refusal.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import { idIn, maskAnswer, type MaskingSource } from './masked-answers.ts';
import { maskedCall } from './masked-calls.ts';
import { documentOfAudit, documentOfBytes, isAskedOf, planOfDocument } from './masking-queries.ts';
import type { PlanMasks, PreparedDocument } from './plan-masks.ts';

export type RepresentativeView = ReturnType<typeof createRepresentativeView>;

/** Everything that a representative is told, masked in this one place: `answer` stands between every call and them. */
export function createRepresentativeView({
  db,
  masks,
  parsePool,
}: {
  db: WorkspaceDb;
  masks: PlanMasks;
  parsePool: Pick<ParsePool, 'compare'>;
}) {
  const source: MaskingSource = {
    maskedDocument: async (documentId) => (await masks.prepare(documentId))?.masked ?? null,
    planOf: (documentId) => planOfDocument(db, documentId),
    documentOfBytes: (sha256) => documentOfBytes(db, sha256),
    finderOf: (planId) => masks.finderOf(planId),
  };

  /** Throws Refusal MASKING_NOT_CHECKED. */
  async function checked(documentId: string): Promise<PreparedDocument & { masked: MaskedDocument }> {
    const document = await masks.prepare(documentId);
    if (document === null) throw notFound('document');
    const { masked } = document;
    if (masked === null) {
      throw new Refusal(
        'MASKING_NOT_CHECKED',
        document.check === null
          ? 'Nobody has checked yet that names are masked in this plan.'
          : 'This plan has changed since somebody checked that names are masked in it.',
        'Ask the QA lead to check it: then it opens here.',
      );
    }
    return { ...document, masked };
  }

  /** The documents that a call is about, by what it is asked with. */
  async function documentsOf(input: unknown): Promise<string[]> {
    const named = ['documentId', 'earlierId', 'laterId'].flatMap((key) => idIn(input, key) ?? []);
    const auditId = idIn(input, 'auditId');
    const ofAudit = auditId === null ? null : await documentOfAudit(db, auditId);
    return ofAudit === null ? named : [...named, ofAudit];
  }

  return {
    /** Whether this caller is served masked text. */
    isFor: (caller: Caller): boolean => seesMasked(caller),

    /** Whether a document opens for this caller: for a representative, once a person has ticked its masks as they are. */
    async isPrepared(caller: Caller, documentId: string): Promise<boolean> {
      return !seesMasked(caller) || ((await masks.prepare(documentId))?.masked ?? null) !== null;
    },

    /**
     * Serves a call to a representative: refuses what they may not have, and masks what they are given. `path` and
     * `input` are the call's; `serve` does its work. Throws Refusal NOT_FOR_FORUM, MASKING_NOT_CHECKED, and NOT_FOUND for a
     * plan that they are not asked to audit.
     */
    async answer<Output>(
      caller: Caller,
      { path, input }: { path: readonly string[]; input: unknown },
      serve: () => Promise<Output>,
      withOutput: (served: Output, mask: (answer: unknown) => Promise<unknown>) => Promise<Output>,
    ): Promise<Output> {
      const rule = maskedCall(path);
      if (rule === 'open') return serve();
      if (rule === 'refused') {
        throw new Refusal(
          'NOT_FOR_FORUM',
          'This names children or families, so it is not shown to the parent carer forum.',
          'Ask the QA lead of your panel for what you need of it.',
        );
      }
      const planId = idIn(input, 'planId');
      if (planId !== null && !(await isAskedOf(db, caller.id, planId))) throw notFound('plan');
      const documents = await documentsOf(input);
      if (rule !== 'masked') for (const documentId of documents) await checked(documentId);
      const served = await serve();
      if (rule === 'made') return served;
      if (rule === 'empty') return withOutput(served, () => Promise.resolve([]));
      const [documentId = null] = documents;
      const place = {
        documentId,
        planId: planId ?? (documentId && (await planOfDocument(db, documentId))),
      };
      const own = { callerId: caller.id, isOwnAudit: path[0] === 'audits' };
      return withOutput(served, (answer) => maskAnswer(answer, place, source, own));
    },

    /** The document as a representative reads it. Throws Refusal MASKING_NOT_CHECKED. */
    async document(caller: Caller, { document, relabels }: OpenDocument): Promise<OpenDocument> {
      const { masked, check } = await checked(document.id);
      const own = { callerId: caller.id, isOwnAudit: false };
      const summary = await maskAnswer(document, { documentId: document.id, planId: document.planId }, source, own);
      return {
        document: { ...document, ...(summary as typeof document) },
        model: masked.model,
        relabels,
        masked: check === null ? null : { by: check.personName, at: check.at },
      };
    },

    /** Two versions compared as a representative reads them. Throws Refusal MASKING_NOT_CHECKED. */
    async compare({ earlierId, laterId }: { earlierId: string; laterId: string }): Promise<PlanComparison> {
      const [earlier, later] = [await checked(earlierId), await checked(laterId)];
      return parsePool.compare({
        earlier: JSON.stringify(earlier.masked.model),
        later: JSON.stringify(later.masked.model),
      });
    },

    /** A place in the original for one that a representative chose; one that is not there stays as it came. */
    async anchorIn(caller: Caller, anchor: Anchor): Promise<Anchor> {
      if (!seesMasked(caller)) return anchor;
      const documentId = await documentOfBytes(db, anchor.sha256);
      const original = documentId === null ? null : (await checked(documentId)).masked.anchorToOriginal(anchor);
      if (original === null) {
        throw new Refusal(
          'QUOTE_NOT_FOUND',
          'Those words are not at that place in the document.',
          'Select them again in the document.',
        );
      }
      return original;
    },

    /** The original of words that a representative typed from a masked document. Throws Refusal QUOTE_NOT_FOUND. */
    async wordsIn(caller: Caller, documentId: string, words: string): Promise<string> {
      if (!seesMasked(caller)) return words;
      const { masked } = await checked(documentId);
      const anchor = quoteAnchor(masked.model, '0'.repeat(64), words);
      const original = anchor === null ? null : masked.anchorToOriginal(anchor);
      if (original === null) {
        throw new Refusal('QUOTE_NOT_FOUND', 'Those words are not in that version.', 'Copy them from the document.');
      }
      return original.quote;
    },
  };
}
