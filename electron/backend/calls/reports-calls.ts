import type { CallBuilders } from './call-builders.ts';

export function reportsCalls({ member }: CallBuilders) {
  return {
    soFar: member.reports.soFar.handler(({ context: { services, caller }, input }) =>
      services.gradesSoFar.soFar(caller, input.roundId),
    ),
    preview: member.reports.preview.handler(({ context: { services, caller }, input }) =>
      services.reports.preview(caller, input),
    ),
    export: member.reports.export.handler(({ context: { services, caller }, input }) =>
      services.reports.export(caller, input, input.format),
    ),
  };
}
