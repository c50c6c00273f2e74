import { describe, expect, it } from 'vitest';
import { textsOf } from '../../../build/sample/layout.ts';
import { makeSampleFiles } from '../../../build/sample/manifest.ts';
import type { PlanVersion } from '../../../build/sample/plan-content.ts';
import { SAMPLE_PLANS } from '../../../build/sample/sample-plans.ts';
import { setPlan } from '../../../build/sample/set-plan.ts';
import { goldOf } from '../../../build/sample/gold.ts';
import { SAMPLE_WORKSPACE } from '../../../electron/backend/sample/make-sample.ts';
import { builtInRubric } from '../../../shared/domain/rubric/built-in-rubric.ts';
import { derivePlanFacts } from '../../../shared/domain/plan-facts.ts';
import type { Responses } from '../../../shared/domain/rubric/rubric.ts';
import { grade } from '../../../shared/domain/grading/scoring.ts';
import { submissionProblems } from '../../../shared/domain/grading/submission.ts';

const RUBRIC = builtInRubric();

/** The manifest needs no bytes to be read. */
async function setOnly(planId: string, version: PlanVersion) {
  const layout = setPlan(version.content, version.stage, version.template);
  return { bytes: new Uint8Array(), layout, gold: goldOf(planId, version, layout) };
}

const { manifest } = await makeSampleFiles(setOnly);
const CASES = manifest.plans.flatMap((plan, index) =>
  plan.documents.map((document, place) => {
    const version = SAMPLE_PLANS[index]?.versions[place];
    if (!version) throw new Error(`No version behind ${document.file}.`);
    return { name: document.file, plan, document, version };
  }),
);
const SUBMITTED = CASES.filter(({ document }) => document.audit?.isSubmitted === true);

describe('the sample’s audits', () => {
  it.each(SUBMITTED)('$name is graded as it was written to be, with nothing in the way of submitting', (one) => {
    const { grading, answers } = graded(one);
    expect(grading.overallGrade).toBe(one.document.quality);
    expect(submissionProblems(RUBRIC, grading, answers)).toEqual([]);
  });

  it.each(CASES)('$name: every quote is in the plan, in one paragraph', ({ document, version }) => {
    const texts = [...textsOf(setPlan(version.content, version.stage, version.template).nodes)].map(({ text }) => text);
    for (const { criterion, quotes } of document.audit?.findings ?? []) {
      for (const quote of quotes) {
        expect(
          texts.some((text) => text.includes(quote)),
          `${criterion}: ${quote}`,
        ).toBe(true);
      }
    }
  });

  it.each(SUBMITTED)('$name: three quotes or more, and no finding on what does not apply', (one) => {
    const findings = one.document.audit?.findings ?? [];
    expect(findings.flatMap(({ quotes }) => quotes).length).toBeGreaterThanOrEqual(3);
    const applying = new Set(
      graded(one).grading.standards.flatMap(({ criteria }) =>
        criteria.filter(({ applies }) => applies === 'applies').map(({ id }) => id),
      ),
    );
    expect(findings.map(({ criterion }) => criterion).filter((id) => !applying.has(id))).toEqual([]);
    expect(new Set(findings.map(({ criterion }) => criterion)).size).toBe(findings.length);
  });

  it('spread over the four grades, and leave one half done and one to begin', () => {
    const count = (quality: string) => SUBMITTED.filter(({ document }) => document.quality === quality).length;
    expect(['outstanding', 'good', 'requires_improvement', 'inadequate'].map(count)).toEqual([1, 6, 4, 1]);
    expect(CASES.filter(({ document }) => document.audit === null).length).toBe(1);
    expect(CASES.filter(({ document }) => document.audit?.isSubmitted === false).length).toBe(1);
  });
});

function graded({ plan, document }: (typeof CASES)[number]) {
  const { dateOfBirth, ncYear, planType } = plan;
  const auditDate = SAMPLE_WORKSPACE.round.panelDate;
  const derived = derivePlanFacts(RUBRIC, { dateOfBirth, ncYear, planType, stage: document.stage, auditDate });
  const findings = new Map(document.audit?.findings.map((finding) => [finding.criterion, finding]));
  const ids = RUBRIC.standards.flatMap(({ criteria }) => criteria.map(({ id }) => id));
  const responses: Responses = Object.fromEntries(ids.map((id) => [id, findings.get(id)?.response ?? 'met']));
  const answers = Object.fromEntries(
    ids.map((id) => {
      const { response = 'met', comment = '', absentIn = [], quotes = [] } = findings.get(id) ?? {};
      return [id, { response, comment, absentIn, evidenceCount: quotes.length }];
    }),
  );
  return { grading: grade(RUBRIC, { ...derived, ...document.audit?.facts }, responses), answers };
}
