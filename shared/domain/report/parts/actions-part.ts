import { formatDate } from '../../calendar-date.ts';
import { gradesFromBest } from '../../grading/grade-order.ts';
import { gradeLabel } from '../../rubric/rubric-words.ts';
import type { CountedTables, CountRow, CountTable } from '../count-table.ts';
import { type DataTable, dateCell, textCell } from '../data-table.ts';
import { joinTables } from '../population-tables.ts';
import type { Prepared } from '../prepare.ts';
import type { ActionFacts, PartDraft } from '../report-input.ts';
import type { ReportBlock } from '../report-model.ts';
import { counts, heading, paragraph, textTable } from './block-words.ts';

const LEVELS = [
  { id: 'plan', label: 'On one plan' },
  { id: 'service', label: 'For a service' },
  { id: 'system', label: 'For the whole system' },
] as const;

/** Part 12: actions new, open, closed and overdue; and what second looks found. */
export function actionsPart({ input, rubric }: Prepared): PartDraft {
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
        ? paragraph('actions-none', ['No action has been put down yet.'])
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
      heading('re-audits-heading', 'Second looks'),
      ...(reAudited.length === 0
        ? paragraph('re-audits-none', ['No plan was looked at a second time in this half-term.'])
        : [
            ...paragraph('re-audits-words', [
              'The grade that called for a second look, against the grade it then got.',
            ]),
            counts(shown.table('re-audits')),
          ]),
    ],
  };

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
          caption: 'Grade before (rows) and at the second look (columns)',
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
