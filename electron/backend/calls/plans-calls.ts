import type { CallBuilders } from './call-builders.ts';

export function plansCalls({ member }: CallBuilders) {
  return {
    page: member.plans.page.handler(({ context: { services, caller }, input }) => services.plans.page(caller, input)),
    choices: member.plans.choices.handler(({ context: { services } }) => services.plans.choices()),
    queue: member.plans.queue.handler(async ({ context: { services, caller } }) => {
      const { id: roundId } = await services.rounds.current();
      return services.plans.queue(caller, roundId);
    }),
    get: member.plans.get.handler(({ context: { services, caller }, input }) =>
      services.plans.get(caller, input.planId),
    ),
    cycles: member.plans.cycles.handler(({ context: { services }, input }) => services.cycles.list(input.planId)),
    create: member.plans.create.handler(({ context: { services, caller }, input }) =>
      services.plans.create(caller, input),
    ),
    update: member.plans.update.handler(({ context: { services, caller }, input }) =>
      services.plans.update(caller, input.planId, input.fields),
    ),
    setDate: member.plans.setDate.handler(({ context: { services, caller }, input }) =>
      services.cycles.setDate(caller, input.cycleId, input.kind, input.date),
    ),
    setExceptions: member.plans.setExceptions.handler(({ context: { services, caller }, input }) =>
      services.cycles.setExceptions(caller, input.cycleId, input.exceptions),
    ),
    setPeople: member.plans.setPeople.handler(({ context: { services, caller }, input }) =>
      services.cycles.setPeople(caller, input.cycleId, input.part, input.personIds),
    ),
    beginCycle: member.plans.beginCycle.handler(({ context: { services, caller }, input }) =>
      services.cycles.begin(caller, input.planId, input.planType),
    ),
    removeCycle: member.plans.removeCycle.handler(({ context: { services, caller }, input }) =>
      services.cycles.remove(caller, input.cycleId),
    ),
    remove: member.plans.remove.handler(({ context: { services, caller }, input }) =>
      services.plans.remove(caller, input.planId),
    ),
  };
}
