import type { CallBuilders } from './call-builders.ts';

export function plansCalls({ member }: CallBuilders) {
  return {
    list: member.plans.list.handler(({ context: { services, caller } }) => services.plans.list(caller)),
    get: member.plans.get.handler(({ context: { services, caller }, input }) =>
      services.plans.get(caller, input.planId),
    ),
    create: member.plans.create.handler(({ context: { services, caller }, input }) =>
      services.plans.create(caller, input),
    ),
    update: member.plans.update.handler(({ context: { services, caller }, input }) =>
      services.plans.update(caller, input.planId, input.fields),
    ),
    remove: member.plans.remove.handler(({ context: { services, caller }, input }) =>
      services.plans.remove(caller, input.planId),
    ),
  };
}
