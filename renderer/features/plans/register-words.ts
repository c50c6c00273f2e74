import type { RegisterRow } from '../../../shared/contract/plans.ts';
import { daysBetween, formatDate } from '../../../shared/domain/calendar-date.ts';
import { timeliness } from '../../../shared/domain/timeline/timeline.ts';
import { STAGE_WORDS } from '../../api/field-words.ts';

/** How the final of a plan stands to its statutory day: 'In time', 'Late by 6 days', 'Due 26 May 2026'. */
export function finalWords(
  { finalDue, finalDone, isExcepted }: Pick<RegisterRow, 'finalDue' | 'finalDone' | 'isExcepted'>,
  today: string,
): string {
  if (finalDue === null) return finalDone === null ? '' : formatDate(finalDone);
  if (finalDone === null && daysBetween(today, finalDue) >= 0) return `Due ${formatDate(finalDue)}`;
  const words = timeliness(finalDue, finalDone ?? today);
  const isLate = words !== 'in time';
  const so = finalDone === null ? ' so far' : '';
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}${so}${isLate && isExcepted ? ', lawful exception' : ''}`;
}

const AUDIT_WORDS = { none: '', open: ': under way', submitted: ': submitted' } as const;

/** 'Draft: submitted · Final'; of a version that I have no audit of it does not say whether I am asked for one. */
export function versionWords(documents: RegisterRow['documents']): string {
  if (documents.length === 0) return 'No documents';
  return documents
    .map(({ stage, myAudit }) => `${stage === null ? 'Document' : STAGE_WORDS[stage]}${AUDIT_WORDS[myAudit]}`)
    .join(' · ');
}
