import type { CallBuilders } from './call-builders.ts';

export function trailCalls({ member }: CallBuilders) {
  return {
    list: member.trail.list.handler(({ context: { services, caller }, input }) => services.trail.list(caller, input)),
  };
}
