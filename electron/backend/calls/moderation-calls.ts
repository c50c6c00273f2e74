import type { CallBuilders } from './call-builders.ts';

export function moderationCalls({ member }: CallBuilders) {
  return {
    list: member.moderation.list.handler(({ context: { services, caller }, input }) =>
      services.moderation.list(caller, input.roundId),
    ),
    begin: member.moderation.begin.handler(({ context: { services, caller }, input }) =>
      services.moderation.begin(caller, input.roundId),
    ),
    draw: member.moderation.draw.handler(({ context: { services, caller }, input }) =>
      services.moderation.draw(caller, input.roundId, input.seed),
    ),
    get: member.moderation.get.handler(({ context: { services, caller }, input }) =>
      services.moderation.get(caller, input),
    ),
    decide: member.moderation.decide.handler(({ context: { services, caller }, input }) =>
      services.moderation.decide(caller, input),
    ),
    settleFact: member.moderation.settleFact.handler(({ context: { services, caller }, input }) =>
      services.moderation.settleFact(caller, input),
    ),
    override: member.moderation.override.handler(({ context: { services, caller }, input }) =>
      services.moderation.override(caller, input),
    ),
    noteDissent: member.moderation.noteDissent.handler(({ context: { services, caller }, input }) =>
      services.moderation.noteDissent(caller, input),
    ),
    agree: member.moderation.agree.handler(({ context: { services, caller }, input }) =>
      services.moderation.agree(caller, input),
    ),
    takeBack: member.moderation.takeBack.handler(({ context: { services, caller }, input }) =>
      services.moderation.takeBack(caller, input),
    ),
    setAttended: member.moderation.setAttended.handler(({ context: { services, caller }, input }) =>
      services.moderation.setAttended(caller, input),
    ),
    agreement: member.moderation.agreement.handler(({ context: { services, caller }, input }) =>
      services.agreement.agreement(caller, input.roundId),
    ),
    leniency: member.moderation.leniency.handler(({ context: { services, caller }, input }) =>
      services.agreement.leniency(caller, input.roundId),
    ),
    nameCalibration: member.moderation.nameCalibration.handler(({ context: { services, caller }, input }) =>
      services.calibration.name(caller, input),
    ),
    dropCalibration: member.moderation.dropCalibration.handler(({ context: { services, caller }, input }) =>
      services.calibration.drop(caller, input),
    ),
    notes: member.moderation.notes.handler(({ context: { services }, input }) =>
      services.calibration.notes(input.rubricId),
    ),
    addNote: member.moderation.addNote.handler(({ context: { services, caller }, input }) =>
      services.calibration.addNote(caller, input),
    ),
    removeNote: member.moderation.removeNote.handler(({ context: { services, caller }, input }) =>
      services.calibration.removeNote(caller, input.noteId),
    ),
    paper: member.moderation.paper.handler(({ context: { services, caller }, input }) =>
      services.panelPapers.paper(caller, input.roundId, input.kind),
    ),
  };
}
