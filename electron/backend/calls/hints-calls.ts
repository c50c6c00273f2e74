import type { CallBuilders } from './call-builders.ts';

export function hintsCalls({ member }: CallBuilders) {
  return {
    list: member.hints.list.handler(({ context: { services, caller }, input }) =>
      services.hints.list(caller, input.auditId),
    ),
    dismiss: member.hints.dismiss.handler(({ context: { services, caller }, input }) =>
      services.hints.dismiss(caller, input.auditId, input.hintId, input.reason),
    ),
    restore: member.hints.restore.handler(({ context: { services, caller }, input }) =>
      services.hints.restore(caller, input.auditId, input.hintId),
    ),
  };
}
