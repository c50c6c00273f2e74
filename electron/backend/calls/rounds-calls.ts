import type { CallBuilders } from './call-builders.ts';

export function roundsCalls({ member }: CallBuilders) {
  return {
    list: member.rounds.list.handler(({ context: { services } }) => services.rounds.list()),
    current: member.rounds.current.handler(({ context: { services } }) => services.rounds.current()),
    update: member.rounds.update.handler(({ context: { services, caller }, input }) =>
      services.rounds.update(caller, input),
    ),
  };
}
