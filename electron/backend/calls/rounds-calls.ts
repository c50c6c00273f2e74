import type { CallBuilders } from './call-builders.ts';

export function roundsCalls({ member }: CallBuilders) {
  return {
    list: member.rounds.list.handler(({ context: { services } }) => services.rounds.list()),
    current: member.rounds.current.handler(({ context: { services } }) => services.rounds.current()),
    create: member.rounds.create.handler(({ context: { services, caller }, input }) =>
      services.rounds.create(caller, input),
    ),
    remove: member.rounds.remove.handler(({ context: { services, caller }, input }) =>
      services.rounds.remove(caller, input.roundId),
    ),
    members: member.rounds.members.handler(({ context: { services }, input }) =>
      services.rounds.members(input.roundId),
    ),
    setMembers: member.rounds.setMembers.handler(({ context: { services, caller }, input }) =>
      services.rounds.setMembers(caller, input.roundId, input.personIds),
    ),
    update: member.rounds.update.handler(({ context: { services, caller }, input }) =>
      services.rounds.update(caller, input),
    ),
  };
}
