import { gradesFromBest } from '../grading/grade-order.ts';
import { moderationRulesOf } from '../moderation/moderation-rules.ts';
import { guardInWords, discussTestInWords } from './rule-words.ts';
import { applicabilityInWords, criterionText, gradeLabel, responseLabel, standardTitle } from './rubric-words.ts';
import type { Criterion, Rubric, Standard } from './rubric.ts';

/** What sets one version of the quality standards apart from another, in words. */

export interface RubricDifference {
  kind: 'added' | 'retired' | 'moved' | 'changed';
  /** Where, in words: 'Standard S04, criterion S04.C3'. */
  where: string;
  /** What differs: 'Weight'; of what was added or retired, its words. */
  what: string;
  /** Null for the side that has none. */
  before: string | null;
  after: string | null;
}

/** Every difference, in the order of the later version; none where both mean the same. */
export function rubricDifferences(before: Rubric, after: Rubric): RubricDifference[] {
  return [
    ...fields('The standards', before, after, [
      ['Name', ({ title }) => title],
      ['Description', ({ description }) => description],
    ]),
    ...gradeDifferences(before, after),
    ...guardDifferences(before, after, 'standard'),
    ...guardDifferences(before, after, 'overall'),
    ...moderationDifferences(before, after),
    ...standardDifferences(before, after),
    ...otherDifferences(before, after),
  ];
}

/** One sentence: '1 standard added, 2 criteria retired, 3 changes.' */
export function differencesInWords(differences: readonly RubricDifference[]): string {
  if (differences.length === 0) return 'Nothing differs.';
  const counts = (['added', 'retired', 'moved', 'changed'] as const).flatMap((kind) => {
    const count = differences.filter((difference) => difference.kind === kind).length;
    return count === 0 ? [] : [`${count} ${kind}`];
  });
  return `${counts.join(', ')}.`;
}

type Field<Thing> = readonly [what: string, textOf: (thing: Thing) => string];

function fields<Thing>(where: string, before: Thing, after: Thing, list: readonly Field<Thing>[]): RubricDifference[] {
  return list.flatMap(([what, textOf]) => changed(where, what, textOf(before), textOf(after)));
}

function changed(where: string, what: string, before: string, after: string): RubricDifference[] {
  return before === after ? [] : [{ kind: 'changed', where, what, before, after }];
}

function gradeDifferences(before: Rubric, after: Rubric): RubricDifference[] {
  const where = 'Grades';
  const nameOf = (rubric: Rubric) => (id: string) => gradeLabel(rubric, id);
  const ids = [before, after].map((rubric) => gradesFromBest(rubric).map(({ id }) => id));
  const [old = [], now = []] = ids;
  return [
    ...addedAndRetired(where, old, now, nameOf(before), nameOf(after)),
    ...movedIds(old, now).map((id) => moved(where, gradeLabel(after, id))),
    ...after.gradeScale.flatMap((grade) => {
      const was = before.gradeScale.find(({ id }) => id === grade.id);
      const place = `Grade “${gradeLabel(after, grade.id)}”`;
      const own =
        was === undefined
          ? []
          : fields(place, was, grade, [
              ['Name', ({ label }) => label],
              ['Short name', ({ shortLabel }) => shortLabel],
              ['What it means', ({ descriptor }) => descriptor],
              ['What follows', ({ expectedResponse }) => expectedResponse],
            ]);
      return [
        ...own,
        ...changed(
          place,
          'Threshold of a standard',
          minOf(before, 'standard', grade.id),
          minOf(after, 'standard', grade.id),
        ),
        ...changed(place, 'Threshold overall', minOf(before, 'overall', grade.id), minOf(after, 'overall', grade.id)),
      ];
    }),
  ];
}

function minOf(rubric: Rubric, level: 'standard' | 'overall', grade: string): string {
  const threshold = rubric.scoring[level].thresholds.find((candidate) => candidate.grade === grade);
  return threshold === undefined ? 'none' : `from ${threshold.min} per cent`;
}

function guardDifferences(before: Rubric, after: Rubric, level: 'standard' | 'overall'): RubricDifference[] {
  const where = level === 'standard' ? 'Rules for a standard’s grade' : 'Rules for the overall grade';
  const old = before.scoring[level].guards;
  const now = after.scoring[level].guards;
  const wordsIn = (rubric: Rubric) => (id: string) => {
    const guard = rubric.scoring[level].guards.find((candidate) => candidate.id === id);
    return guard === undefined ? id : `${id}: ${guardInWords(rubric, guard)}`;
  };
  const [oldIds, nowIds] = [old.map(({ id }) => id), now.map(({ id }) => id)];
  return [
    ...addedAndRetired(where, oldIds, nowIds, wordsIn(before), wordsIn(after)),
    ...movedIds(oldIds, nowIds).map((id) => moved(where, `Rule ${id}`)),
    ...now.flatMap((guard) => {
      const was = old.find(({ id }) => id === guard.id);
      if (was === undefined) return [];
      return [
        ...changed(where, `Rule ${guard.id}`, guardInWords(before, was), guardInWords(after, guard)),
        ...changed(where, `Reason of rule ${guard.id}`, was.reason, guard.reason),
      ];
    }),
  ];
}

