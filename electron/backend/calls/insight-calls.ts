import type { Router } from '@orpc/server';
import type { Contract } from '../../../shared/contract/contract.ts';
import type { CallContext } from '../session.ts';
import type { CallBuilders } from './call-builders.ts';

export function insightCalls({ member }: CallBuilders): Router<Contract['insight'], CallContext> {
  return {
    figures: member.insight.figures.handler(({ context: { services, caller }, input }) =>
      services.insight.figures(caller, input),
    ),
    plans: member.insight.plans.handler(({ context: { services, caller }, input }) =>
      services.insight.plans(caller, input),
    ),
  };
}
