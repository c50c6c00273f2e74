import type { z } from 'zod';
import { assistsOf } from './assists.ts';
import { gradesFromBest } from '../grading/grade-order.ts';
import { moderationRulesOf } from '../moderation/moderation-rules.ts';
import type { Criterion, Guard, Rubric, Standard } from './rubric.ts';
import { draftRubricSchema } from './rubric-draft.ts';
import { rubricProblems } from './rubric-problems.ts';
import { ruleFaults } from './rule-faults.ts';
import { gradeLabel } from './rubric-words.ts';

/** What keeps quality standards from being published, in sentences, each with the place where it can be put right. */

export interface RubricFault {
  /**
   * The field, for the screen: 'about/title', 'grade:good/label', 'threshold:overall:good', 'guard:overall:OG1/test',
   * 'moderation/share', 'standard:S04/weight', 'criterion:S04.C3/weight'.
   */
  place: string;
  /** The place in words: 'Standard 4, criterion S04.C3'. */
  where: string;
  /** What is wrong, as the rest of the sentence: 'the weight must be more than 0.' */
  message: string;
}

/** The whole sentence: 'Standard 4, criterion S04.C3: the weight must be more than 0.' */
export function faultSentence({ where, message }: Pick<RubricFault, 'where' | 'message'>): string {
  return `${where}: ${message}`;
}

/** Everything that is wrong, in the order of the screen. None for standards that can be graded with. */
export function rubricFaults(rubric: Rubric): RubricFault[] {
  const faults = [
    ...aboutFaults(rubric),
    ...gradeFaults(rubric),
    ...thresholdFaults(rubric, 'standard'),
    ...thresholdFaults(rubric, 'overall'),
    ...guardFaults(rubric, 'standard'),
    ...guardFaults(rubric, 'overall'),
    ...moderationFaults(rubric),
    ...standardFaults(rubric),
  ];
  if (faults.length > 0) return faults;
  // What no screen changes (the kinds of answer, their scores), as the engine itself minds it.
  return rubricProblems(rubric).map((message) => ({ place: 'about/title', where: 'The standards', message }));
}

/**
 * Reads quality standards from data of unknown origin as a draft, which may have faults of content; data of another
 * form is refused in sentences. Never throws, for data that `shapeProblem` has let through.
 */
export function readDraft(value: unknown): { rubric: Rubric } | { problems: string[] } {
  const parsed = draftRubricSchema.safeParse(value);
  if (parsed.success) return { rubric: parsed.data };
  return { problems: [...new Set(parsed.error.issues.map((issue) => shapeSentence(value, issue)))] };
}

function fault(place: string, where: string, message: string): RubricFault {
  return { place, where, message };
}

function aboutFaults(rubric: Rubric): RubricFault[] {
  const where = 'About this version';
  return [
    ...(rubric.title.trim() === '' ? [fault('about/title', where, 'give the standards a name.')] : []),
    ...(rubric.version.trim() === '' ? [fault('about/version', where, 'give this version a number or a name.')] : []),
    ...(rubric.standards.length === 0 ? [fault('about/title', where, 'there must be at least one standard.')] : []),
  ];
}

function gradeFaults(rubric: Rubric): RubricFault[] {
  const grades = gradesFromBest(rubric);
  const faults: RubricFault[] = [];
  if (grades.length < 2 || grades.length > 6) {
    faults.push(fault('grades', 'Grades', `there must be two to six grades; there are ${grades.length}.`));
  }
  grades.forEach((grade, at) => {
    const where = `Grade ${at + 1}`;
    const place = `grade:${grade.id}/label`;
    const label = grade.label.trim().toLowerCase();
    if (label === '') faults.push(fault(place, where, 'give the grade a name.'));
    const isRepeated = grades.slice(0, at).some((other) => other.label.trim().toLowerCase() === label);
    if (label !== '' && isRepeated)
      faults.push(fault(place, where, `“${grade.label}” is the name of another grade too.`));
    const above = grades[at - 1];
    if (grades.slice(0, at).some((other) => other.id === grade.id)) {
      faults.push(fault(place, where, `another grade has the id “${grade.id}” too.`));
    } else if (above !== undefined && (above.order === grade.order || above.value <= grade.value)) {
      faults.push(fault(place, where, 'grades must go from the best to the lowest, each with a lower value.'));
    }
  });
  return faults;
}

