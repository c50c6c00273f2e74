import { grade } from '../../../../shared/domain/scoring.ts';
import { buildReport, type ReportDocument, type ReportInput } from '../../../../shared/domain/report-figures.ts';
import type { ReportModel } from '../../../../shared/domain/report-model.ts';
import rubricJson from '../../../../shared/domain/rubric-default.json' with { type: 'json' };
import { rubricSchema, type PlanFacts, type Response, type Responses } from '../../../../shared/domain/rubric.ts';

/** Invented gradings for the report's tests, made by the real engine from the shipped standards. */

export const rubric = rubricSchema.parse(rubricJson);

export const FACTS_OF_A_YEAR_1_DRAFT: PlanFacts = {
  ageYears: 6,
  ageOn31Aug: 5,
  ncYear: 1,
  planStatus: 'draft',
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

/** One document of the round, with an audit for each set of answers. */
export function auditedDocument(
  planId: string,
  answersOfAudits: readonly Responses[],
  { planType = 'new', stage = 'final', facts = {} }: { planType?: string; stage?: string; facts?: PlanFacts } = {},
): ReportDocument {
  const used = { ...FACTS_OF_A_YEAR_1_DRAFT, planType, planStatus: stage, ...facts };
  return {
    planId,
    planType,
    stage,
    audits: answersOfAudits.map((responses, at) => ({
      auditId: `${planId}-${stage}-${at}`,
      grading: grade(rubric, used, responses),
    })),
  };
}

export function inputWith(documents: readonly ReportDocument[], changes: Partial<ReportInput> = {}): ReportInput {
  return {
    partnership: { name: 'Northmere Local Area Partnership', areaCode: 'E09999' },
    halfTerm: { id: '2026-27/2', label: 'Autumn 2', schoolYear: '2026/27', start: '2026-11-02', end: '2026-12-18' },
    round: { kind: 'random', theme: '', panelDate: '2026-12-03' },
    rubric,
    rubricDigest: '3f0c'.repeat(16),
    author: 'Aisha Rahman',
    madeAt: '2026-12-04T14:30:00.000Z',
    documents,
    ...changes,
  };
}

export function reportOn(documents: readonly ReportDocument[], changes: Partial<ReportInput> = {}): ReportModel {
  return buildReport(inputWith(documents, changes));
}

/** A round of thirty-odd documents in four populations, some not audited: enough to fill every part of the report. */
export function variedDocuments(): ReportDocument[] {
  const documents: ReportDocument[] = [];
  for (let at = 0; at < 12; at += 1) documents.push(auditedDocument(`new-${at}`, [variedAnswers(at)], {}));
  for (let at = 0; at < 12; at += 1) {
    documents.push(auditedDocument(`new-${at}`, at === 11 ? [] : [variedAnswers(at + 3, 5)], { stage: 'draft' }));
  }
  for (let at = 0; at < 4; at += 1) {
    const facts = { ncYear: 10, ageOn31Aug: 14, ageYears: 15, hasHealthProvision: at % 2 === 0 };
    documents.push(
      auditedDocument(`amended-${at}`, [variedAnswers(at + 1), variedAnswers(at + 2)].slice(0, 1 + (at % 2)), {
        planType: 'amended',
        stage: 'amended_final',
        facts,
      }),
    );
  }
  documents.push(auditedDocument('moved-1', [answers('met')], { planType: 'transferred_in' }));
  return documents;
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
