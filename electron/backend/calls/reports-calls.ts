import type { CallBuilders } from './call-builders.ts';

export function reportsCalls({ member }: CallBuilders) {
  return {
    preview: member.reports.preview.handler(({ context: { services, caller }, input }) =>
      services.reports.preview(caller, input.roundId),
    ),
    export: member.reports.export.handler(({ context: { services, caller }, input }) =>
      services.reports.export(caller, input.roundId, input.format),
    ),
  };
}
