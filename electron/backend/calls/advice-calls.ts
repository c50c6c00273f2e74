import type { CallBuilders } from './call-builders.ts';

export function adviceCalls({ member }: CallBuilders) {
  return {
    queue: member.advice.queue.handler(({ context: { services, caller }, input }) =>
      services.advice.queue(caller, input),
    ),
    get: member.advice.get.handler(({ context: { services, caller }, input }) => services.advice.get(caller, input)),
    saveRequest: member.advice.saveRequest.handler(({ context: { services, caller }, input }) =>
      services.advice.saveRequest(caller, input),
    ),
    removeRequest: member.advice.removeRequest.handler(({ context: { services, caller }, input }) =>
      services.advice.removeRequest(caller, input),
    ),
    setAside: member.advice.setAside.handler(({ context: { services, caller }, input }) =>
      services.advice.setAside(caller, input),
    ),
    saveCheck: member.advice.saveCheck.handler(({ context: { services, caller }, input }) =>
      services.advice.saveCheck(caller, input),
    ),
    removeCheck: member.advice.removeCheck.handler(({ context: { services, caller }, input }) =>
      services.advice.removeCheck(caller, input),
    ),
    finish: member.advice.finish.handler(({ context: { services, caller }, input }) =>
      services.advice.finish(caller, input),
    ),
    saveCorrection: member.advice.saveCorrection.handler(({ context: { services, caller }, input }) =>
      services.advice.saveCorrection(caller, input),
    ),
    sendCorrections: member.advice.sendCorrections.handler(({ context: { services, caller }, input }) =>
      services.advice.sendCorrections(caller, input),
    ),
    answerCorrection: member.advice.answerCorrection.handler(({ context: { services, caller }, input }) =>
      services.advice.answerCorrection(caller, input),
    ),
    gaps: member.advice.gaps.handler(({ context: { services, caller }, input }) =>
      services.adviceLetters.gaps(caller, input),
    ),
    letter: member.advice.letter.handler(({ context: { services, caller }, input }) =>
      services.adviceLetters.letter(caller, input),
    ),
  };
}