type Level = 'standard' | 'overall';
const LEVEL_WORDS: Record<Level, string> = { standard: 'Grade of a standard', overall: 'Overall grade' };

function thresholdFaults(rubric: Rubric, level: Level): RubricFault[] {
  const { thresholds } = rubric.scoring[level];
  const where = LEVEL_WORDS[level];
  const faults: RubricFault[] = [];
  const grades = gradesFromBest(rubric);
  let above: { label: string; min: number } | undefined;
  grades.forEach((grade, at) => {
    const place = `threshold:${level}:${grade.id}`;
    const label = gradeLabel(rubric, grade.id);
    const own = thresholds.filter((threshold) => threshold.grade === grade.id);
    const [first] = own;
    if (first === undefined) {
      faults.push(fault(place, where, `say from how many per cent “${label}” is given.`));
      return;
    }
    if (own.length > 1) faults.push(fault(place, where, `“${label}” has two thresholds.`));
    if (first.min < 0 || first.min > 100) {
      faults.push(fault(place, where, `“${label}” must begin between 0 and 100 per cent, not at ${first.min}.`));
    }
    if (above !== undefined && first.min >= above.min) {
      faults.push(
        fault(place, where, `“${label}” begins at ${first.min}, which must be below “${above.label}” at ${above.min}.`),
      );
    }
    if (at === grades.length - 1 && first.min > 0) {
      faults.push(fault(place, where, `“${label}” is the lowest grade and must begin at 0.`));
    }
    above = { label, min: first.min };
  });
  for (const { grade } of thresholds) {
    if (!hasGrade(rubric, grade)) {
      faults.push(fault('grades', where, `a threshold is given for “${grade}”, which is not a grade.`));
    }
  }
  return faults;
}

function guardFaults(rubric: Rubric, level: Level): RubricFault[] {
  const { guards } = rubric.scoring[level];
  return guards.flatMap((guard, at) => {
    const where = `${LEVEL_WORDS[level]}, rule ${guard.id}`;
    const place = `guard:${level}:${guard.id}`;
    const faults = guardTestFaults(rubric, guard, level).map((message) => fault(`${place}/test`, where, message));
    if (guards.slice(0, at).some((other) => other.id === guard.id)) {
      faults.push(fault(`${place}/test`, where, 'another rule has the same id.'));
    }
    for (const [field, grade] of [
      ['from', guard.appliesFrom],
      ['to', guard.elseCapTo],
    ] as const) {
      if (!hasGrade(rubric, grade)) faults.push(fault(`${place}/${field}`, where, notAGrade(grade)));
    }
    const rank = (grade: string): number => gradesFromBest(rubric).findIndex(({ id }) => id === grade);
    if (
      hasGrade(rubric, guard.appliesFrom) &&
      rank(guard.elseCapTo) > -1 &&
      rank(guard.elseCapTo) <= rank(guard.appliesFrom)
    ) {
      faults.push(
        fault(
          `${place}/to`,
          where,
          `“${gradeLabel(rubric, guard.elseCapTo)}” is not below “${gradeLabel(rubric, guard.appliesFrom)}”, so the rule would hold nothing down.`,
        ),
      );
    }
    if (guard.reason.trim() === '') {
      faults.push(
        fault(`${place}/reason`, where, 'say in a sentence what the auditor reads when the rule holds a grade.'),
      );
    }
    return faults;
  });
}

