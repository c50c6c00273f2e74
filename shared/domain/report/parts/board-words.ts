import { formatDate } from '../../calendar-date.ts';
import type { ActionFacts, ReportInput, ShownTables } from '../report-input.ts';
import type { ReportBlock } from '../report-model.ts';
import { counted, cutWords, lowerFirst } from '../report-words.ts';
import { bullets, counts, heading, onlyData, paragraph } from './block-words.ts';

/** What a board is asked to see to: what was escalated and is open, and what services and the system still owe. */

/** How many actions are named, and in how many letters. */
interface ActionRoom {
  actions: number;
  letters: number;
}

/**
 * Escalations of the half-term and open actions, as they stood on its last day, with whose they are and by when. A
 * publishable edition has the table of escalations, in which small counts are hidden, and no action.
 */
export function boardBlocks(input: ReportInput, shown: ShownTables, room: ActionRoom): ReportBlock[] {
  const { edition, escalations } = input;
  if (edition === 'publishable') {
    return escalations.length === 0 ? [] : [counts(shown.table('escalations'))];
  }
  const open = input.actions
    .filter(({ isReAudit, level, state }) => !isReAudit && level !== 'plan' && state === 'open')
    .toSorted((a, b) => Number(b.isOverdue) - Number(a.isOverdue) || compare(a.dueOn ?? '9', b.dueOn ?? '9'));
  const named = open.slice(0, room.actions);
  const raised = escalations.map((each) => escalationWords(each)).join('; ');
  const items = [
    ...(raised === '' ? [] : [`Escalated on the same day${asAtWords(input)}: ${raised}.`]),
    ...(input.escalatedSince === 0
      ? []
      : [`Escalated in these rounds since, and not counted here: ${input.escalatedSince}.`]),
    ...named.map((action) => actionWords(action, room)),
  ];
  const more = open.length - named.length;
  return [
    heading('escalations-heading', 'For the board to see to'),
    ...(escalations.length === 0
      ? paragraph('escalations-none', ['Nothing had to be escalated in this half-term.'])
      : []),
    ...bullets('board', [
      ...items,
      ...(more > 0
        ? [`${counted(more, 'further open actions')} for services or the whole system: see “Actions and their effect”.`]
        : []),
    ]),
    ...(escalations.length === 0 ? [] : [onlyData(shown.table('escalations'))]),
  ];
}

/** Without the day where that is the day of the report, which bears it already. */
function asAtWords({ asAt, today }: ReportInput): string {
  return asAt < today ? `, as it stood on ${formatDate(asAt)}` : '';
}

/** 'unlawful plan 2, of which 1 is still open' */
function escalationWords({ label, raised, resolved }: ReportInput['escalations'][number]): string {
  const open = raised - resolved;
  const what = `${lowerFirst(label)} ${raised}`;
  if (open === 0) return `${what}, dealt with`;
  return open === raised ? `${what}, still open` : `${what}, of which ${open} ${open === 1 ? 'is' : 'are'} still open`;
}

/** 'Educational psychology, overdue since 25 September 2026: Give a dated baseline …'; the whole stands among the actions. */
function actionWords({ level, service, dueOn, isOverdue, words }: ActionFacts, { letters }: ActionRoom): string {
  const whose = level === 'system' || service === '' ? 'The whole system' : service;
  const due =
    dueOn === null ? 'no day set' : isOverdue ? `overdue since ${formatDate(dueOn)}` : `due ${formatDate(dueOn)}`;
  return `${whose}, ${due}: ${cutWords(words, letters)}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
