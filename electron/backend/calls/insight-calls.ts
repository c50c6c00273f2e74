import type { CallBuilders } from './call-builders.ts';

export function insightCalls({ member }: CallBuilders) {
  return {
    figures: member.insight.figures.handler(({ context: { services, caller }, input }) =>
      services.insight.figures(caller, input),
    ),
    plans: member.insight.plans.handler(({ context: { services, caller }, input }) =>
      services.insight.plans(caller, input),
    ),
  };
}
