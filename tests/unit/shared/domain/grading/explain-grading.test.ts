import { describe, expect, test } from 'vitest';
import { builtInRubric } from '../../../../../shared/domain/rubric/built-in-rubric.ts';
import { explainGrading, explainStandard } from '../../../../../shared/domain/grading/explain-grading.ts';
import type { Responses } from '../../../../../shared/domain/rubric/rubric.ts';
import { grade } from '../../../../../shared/domain/grading/scoring.ts';

const rubric = builtInRubric();
const facts = {
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
const allMet: Responses = Object.fromEntries(
  rubric.standards.flatMap(({ criteria }) => criteria.map(({ id }) => [id, 'met'])),
);

describe('a whole grading', () => {
  test('what holds it down stands first, worst first, then what would not matter, then the score', () => {
    const grading = grade(rubric, facts, { ...allMet, 'S01.C2': 'not_met', 'S07.C4': 'partly' });
    const reasons = explainGrading(rubric, grading);
    expect(reasons.map(({ kind, grade, holds }) => [kind, grade, holds])).toEqual([
      ['cap', 'inadequate', true],
      ['cap', 'good', true],
      ['guard', 'good', true],
      ['band', 'outstanding', true],
      ['standard_guard', 'requires_improvement', true],
    ]);
    expect(reasons[0]).toMatchObject({ criteria: ['S01.C2'] });
    expect(reasons[0]?.text).toMatch(/^Held at Inadequate: “Is every fact .*” was answered ‘Not met’\.$/);
    expect(reasons[2]?.text).toBe('Held at Good: A standard is below good. (Form and accuracy)');
    expect(reasons[3]?.text).toBe('The score of 97.4% alone gives Outstanding.');
    expect(reasons[4]?.text).toMatch(
      /^Form and accuracy: held at Requires improvement: A key criterion was not met\. \(“/,
    );
  });

  test('a cap that does not bite says so', () => {
    const halves: Responses = Object.fromEntries(Object.keys(allMet).map((id) => [id, 'partly']));
    const grading = grade(rubric, facts, halves);
    const cap = explainGrading(rubric, grading).find(({ kind }) => kind === 'cap');
    expect(cap).toMatchObject({ holds: false, grade: 'good' });
    expect(cap?.text).toMatch(/^No better than Good, which changes nothing here: “/);
  });

  test('while answering, what is missing comes first, and a need without provision already holds the grade', () => {
    const { ncYear: _, ...others } = facts;
    const reasons = explainGrading(rubric, grade(rubric, others, { 'S07.C5': 'not_met' }));
    expect(reasons.map(({ kind }) => kind)).toEqual(['facts_missing', 'unanswered', 'cap', 'guard', 'guard', 'band']);
    expect(reasons[0]?.text).toBe('Still to be supplied about the plan: “National curriculum year actually followed”.');
    expect(reasons[1]?.text).toMatch(/^\d+ of \d+ criteria are still to be answered\.$/);
    expect(reasons[2]).toMatchObject({ holds: true, grade: 'requires_improvement', criteria: ['S07.C5'] });
    expect(reasons[3]).toMatchObject({ standards: ['S07'], grade: 'requires_improvement' });
    expect(reasons[4]).toMatchObject({ standards: ['S07'], grade: 'good' });
    expect(reasons[5]?.text).toBe('The score so far is 0.0%, provisional until everything is answered.');
  });

  test('an audit of some standards says why it has no overall grade', () => {
    const grading = grade(rubric, facts, allMet, { standards: ['S04'] });
    expect(explainGrading(rubric, grading).map(({ kind }) => kind)).toEqual(['partial', 'band']);
  });
});

test('one standard explains itself', () => {
  const grading = grade(rubric, facts, { ...allMet, 'S08.C1': 'not_met', 'S08.C3': 'not_met' });
  const standard = grading.standards.find(({ id }) => id === 'S08');
  expect(standard && explainStandard(rubric, standard).map(({ text }) => text)).toEqual([
    'The score of 60.0% alone gives Requires improvement.',
  ]);
});
