import type { CallBuilders } from './call-builders.ts';

export function threadsCalls({ member }: CallBuilders) {
  return {
    get: member.threads.get.handler(({ context: { services, caller }, input }) =>
      services.threads.get(caller, input.documentId),
    ),
    link: member.threads.link.handler(({ context: { services, caller }, input }) =>
      services.threads.link(caller, input),
    ),
    refuse: member.threads.refuse.handler(({ context: { services, caller }, input }) =>
      services.threads.refuse(caller, input),
    ),
    takeBack: member.threads.takeBack.handler(({ context: { services, caller }, input }) =>
      services.threads.takeBack(caller, input.documentId, input.linkId),
    ),
    across: member.threads.across.handler(({ context: { services, caller }, input }) =>
      services.acrossPlans.ofRound(caller, input.roundId),
    ),
  };
}
