import type { HalfTermDates } from '../../../../../shared/domain/half-term.ts';
import type { ReportInput } from '../../../../../shared/domain/report/report-input.ts';
import type { SettledPlan } from '../../../../../shared/domain/report/settled-plan.ts';
import { RUBRIC, RUBRIC_ID } from './settled-plans.ts';

export const CALENDAR: HalfTermDates[] = [
  ['2025-26', 2, 'Autumn 2', '2025-11-03', '2025-12-19'],
  ['2025-26', 6, 'Summer 2', '2026-06-01', '2026-07-21'],
  ['2026-27', 1, 'Autumn 1', '2026-09-01', '2026-10-23'],
  ['2026-27', 2, 'Autumn 2', '2026-11-02', '2026-12-18'],
].map(([schoolYear, number, label, start, end]) => ({
  id: `${schoolYear}/${number}`,
  schoolYear: String(schoolYear),
  number: Number(number),
  label: String(label),
  start: String(start),
  end: String(end),
}));

/** A report's input with these plans, and nothing beside them. */
export function inputOf(plans: readonly SettledPlan[], other: Partial<ReportInput> = {}): ReportInput {
  const halfTerm = CALENDAR[3];
  if (halfTerm === undefined) throw new Error('The calendar is too short.');
  return {
    partnership: { name: 'Fernmoor SEND Partnership', areaCode: 'E09999' },
    halfTerm,
    calendar: CALENDAR,
    rounds: [
      {
        id: 'round-1',
        kind: 'random',
        theme: '',
        panelDate: '2026-12-04',
        sample: {
          method: 'stratified',
          strataBy: ['need'],
          seed: 20261104,
          frame: 240,
          fromFrame: Math.max(0, plans.length - 1),
          asked: 'kind: new',
          leftOut: [{ reason: 'plan_type', count: 60 }],
        },
        plans: plans.length,
        documents: plans.length + 2,
        settled: plans.length,
        withoutGrade: 0,
        reAuditsOwed: 1,
        swapped: 2,
      },
    ],
    rubrics: new Map([[RUBRIC_ID, { rubric: RUBRIC, digest: 'd'.repeat(64) }]]),
    plans,
    escalations: [{ kind: 'safeguarding', label: 'Safeguarding', raised: 2, resolved: 1 }],
    escalatedSince: 0,
    agreement: [
      {
        roundId: 'round-1',
        documents: 12,
        same: 8,
        withinOne: 11,
        kappa: 0.52,
        grades: RUBRIC.gradeScale.map(({ id }) => id),
        crossTable: [],
        disputed: [{ criterionId: 'S06.C1', pairs: 12, different: 5 }],
      },
    ],
    advice: [],
    advisedPlans: null,
    finalsIssued: null,
    actions: [
      {
        level: 'service',
        service: 'Therapy',
        state: 'open',
        isOverdue: true,
        dueOn: '2026-11-27',
        madeIn: '2026-27/1',
        settledIn: null,
        isReAudit: false,
        words: 'Use the advice form.',
      },
      {
        level: 'plan',
        service: '',
        state: 'done',
        isOverdue: false,
        dueOn: null,
        madeIn: '2026-27/2',
        settledIn: '2026-27/2',
        isReAudit: false,
        words: 'Quantify.',
      },
    ],
    asAt: '2026-12-10',
    reAudits: [{ before: 'inadequate', after: 'good' }],
    measures: null,
    excerpts: [],
    words: new Map(),
    edition: 'internal',
    threshold: 5,
    author: 'Ottoline Sedge',
    madeAt: '2026-12-10T09:00:00.000Z',
    today: '2026-12-10',
    ...other,
  };
}
