import type { CallBuilders } from './call-builders.ts';

export function rubricsCalls({ member }: CallBuilders) {
  return {
    current: member.rubrics.current.handler(({ context: { services } }) => services.rubrics.current()),
    get: member.rubrics.get.handler(({ context: { services }, input }) => services.rubrics.get(input.rubricId)),
    versions: member.rubrics.versions.handler(({ context: { services } }) => services.rubrics.versions()),
    export: member.rubrics.export.handler(({ context: { services, caller }, input }) =>
      services.rubrics.export(caller, input.rubricId),
    ),
    drafts: member.rubrics.drafts.handler(({ context: { services } }) => services.rubricDrafts.list()),
    draft: member.rubrics.draft.handler(({ context: { services }, input }) => services.rubricDrafts.get(input.draftId)),
    effect: member.rubrics.effect.handler(({ context: { services, caller }, input, signal }) =>
      services.rubricDrafts.effect(caller, input, signal),
    ),
    begin: member.rubrics.begin.handler(({ context: { services, caller }, input }) =>
      services.rubricDrafts.begin(caller, input.rubricId),
    ),
    save: member.rubrics.save.handler(({ context: { services, caller }, input }) =>
      services.rubricDrafts.save(caller, input),
    ),
    discard: member.rubrics.discard.handler(({ context: { services, caller }, input }) =>
      services.rubricDrafts.discard(caller, input.draftId),
    ),
    publish: member.rubrics.publish.handler(({ context: { services, caller }, input }) =>
      services.rubricDrafts.publish(caller, input),
    ),
    import: member.rubrics.import.handler(({ context: { services, caller }, input }) =>
      services.rubricDrafts.import(caller, input.file),
    ),
  };
}
