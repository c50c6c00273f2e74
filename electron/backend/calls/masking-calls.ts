import type { CallBuilders } from './call-builders.ts';

export function maskingCalls({ member }: CallBuilders) {
  return {
    get: member.masking.get.handler(({ context: { services, caller }, input }) =>
      services.masking.get(caller, input.documentId),
    ),
    list: member.masking.list.handler(({ context: { services }, input }) => services.masking.list(input.roundId)),
    edit: member.masking.edit.handler(({ context: { services, caller }, input }) =>
      services.masking.edit(caller, input.documentId, input.edit),
    ),
    undo: member.masking.undo.handler(({ context: { services, caller }, input }) =>
      services.masking.undo(caller, input.documentId),
    ),
    confirm: member.masking.confirm.handler(({ context: { services, caller }, input }) =>
      services.masking.confirm(caller, input.documentId, input.digest),
    ),
    withdraw: member.masking.withdraw.handler(({ context: { services, caller }, input }) =>
      services.masking.withdraw(caller, input.documentId),
    ),
  };
}
