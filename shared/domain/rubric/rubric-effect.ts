import { gradesFromBest, gradeRank } from '../grading/grade-order.ts';
import type { Grading } from '../grading/grading.ts';
import { criterionText, factLabel, gradeLabel } from './rubric-words.ts';
import type { PlanFacts, Responses, Rubric } from './rubric.ts';
import { grade, type GradingOptions } from '../grading/scoring.ts';

/**
 * What past gradings would have been under other standards: the same answers through the same engine. Retired criteria
 * drop out. What nobody was asked stays unanswered; where that would leave no grade, the grade is that of the answers
 * there are, and the criteria are named.
 */

/** A grading as it stands, with the answers that it was made of. */
export interface PastGrading {
  reference: string;
  stage: string | null;
  /** One auditor's own, or what the panel agreed. */
  kind: 'auditor' | 'agreed';
  /** The version that it was made with. */
  rubric: Rubric;
  facts: PlanFacts;
  responses: Responses;
  options: GradingOptions;
  before: Pick<Grading, 'overallGrade' | 'overallScore'> & {
    guardsApplied: readonly Pick<Grading['guardsApplied'][number], 'id'>[];
    capsApplied: readonly Pick<Grading['capsApplied'][number], 'criterion' | 'capsOverallTo' | 'bites'>[];
    standards: readonly { id: string; grade: string | null }[];
  };
}

export interface EffectTable {
  total: number;
  changed: number;
  /** From the best; labels of the versions that the gradings were made with. */
  from: string[];
  /** From the best; labels of the draft, then 'No grade' where there is one. */
  to: string[];
  cells: { from: string; to: string; count: number }[];
}

export interface ChangedGrading {
  reference: string;
  stage: string | null;
  kind: PastGrading['kind'];
  from: string;
  to: string;
  reasons: string[];
}

export interface RubricEffect {
  auditors: EffectTable;
  agreed: EffectTable;
  /** At most MOST_LISTED, by reference. */
  changes: ChangedGrading[];
  changesLeftOut: number;
  /** Gradings that cover only some standards, and so have no overall grade of their own; how many change in a standard. */
  partial: { total: number; changed: number };
  standards: { id: string; gradings: number; better: number; poorer: number }[];
  unanswered: { gradings: number; criteria: { id: string; text: string; gradings: number }[] };
}

/** More names than this say no more than the table does. */
export const MOST_LISTED = 200;
const NO_GRADE = 'No grade';

/** Adds gradings up one by one, so that whoever feeds it may stop for breath between any two. */
export function createEffect(draft: Rubric): { add(past: PastGrading): void; result(): RubricEffect } {
  const tables = { auditor: new Tally(draft), agreed: new Tally(draft) };
  const partial = { total: 0, changed: 0 };
  const standards = new Map(draft.standards.map(({ id }) => [id, { id, gradings: 0, better: 0, poorer: 0 }]));
  const unanswered = new Map<string, number>();
  let withUnanswered = 0;
  const changes: ChangedGrading[] = [];
  const regrade = createRegrader(draft);

  function addStandards(past: PastGrading, after: Grading): boolean {
    let isChanged = false;
    for (const { id, grade: is } of after.standards) {
      const counted = standards.get(id);
      const was = past.before.standards.find((standard) => standard.id === id)?.grade ?? null;
      if (counted === undefined || was === null || is === null) continue;
      counted.gradings += 1;
      const step = stepOf(draft, was, is);
      if (step > 0) counted.better += 1;
      if (step < 0) counted.poorer += 1;
      if (was !== is) isChanged = true;
    }
    return isChanged;
  }

  return {
    add(past) {
      const { after, open } = regrade(past);
      if (open.length > 0) withUnanswered += 1;
      for (const id of open) unanswered.set(id, (unanswered.get(id) ?? 0) + 1);
      const isStandardChanged = addStandards(past, after);
      const was = past.before.overallGrade;
      if (was === null) {
        partial.total += 1;
        if (isStandardChanged) partial.changed += 1;
        return;
      }
      const is = after.overallGrade;
      const isChanged = was !== is;
      const from = gradeLabel(past.rubric, was);
      const to = is === null ? NO_GRADE : gradeLabel(draft, is);
      tables[past.kind].add(past.rubric, from, to, isChanged);
      if (!isChanged) return;
      const { reference, stage, kind } = past;
      changes.push({ reference, stage, kind, from, to, reasons: reasonsFor(draft, past, after) });
    },
    result() {
      const byReference = changes.toSorted((a, b) =>
        a.reference < b.reference ? -1 : a.reference > b.reference ? 1 : 0,
      );
      return {
        auditors: tables.auditor.table(),
        agreed: tables.agreed.table(),
        changes: byReference.slice(0, MOST_LISTED),
        changesLeftOut: Math.max(0, changes.length - MOST_LISTED),
        partial,
        standards: [...standards.values()],
        unanswered: {
          gradings: withUnanswered,
          criteria: [...unanswered].map(([id, gradings]) => ({ id, text: criterionText(draft, id), gradings })),
        },
      };
    },
  };
}

/** 'Of 34 gradings by auditors, 5 would change: 3 from Good to Requires improvement, 2 …' and what stays. */
export function effectInWords(table: EffectTable, what: { one: string; many: string }): string {
  const { total, changed } = table;
  if (total === 0) return `There are no ${what.many} yet.`;
  if (changed === 0) {
    return total === 1
      ? `The one ${what.one} would stay as it is.`
      : `All ${total} ${what.many} would stay as they are.`;
  }
  const moves = table.cells
    .filter(({ from, to }) => from !== to)
    .toSorted((a, b) => b.count - a.count)
    .map(({ from, to, count }) => `${count} from ${lower(from)} to ${lower(to)}`);
  const of = total === 1 ? `The one ${what.one}` : `Of ${total} ${what.many}, ${changed}`;
  return `${of} would change${moves.length === 0 ? '' : `: ${moves.join(', ')}`}.`;
}

