import type { CallBuilders } from './call-builders.ts';

export function registerCalls({ member }: CallBuilders) {
  return {
    upload: member.register.upload.handler(({ context: { services }, input }) => services.register.upload(input)),
    chooseSheet: member.register.chooseSheet.handler(({ context: { services }, input }) =>
      services.register.chooseSheet(input.uploadId, input.sheet),
    ),
    preview: member.register.preview.handler(({ context: { services }, input }) => services.register.preview(input)),
    apply: member.register.apply.handler(({ context: { services, caller }, input }) =>
      services.register.apply(caller, input),
    ),
    imports: member.register.imports.handler(({ context: { services } }) => services.register.imports()),
    undo: member.register.undo.handler(({ context: { services, caller }, input }) =>
      services.register.undo(caller, input.importId),
    ),
    results: member.register.results.handler(({ context: { services }, input }) =>
      services.register.results(input.planId),
    ),
  };
}
