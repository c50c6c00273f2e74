import type { CallBuilders } from './call-builders.ts';

export function comparisonsCalls({ member }: CallBuilders) {
  return {
    get: member.comparisons.get.handler(({ context: { services, caller }, input }) =>
      services.representatives.isFor(caller)
        ? services.representatives.compare(input)
        : services.comparisons.get(input),
    ),
  };
}
