import type { Round } from '../../../shared/contract/partnership.ts';
import { roundSchema } from '../../../shared/contract/partnership.ts';
import type { Caller, Clock } from '../caller.ts';
import { toHalfTerm } from '../partnership/partnership-service.ts';
import { notFound } from '../refusal.ts';
import { recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';

export type RoundsService = ReturnType<typeof createRoundsService>;

export function createRoundsService({ db, clock }: { db: WorkspaceDb; clock: Clock }) {
  async function list(): Promise<Round[]> {
    const rounds = await db.selectFrom('round').selectAll().orderBy('panel_date').execute();
    const halfTerms = await db.selectFrom('half_term').selectAll().execute();
    const documents = await db
      .selectFrom('round_document')
      .select(['round_id', (eb) => eb.fn.countAll<number>().as('n')])
      .groupBy('round_id')
      .execute();
    const audits = await db
      .selectFrom('audit')
      .select(['round_id', 'state', (eb) => eb.fn.countAll<number>().as('n')])
      .groupBy(['round_id', 'state'])
      .execute();
    return rounds.map((round) => {
      const halfTerm = halfTerms.find((candidate) => candidate.id === round.half_term_id);
      if (!halfTerm) throw notFound('half-term');
      const auditsIn = (state: string): number =>
        audits.find((row) => row.round_id === round.id && row.state === state)?.n ?? 0;
      return roundSchema.parse({
        id: round.id,
        halfTerm: toHalfTerm(halfTerm),
        kind: round.kind,
        theme: round.theme,
        panelDate: round.panel_date,
        state: round.state,
        documents: documents.find((row) => row.round_id === round.id)?.n ?? 0,
        auditsOpen: auditsIn('open'),
        auditsSubmitted: auditsIn('submitted'),
      });
    });
  }

  async function get(roundId: string): Promise<Round> {
    const round = (await list()).find((candidate) => candidate.id === roundId);
    if (!round) throw notFound('round');
    return round;
  }

  return {
    list,
    get,

    /** The round whose half-term holds today; a date in a holiday belongs to the half-term just ended. */
    async current(): Promise<Round> {
      const rounds = await list();
      const today = clock().toISOString().slice(0, 10);
      const begun = rounds.filter((round) => round.halfTerm.start <= today);
      const round = begun.at(-1) ?? rounds[0];
      if (!round) throw notFound('round');
      return round;
    },

    async update(
      caller: Caller,
      input: { roundId: string; kind: Round['kind']; theme: string; panelDate: string },
    ): Promise<Round> {
      await db.transaction().execute(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('round')
          .set({ kind: input.kind, theme: input.theme, panel_date: input.panelDate })
          .where('id', '=', input.roundId)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) throw notFound('round');
        await recordEvent(trx, {
          at: clock().toISOString(),
          personId: caller.id,
          action: 'rounds.update',
          subjectId: input.roundId,
          detail: { kind: input.kind, panelDate: input.panelDate },
        });
      });
      return get(input.roundId);
    },
  };
}
