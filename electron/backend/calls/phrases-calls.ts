import type { CallBuilders } from './call-builders.ts';

export function phrasesCalls({ member }: CallBuilders) {
  return {
    list: member.phrases.list.handler(({ context: { services, caller } }) => services.phrases.list(caller)),
    add: member.phrases.add.handler(({ context: { services, caller }, input }) => services.phrases.add(caller, input)),
    setShared: member.phrases.setShared.handler(({ context: { services, caller }, input }) =>
      services.phrases.setShared(caller, input.phraseId, input.isShared),
    ),
    remove: member.phrases.remove.handler(({ context: { services, caller }, input }) =>
      services.phrases.remove(caller, input.phraseId),
    ),
  };
}
