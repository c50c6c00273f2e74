import type { Assignment } from '../../../shared/contract/assignments.ts';
import { formatDate } from '../../../shared/domain/calendar-date.ts';
import { dueWords } from '../../api/due-words.ts';
import { todayIso } from '../../ui/dates.ts';
import { progressWords } from './round-words.ts';

/** How far an audit is and when it is due: 'Under way, late by 3 days'. */
export function AssignmentLine({ assignment }: { assignment: Assignment }) {
  const { progress, isLate, dueOn } = assignment;
  const words = progressWords(progress);
  if (progress === 'submitted' || dueOn === null) return words;
  if (!isLate) return `${words}, due ${formatDate(dueOn)}`;
  return (
    <>
      {words}, <strong className="late">{dueWords(dueOn, todayIso()).toLowerCase()}</strong>
    </>
  );
}
