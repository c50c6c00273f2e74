import type { ApplicabilityRule, Criterion, Response, Rubric, Standard } from './rubric.ts';

/** What people read for the ids of a rubric. A text that a rubric leaves empty falls back to the id. */

export function gradeLabel(rubric: Pick<Rubric, 'gradeScale'>, grade: string): string {
  return orId(rubric.gradeScale.find((candidate) => candidate.id === grade)?.label, grade);
}

export function standardTitle(rubric: Pick<Rubric, 'standards'>, standard: string): string {
  const found = findStandard(rubric, standard);
  return orId(found?.shortTitle, orId(found?.title, standard));
}

export function criterionText(rubric: Pick<Rubric, 'standards'>, criterion: string): string {
  return orId(findCriterion(rubric, criterion)?.text, criterion);
}

/** The label of an answer, as the criterion's own response type words it: 'Partly met'. */
export function responseLabel(rubric: Rubric, criterion: string, response: Response): string {
  const type = findCriterion(rubric, criterion)?.responseType;
  const options = type === undefined ? undefined : rubric.responseTypes[type]?.options;
  return orId(options?.find((option) => option.id === response)?.label, words(response));
}

/** What sets a criterion apart, in words. */
export function criterionMarks(rubric: Rubric, criterion: Criterion): string[] {
  const { isLimiting, capsOverallTo, triggeredBy } = criterion.limiting;
  const marks = criterion.isKey ? ['Key criterion'] : [];
  if (isLimiting && capsOverallTo !== null && triggeredBy.length > 0) {
    const answers = triggeredBy.map((response) => `‘${responseLabel(rubric, criterion.id, response)}’`).join(' or ');
    marks.push(`Caps the overall grade at ${gradeLabel(rubric, capsOverallTo)} if answered ${answers}`);
  }
  return marks;
}

export function factLabel(rubric: Pick<Rubric, 'planFacts'>, fact: string): string {
  return orId(rubric.planFacts.find((definition) => definition.id === fact)?.label, fact);
}

export function findStandard(rubric: Pick<Rubric, 'standards'>, standard: string): Standard | undefined {
  return rubric.standards.find((candidate) => candidate.id === standard);
}

export function findCriterion(rubric: Pick<Rubric, 'standards'>, criterion: string): Criterion | undefined {
  for (const standard of rubric.standards) {
    const found = standard.criteria.find((candidate) => candidate.id === criterion);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A rule for people: 'Applies from Year 9, or age 13 on 31 August'. */
export function applicabilityInWords(rubric: Pick<Rubric, 'planFacts'>, rule: ApplicabilityRule | null): string {
  if (rule === null) return 'Always applies';
  return 'not' in rule ? `Applies except ${phrase(rubric, rule.not)}` : `Applies ${phrase(rubric, rule)}`;
}

const KINDS_OF_PLAN: Record<string, string> = {
  new: 'new plans',
  reassessment: 'reassessments',
  amended: 'amended plans',
  reviewed: 'reviewed plans',
  transferred_in: 'plans transferred in',
};

const STATUSES: Record<string, string> = {
  draft: 'drafts',
  final: 'final plans',
  amended_draft: 'amended drafts',
  amended_final: 'amended final plans',
};

function phrase(rubric: Pick<Rubric, 'planFacts'>, rule: ApplicabilityRule): string {
  if ('minAge' in rule) return `from age ${rule.minAge}`;
  if ('maxAge' in rule) return `up to age ${rule.maxAge}`;
  if ('minAgeOn31Aug' in rule) return `from age ${rule.minAgeOn31Aug} on 31 August`;
  if ('minNcYear' in rule) return `from ${yearGroup(rule.minNcYear)}`;
  if ('maxNcYear' in rule) return `up to ${yearGroup(rule.maxNcYear)}`;
  if ('planType' in rule) return `to ${list(rule.planType.map(kindOfPlan), 'and')}`;
  if ('planStatus' in rule) return `to ${list(rule.planStatus.map(status), 'and')}`;
  if ('fact' in rule) return `where the answer to “${factLabel(rubric, rule.fact)}” is ${rule.equals ? 'yes' : 'no'}`;
  if ('any' in rule) return rule.any.length === 0 ? 'to no plan' : either(rubric, rule.any);
  if ('all' in rule) return rule.all.length === 0 ? 'to every plan' : together(rubric, rule.all);
  return `except ${phrase(rubric, rule.not)}`;
}

/** 'from Year 9, or age 13 on 31 August': one 'from' for both reads better than two. */
function either(rubric: Pick<Rubric, 'planFacts'>, rules: readonly ApplicabilityRule[]): string {
  const parts = rules.map((rule) => inBrackets(rubric, rule));
  const preposition = parts[0]?.split(' ', 1)[0] ?? '';
  const isShared = ['from', 'to'].includes(preposition) && parts.every((part) => part.startsWith(`${preposition} `));
  return list(isShared ? parts.map((part, at) => (at === 0 ? part : part.slice(preposition.length + 1))) : parts, 'or');
}

/** 'up to age 17, but only to drafts': a mere 'and' would read as either. */
function together(rubric: Pick<Rubric, 'planFacts'>, rules: readonly ApplicabilityRule[]): string {
  return rules
    .map((rule, at) => {
      if (at === 0) return inBrackets(rubric, rule);
      return 'not' in rule ? `, but not ${inBrackets(rubric, rule.not)}` : `, but only ${inBrackets(rubric, rule)}`;
    })
    .join('');
}

function inBrackets(rubric: Pick<Rubric, 'planFacts'>, rule: ApplicabilityRule): string {
  const isNested = ('any' in rule && rule.any.length > 1) || ('all' in rule && rule.all.length > 1);
  return isNested ? `(${phrase(rubric, rule)})` : phrase(rubric, rule);
}

function list(parts: readonly string[], word: 'and' | 'or'): string {
  if (parts.length === 0) return 'no plan';
  if (parts.length === 1) return parts.join('');
  const separator = word === 'or' ? ', or ' : ' and ';
  return `${parts.slice(0, -1).join(', ')}${separator}${parts.at(-1)}`;
}

function kindOfPlan(value: string): string {
  return Object.hasOwn(KINDS_OF_PLAN, value) ? (KINDS_OF_PLAN[value] ?? value) : `plans marked “${words(value)}”`;
}

function status(value: string): string {
  return Object.hasOwn(STATUSES, value) ? (STATUSES[value] ?? value) : `plans marked “${words(value)}”`;
}

/** A kind of plan, or the status of a document, as a choice: 'Reassessments', 'Amended drafts'. */
export function kindOfPlanLabel(value: string): string {
  const label = Object.hasOwn(STATUSES, value) ? status(value) : kindOfPlan(value);
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** National curriculum year in words: N2 = -1, Reception = 0. */
export function yearGroup(ncYear: number): string {
  if (ncYear === 0) return 'Reception';
  return ncYear < 0 ? `Nursery (N${ncYear + 3})` : `Year ${ncYear}`;
}

function orId(label: string | undefined, id: string): string {
  return label === undefined || label.trim() === '' ? id : label;
}

function words(id: string): string {
  return id.replaceAll('_', ' ');
}
