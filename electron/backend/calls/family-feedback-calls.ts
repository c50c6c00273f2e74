import type { CallBuilders } from './call-builders.ts';

export function familyFeedbackCalls({ member }: CallBuilders) {
  return {
    figures: member.familyFeedback.figures.handler(({ context: { services } }) => services.familyFeedback.figures()),
    list: member.familyFeedback.list.handler(({ context: { services, caller }, input }) =>
      services.familyFeedback.list(caller, input.limit),
    ),
    add: member.familyFeedback.add.handler(({ context: { services, caller }, input }) =>
      services.familyFeedback.add(caller, input),
    ),
    remove: member.familyFeedback.remove.handler(({ context: { services, caller }, input }) =>
      services.familyFeedback.remove(caller, input.answerId),
    ),
    setScale: member.familyFeedback.setScale.handler(({ context: { services, caller }, input }) =>
      services.familyFeedback.setScale(caller, input.scale),
    ),
    preview: member.familyFeedback.preview.handler(({ context: { services }, input }) =>
      services.familyFeedback.preview(input),
    ),
    import: member.familyFeedback.import.handler(({ context: { services, caller }, input }) =>
      services.familyFeedback.import(caller, input),
    ),
    undoImport: member.familyFeedback.undoImport.handler(({ context: { services, caller }, input }) =>
      services.familyFeedback.undoImport(caller, input.importId),
    ),
  };
}