function moderationDifferences(before: Rubric, after: Rubric): RubricDifference[] {
  const where = 'Moderation';
  const old = moderationRulesOf(before);
  const now = moderationRulesOf(after);
  const wordsIn = (rubric: Rubric) => (id: string) => {
    const rule = moderationRulesOf(rubric).discussWhen.find((candidate) => candidate.id === id);
    return rule === undefined ? id : discussTestInWords(rubric, rule.test);
  };
  const [oldIds, nowIds] = [old.discussWhen.map(({ id }) => id), now.discussWhen.map(({ id }) => id)];
  return [
    ...addedAndRetired(where, oldIds, nowIds, wordsIn(before), wordsIn(after)),
    ...nowIds
      .filter((id) => oldIds.includes(id))
      .flatMap((id) => changed(where, 'What is discussed', wordsIn(before)(id), wordsIn(after)(id))),
    ...changed(
      where,
      'Share of agreements',
      `${old.randomSharePercent} per cent`,
      `${now.randomSharePercent} per cent`,
    ),
  ];
}

function standardDifferences(before: Rubric, after: Rubric): RubricDifference[] {
  const [old, now] = [before.standards.map(({ id }) => id), after.standards.map(({ id }) => id)];
  const nameOf = (rubric: Rubric) => (id: string) => `${id} ${standardTitle(rubric, id)}`;
  return [
    ...addedAndRetired('Standards', old, now, nameOf(before), nameOf(after)),
    ...movedIds(old, now).map((id) => moved('Standards', nameOf(after)(id))),
    ...before.standards
      .filter(({ id }) => !now.includes(id))
      .flatMap(({ id, criteria }) => criterionDifferences(before, after, criteria, [], `Standard ${id}`)),
    ...after.standards.flatMap((standard) => {
      const was = before.standards.find(({ id }) => id === standard.id);
      const where = `Standard ${standard.id}`;
      return [
        ...(was === undefined ? [] : ownDifferences(before, after, was, standard, where)),
        ...criterionDifferences(before, after, was?.criteria ?? [], standard.criteria, where),
      ];
    }),
  ];
}

function ownDifferences(
  before: Rubric,
  after: Rubric,
  was: Standard,
  standard: Standard,
  where: string,
): RubricDifference[] {
  return [
    ...fields(where, was, standard, [
      ['Title', ({ title }) => title],
      ['Short title', ({ shortTitle }) => shortTitle],
      ['Purpose', ({ purpose }) => purpose],
      ['Weight', ({ weight }) => String(weight)],
      ['Sections', ({ sections }) => sections.join(', ')],
    ]),
    ...changed(where, 'Who leads', agencyLabel(before, was.leadAgency), agencyLabel(after, standard.leadAgency)),
    ...applicabilityDifference(before, after, was, standard, where),
    ...restDifference(was, standard, where, STANDARD_KEYS),
  ];
}

const STANDARD_KEYS = [
  'id',
  'order',
  'title',
  'shortTitle',
  'purpose',
  'weight',
  'sections',
  'leadAgency',
  'applicability',
  'criteria',
];
const CRITERION_KEYS = [
  'id',
  'text',
  'responseType',
  'weight',
  'isKey',
  'limiting',
  'sections',
  'themes',
  'guidance',
  'whatGoodLooksLike',
  'examples',
  'legalBasis',
  'applicability',
  'assist',
];

function criterionDifferences(
  before: Rubric,
  after: Rubric,
  was: readonly Criterion[],
  now: readonly Criterion[],
  where: string,
): RubricDifference[] {
  const [old, ids] = [was.map(({ id }) => id), now.map(({ id }) => id)];
  const nameOf = (rubric: Rubric) => (id: string) => `${id} ${criterionText(rubric, id)}`;
  return [
    ...addedAndRetired(where, old, ids, nameOf(before), nameOf(after)),
    ...movedIds(old, ids).map((id) => moved(where, id)),
    ...now.flatMap((criterion) => {
      const earlier = was.find(({ id }) => id === criterion.id);
      if (earlier === undefined) return [];
      const place = `${where}, criterion ${criterion.id}`;
      return [
        ...fields(place, earlier, criterion, [
          ['What is asked', ({ text }) => text],
          ['Guidance', ({ guidance }) => guidance],
          ['What good looks like', ({ whatGoodLooksLike }) => whatGoodLooksLike],
          ['Good example', ({ examples }) => examples.positive],
          ['Weak example', ({ examples }) => examples.negative],
          ['Legal basis', ({ legalBasis }) => legalBasis.join('; ')],
          ['Weight', ({ weight }) => String(weight)],
          ['Key criterion', ({ isKey }) => (isKey ? 'yes' : 'no')],
          ['Sections', ({ sections }) => sections.join(', ')],
          ['Themes', ({ themes }) => themes.join(', ')],
          ['Hints', ({ assist }) => assist.join(', ')],
          ['Kind of answer', ({ responseType }) => responseType],
        ]),
        ...changed(place, 'Cap on the overall grade', capInWords(before, earlier), capInWords(after, criterion)),
        ...applicabilityDifference(before, after, earlier, criterion, place),
        ...restDifference(earlier, criterion, place, CRITERION_KEYS),
      ];
    }),
  ];
}

