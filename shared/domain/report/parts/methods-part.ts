import { gradesFromBest } from '../../grading/grade-order.ts';
import { gradeLabel, standardTitle } from '../../rubric/rubric-words.ts';
import type { Rubric } from '../../rubric/rubric.ts';
import type { Prepared } from '../prepare.ts';
import type { PartDraft } from '../report-input.ts';
import type { ReportBlock } from '../report-model.ts';
import { heading, paragraph, textTable } from './block-words.ts';
import { fewestForKappa } from './moderation-part.ts';
import { isBare } from './small-groups.ts';

/** Part 14: how the figures came about, what they rest on, and what is hidden. `hidden` is said of the edition. */
export function methodsPart(prepared: Prepared, hidden: readonly string[]): PartDraft {
  const { input, rubric, goodOrBetterLabel } = prepared;
  const versions = [...input.rubrics.values()];
  // Where no plan is told of in detail, there is no figure to explain.
  const isShort = isBare(prepared);
  return {
    number: 14,
    id: 'methods',
    title: 'Methods and cautions',
    counted: { tables: [], sums: [] },
    write: () => [
      ...(isShort ? [] : explained()),
      ...said('hidden', 'What is hidden, and who may read this', hidden),
      ...said('versions', 'Standards used', standardsWords()),
    ],
  };

  function explained(): ReportBlock[] {
    return [
      ...said('grade', 'How a grade comes about', [
        `An auditor reads the plan and answers every criterion that applies: met, partly met, not met, or not applicable, with evidence from the plan. The standards turn the answers into a score for each standard and for the whole plan (${thresholds(rubric)}). Guards may then lower a grade, for example where a key criterion is not met, and a limiting criterion may hold the overall grade down whatever the score. Each grade can be traced to its answers.`,
      ]),
      textTable(
        'grades-meaning-table',
        'Grades, what they mean and what follows',
        ['Grade', 'What it means', 'What follows'],
        gradesFromBest(rubric).map((grade) => [gradeLabel(rubric, grade.id), grade.descriptor, grade.expectedResponse]),
      ),
      ...said('counted', 'What is counted', [
        'Plan versions that all who were asked to grade them have submitted; calibration is never counted. Drafts and finals, new and amended plans, and plans drawn at random and chosen ones are not added together, except in the named measures, each of which says what it counts, and in how auditors agreed and how grades came about. Gradings by different versions of the standards never are. A plan written afresh after a reassessment counts as new; a plan transferred in from another council is kept apart.',
        'Advice and actions are counted as they stood on the last day that counts to the half-term, or on the day of the report while that is still to come: advice by the days on which it was asked for and received, actions by those on which they were put down and settled. No earlier version of an entry is kept, so one that was made late or put right since is as it is now.',
      ]),
      ...said('standing', 'One auditor, several auditors', [
        'Where the panel has moderated a plan version, the agreed answers go through the same scoring as any auditor’s, and the agreed grade is used; the chair may move it by one step with a written reason, never above a cap. A plan version audited once has that auditor’s grade and is said to be not moderated. Where several auditors submitted and the panel has not settled it, the lower grade stands overall and for each standard, and the lower answer for each criterion. Where each graded a part, their answers together make the grade.',
      ]),
      ...said('ranges', 'Percentages, ranges and change', [
        `Every percentage comes from its counts and stands beside them. Under ten plans there are counts only, however many standards or shortfalls were counted in them. The likely range is the 95% Wilson interval (Wilson 1927): if these plans were drawn at random from many, the share of all of them that are “${goodOrBetterLabel}” would probably lie within it. A change is called one only where Newcombe’s 95% interval of the difference (1998, method 10) leaves out zero; else it is “no clear change”. How auditors agreed is measured against chance (kappa) only from ${fewestForKappa({ grades: rubric.gradeScale.map(({ id }) => id) })} plan versions on, the least for which its error is known (Cicchetti 1981: twice the square of the number of grades).`,
      ]),
      ...said('notable', 'Strengths, priorities and training needs', [
        'A criterion is a strength where it was met in at least three quarters of the plans to which it applied, and a priority where it was not fully met in at least a third of them and in two plans or more; at least three plans are needed for either, and the summary names them of five plans or more. Where several are met as often, the weightiest are named.',
        ...(input.edition === 'publishable'
          ? [
              'In this edition a criterion is named only where none of its counts has to be hidden: others may have been met, or not met, more often.',
            ]
          : []),
      ]),
    ];
  }

  /** What each standard is called here, and the digests by which a version is known: for whoever checks, last of all. */
  function standardsWords(): string[] {
    const names = rubric.standards
      .map(({ id, title }) => ({ short: standardTitle(rubric, id), title }))
      .filter(({ short, title }) => short !== title);
    return [
      ...(isShort || names.length === 0
        ? []
        : [
            `Standards are called by short names: ${names.map(({ short, title }) => `${short} (${title})`).join('; ')}.`,
          ]),
      ...versions.map(
        ({ rubric: used, digest }) => `“${used.title}”, version ${used.version}. Digest of its full text: ${digest}.`,
      ),
    ];
  }
}

function said(id: string, title: string, items: readonly string[]): ReportBlock[] {
  return [heading(`methods-${id}-heading`, title), ...paragraph(`methods-${id}`, items)];
}

function thresholds(rubric: Rubric): string {
  const { thresholds: bands } = rubric.scoring.overall;
  const words = gradesFromBest(rubric).flatMap(({ id }) => {
    const band = bands.find((candidate) => candidate.grade === id);
    return band === undefined ? [] : `${gradeLabel(rubric, id)} from ${band.min}`;
  });
  return `out of 100: ${words.join(', ')}`;
}
