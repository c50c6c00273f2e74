import { formatDate } from '../../calendar-date.ts';
import { halfTermName, sortHalfTerms } from '../../half-term.ts';
import { gradesFromBest } from '../../grading/grade-order.ts';
import { gradeLabel } from '../../rubric/rubric-words.ts';
import type { CountedTables, CountRow, CountTable } from '../count-table.ts';
import { type DataTable, dateCell, textCell } from '../data-table.ts';
import { joinTables } from '../population-tables.ts';
import type { Prepared } from '../prepare.ts';
import type { ActionFacts, PartDraft } from '../report-input.ts';
import type { ReportBlock } from '../report-model.ts';
import { counted } from '../report-words.ts';
import { counts, heading, paragraph, textTable } from './block-words.ts';
import { isBare } from './small-groups.ts';

const LEVELS = [
  { id: 'plan', label: 'On one plan' },
  { id: 'service', label: 'For a service' },
  { id: 'system', label: 'For the whole system' },
] as const;

/** Part 12: actions new, open, closed and overdue; what became of those of the last round; and what re-audits found. */
export function actionsPart(prepared: Prepared): PartDraft {
  const { input, rubric } = prepared;
  const { halfTerm, edition } = input;
  const prefix = halfTerm.id.replace('/', '.');
  const actions = input.actions.filter(({ isReAudit }) => !isReAudit);
  const reAudited = input.reAudits;
  const scale = gradesFromBest(rubric).map(({ id }) => id);
  const wide = actions.filter(({ level, state }) => level !== 'plan' && state === 'open');
  return {
    number: 12,
    id: 'actions',
    title: 'Actions and their effect',
    counted: joinTables([
      actionsTable(prefix, halfTerm.id, actions),
      ...(reAudited.length === 0 ? [] : [reAuditTable()]),
    ]),
    write: (shown) => [
      ...(actions.length === 0
        ? paragraph('actions-none', isBare(prepared) ? [] : ['No action has been put down yet.'])
        : [...asAt(shown.table('actions-by-level')), counts(shown.table('actions-by-level'))]),
      // What people typed may name somebody: a publishable edition gives their number alone.
      ...(edition === 'publishable' || wide.length === 0
        ? []
        : [
            textTable(
              'actions-open',
              'Open actions for services and for the whole system',
              ['Action', 'For', 'Due', 'Standing'],
              wide.map((action) => [
                action.words,
                ownerOf(action),
                action.dueOn === null ? '–' : formatDate(action.dueOn),
                standingOf(action),
              ]),
              openActions(wide),
            ),
          ]),
      ...lastRound(),
      ...(reAudited.length === 0 && isBare(prepared) ? [] : [heading('re-audits-heading', 'Re-audits')]),
      ...(reAudited.length === 0
        ? paragraph('re-audits-none', isBare(prepared) ? [] : ['No plan was re-audited in this half-term.'])
        : [
            ...paragraph('re-audits-words', [
              'The grade that called for a re-audit, against the grade that the plan then got.',
            ]),
            counts(shown.table('re-audits')),
          ]),
    ],
  };

  /**
   * What became of the actions of the half-term before, and that nothing says more of their effect than re-audits. A
   * publishable edition leaves it out with what came and went.
   */
  function lastRound(): ReportBlock[] {
    const calendar = sortHalfTerms(input.calendar);
    const before = calendar[calendar.findIndex(({ id }) => id === halfTerm.id) - 1];
    if (edition === 'publishable' || before === undefined || isBare(prepared)) return [];
    const own = actions.filter(({ madeIn }) => madeIn === before.id);
    const name = halfTermName(before);
    const words =
      own.length === 0 ? `No action was put down in ${name}.` : `${upperFirst(settledWords(own, name))} ${EFFECT}`;
    return [
      heading('last-actions-heading', 'What became of the last round’s actions'),
      ...paragraph('last-actions', [words]),
    ];
  }

  /** Without the day where that is the day of the report, which bears it already. */
  function asAt({ rows }: CountTable): ReportBlock[] {
    if (!rows.some((row) => row.counts.some(({ n }) => n !== null && n > 0))) return [];
    return paragraph('actions-as-at', [
      input.asAt < input.today
        ? `What is open and overdue is as at ${formatDate(input.asAt)}, the last day that counts to this half-term.`
        : 'What is open and overdue is as at the day of this report: the half-term is not over.',
      ...(edition === 'publishable'
        ? [
            'How many were put down and closed is left out: with what is open now, they would tell what was open before.',
          ]
        : []),
    ]);
  }

  function reAuditTable(): CountedTables {
    const key = `${prefix}/re-audits`;
    const number = (before: string, after: string) =>
      reAudited.filter((found) => found.before === before && found.after === after).length;
    return {
      tables: [
        {
          id: 're-audits',
          caption: 'Grade before (rows) and at the re-audit (columns)',
          noun: 'plans',
          rowHead: 'Grade before',
          columns: [
            ...scale.map((id) => ({ id, label: gradeLabel(rubric, id), isTotal: false })),
            { id: 'all', label: 'All', isTotal: true },
          ],
          rows: scale.map((before) => ({
            id: before,
            label: gradeLabel(rubric, before),
            isTotal: false,
            counts: [
              ...scale.map((after) => ({ key: `${key}/${before}/${after}`, n: number(before, after) })),
              { key: `${key}/${before}/all`, n: reAudited.filter((found) => found.before === before).length },
            ],
          })),
          share: null,
        },
      ],
      sums: scale.map((before) => ({
        total: `${key}/${before}/all`,
        parts: scale.map((after) => `${key}/${before}/${after}`),
      })),
    };
  }
}

