import type { CallBuilders } from './call-builders.ts';

export function comparisonsCalls({ member }: CallBuilders) {
  return {
    get: member.comparisons.get.handler(({ context: { services }, input }) => services.comparisons.get(input)),
  };
}
