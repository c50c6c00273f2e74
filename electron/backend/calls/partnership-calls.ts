import type { CallBuilders } from './call-builders.ts';

export function partnershipCalls({ member }: CallBuilders) {
  return {
    get: member.partnership.get.handler(({ context: { services } }) => services.partnership.get()),
    setHalfTerms: member.partnership.setHalfTerms.handler(({ context: { services, caller }, input }) =>
      services.partnership.setHalfTerms(caller, input.halfTerms),
    ),
    rename: member.partnership.rename.handler(({ context: { services, caller }, input }) =>
      services.partnership.rename(caller, input),
    ),
  };
}
