import type { CallBuilders } from './call-builders.ts';

export function measuresCalls({ member }: CallBuilders) {
  return {
    list: member.measures.list.handler(({ context: { services, caller } }) => services.measures.list(caller)),
    create: member.measures.create.handler(({ context: { services, caller }, input }) =>
      services.measures.create(caller, input.fields),
    ),
    update: member.measures.update.handler(({ context: { services, caller }, input }) =>
      services.measures.update(caller, input),
    ),
    setRetired: member.measures.setRetired.handler(({ context: { services, caller }, input }) =>
      services.measures.setRetired(caller, input.measureId, input.isRetired),
    ),
    addReading: member.measures.addReading.handler(({ context: { services, caller }, input }) =>
      services.measures.addReading(caller, input),
    ),
    withdrawReading: member.measures.withdrawReading.handler(({ context: { services, caller }, input }) =>
      services.measures.withdrawReading(caller, input.measureId, input.readingId),
    ),
  };
}