function guardTestFaults(rubric: Rubric, { test }: Guard, level: Level): string[] {
  if (test.type === 'noCriterionResponse' || test.type === 'noKeyCriterionResponse') return [];
  const faults = hasGrade(rubric, test.grade) ? [] : [notAGrade(test.grade)];
  if (level === 'standard') faults.push('it looks at other standards, so it can only be a rule of the overall grade.');
  if (test.type !== 'listedStandardsAtLeast') return faults;
  if (test.standards.length === 0) faults.push('choose at least one standard.');
  const unknown = test.standards.filter((id) => !rubric.standards.some((standard) => standard.id === id));
  return [...faults, ...unknown.map((id) => `there is no standard “${id}”.`)];
}

function moderationFaults(rubric: Rubric): RubricFault[] {
  const { moderation } = rubric;
  if (moderation === undefined) return [];
  const { discussWhen } = moderationRulesOf(rubric);
  const where = 'Moderation';
  const faults = discussWhen.flatMap(({ id, test }) => {
    if (test.type !== 'gradeGiven') return [];
    if (test.grades.length === 0)
      return [fault(`discuss:${id}`, where, 'choose the grades that are always discussed.')];
    return test.grades
      .filter((grade) => !hasGrade(rubric, grade))
      .map((grade) => fault(`discuss:${id}`, where, notAGrade(grade)));
  });
  const given = typeof moderation === 'object' && moderation !== null ? Reflect.get(moderation, 'discussWhen') : [];
  if (Array.isArray(given) && given.length !== discussWhen.length) {
    faults.push(fault('moderation/discuss', where, 'a rule on what to discuss is not of a kind that is known here.'));
  }
  const also =
    typeof moderation === 'object' && moderation !== null ? Reflect.get(moderation, 'alsoModerate') : undefined;
  const share: unknown = typeof also === 'object' && also !== null ? Reflect.get(also, 'randomSharePercent') : 0;
  if (typeof share !== 'number' || share < 0 || share > 100) {
    faults.push(fault('moderation/share', where, 'the share of agreements must lie between 0 and 100 per cent.'));
  }
  return faults;
}

function standardFaults(rubric: Rubric): RubricFault[] {
  const seen = new Set<string>();
  const seenCriteria = new Set<string>();
  const assists = new Set(assistsOf(rubric).items.map(({ id }) => id));
  return rubric.standards.flatMap((standard, at) => {
    const where = `Standard ${at + 1}`;
    const place = `standard:${standard.id}`;
    const faults = ownFaults(rubric, standard, where, place);
    if (seen.has(standard.id))
      faults.push(fault(`${place}/title`, where, `another standard has the id “${standard.id}” too.`));
    seen.add(standard.id);
    for (const criterion of standard.criteria) {
      faults.push(...criterionFaults(rubric, criterion, `${where}, criterion ${criterion.id}`, assists));
      if (seenCriteria.has(criterion.id)) {
        faults.push(
          fault(
            `criterion:${criterion.id}/text`,
            `${where}, criterion ${criterion.id}`,
            'another criterion has the same id.',
          ),
        );
      }
      seenCriteria.add(criterion.id);
    }
    return faults;
  });
}

function ownFaults(rubric: Rubric, standard: Standard, where: string, place: string): RubricFault[] {
  const faults: RubricFault[] = [];
  if (standard.title.trim() === '') faults.push(fault(`${place}/title`, where, 'give the standard a title.'));
  if (standard.weight <= 0) faults.push(fault(`${place}/weight`, where, weightMessage(standard.weight)));
  if (!rubric.leadAgencies.some(({ id }) => id === standard.leadAgency)) {
    faults.push(fault(`${place}/lead`, where, `“${standard.leadAgency}” is not one of the agencies that may lead.`));
  }
  faults.push(...sectionFaults(rubric, standard.sections, `${place}/sections`, where));
  faults.push(
    ...ruleFaults(rubric, standard.applicability).map((message) => fault(`${place}/applies`, where, message)),
  );
  if (standard.criteria.length === 0) faults.push(fault(`${place}/criteria`, where, 'add at least one criterion.'));
  return faults;
}

