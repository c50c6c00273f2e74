import type { CallBuilders } from './call-builders.ts';

export function auditsCalls({ member }: CallBuilders) {
  return {
    list: member.audits.list.handler(({ context: { services, caller }, input }) =>
      services.audits.list(caller, input.roundId),
    ),
    open: member.audits.open.handler(({ context: { services, caller }, input }) =>
      services.audits.open(caller, input.documentId, input.roundId),
    ),
    get: member.audits.get.handler(({ context: { services, caller }, input }) =>
      services.audits.get(caller, input.auditId),
    ),
    saveAnswer: member.audits.saveAnswer.handler(({ context: { services, caller }, input }) =>
      services.audits.saveAnswer(caller, input.auditId, input.criterionId, input.change, input.before),
    ),
    addEvidence: member.audits.addEvidence.handler(async ({ context: { services, caller }, input }) => {
      const anchor = await services.representatives.anchorIn(caller, input.anchor);
      return services.audits.addEvidence(caller, input.auditId, input.criterionId, anchor);
    }),
    removeEvidence: member.audits.removeEvidence.handler(({ context: { services, caller }, input }) =>
      services.audits.removeEvidence(caller, input.auditId, input.evidenceId),
    ),
    setFact: member.audits.setFact.handler(({ context: { services, caller }, input }) =>
      services.audits.setFact(caller, input.auditId, input.fact, input.value, input.before),
    ),
    setDevelopmental: member.audits.setDevelopmental.handler(({ context: { services, caller }, input }) =>
      services.audits.setDevelopmental(caller, input.auditId, input.standardId, input.isDevelopmental),
    ),
    submit: member.audits.submit.handler(({ context: { services, caller }, input }) =>
      services.audits.submit(caller, input.auditId),
    ),
    saveNote: member.audits.saveNote.handler(({ context: { services, caller }, input }) =>
      services.audits.saveNote(caller, input),
    ),
    addTime: member.audits.addTime.handler(({ context: { services, caller }, input }) =>
      services.audits.addTime(caller, input.auditId, input.seconds),
    ),
    timeTaken: member.audits.timeTaken.handler(({ context: { services }, input }) =>
      services.audits.timeTaken(input.roundId),
    ),
    reopen: member.audits.reopen.handler(({ context: { services, caller }, input }) =>
      services.audits.reopen(caller, input.auditId, input.reason),
    ),
  };
}