const EFFECT = 'Whether they changed plans is known only where a plan was re-audited.';

/** 'of 3 actions put down in Autumn 1 2026/27, 1 is done, none was dropped and 2 are open (1 overdue).' */
function settledWords(own: readonly ActionFacts[], name: string): string {
  const number = (state: ActionFacts['state']) => own.filter((action) => action.state === state).length;
  const overdue = own.filter(({ state, isOverdue }) => state === 'open' && isOverdue).length;
  const [done, dropped, open] = [number('done'), number('dropped'), number('open')];
  const are = (count: number) => `${count === 0 ? 'none' : count} ${count > 1 ? 'are' : 'is'}`;
  const droppedWords = `${dropped === 0 ? 'none' : dropped} ${dropped > 1 ? 'were' : 'was'} dropped`;
  return `of ${counted(own.length, 'actions')} put down in ${name}, ${are(done)} done, ${droppedWords} and ${are(open)} open${overdue === 0 ? '' : ` (${overdue} overdue)`}.`;
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function ownerOf({ level, service }: ActionFacts): string {
  return level === 'system' ? 'The whole system' : service;
}

function standingOf({ isOverdue }: ActionFacts): string {
  return isOverdue ? 'Overdue' : 'Open';
}

function openActions(wide: readonly ActionFacts[]): DataTable {
  return {
    columns: [
      { id: 'action', label: 'Action' },
      { id: 'for', label: 'For' },
      { id: 'due', label: 'Due' },
      { id: 'standing', label: 'Standing' },
    ],
    rows: wide.map((action, at) => ({
      id: String(at + 1),
      cells: [textCell(action.words), textCell(ownerOf(action)), dateCell(action.dueOn), textCell(standingOf(action))],
    })),
  };
}

function actionsTable(prefix: string, halfTermId: string, actions: readonly ActionFacts[]): CountedTables {
  const columns = [
    { id: 'new', label: 'New this half-term', isTotal: false, holds: (a: ActionFacts) => a.madeIn === halfTermId },
    {
      id: 'closed',
      label: 'Closed this half-term',
      isTotal: false,
      holds: (a: ActionFacts) => a.state !== 'open' && a.settledIn === halfTermId,
    },
    {
      id: 'overdue',
      label: 'Open and overdue',
      isTotal: false,
      holds: (a: ActionFacts) => a.state === 'open' && a.isOverdue,
    },
    {
      id: 'in-time',
      label: 'Open, not overdue',
      isTotal: false,
      holds: (a: ActionFacts) => a.state === 'open' && !a.isOverdue,
    },
    { id: 'open', label: 'All open', isTotal: true, holds: (a: ActionFacts) => a.state === 'open' },
  ];
  const rows = [...LEVELS, { id: 'all', label: 'All' }];
  return {
    tables: [
      {
        id: 'actions-by-level',
        caption: 'Actions by level',
        noun: 'actions',
        rowHead: 'Level',
        columns: columns.map(({ id, label, isTotal }) => ({ id, label, isTotal })),
        rows: rows.map(({ id, label }): CountRow => {
          const own = id === 'all' ? actions : actions.filter(({ level }) => level === id);
          return {
            id,
            label,
            isTotal: id === 'all',
            counts: columns.map((column) => ({
              key: `${prefix}/actions/${id}/${column.id}`,
              n: own.filter(column.holds).length,
            })),
          };
        }),
        share: null,
      },
    ],
    sums: [
      ...columns.map((column) => ({
        total: `${prefix}/actions/all/${column.id}`,
        parts: LEVELS.map(({ id }) => `${prefix}/actions/${id}/${column.id}`),
      })),
      ...rows.map(({ id }) => ({
        total: `${prefix}/actions/${id}/open`,
        parts: [`${prefix}/actions/${id}/overdue`, `${prefix}/actions/${id}/in-time`],
      })),
    ],
  };
}
