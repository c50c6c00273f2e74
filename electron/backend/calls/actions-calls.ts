import type { CallBuilders } from './call-builders.ts';

export function actionsCalls({ member }: CallBuilders) {
  return {
    list: member.actions.list.handler(({ context: { services, caller }, input }) =>
      services.actions.list(caller, input),
    ),
    create: member.actions.create.handler(({ context: { services, caller }, input }) =>
      services.actions.create(caller, input),
    ),
    update: member.actions.update.handler(({ context: { services, caller }, input }) =>
      services.actions.update(caller, input),
    ),
    settle: member.actions.settle.handler(async ({ context: { services, caller }, input }) => {
      const { quote } = input;
      if (quote === null) return services.actions.settle(caller, input);
      const text = await services.representatives.wordsIn(caller, quote.documentId, quote.text);
      return services.actions.settle(caller, { ...input, quote: { ...quote, text } });
    }),
    reopen: member.actions.reopen.handler(({ context: { services, caller }, input }) =>
      services.actions.reopen(caller, input.actionId),
    ),
    asked: member.actions.asked.handler(({ context: { services, caller }, input }) =>
      services.actions.asked(caller, input.auditId),
    ),
    answer: member.actions.answer.handler(({ context: { services, caller }, input }) =>
      services.actions.answer(caller, input),
    ),
    done: member.actions.done.handler(({ context: { services }, input }) => services.actions.done(input.sinceRoundId)),
    reAuditsDue: member.actions.reAuditsDue.handler(({ context: { services, caller }, input }) =>
      services.actions.reAuditsDue(caller, input.roundId),
    ),
    oweReAudits: member.actions.oweReAudits.handler(({ context: { services, caller }, input }) =>
      services.actions.oweReAudits(caller, input),
    ),
  };
}
