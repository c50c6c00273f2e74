import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formOfRule,
  ruleOfForm,
  ruleSubjects,
  subjectOf,
  withNumber,
} from '../../../../../shared/domain/rubric/applicability-form.ts';
import { applicabilityOf } from '../../../../../shared/domain/rubric/applicability.ts';
import { builtInRubric } from '../../../../../shared/domain/rubric/built-in-rubric.ts';
import { ruleFaults } from '../../../../../shared/domain/rubric/rule-faults.ts';
import { arbitraryFacts, arbitraryRule } from './random-rubrics.ts';

test('a rule that was shown and read back decides alike', () => {
  fc.assert(
    fc.property(arbitraryRule(), arbitraryFacts(false), (rule, facts) => {
      expect(applicabilityOf(ruleOfForm(formOfRule(rule)), facts)).toEqual(applicabilityOf(rule, facts));
    }),
  );
});

test('each condition that is offered is sound, and found again as what it is', () => {
  const rubric = builtInRubric();
  const subjects = ruleSubjects(rubric);
  expect(subjects.map(({ label }) => label)).toContain('Kind of plan: one of');
  for (const { id, test: offered } of subjects) {
    expect([id, subjectOf(offered)]).toEqual([id, id]);
    expect([id, ruleFaults(rubric, offered)]).toEqual([id, []]);
  }
  expect(withNumber({ minNcYear: 9 }, 10)).toEqual({ minNcYear: 10 });
});
