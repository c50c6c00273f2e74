import { formatDate } from '../../calendar-date.ts';
import type { ActionFacts, ReportInput, ShownTables } from '../report-input.ts';
import type { ReportBlock } from '../report-model.ts';
import { counted } from '../report-words.ts';
import { bullets, counts, heading, lowerFirst, onlyData, paragraph } from './block-words.ts';

/** What a board is asked to see to: what was escalated and is open, and what services and the system still owe. */

/** So many actions are named; the others are counted. */
const MOST_ACTIONS = 3;

/**
 * Escalations of the half-term and open actions with whose they are and by when. A publishable edition has the table of
 * escalations, in which small counts are hidden, and no action.
 */
export function boardBlocks(input: ReportInput, shown: ShownTables): ReportBlock[] {
  const { edition, escalations } = input;
  if (edition === 'publishable') {
    return escalations.length === 0
      ? []
      : [heading('escalations-heading', 'Escalations on the same day'), counts(shown.table('escalations'))];
  }
  const open = input.actions
    .filter(({ isReAudit, level, state }) => !isReAudit && level !== 'plan' && state === 'open')
    .toSorted((a, b) => Number(b.isOverdue) - Number(a.isOverdue) || compare(a.dueOn ?? '9', b.dueOn ?? '9'));
  const named = open.slice(0, MOST_ACTIONS);
  const items = [...escalations.map((each) => escalationWords(each)), ...named.map((action) => actionWords(action))];
  const more = open.length - named.length;
  return [
    heading('escalations-heading', 'For the board to see to'),
    ...(escalations.length === 0
      ? paragraph('escalations-none', ['Nothing had to be escalated in this half-term.'])
      : []),
    ...bullets('board', [
      ...items,
      ...(more > 0
        ? [`${counted(more, 'further open actions')} for services or the whole system: see the actions.`]
        : []),
    ]),
    ...(escalations.length === 0 ? [] : [onlyData(shown.table('escalations'))]),
  ];
}

/** 'Unlawful plan: 1 escalated on the same day; 1 is still open.' */
function escalationWords({ label, raised, resolved }: ReportInput['escalations'][number]): string {
  const open = raised - resolved;
  const still = open === 0 ? 'all dealt with' : `${open} ${open === 1 ? 'is' : 'are'} still open`;
  return `${label}: ${raised} escalated on the same day, ${still}.`;
}

/** 'Overdue since 25 September 2026, educational psychology: Give a dated baseline …' */
function actionWords({ level, service, dueOn, isOverdue, words }: ActionFacts): string {
  const whose = level === 'system' || service === '' ? 'the whole system' : lowerFirst(service);
  const due =
    dueOn === null ? 'no day set' : isOverdue ? `overdue since ${formatDate(dueOn)}` : `due ${formatDate(dueOn)}`;
  return `Open for ${whose}, ${due}: ${words}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
