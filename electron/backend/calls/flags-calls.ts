import type { CallBuilders } from './call-builders.ts';

export function flagsCalls({ member }: CallBuilders) {
  return {
    list: member.flags.list.handler(({ context: { services, caller }, input }) =>
      services.flags.list(caller, input.isOpen),
    ),
    owners: member.flags.owners.handler(({ context: { services } }) => services.flags.owners()),
    raise: member.flags.raise.handler(({ context: { services, caller }, input }) =>
      services.flags.raise(caller, input),
    ),
    acknowledge: member.flags.acknowledge.handler(({ context: { services, caller }, input }) =>
      services.flags.acknowledge(caller, input.flagId, input.words),
    ),
    tellOfficer: member.flags.tellOfficer.handler(({ context: { services, caller }, input }) =>
      services.flags.tellOfficer(caller, input.flagId),
    ),
    resolve: member.flags.resolve.handler(({ context: { services, caller }, input }) =>
      services.flags.resolve(caller, input.flagId, input.words),
    ),
  };
}
