import { describe, expect, it } from 'vitest';
import { textsOf } from '../../../build/sample/layout.ts';
import { makeSampleFiles } from '../../../build/sample/manifest.ts';
import type { PlanVersion } from '../../../build/sample/plan-content.ts';
import { everySamplePlan } from '../../../build/sample/sample-plans.ts';
import { setPlan } from '../../../build/sample/set-plan.ts';
import { goldOf } from '../../../build/sample/gold.ts';
import type { SampleAudit } from '../../../electron/backend/sample/sample-manifest.ts';
import { SAMPLE_PANEL_DATE } from '../../../electron/backend/sample/sample-partnership.ts';
import { builtInRubric } from '../../../shared/domain/rubric/built-in-rubric.ts';
import { derivePlanFacts } from '../../../shared/domain/plan-facts.ts';
import type { Responses } from '../../../shared/domain/rubric/rubric.ts';
import { grade } from '../../../shared/domain/grading/scoring.ts';
import { submissionProblems } from '../../../shared/domain/grading/submission.ts';

const RUBRIC = builtInRubric();
const GRADES = ['outstanding', 'good', 'requires_improvement', 'inadequate'];

/** The manifest needs no bytes to be read. */
async function setOnly(planId: string, version: PlanVersion) {
  const layout = setPlan(version.content, version.stage, version.template);
  return { bytes: new Uint8Array(), layout, gold: goldOf(planId, version, layout) };
}

const { manifest } = await makeSampleFiles(setOnly);
const PLANS = everySamplePlan();
const CASES = manifest.plans.flatMap((plan, index) =>
  plan.documents.flatMap((document, place) => {
    const version = PLANS[index]?.versions[place];
    if (!version) throw new Error(`No version behind ${document.file}.`);
    return document.audits.map((audit, at) => ({
      name: `${document.file}, auditor ${at + 1}`,
      at,
      plan,
      document,
      version,
      audit,
    }));
  }),
);
const SUBMITTED = CASES.filter(({ audit }) => audit.isSubmitted);

describe('the sample’s audits', () => {
  it.each(SUBMITTED)('$name: nothing is in the way of submitting', (one) => {
    const { grading, answers } = graded(one);
    expect(submissionProblems(RUBRIC, grading, answers)).toEqual([]);
  });

  it.each(SUBMITTED)('$name: the first grades it as it was written to be, the second at most a step away', (one) => {
    const { overallGrade } = graded(one).grading;
    const apart = Math.abs(GRADES.indexOf(overallGrade ?? '') - GRADES.indexOf(one.document.quality));
    expect(apart).toBeLessThanOrEqual(one.at === 0 ? 0 : 1);
  });

  it.each(CASES)('$name: every quote is in the plan, in one paragraph', ({ audit, version }) => {
    const texts = [...textsOf(setPlan(version.content, version.stage, version.template).nodes)].map(({ text }) => text);
    for (const { criterion, quotes } of audit.findings) {
      for (const quote of quotes) {
        expect(
          texts.some((text) => text.includes(quote)),
          `${criterion}: ${quote}`,
        ).toBe(true);
      }
    }
  });

  it.each(SUBMITTED)('$name: no finding on what does not apply, and none twice', (one) => {
    const { findings } = one.audit;
    const applying = new Set(
      graded(one).grading.standards.flatMap(({ criteria }) =>
        criteria.filter(({ applies }) => applies === 'applies').map(({ id }) => id),
      ),
    );
    expect(findings.map(({ criterion }) => criterion).filter((id) => !applying.has(id))).toEqual([]);
    expect(new Set(findings.map(({ criterion }) => criterion)).size).toBe(findings.length);
  });

  it('differ between the two in some answer, and in the grade of some plans', () => {
    const pairs = manifest.plans.flatMap(({ documents }) => documents.filter(({ audits }) => audits.length === 2));
    const said = ({ findings }: SampleAudit) =>
      findings.map(({ criterion, response }) => `${criterion} ${response}`).toSorted();
    for (const { audits, file } of pairs) {
      const [first, second] = audits;
      if (!first || !second) throw new Error(`${file} has no second auditor.`);
      expect(said(first)).not.toEqual(said(second));
    }
    const apart = SUBMITTED.filter((one) => graded(one).grading.overallGrade !== one.document.quality);
    expect(apart.length).toBeGreaterThan(3);
    expect(apart.length).toBeLessThan(pairs.length / 3);
  });

  it('cover 40 plans over three teams, some late, some with a lawful exception, some looked after', () => {
    expect(manifest.plans).toHaveLength(40);
    expect(new Set(manifest.plans.map(({ team }) => team))).toEqual(new Set(['Town team', 'Coast team', 'Dales team']));
    expect(manifest.plans.some(({ exceptions }) => exceptions.length > 0)).toBe(true);
    expect(manifest.plans.some(({ isLookedAfter }) => isLookedAfter)).toBe(true);
    expect(new Set(manifest.plans.map(({ reference }) => reference)).size).toBe(40);
  });
});

function graded({ plan, document, audit }: (typeof CASES)[number]) {
  const { dateOfBirth, ncYear, planType } = plan;
  const auditDate = SAMPLE_PANEL_DATE;
  const derived = derivePlanFacts(RUBRIC, { dateOfBirth, ncYear, planType, stage: document.stage, auditDate });
  const findings = new Map(audit.findings.map((finding) => [finding.criterion, finding]));
  const ids = RUBRIC.standards.flatMap(({ criteria }) => criteria.map(({ id }) => id));
  const responses: Responses = Object.fromEntries(ids.map((id) => [id, findings.get(id)?.response ?? 'met']));
  const answers = Object.fromEntries(
    ids.map((id) => {
      const { response = 'met', comment = '', absentIn = [], quotes = [] } = findings.get(id) ?? {};
      return [id, { response, comment, absentIn, evidenceCount: quotes.length }];
    }),
  );
  return { grading: grade(RUBRIC, { ...derived, ...audit.facts }, responses), answers };
}
