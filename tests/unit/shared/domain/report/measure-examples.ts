import type { Measure } from '../../../../../shared/domain/measures.ts';
import type { MeasureSources } from '../../../../../shared/domain/report/measures-figures.ts';
import type { SettledPlan } from '../../../../../shared/domain/report/settled-plan.ts';
import { RUBRIC, RUBRIC_ID } from './settled-plans.ts';

/** Two half-terms of last school year and two of this one. */
export const CALENDAR = [
  ['2025-26', 5, 'Summer 1', '2026-04-13', '2026-05-22'],
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

export const MEASURE: Measure = {
  id: '0c9f0e5e-0000-4000-8000-000000000001',
  revision: 1,
  name: 'New plans good or better',
  unit: 'percent',
  better: 'higher',
  counted: { kind: 'good_or_better' },
  plans: 'new',
  stage: 'final',
  roundKind: 'random',
  theme: '',
  milestones: [
    { on: '2026-06-30', value: 50 },
    { on: '2026-10-31', value: 60 },
    { on: '2027-12-31', value: 80 },
  ],
  target: 100,
  tolerance: 5,
  source: 'Recovery plan',
  owner: { personId: null, name: 'Assistant director, education' },
  note: '',
  byHand: [],
  retiredAt: null,
};

const PANELS: Record<string, string> = {
  '2025-26/5': '2026-05-12',
  '2025-26/6': '2026-07-07',
  '2026-27/1': '2026-10-13',
  '2026-27/2': '2026-12-08',
};

/** So many settled plans, of which the first `good` are good and the others require improvement. */
export function plansOf(halfTermId: string, good: number, total: number, change: Partial<SettledPlan> = {}) {
  return Array.from({ length: total }, (_, at): SettledPlan => ({
    documentId: `${halfTermId} ${change.planType ?? 'new'} ${at}`,
    planId: `${halfTermId} ${change.planType ?? 'new'} ${at}`,
    roundId: `round ${halfTermId}`,
    halfTermId,
    roundKind: 'random',
    theme: '',
    panelDate: PANELS[halfTermId] ?? '2026-12-08',
    rubricId: RUBRIC_ID,
    stage: 'final',
    planType: 'new',
    ncYear: 3,
    primaryNeed: null,
    setting: null,
    settingType: null,
    locality: null,
    team: null,
    isLookedAfter: null,
    isLate: null,
    standing: 'agreed',
    agencies: ['health'],
    gradeAlone: 'good',
    overallGrade: at < good ? 'good' : 'requires_improvement',
    code: {
      standards: '1'.repeat(RUBRIC.standards.length),
      developmental: '-'.repeat(RUBRIC.standards.length),
      criteria: RUBRIC.standards.flatMap(({ criteria }) => criteria.map(() => (at < good ? 'm' : 'n'))).join(''),
      causes: RUBRIC.standards.flatMap(({ criteria }) => criteria.map(() => '00')).join(''),
    },
    ...change,
  }));
}

export function sourcesOf(plans: readonly SettledPlan[], change: Partial<MeasureSources> = {}): MeasureSources {
  return {
    plans,
    rubrics: new Map([[RUBRIC_ID, { rubric: RUBRIC }]]),
    calendar: CALENDAR,
    issued: [],
    rubric: RUBRIC,
    today: '2026-12-10',
    ...change,
  };
}
