import type { CallBuilders } from './call-builders.ts';

export function supervisionCalls({ member }: CallBuilders) {
  return {
    team: member.supervision.team.handler(({ context: { services, caller }, input }) =>
      services.supervision.team(caller, input.halfTermIds),
    ),
    open: member.supervision.open.handler(({ context: { services, caller }, input }) =>
      services.supervision.open(caller, input.caseworkerId),
    ),
    sheet: member.supervision.sheet.handler(({ context: { services, caller }, input }) =>
      services.supervision.sheet(caller, input.openingId),
    ),
    saveNote: member.supervision.saveNote.handler(({ context: { services, caller }, input }) =>
      services.supervision.saveNote(caller, input),
    ),
    setPointDone: member.supervision.setPointDone.handler(({ context: { services, caller }, input }) =>
      services.supervision.setPointDone(caller, input),
    ),
    reply: member.supervision.reply.handler(({ context: { services, caller }, input }) =>
      services.supervision.reply(caller, input),
    ),
    replies: member.supervision.replies.handler(({ context: { services, caller } }) =>
      services.supervision.replies(caller),
    ),
    answerReply: member.supervision.answerReply.handler(({ context: { services, caller }, input }) =>
      services.supervision.answerReply(caller, input),
    ),
    openings: member.supervision.openings.handler(({ context: { services, caller } }) =>
      services.supervision.openings(caller),
    ),
    exportSheet: member.supervision.exportSheet.handler(({ context: { services, caller }, input }) =>
      services.supervision.exportSheet(caller, input.caseworkerId),
    ),
    feedbackPlans: member.supervision.feedbackPlans.handler(({ context: { services, caller }, input }) =>
      services.supervision.feedbackPlans(caller, input.halfTermId),
    ),
    feedback: member.supervision.feedback.handler(({ context: { services, caller }, input }) =>
      services.supervision.feedback(caller, input),
    ),
  };
}
