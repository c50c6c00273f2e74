/** Which version of a plan came first: the order in which people name them, whatever was read first. */

/** The stages of a version in the order in which a plan comes to them. */
export const STAGE_ORDER = ['draft', 'final', 'amended_draft', 'amended_final'] as const;

/** A version of a plan, as far as it tells which came first. */
export interface VersionPlace {
  cycleSequence: number;
  stage: string | null;
  issuedOn: string | null;
  importedAt: string;
}

/**
 * Below nought where `one` is the earlier version of a plan: of an earlier cycle, else of an earlier stage, else issued
 * earlier, else read earlier. What is not known counts as earlier, so that it never passes for the latest. A total
 * order: several documents are read at a time, and a short final is often there before its draft.
 */
export function compareVersions(one: VersionPlace, other: VersionPlace): number {
  return (
    one.cycleSequence - other.cycleSequence ||
    stageRank(one.stage) - stageRank(other.stage) ||
    compareText(one.issuedOn ?? '', other.issuedOn ?? '') ||
    compareText(one.importedAt, other.importedAt)
  );
}

/** True where `other` is a later version of the same plan. */
export function isLaterVersion(version: VersionPlace, other: VersionPlace): boolean {
  return compareVersions(version, other) < 0;
}

/** Of versions of one plan the latest, the first of equals; undefined where there is none. */
export function latestOf<Version extends VersionPlace>(versions: readonly Version[]): Version | undefined {
  return versions.reduce<Version | undefined>(
    (latest, version) => (latest === undefined || isLaterVersion(latest, version) ? version : latest),
    undefined,
  );
}

function stageRank(stage: string | null): number {
  return STAGE_ORDER.findIndex((known) => known === stage);
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
