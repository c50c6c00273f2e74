import { gradeRank, gradesFromBest } from '../grading/grade-order.ts';
import type { Grading } from '../grading/grading.ts';
import type { PlanFacts, Response, Responses, Rubric } from '../rubric/rubric.ts';
import { grade } from '../grading/scoring.ts';

/**
 * From what auditors answered alone to what the panel agrees: pure, so that it runs while people talk. The auditors'
 * own answers are only ever read; nothing here depends on the order in which they stand.
 */

/** A submitted audit of the document, as it was frozen. */
export interface SubmittedAudit {
  auditId: string;
  facts: PlanFacts;
  /** Standards that it covers; null for all. */
  standards: readonly string[] | null;
  developmentalStandards: readonly string[];
  grading: Grading;
}

/** What the panel has decided so far. */
export interface Decisions {
  /** By criterion: what was agreed after talking it over. */
  answers: Responses;
  /** By fact: the value agreed where the auditors' values differed. */
  facts: PlanFacts;
  /** The grade that the chair gives in place of the computed one. */
  override: string | null;
}

export const NO_DECISIONS: Decisions = { answers: {}, facts: {}, override: null };

export type CriterionAgreementKind =
  /** Two or more auditors answered the same: agreed as it stands. */
  | 'alike'
  /** One auditor alone was asked. */
  | 'single'
  | 'different'
  /** It applies by the agreed facts, and nobody answered it. */
  | 'unanswered';

export interface CriterionStanding {
  criterion: string;
  standard: string;
  /** What each auditor answered, by audit; absent where they were not asked, or it did not apply by their facts. */
  given: ReadonlyMap<string, Response>;
  kind: CriterionAgreementKind;
  decided: Response | null;
  /** What counts: decided, else alike, else the lower; null while unanswered. */
  agreed: Response | null;
}

export interface FactStanding {
  fact: string;
  given: ReadonlyMap<string, PlanFacts[string]>;
  isDifferent: boolean;
  decided: PlanFacts[string];
  /** Null where it is unknown, or differs and is not decided. */
  agreed: PlanFacts[string];
}

/** A grade that the auditors shared, and that answers nobody talked about would change. */
export interface ChangedBySilence {
  /** Null for the overall grade. */
  standard: string | null;
  shared: string;
  becomes: string | null;
  /** The differing criteria that were not discussed. */
  criteria: string[];
}

export interface ModerationStanding {
  /** Every criterion that applies by the agreed facts or by some auditor's, in the rubric's order. */
  criteria: CriterionStanding[];
  facts: FactStanding[];
  /** The engine's grading of the agreed answers. */
  grading: Grading;
  changedBySilence: ChangedBySilence[];
  /** Grades that the chair may give instead. */
  overrideChoices: string[];
  /** False where the chair's grade is no longer among the choices, other answers having been agreed since. */
  isOverridePossible: boolean;
  /** The chair's grade where there is one that is possible, else the computed one; null while there is none. */
  agreedGrade: string | null;
}

/** How far an answer is from fully met; 'not applicable' is on no scale, and gives way to an answer. */
const LOWEST_FIRST: readonly Response[] = ['not_met', 'partly', 'met', 'not_applicable'];

/** How a document stands in moderation: what is agreed, what differs, and the grade that comes of it. */
export function standingOf(
  rubric: Rubric,
  audits: readonly SubmittedAudit[],
  decisions: Decisions = NO_DECISIONS,
): ModerationStanding {
  const facts = factsOf(audits, decisions);
  const agreedFacts = Object.fromEntries(facts.map(({ fact, agreed }) => [fact, agreed]));
  const options = optionsOf(audits);
  const gradeOf = (responses: Responses): Grading => grade(rubric, agreedFacts, responses, options);
  const applying = applyingCriteria(gradeOf({}));
  const criteria = rubric.standards.flatMap((standard) =>
    standard.criteria.flatMap(({ id }) => {
      const given = givenTo(audits, id);
      if (given.size === 0 && !applying.has(id)) return [];
      return [criterionOf(id, standard.id, given, decisions)];
    }),
  );
  const grading = gradeOf(agreedResponses(criteria));
  const overrideChoices = overrideChoicesOf(rubric, grading);
  const isOverridePossible = decisions.override === null || overrideChoices.includes(decisions.override);
  return {
    criteria,
    facts,
    grading,
    changedBySilence: changedBySilence(audits, criteria, grading, gradeOf),
    overrideChoices,
    isOverridePossible,
    agreedGrade: isOverridePossible ? (decisions.override ?? grading.overallGrade) : grading.overallGrade,
  };
}

/** The lower of two answers; 'not applicable' gives way. */
export function lowerResponse(a: Response, b: Response): Response {
  return LOWEST_FIRST.indexOf(a) <= LOWEST_FIRST.indexOf(b) ? a : b;
}

/**
 * The grades that the chair may give in place of the computed one: one step up or down (none where the rubric allows no
 * override), and never above a cap, whatever the rubric says.
 */
