import { type RawBuilder, sql } from 'kysely';

/**
 * How a plan came into a round, in a statement over `round` and `plan`: the round's own kind where it was chosen by a
 * theme or by risk. Of a round that is to speak for all plans only what its draw brought is 'random', and what was
 * swapped in for that, with its reason on record; what was picked by hand, is owed a re-audit or was audited without
 * any draw is 'not_drawn', so that no figure of chosen plans passes for one of a sample.
 */
export function howChosen(): RawBuilder<string> {
  return sql<string>`case when round.kind <> 'random' then round.kind
    when exists (select 1 from sample where sample.round_id = round.id)
      and exists (select 1 from round_plan where round_plan.round_id = round.id and round_plan.plan_id = plan.id
        and round_plan.state = 'in' and round_plan.origin in ('sampled', 'swapped_in')) then 'random'
    else 'not_drawn' end`;
}
