import type { CallBuilders } from './call-builders.ts';

export function rubricsCalls({ member }: CallBuilders) {
  return {
    current: member.rubrics.current.handler(({ context: { services } }) => services.rubrics.current()),
    get: member.rubrics.get.handler(({ context: { services }, input }) => services.rubrics.get(input.rubricId)),
  };
}