/** 'at Good if answered ‘Partly met’'. */
export function capInWords(rubric: Rubric, { id, limiting }: Criterion): string {
  const { isLimiting, capsOverallTo, triggeredBy } = limiting;
  if (!isLimiting || capsOverallTo === null) return 'none';
  const answers = triggeredBy.map((response) => `‘${responseLabel(rubric, id, response)}’`).join(' or ');
  return `at ${gradeLabel(rubric, capsOverallTo)} if answered ${answers}`;
}

/** Two rules may read alike and differ; then both are told as they stand in the file. */
function applicabilityDifference(
  before: Rubric,
  after: Rubric,
  was: Pick<Standard, 'applicability'>,
  now: Pick<Standard, 'applicability'>,
  where: string,
): RubricDifference[] {
  if (JSON.stringify(was.applicability) === JSON.stringify(now.applicability)) return [];
  return [
    {
      kind: 'changed',
      where,
      what: 'Whom it applies to',
      before: applicabilityInWords(before, was.applicability),
      after: applicabilityInWords(after, now.applicability),
    },
  ];
}

function restDifference(before: object, after: object, where: string, known: readonly string[]): RubricDifference[] {
  return rest(before, known) === rest(after, known)
    ? []
    : [{ kind: 'changed', where, what: 'Other details', before: null, after: null }];
}

/** What belongs to a version as such, or is told above. */
const TOP_KEYS = [
  'id',
  'version',
  'title',
  'description',
  'standards',
  'gradeScale',
  'scoring',
  'moderation',
  'status',
  'editable',
  'workedExamples',
  'effectiveFrom',
  'changeNote',
  'retired',
  'schemaVersion',
];

function otherDifferences(before: Rubric, after: Rubric): RubricDifference[] {
  const scoring = (rubric: Rubric) => {
    const { standard, overall, ...others } = rubric.scoring;
    return JSON.stringify([others, rest(standard, ['thresholds', 'guards']), rest(overall, ['thresholds', 'guards'])]);
  };
  const moderation = ({ moderation: rules }: Rubric) =>
    typeof rules === 'object' && rules !== null ? rest(rules, ['discussWhen', 'alsoModerate']) : JSON.stringify(rules);
  return [
    ...restDifference(before, after, 'The standards', TOP_KEYS),
    ...(scoring(before) === scoring(after)
      ? []
      : [{ kind: 'changed' as const, where: 'Scoring', what: 'Other details', before: null, after: null }]),
    ...(moderation(before) === moderation(after)
      ? []
      : [{ kind: 'changed' as const, where: 'Moderation', what: 'Other details', before: null, after: null }]),
  ];
}

function rest(thing: object, known: readonly string[]): string {
  return JSON.stringify(
    Object.entries(thing)
      .filter(([key]) => !known.includes(key))
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function addedAndRetired(
  where: string,
  old: readonly string[],
  now: readonly string[],
  oldName: (id: string) => string,
  nowName: (id: string) => string,
): RubricDifference[] {
  return [
    ...old
      .filter((id) => !now.includes(id))
      .map((id) => ({ kind: 'retired' as const, where, what: oldName(id), before: oldName(id), after: null })),
    ...now
      .filter((id) => !old.includes(id))
      .map((id) => ({ kind: 'added' as const, where, what: nowName(id), before: null, after: nowName(id) })),
  ];
}

/** The fewest of the shared ids whose place differs: those outside a longest run that keeps its order. */
function movedIds(before: readonly string[], after: readonly string[]): string[] {
  const places = after.filter((id) => before.includes(id)).map((id) => ({ id, at: before.indexOf(id) }));
  const longest: { length: number; from: number }[] = [];
  places.forEach((place, here) => {
    let best = { length: 1, from: -1 };
    for (let there = 0; there < here; there += 1) {
      const run = longest[there];
      const other = places[there];
      if (run !== undefined && other !== undefined && other.at < place.at && run.length >= best.length) {
        best = { length: run.length + 1, from: there };
      }
    }
    longest.push(best);
  });
  const kept = new Set<string>();
  let end = longest.reduce((best, run, at) => (run.length > (longest[best]?.length ?? 0) ? at : best), 0);
  while (end !== -1) {
    const place = places[end];
    if (place === undefined) break;
    kept.add(place.id);
    end = longest[end]?.from ?? -1;
  }
  return places.map(({ id }) => id).filter((id) => !kept.has(id));
}

function moved(where: string, what: string): RubricDifference {
  return { kind: 'moved', where, what, before: null, after: null };
}

function agencyLabel(rubric: Rubric, agency: string): string {
  return rubric.leadAgencies.find(({ id }) => id === agency)?.label ?? agency;
}
