import type { CallBuilders } from './call-builders.ts';

export function documentsCalls({ member }: CallBuilders) {
  return {
    import: member.documents.import.handler(({ context: { services, caller }, input, signal }) =>
      services.documents.import(caller, input, signal),
    ),
    tray: member.documents.tray.handler(({ context: { services, caller } }) => services.documents.tray(caller)),
    file: member.documents.file.handler(async ({ context: { services, caller }, input }) => {
      const { id: roundId } = await services.rounds.current();
      return services.documents.file(caller, input, roundId);
    }),
    fileAll: member.documents.fileAll.handler(async ({ context: { services, caller }, input }) => {
      const { id: roundId } = await services.rounds.current();
      return services.documents.fileAll(caller, input.filings, roundId);
    }),
    get: member.documents.get.handler(async ({ context: { services, caller }, input }) => {
      const opened = await services.documents.get(caller, input.documentId);
      const { representatives } = services;
      return representatives.isFor(caller) ? representatives.document(caller, opened) : opened;
    }),
    relabel: member.documents.relabel.handler(({ context: { services, caller }, input }) =>
      services.documents.relabel(caller, input.documentId, input.relabel),
    ),
    undoRelabel: member.documents.undoRelabel.handler(({ context: { services, caller }, input }) =>
      services.documents.undoRelabel(caller, input.documentId),
    ),
    confirmSections: member.documents.confirmSections.handler(({ context: { services, caller }, input }) =>
      services.documents.confirmSections(caller, input.documentId),
    ),
    remove: member.documents.remove.handler(({ context: { services, caller }, input }) =>
      services.documents.remove(caller, input.documentId),
    ),
  };
}
