import type { CallBuilders } from './call-builders.ts';

export function partnershipCalls({ member }: CallBuilders) {
  return {
    get: member.partnership.get.handler(({ context: { services } }) => services.partnership.get()),
    rename: member.partnership.rename.handler(({ context: { services, caller }, input }) =>
      services.partnership.rename(caller, input),
    ),
  };
}
