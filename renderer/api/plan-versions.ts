import type { DocumentSummary, Stage } from '../../shared/contract/plans.ts';
import { formatDate } from '../../shared/domain/calendar-date.ts';
import { STAGE_WORDS } from './field-words.ts';

/** The order in which a plan's versions come to be. */
const STAGE_ORDER: Record<Stage, number> = { draft: 0, final: 1, amended_draft: 2, amended_final: 3 };

/** The versions of one plan, earliest first: by the day of issue where both have one, otherwise by stage, then as read. */
export function versionsInOrder(documents: readonly DocumentSummary[]): DocumentSummary[] {
  return documents.toSorted(
    (one, other) =>
      byDay(one, other) || stageOrder(one) - stageOrder(other) || one.importedAt.localeCompare(other.importedAt),
  );
}

/** The version that a document is naturally compared with: the one before it; null for the first. */
export function versionBefore(
  documents: readonly DocumentSummary[],
  document: DocumentSummary,
): DocumentSummary | null {
  const versions = versionsInOrder(documents);
  const at = versions.findIndex(({ id }) => id === document.id);
  return versions[at - 1] ?? null;
}

/** A version for people: "Final, 25 July 2026"; by its file where it has neither stage nor date. */
export function versionWords({ stage, issuedOn, fileName }: DocumentSummary): string {
  const parts = [stage === null ? '' : STAGE_WORDS[stage], issuedOn === null ? '' : formatDate(issuedOn)];
  return parts.some((part) => part !== '') ? parts.filter((part) => part !== '').join(', ') : fileName;
}

/** Where two versions are compared. */
export function comparePath(earlierId: string, laterId: string): string {
  return `/compare/${earlierId}/${laterId}`;
}

function byDay(one: DocumentSummary, other: DocumentSummary): number {
  return one.issuedOn === null || other.issuedOn === null ? 0 : one.issuedOn.localeCompare(other.issuedOn);
}

function stageOrder({ stage }: DocumentSummary): number {
  return stage === null ? Number.MAX_SAFE_INTEGER : STAGE_ORDER[stage];
}
