import type { CallBuilders } from './call-builders.ts';

export function outletsCalls({ member }: CallBuilders) {
  return {
    choices: member.outlets.choices.handler(({ context: { services } }) => services.outlets.choices()),
    placeService: member.outlets.placeService.handler(({ context: { services, caller }, input }) =>
      services.outlets.placeService(caller, input),
    ),
    feedback: member.outlets.feedback.handler(({ context: { services, caller }, input }) =>
      services.outlets.feedback(caller, input),
    ),
    exportFeedback: member.outlets.exportFeedback.handler(({ context: { services, caller }, input }) =>
      services.outlets.exportFeedback(caller, input, input.format),
    ),
    examples: member.outlets.examples.handler(({ context: { services, caller }, input }) =>
      services.outlets.examples(caller, input),
    ),
    tickExample: member.outlets.tickExample.handler(({ context: { services, caller }, input }) =>
      services.outletExamples.tick(caller, input),
    ),
    untickExample: member.outlets.untickExample.handler(({ context: { services, caller }, input }) =>
      services.outletExamples.untick(caller, input.evidenceId),
    ),
    figures: member.outlets.figures.handler(({ context: { services, caller }, input }) =>
      services.outlets.figures(caller, input),
    ),
    exportFigures: member.outlets.exportFigures.handler(({ context: { services, caller }, input }) =>
      services.outlets.exportFigures(caller, input, input.format),
    ),
    scorecard: member.outlets.scorecard.handler(({ context: { services, caller }, input }) =>
      services.outlets.scorecard(caller, input),
    ),
    exportScorecard: member.outlets.exportScorecard.handler(({ context: { services, caller }, input }) =>
      services.outlets.exportScorecard(caller, input, input.format),
    ),
    combine: member.outlets.combine.handler(({ context: { services }, input }) =>
      services.regional.combine(input.files),
    ),
    exportCombined: member.outlets.exportCombined.handler(({ context: { services, caller }, input }) =>
      services.regional.exportCombined(caller, input.files, input.format),
    ),
  };
}
