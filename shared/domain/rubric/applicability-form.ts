import { ENGINE_FACTS } from '../plan-facts.ts';
import type { ApplicabilityRule, Rubric } from './rubric.ts';
import { factLabel } from './rubric-words.ts';

/**
 * A rule of applicability as a person chooses it: a tree of conditions, each one fact and what it must be. Any rule can
 * be shown so, and shown and read back it decides alike.
 */

export type RuleForm = ConditionForm | GroupForm;

export interface ConditionForm {
  kind: 'condition';
  /** The condition must not hold. */
  isNot: boolean;
  test: RuleTest;
}

export interface GroupForm {
  kind: 'group';
  joins: 'all' | 'any';
  isNot: boolean;
  parts: RuleForm[];
}

export type RuleTest = Exclude<
  ApplicabilityRule,
  { any: ApplicabilityRule[] } | { all: ApplicabilityRule[] } | { not: ApplicabilityRule }
>;

/** What a condition can be about: one fact, and one way of looking at it. */
export interface RuleSubject {
  id: string;
  label: string;
  test: RuleTest;
  /** The values to choose from, of a fact that has a list of them. */
  values: string[];
}

const NUMBERS = [
  { id: 'minAge', fact: 'ageYears', words: 'at least', test: { minAge: 16 } },
  { id: 'maxAge', fact: 'ageYears', words: 'at most', test: { maxAge: 17 } },
  { id: 'minAgeOn31Aug', fact: 'ageOn31Aug', words: 'at least', test: { minAgeOn31Aug: 13 } },
  { id: 'minNcYear', fact: 'ncYear', words: 'at least', test: { minNcYear: 9 } },
  { id: 'maxNcYear', fact: 'ncYear', words: 'at most', test: { maxNcYear: 6 } },
] as const;

const LABELS: Record<string, string> = {
  ageYears: 'Age on the audit date',
  ageOn31Aug: 'Age on the 31 August before',
  ncYear: 'National curriculum year',
  planType: 'Kind of plan',
  planStatus: 'Status of the document',
};

/** Every condition that can be asked under these standards, in the order in which it is offered. */
export function ruleSubjects(rubric: Pick<Rubric, 'planFacts'>): RuleSubject[] {
  const valuesOf = (fact: string): string[] => rubric.planFacts.find(({ id }) => id === fact)?.values ?? [];
  const numbers = NUMBERS.map(({ id, fact, words, test }) => ({
    id,
    label: `${LABELS[fact] ?? fact}: ${words}`,
    test,
    values: [],
  }));
  const kinds = valuesOf('planType');
  const statuses = valuesOf('planStatus');
  const truths = rubric.planFacts.filter(({ id, type }) => type === 'boolean' && !Object.hasOwn(ENGINE_FACTS, id));
  return [
    ...numbers,
    { id: 'planType', label: 'Kind of plan: one of', test: { planType: kinds.slice(0, 1) }, values: kinds },
    {
      id: 'planStatus',
      label: 'Status of the document: one of',
      test: { planStatus: statuses.slice(0, 1) },
      values: statuses,
    },
    ...truths.map(({ id }) => ({
      id: `fact:${id}`,
      label: factLabel(rubric, id),
      test: { fact: id, equals: true },
      values: [],
    })),
  ];
}

/** Which of the subjects a test asks about. */
export function subjectOf(test: RuleTest): string {
  return 'fact' in test ? `fact:${test.fact}` : (Object.keys(test)[0] ?? '');
}

export function formOfRule(rule: ApplicabilityRule): RuleForm {
  if ('not' in rule) {
    const inner = formOfRule(rule.not);
    return { ...inner, isNot: !inner.isNot };
  }
  if ('any' in rule) return { kind: 'group', joins: 'any', isNot: false, parts: rule.any.map(formOfRule) };
  if ('all' in rule) return { kind: 'group', joins: 'all', isNot: false, parts: rule.all.map(formOfRule) };
  return { kind: 'condition', isNot: false, test: rule };
}

export function ruleOfForm(form: RuleForm): ApplicabilityRule {
  const rule: ApplicabilityRule =
    form.kind === 'condition'
      ? form.test
      : form.joins === 'all'
        ? { all: form.parts.map(ruleOfForm) }
        : { any: form.parts.map(ruleOfForm) };
  return form.isNot ? { not: rule } : rule;
}

/** The number that a test compares with; null for a test of another kind. */
export function numberOf(test: RuleTest): number | null {
  const value: unknown = Object.values(test)[0];
  return typeof value === 'number' ? value : null;
}

export function withNumber(test: RuleTest, value: number): RuleTest {
  if ('minAge' in test) return { minAge: value };
  if ('maxAge' in test) return { maxAge: value };
  if ('minAgeOn31Aug' in test) return { minAgeOn31Aug: value };
  if ('minNcYear' in test) return { minNcYear: value };
  if ('maxNcYear' in test) return { maxNcYear: value };
  return test;
}
