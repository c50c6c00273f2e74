import { builtInRubric } from '../../../../../shared/domain/rubric/built-in-rubric.ts';
import { combineGradings } from '../../../../../shared/domain/grading/combine-gradings.ts';
import { buildReport } from '../../../../../shared/domain/report/build-report.ts';
import { encodeResult } from '../../../../../shared/domain/report/result-code.ts';
import type { ReportInput } from '../../../../../shared/domain/report/report-input.ts';
import type { PartnershipReport } from '../../../../../shared/domain/report/report-model.ts';
import type { SettledPlan } from '../../../../../shared/domain/report/settled-plan.ts';
import type { PlanFacts, Response, Responses } from '../../../../../shared/domain/rubric/rubric.ts';
import { grade } from '../../../../../shared/domain/grading/scoring.ts';
import { inputOf } from './report-input.ts';
import { RUBRIC_ID } from './settled-plans.ts';

/** Invented gradings for the report's tests, made by the real engine from the shipped standards. */

const rubric = builtInRubric();

const FACTS_OF_A_YEAR_1_FINAL: PlanFacts = {
  ageYears: 6,
  ageOn31Aug: 5,
  ncYear: 1,
  planStatus: 'final',
  planType: 'new',
  hasHealthProvision: false,
  hasSocialCareProvision: false,
  hasSocialWorker: false,
  isPhaseTransferYear: false,
};

/** Every criterion answered alike, but for those named. */
export function answers(base: Response, changes: Responses = {}): Responses {
  const all = rubric.standards.flatMap((standard) =>
    standard.criteria.map((criterion) => [criterion.id, base] as const),
  );
  return { ...Object.fromEntries(all), ...changes };
}

/** A plan version of this half-term's random round, graded by one auditor. */
export function gradedPlan(planId: string, responses: Responses, other: Partial<SettledPlan> = {}): SettledPlan {
  const { planType = 'new', stage = 'final', ncYear = 1 } = other;
  const planStatus = stage.endsWith('draft') ? 'draft' : 'final';
  const facts: PlanFacts = { ...FACTS_OF_A_YEAR_1_FINAL, planType, planStatus, ncYear };
  const result = combineGradings(rubric, [grade(rubric, facts, responses)]);
  if (result.overallGrade === null) throw new Error('The answers make no grade.');
  return {
    documentId: `${planId}-${stage}`,
    planId,
    roundId: 'round-1',
    halfTermId: '2026-27/2',
    roundKind: 'random',
    theme: '',
    panelDate: '2026-12-04',
    rubricId: RUBRIC_ID,
    stage,
    planType,
    ncYear,
    primaryNeed: 'Autism',
    setting: null,
    settingType: 'Mainstream',
    locality: 'North',
    team: 'Team A',
    isLookedAfter: false,
    isLate: false,
    standing: 'one_auditor',
    agencies: ['health'],
    gradeAlone: result.overallGrade,
    overallGrade: result.overallGrade,
    code: encodeResult(rubric, result, new Map(Object.keys(responses).map((id) => [id, ['writing' as const]]))),
    ...other,
  };
}

/** Two half-terms of four populations: enough to fill every part of a report. */
export function variedPlans(): SettledPlan[] {
  const needs = ['Autism', 'Speech, language and communication', 'Hearing'];
  const plans: SettledPlan[] = [];
  for (let at = 0; at < 12; at += 1) {
    const own = { primaryNeed: needs[at % 3] ?? null, team: at % 2 === 0 ? 'Team A' : 'Team B' };
    plans.push(gradedPlan(`new-${at}`, variedAnswers(at), own));
    plans.push(gradedPlan(`old-${at}`, variedAnswers(at + 5, 6), { ...own, halfTermId: '2026-27/1' }));
    if (at < 11) plans.push(gradedPlan(`new-${at}`, variedAnswers(at + 3, 5), { ...own, stage: 'draft' }));
  }
  for (let at = 0; at < 4; at += 1) {
    const own = { planType: 'amended', stage: 'amended_final', ncYear: 10 };
    plans.push(gradedPlan(`amended-${at}`, variedAnswers(at + 1), own));
  }
  plans.push(gradedPlan('moved-1', answers('met'), { planType: 'transferred_in' }));
  return plans;
}

/** A report on these plans, with nothing hidden. */
export function reportOn(plans: readonly SettledPlan[], other: Partial<ReportInput> = {}): PartnershipReport {
  return buildReport(inputOf(plans, other), (counted) => counted, ['Nothing is hidden.']);
}

function variedAnswers(seed: number, strictness = 9): Responses {
  const changes: Responses = {};
  for (const [at, criterion] of rubric.standards.flatMap((standard) => standard.criteria).entries()) {
    const dice = (seed * 31 + at * 17 + seed * at * 7) % (strictness * 2);
    if (dice === 0) changes[criterion.id] = 'not_met';
    else if (dice < 3) changes[criterion.id] = 'partly';
  }
  if (seed % 4 === 1) changes['S07.C2'] = 'not_met';
  if (seed % 3 === 0) changes['S07.C4'] = 'partly';
  return answers('met', changes);
}
