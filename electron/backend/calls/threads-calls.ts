import type { ThreadEndInput } from '../../../shared/contract/threads.ts';
import type { Caller } from '../caller.ts';
import type { Services } from '../services.ts';
import type { CallBuilders } from './call-builders.ts';

export function threadsCalls({ member }: CallBuilders) {
  return {
    get: member.threads.get.handler(({ context: { services, caller }, input }) =>
      services.threads.get(caller, input.documentId),
    ),
    link: member.threads.link.handler(async ({ context: { services, caller }, input }) =>
      services.threads.link(caller, { ...input, ...(await endsIn(services, caller, input)) }),
    ),
    refuse: member.threads.refuse.handler(async ({ context: { services, caller }, input }) =>
      services.threads.refuse(caller, { ...input, ...(await endsIn(services, caller, input)) }),
    ),
    takeBack: member.threads.takeBack.handler(({ context: { services, caller }, input }) =>
      services.threads.takeBack(caller, input.documentId, input.linkId),
    ),
    across: member.threads.across.handler(({ context: { services }, input }) =>
      services.acrossPlans.ofRound(input.roundId),
    ),
  };
}

/** Two passages in the plan's own text, also where they were chosen in its masked one. */
async function endsIn(
  { representatives }: Services,
  caller: Caller,
  { from, to }: { from: ThreadEndInput; to: ThreadEndInput },
): Promise<{ from: ThreadEndInput; to: ThreadEndInput }> {
  return {
    from: { ...from, anchor: await representatives.anchorIn(caller, from.anchor) },
    to: { ...to, anchor: await representatives.anchorIn(caller, to.anchor) },
  };
}