function criterionFaults(
  rubric: Rubric,
  criterion: Criterion,
  where: string,
  assists: ReadonlySet<string>,
): RubricFault[] {
  const place = `criterion:${criterion.id}`;
  const faults: RubricFault[] = [];
  if (criterion.text.trim() === '') faults.push(fault(`${place}/text`, where, 'say what is asked.'));
  if (criterion.weight <= 0) faults.push(fault(`${place}/weight`, where, weightMessage(criterion.weight)));
  if (!Object.hasOwn(rubric.responseTypes, criterion.responseType)) {
    faults.push(
      fault(`${place}/answers`, where, `“${criterion.responseType}” is no kind of answer of these standards.`),
    );
  }
  const { isLimiting, capsOverallTo, triggeredBy } = criterion.limiting;
  if (isLimiting && capsOverallTo === null) {
    faults.push(fault(`${place}/cap`, where, 'it caps the overall grade: say at which grade.'));
  }
  if (capsOverallTo !== null && !hasGrade(rubric, capsOverallTo)) {
    faults.push(fault(`${place}/cap`, where, notAGrade(capsOverallTo)));
  }
  if (isLimiting && !triggeredBy.some((answer) => answer === 'partly' || answer === 'not_met')) {
    faults.push(
      fault(`${place}/trigger`, where, 'it caps the overall grade: say on which answer, partly met or not met.'),
    );
  }
  faults.push(...sectionFaults(rubric, criterion.sections, `${place}/sections`, where));
  faults.push(
    ...ruleFaults(rubric, criterion.applicability).map((message) => fault(`${place}/applies`, where, message)),
  );
  for (const id of criterion.assist) {
    if (!assists.has(id)) faults.push(fault(`${place}/assists`, where, `there is no hint called “${id}”.`));
  }
  return faults;
}

function sectionFaults(rubric: Rubric, sections: readonly string[], place: string, where: string): RubricFault[] {
  if (rubric.sections.length === 0) return [];
  return sections
    .filter((id) => !rubric.sections.some((section) => section.id === id))
    .map((id) => fault(place, where, `these standards know no section “${id}”.`));
}

function weightMessage(weight: number): string {
  return `the weight must be more than 0; it is ${weight}.`;
}

function notAGrade(grade: string): string {
  return grade === '' ? 'choose a grade.' : `“${grade}” is not one of the grades.`;
}

function hasGrade(rubric: Rubric, grade: string): boolean {
  return rubric.gradeScale.some((candidate) => candidate.id === grade);
}

/** Where in the data, in the words of the screen, and what is wrong with its form. */
function shapeSentence(value: unknown, { path, message, code }: z.core.$ZodIssue): string {
  const [part, at, inner, which, ...rest] = path;
  const field = (steps: readonly PropertyKey[]): string =>
    steps.length === 0 ? '' : `, ${steps.map(step).join(', ')}`;
  const says = `${code === 'invalid_union' ? 'not a rule that is known here' : plain(message)}.`;
  if (part === 'standards' && typeof at === 'number') {
    const standard = `Standard ${at + 1}`;
    if (inner !== 'criteria' || typeof which !== 'number') return `${standard}${field(path.slice(2))}: ${says}`;
    const name = idAt(value, path.slice(0, 4));
    return `${standard}, criterion ${name ?? which + 1}${field(rest)}: ${says}`;
  }
  return path.length === 0 ? `The file: ${says}` : `${field(path).slice(2)}: ${says}`;
}

function idAt(value: unknown, path: readonly PropertyKey[]): string | undefined {
  let found = value;
  for (const key of [...path, 'id']) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = Reflect.get(found, key);
  }
  return typeof found === 'string' ? found : undefined;
}

function step(key: PropertyKey): string {
  return typeof key === 'number' ? `no. ${key + 1}` : String(key);
}

function plain(message: string): string {
  const [, expected, received] = /^Invalid input: expected (\w+), received (\w+)$/.exec(message) ?? [];
  if (expected !== undefined) {
    const wanted = `must be ${/^[aeiou]/.test(expected) ? 'an' : 'a'} ${expected}`;
    return received === 'undefined' ? `missing; it ${wanted}` : `${wanted}, not ${received}`;
  }
  return message.replace(/^Invalid (input|option): ?/, '').replace(/\.$/, '');
}
