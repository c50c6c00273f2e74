import type { CallBuilders } from './call-builders.ts';

export function trailCalls({ member }: CallBuilders) {
  return { list: member.trail.list.handler(({ context: { services }, input }) => services.trail.list(input)) };
}
