import type { AdviceQueue } from '../../../shared/contract/advice.ts';
import type { OfficerAgency } from '../../../shared/domain/advice/advice-log.ts';
import type { Caller } from '../caller.ts';
import { adviceLogCommands } from './advice-log.ts';
import { selectDrafts } from './advice-queries.ts';
import { correctionCommands } from './corrections.ts';
import { type AdviceNeeds, createDraftInHand } from './draft-in-hand.ts';
import { refuseOtherAgency } from './officer-agency.ts';
import { passageCheckCommands } from './passage-checks.ts';

export type AdviceService = ReturnType<typeof createAdviceService>;

/** The officer's check of drafts: the advice log, passages side by side, and the corrections that come of them. */
export function createAdviceService(needs: AdviceNeeds) {
  const hand = createDraftInHand(needs);
  return {
    get: hand.get,

    async queue(
      caller: Caller,
      { agency, includePast }: { agency: OfficerAgency; includePast: boolean },
    ): Promise<AdviceQueue> {
      refuseOtherAgency(caller, agency, 'look');
      const today = hand.today();
      return { today, agency, ...(await selectDrafts(needs.db, { agency, includePast, today })) };
    },

    ...adviceLogCommands(hand),
    ...passageCheckCommands(hand, needs.modelOf),
    ...correctionCommands(hand),
  };
}
