import { randomInt, randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { ModerationList } from '../../../shared/contract/moderation.ts';
import { drawAgreements } from '../../../shared/domain/moderation/moderation-reasons.ts';
import { moderationRulesOf } from '../../../shared/domain/moderation/moderation-rules.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { LARGEST_SEED } from '../../../shared/domain/rounds/sampling.ts';
import type { Caller, Clock } from '../caller.ts';
import { Refusal } from '../refusal.ts';
import { recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { selectDraws } from './moderation-queries.ts';
import type { OpenModeration, PanelDocument } from './panel-documents.ts';

/** A document of the round, and how it stands with the panel; null where the panel has not begun with it. */
export interface Looked {
  document: PanelDocument;
  open: OpenModeration | null;
}

/** The random share of agreements that the panel looks at all the same. */
export function agreementDraws({
  db,
  clock,
  rubricOf,
  look,
  list,
}: {
  db: WorkspaceDb;
  clock: Clock;
  rubricOf: (roundId: string) => Promise<{ rubric: Rubric }>;
  look: (roundId: string, source: Kysely<WorkspaceTables>, rubric: Rubric) => Promise<Looked[]>;
  list: (caller: Caller, roundId: string) => Promise<ModerationList>;
}) {
  return {
    /** With the seed that is named, else with one by chance. Throws Refusal NOTHING_TO_DRAW. */
    async draw(caller: Caller, roundId: string, seed: number | null): Promise<ModerationList> {
      const { rubric } = await rubricOf(roundId);
      const at = clock().toISOString();
      const percent = moderationRulesOf(rubric).randomSharePercent;
      const used = seed ?? randomInt(LARGEST_SEED);
      await db.transaction().execute(async (trx) => {
        const frame = notDrawnYet(await look(roundId, trx, rubric), await drawnFrom(trx, roundId));
        if (frame.length === 0 || percent === 0) {
          throw new Refusal(
            'NOTHING_TO_DRAW',
            'There is no agreement that has not been drawn from.',
            'Begin with the plans that are ready first; what their auditors agree on can then be drawn.',
          );
        }
        const drawId = randomUUID();
        await trx
          .insertInto('agreement_draw')
          .values({ id: drawId, round_id: roundId, seed: used, percent, drawn_at: at, drawn_by: caller.id })
          .execute();
        const drawn = drawAgreements(
          frame.map(({ documentId, live }) => ({ id: documentId, reference: live[0]?.planReference ?? '' })),
          percent,
          used,
        );
        for (const { plan, place, isDrawn } of drawn) {
          await trx
            .insertInto('agreement_draw_plan')
            .values({ draw_id: drawId, document_id: plan.id, place, is_drawn: isDrawn ? 1 : 0 })
            .execute();
        }
        await recordEvent(trx, {
          at,
          personId: caller.id,
          action: 'moderation.draw',
          subjectId: roundId,
          detail: {
            drawId,
            seed: used,
            percent,
            frame: frame.length,
            drawn: drawn.filter((each) => each.isDrawn).length,
          },
        });
      });
      return list(caller, roundId);
    },
  };
}

/** Documents on which the auditors agree, and that no draw has held yet. */
export function notDrawnYet(looked: readonly Looked[], drawnFromAlready: ReadonlySet<string>): PanelDocument[] {
  return looked.flatMap(({ document, open }) =>
    open === null || open.reasons.length > 0 || document.isCalibration || drawnFromAlready.has(document.documentId)
      ? []
      : [document],
  );
}

/** The documents of the round that a draw has held. */
export async function drawnFrom(db: Kysely<WorkspaceTables>, roundId: string): Promise<Set<string>> {
  return new Set((await selectDraws(db, roundId)).flatMap(({ plans }) => plans.map(({ documentId }) => documentId)));
}