export function overrideChoicesOf(rubric: Rubric, grading: Grading): string[] {
  const { overallGrade, capsApplied } = grading;
  const steps = Math.min(1, rubric.scoring.override?.maxStepsFromComputed ?? 1);
  if (overallGrade === null || steps === 0) return [];
  const scale = gradesFromBest(rubric).map(({ id }) => id);
  const cap = Math.max(0, ...capsApplied.map(({ capsOverallTo }) => gradeRank(rubric, capsOverallTo)));
  const computed = gradeRank(rubric, overallGrade);
  return scale.filter((_, rank) => rank !== computed && Math.abs(rank - computed) <= steps && rank >= cap);
}

function optionsOf(audits: readonly SubmittedAudit[]) {
  const developmentalStandards = [...new Set(audits.flatMap((audit) => audit.developmentalStandards))].toSorted();
  if (audits.some(({ standards }) => standards === null)) return { developmentalStandards };
  return { developmentalStandards, standards: [...new Set(audits.flatMap(({ standards }) => standards ?? []))] };
}

function factsOf(audits: readonly SubmittedAudit[], decisions: Decisions): FactStanding[] {
  const ids = [...new Set(audits.flatMap(({ facts }) => Object.keys(facts)))].toSorted();
  return ids.map((fact) => {
    const given = new Map(audits.map(({ auditId, facts }) => [auditId, facts[fact] ?? null]));
    const known = [...new Set(given.values())].filter((value) => value !== null);
    const isDifferent = known.length > 1;
    const decided = isDifferent ? (decisions.facts[fact] ?? null) : null;
    return { fact, given, isDifferent, decided, agreed: isDifferent ? decided : (known[0] ?? null) };
  });
}

function applyingCriteria(grading: Grading): ReadonlySet<string> {
  return new Set(
    grading.standards.flatMap(({ criteria }) =>
      criteria.filter(({ applies }) => applies === 'applies').map(({ id }) => id),
    ),
  );
}

function givenTo(audits: readonly SubmittedAudit[], criterion: string): Map<string, Response> {
  const given = new Map<string, Response>();
  for (const { auditId, grading } of audits) {
    for (const { criteria } of grading.standards) {
      const found = criteria.find(({ id }) => id === criterion);
      if (found?.applies === 'applies' && found.response !== null) given.set(auditId, found.response);
    }
  }
  return given;
}

function criterionOf(
  criterion: string,
  standard: string,
  given: ReadonlyMap<string, Response>,
  decisions: Decisions,
): CriterionStanding {
  const answers = [...given.values()];
  const kind = kindOf(answers);
  // What all answered alike is agreed as it stands, whatever is said afterwards.
  const decided = kind === 'alike' ? null : (decisions.answers[criterion] ?? null);
  const lowest = answers.length === 0 ? null : answers.reduce(lowerResponse);
  return { criterion, standard, given, kind, decided, agreed: decided ?? lowest };
}

function kindOf(answers: readonly Response[]): CriterionAgreementKind {
  if (answers.length === 0) return 'unanswered';
  if (answers.length === 1) return 'single';
  return new Set(answers).size === 1 ? 'alike' : 'different';
}

function agreedResponses(criteria: readonly CriterionStanding[]): Responses {
  return Object.fromEntries(
    criteria.flatMap(({ criterion, agreed }) => (agreed === null ? [] : [[criterion, agreed]])),
  );
}

/**
 * Where the lower answers of undiscussed differences make a grade that no auditor gave, though all gave the same one: it
 * would have been some auditor's answers, had they stood, that gave another.
 */
function changedBySilence(
  audits: readonly SubmittedAudit[],
  criteria: readonly CriterionStanding[],
  grading: Grading,
  gradeOf: (responses: Responses) => Grading,
): ChangedBySilence[] {
  const open = criteria.filter(isOpen);
  if (open.length === 0) return [];
  const asGiven = audits.map(({ auditId }) =>
    gradeOf(
      agreedResponses(
        criteria.map((each) => (isOpen(each) ? { ...each, agreed: each.given.get(auditId) ?? each.agreed } : each)),
      ),
    ),
  );
  const found: ChangedBySilence[] = [];
  const look = (standard: string | null, ids: string[], gradeIn: (of: Grading) => string | null): void => {
    const own = audits.flatMap((audit) => gradeIn(audit.grading) ?? []);
    const shared = own[0];
    const becomes = gradeIn(grading);
    if (shared === undefined || own.length < 2 || own.some((each) => each !== shared) || becomes === shared) return;
    if (ids.length === 0 || asGiven.every((other) => gradeIn(other) === becomes)) return;
    found.push({ standard, shared, becomes, criteria: ids });
  };
  look(
    null,
    open.map(({ criterion }) => criterion),
    ({ overallGrade }) => overallGrade,
  );
  for (const { id } of grading.standards) {
    look(
      id,
      open.filter(({ standard }) => standard === id).map(({ criterion }) => criterion),
      ({ standards }) => standards.find((standard) => standard.id === id && !standard.isDevelopmental)?.grade ?? null,
    );
  }
  return found;
}

/** The auditors differ, and nobody has talked about it yet. */
export function isOpen({ kind, decided }: Pick<CriterionStanding, 'kind' | 'decided'>): boolean {
  return kind === 'different' && decided === null;
}
