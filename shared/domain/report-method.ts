import { gradesFromBest } from './grade-order.ts';
import type { ReportModel } from './report-model.ts';
import { gradeLabel } from './rubric-words.ts';
import type { Rubric } from './rubric.ts';

/** How the figures came about, what they rest on and what is not in them: the report's last part. */
export function methodOf(facts: {
  rubric: Rubric;
  rubricDigest: string;
  goodOrBetterLabel: string;
}): ReportModel['method'] {
  const { rubric, rubricDigest, goodOrBetterLabel } = facts;
  return [
    {
      heading: 'How a grade comes about',
      text: `An auditor reads the plan and answers every criterion that applies: met, partly met, not met, or not applicable, with evidence from the plan. The standards turn the answers into a score for each standard and for the whole plan (${thresholds(rubric)}). Guards may then lower a grade, for example where a key criterion is not met, and a limiting criterion may hold the overall grade down whatever the score. Each grade can be traced to its answers in the audit.`,
    },
    {
      heading: 'Standards used',
      text: `“${rubric.title}”, version ${rubric.version}. Digest of its full text: ${rubricDigest}. Every grade in this report was made with this version.`,
    },
    {
      heading: 'What is counted',
      text: 'Only submitted audits. Each version of a plan that was audited counts once, in one population: drafts and finals, new and amended plans are never added together. A plan written afresh after a reassessment counts as new. A plan transferred in from another council is kept apart. A standard is counted for the plans to which it applies.',
    },
    {
      heading: 'One auditor, several auditors',
      text: 'Where the panel has moderated a plan version, the agreed answers go through the same scoring as any auditor’s, and the agreed grade is used; the chair may move it by one step with a written reason, never above a cap, and it is said how often that was done. A plan version audited once has that auditor’s grade and is said to be not moderated. Where several auditors submitted and the panel has not settled it, the lower grade stands overall and for each standard, and the lower answer for each criterion. Where each graded a part, their answers together make the grade.',
    },
    {
      heading: 'Small numbers and likely ranges',
      text: `Every percentage stands beside its count. Under ten plans there are counts only. From ten on, the likely range is the 95% Wilson interval: if these plans were drawn at random from many, the share of all of them that are “${goodOrBetterLabel}” would probably lie within it. A range does not put right a sample that was not drawn at random.`,
    },
    {
      heading: 'Strengths and areas for development',
      text: 'A criterion is a strength where it was met in at least three quarters of the plans to which it applied, and an area for development where it was not fully met in at least a third of them and in two plans or more; at least three plans are needed for either. At most five of each are listed, those with the clearest share first, then those that weigh more in the overall grade.',
    },
    {
      heading: 'What this edition does not hold',
      text: 'No comparison with earlier half-terms or with trajectories, no agreement between auditors, no timeliness or advice figures, and no excerpts from plans. No child, parent, setting or caseworker is named. It is an internal edition: counts are not suppressed, so with few plans a reader who knows them may recognise one. Do not share it further.',
    },
  ];
}

function thresholds(rubric: Rubric): string {
  const { thresholds: bands } = rubric.scoring.overall;
  const words = gradesFromBest(rubric).flatMap(({ id }) => {
    const band = bands.find((candidate) => candidate.grade === id);
    return band === undefined ? [] : `${gradeLabel(rubric, id)} from ${band.min}`;
  });
  return `out of 100: ${words.join(', ')}`;
}
