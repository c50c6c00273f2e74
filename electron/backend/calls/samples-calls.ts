import type { CallBuilders } from './call-builders.ts';

export function samplesCalls({ member }: CallBuilders) {
  return {
    get: member.samples.get.handler(({ context: { services }, input }) => services.samples.get(input.roundId)),
    preview: member.samples.preview.handler(({ context: { services }, input }) => services.samples.preview(input)),
    draw: member.samples.draw.handler(({ context: { services, caller }, input }) =>
      services.samples.draw(caller, input),
    ),
    drawAgain: member.samples.drawAgain.handler(({ context: { services }, input }) =>
      services.samples.drawAgain(input.roundId),
    ),
    swap: member.samples.swap.handler(({ context: { services, caller }, input }) =>
      services.samples.swap(caller, input.roundId, input.planId, input.reason),
    ),
    pick: member.samples.pick.handler(({ context: { services, caller }, input }) =>
      services.samples.pick(caller, input.roundId, input.planIds, input.reason),
    ),
    bringBack: member.samples.bringBack.handler(({ context: { services, caller }, input }) =>
      services.samples.bringBack(caller, input.roundId, input.planId),
    ),
    takeOut: member.samples.takeOut.handler(({ context: { services, caller }, input }) =>
      services.samples.takeOut(caller, input.roundId, input.planId, input.reason),
    ),
  };
}