class Tally {
  readonly #draft: Rubric;
  readonly #from: string[] = [];
  readonly #seen = new Set<Rubric>();
  readonly #cells = new Map<string, { from: string; to: string; count: number }>();
  #total = 0;
  #changed = 0;

  constructor(draft: Rubric) {
    this.#draft = draft;
  }

  add(rubric: Rubric, from: string, to: string, isChanged: boolean): void {
    if (!this.#seen.has(rubric)) {
      this.#seen.add(rubric);
      for (const { id } of gradesFromBest(rubric)) {
        const label = gradeLabel(rubric, id);
        if (!this.#from.includes(label)) this.#from.push(label);
      }
    }
    this.#total += 1;
    if (isChanged) this.#changed += 1;
    const key = JSON.stringify([from, to]);
    const cell = this.#cells.get(key) ?? { from, to, count: 0 };
    this.#cells.set(key, { ...cell, count: cell.count + 1 });
  }

  table(): EffectTable {
    const to = gradesFromBest(this.#draft).map(({ id }) => gradeLabel(this.#draft, id));
    const cells = [...this.#cells.values()];
    const hasNone = cells.some((cell) => cell.to === NO_GRADE);
    return {
      total: this.#total,
      changed: this.#changed,
      from: this.#from,
      to: hasNone ? [...to, NO_GRADE] : to,
      cells,
    };
  }
}

/**
 * Grades past answers by the draft. The criteria that are asked now and were not answered are left out of the sums, as
 * they would otherwise take every grade away; most gradings lack the same ones, so what is left is worked out once.
 */
function createRegrader(draft: Rubric): (past: PastGrading) => { after: Grading; open: string[] } {
  const reduced = new Map<string, Rubric>();
  const without = (open: readonly string[]): Rubric => {
    const key = open.join(' ');
    let rubric = reduced.get(key);
    if (rubric === undefined) {
      const left = new Set(open);
      rubric = {
        ...draft,
        standards: draft.standards.map((standard) => ({
          ...standard,
          criteria: standard.criteria.filter(({ id }) => !left.has(id)),
        })),
      };
      reduced.set(key, rubric);
    }
    return rubric;
  };
  return ({ facts, responses, options, before }) => {
    const covered = before.overallGrade === null ? options : inWhole(options);
    const after = grade(draft, facts, responses, covered);
    const open = after.standards.flatMap((standard) =>
      standard.criteria.filter(({ applies, response }) => applies !== 'does_not_apply' && response === null),
    );
    const ids = open.map(({ id }) => id);
    return ids.length === 0
      ? { after, open: ids }
      : { after: grade(without(ids), facts, responses, covered), open: ids };
  };
}

/** What had an overall grade covered all that applied then; a standard that is new since is asked of it as well. */
function inWhole({ developmentalStandards }: GradingOptions): GradingOptions {
  return developmentalStandards === undefined ? {} : { developmentalStandards };
}

/** Why the grade differs, most telling first: caps, rules, then the score. */
function reasonsFor(draft: Rubric, { before, rubric }: PastGrading, after: Grading): string[] {
  const reasons: string[] = [];
  const bit = new Map(
    before.capsApplied.filter(({ bites }) => bites).map(({ criterion, capsOverallTo }) => [criterion, capsOverallTo]),
  );
  const bites = new Set(after.capsApplied.filter((cap) => cap.bites).map(({ criterion }) => criterion));
  for (const { criterion, capsOverallTo } of after.capsApplied.filter((cap) => cap.bites)) {
    if (bit.get(criterion) !== capsOverallTo)
      reasons.push(`${criterion} now caps it at ${lower(gradeLabel(draft, capsOverallTo))}`);
  }
  for (const criterion of bit.keys()) if (!bites.has(criterion)) reasons.push(`${criterion} no longer caps it`);
  const held = new Set(before.guardsApplied.map(({ id }) => id));
  for (const { id, reason, to } of after.guardsApplied) {
    if (!held.has(id)) reasons.push(`rule ${id} now holds it at ${lower(gradeLabel(draft, to))}: ${reason}`);
  }
  const holds = new Set(after.guardsApplied.map(({ id }) => id));
  for (const id of held) if (!holds.has(id)) reasons.push(`rule ${id} no longer holds it`);
  const was = before.overallScore;
  const is = after.overallScore;
  if (was !== null && is !== null && was.toFixed(1) !== is.toFixed(1)) {
    reasons.push(`its score goes from ${was.toFixed(1)} to ${is.toFixed(1)} per cent`);
  }
  const bandMoved = was !== null && bands(rubric) !== bands(draft);
  if (bandMoved) reasons.push('grades begin at other scores');
  if (after.overallGrade === null) reasons.push(whyNone(draft, after));
  return reasons.length > 0 ? reasons : ['the grades are not the same ones'];
}

function whyNone(draft: Rubric, { missingFacts }: Grading): string {
  if (missingFacts.length === 0) return 'nothing in the standards would apply to it';
  return `not known of the plan: ${missingFacts.map((fact) => factLabel(draft, fact)).join(', ')}`;
}

function bands({ scoring }: Rubric): string {
  return JSON.stringify(
    scoring.overall.thresholds
      .map(({ grade: id, min }) => [id, min])
      .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
}

/** Positive where `is` is better; 0 where they are one, or the draft does not know what was. */
function stepOf(draft: Rubric, was: string, is: string): number {
  const isKnown = draft.gradeScale.some(({ id }) => id === was);
  return isKnown ? gradeRank(draft, was) - gradeRank(draft, is) : 0;
}

function lower(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
