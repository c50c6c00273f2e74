import { count, daysBetween, formatDate } from '../../shared/domain/calendar-date.ts';

/** How a due date stands to today: 'Late by 3 days', 'Due today', 'Due 5 December 2026'; empty where there is none. */
export function dueWords(dueOn: string | null, today: string): string {
  if (dueOn === null) return '';
  const days = daysBetween(dueOn, today);
  if (days > 0) return `Late by ${count(days, 'day')}`;
  return days === 0 ? 'Due today' : `Due ${formatDate(dueOn)}`;
}
