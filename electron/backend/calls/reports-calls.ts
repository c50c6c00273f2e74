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
    additions: member.reports.additions.handler(({ context: { services, caller }, input }) =>
      services.reportAdditions.additions(caller, input),
    ),
    saveWords: member.reports.saveWords.handler(({ context: { services, caller }, input }) =>
      services.reportAdditions.saveWords(caller, input),
    ),
    candidates: member.reports.candidates.handler(({ context: { services, caller }, input }) =>
      services.reportAdditions.candidates(caller, input.halfTermId),
    ),
    chooseExcerpt: member.reports.chooseExcerpt.handler(({ context: { services, caller }, input }) =>
      services.reportAdditions.chooseExcerpt(caller, input.halfTermId, input.evidenceId),
    ),
    editExcerpt: member.reports.editExcerpt.handler(({ context: { services, caller }, input }) =>
      services.reportAdditions.editExcerpt(caller, input.excerptId, input.words),
    ),
    tickExcerpt: member.reports.tickExcerpt.handler(({ context: { services, caller }, input }) =>
      services.reportAdditions.tickExcerpt(caller, input.excerptId, input.isTicked, input.words),
    ),
    removeExcerpt: member.reports.removeExcerpt.handler(({ context: { services, caller }, input }) =>
      services.reportAdditions.removeExcerpt(caller, input.excerptId),
    ),
    freeze: member.reports.freeze.handler(({ context: { services, caller }, input }) =>
      services.reports.freeze(caller, input),
    ),
    earlier: member.reports.earlier.handler(({ context: { services } }) => services.snapshots.list()),
    frozen: member.reports.frozen.handler(({ context: { services, caller }, input }) =>
      services.snapshots.read(caller, input.snapshotId),
    ),
    changesSince: member.reports.changesSince.handler(({ context: { services, caller }, input }) =>
      services.reports.changesSince(caller, input.snapshotId),
    ),
    exportFrozen: member.reports.exportFrozen.handler(({ context: { services, caller }, input }) =>
      services.reports.exportFrozen(caller, input.snapshotId, input.format),
    ),
    withdraw: member.reports.withdraw.handler(({ context: { services, caller }, input }) =>
      services.snapshots.withdraw(caller, input.snapshotId, input.reason),
    ),
  };
}
