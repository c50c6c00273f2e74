import { gradesFromBest } from '../grading/grade-order.ts';
import { type InsightCounted } from './count-insight.ts';
import { divisionTableId, GRADES_BY_HALF_TERM, LED_BY_SERVICES, SPECIFICITY } from './insight-blocks.ts';
import { MOVEMENT_BY_STANDARD, MOVEMENT_TABLE, movedOn } from './insight-movement.ts';
import type { ReportBlock } from '../report/report-model.ts';
import { DIVISIONS, divisionValue } from '../report/divisions.ts';
import { causesAt, criteriaInOrder, NONE } from '../report/result-code.ts';
import type { SettledPlan } from '../report/settled-plan.ts';
import { gradeLabel, responseLabel } from '../rubric/rubric-words.ts';
import type { Rubric } from '../rubric/rubric.ts';

/** A plan version that stands behind a row of figures. */
export interface PlanBehind {
  plan: SettledPlan;
  /** What it adds to the row, in words: 'Not met', 'From Good to Outstanding'; empty where it is its grade. */
  words: string;
  /** The most wanting first, then the next: for the order of the list. */
  rank: number;
}

type Rows = (rowId: string) => PlanBehind[];

const RESPONSES = [
  { letter: 'n', response: 'not_met', rank: 0 },
  { letter: 'p', response: 'partly', rank: 1 },
  { letter: 'm', response: 'met', rank: 2 },
] as const;
const FIRST_YEAR_OF_PFA = 9;

/** The tables whose rows lead to plans. Others count requests, pairs of auditors or readings of measures. */
export function leadingTables(blocks: readonly ReportBlock[], counted: InsightCounted): string[] {
  const known = rowsByTable(counted);
  return blocks.flatMap((block) => (block.kind === 'counts' && known.has(block.table.id) ? [block.table.id] : []));
}

/** The plans behind a row, the most wanting first; null where the table does not lead to plans. */
export function plansBehind(counted: InsightCounted, tableId: string, rowId: string): PlanBehind[] | null {
  const rows = rowsByTable(counted).get(tableId);
  return rows === undefined
    ? null
    : rows(rowId).toSorted((a, b) => a.rank - b.rank || (a.plan.documentId < b.plan.documentId ? -1 : 1));
}

function rowsByTable(counted: InsightCounted): Map<string, Rows> {
  const { tally: all, halfTerms, movement } = counted;
  const { rubric } = all;
  const { plans } = all.population;
  const older = plans.filter(({ ncYear }) => ncYear !== null && ncYear >= FIRST_YEAR_OF_PFA);
  const scale = gradesFromBest(rubric).map(({ id }) => id);
  const gradedAs = (plan: SettledPlan, words = ''): PlanBehind => ({
    plan,
    words,
    rank: -scale.indexOf(plan.overallGrade),
  });
  const ofHalfTerm: Rows = (key) => {
    const found = [all, ...halfTerms.map(({ tally }) => tally)].find(({ population }) => population.key === key);
    return (found?.population.plans ?? []).map((plan) => gradedAs(plan));
  };
  const ofStandard =
    (which: 'standards' | 'developmental'): Rows =>
    (id) => {
      const at = rubric.standards.findIndex((standard) => standard.id === id);
      return plans.flatMap((plan) => {
        const place = Number.parseInt(plan.code[which][at] ?? NONE, 36);
        const grade = scale[place];
        return grade === undefined ? [] : [{ plan, words: gradeLabel(rubric, grade), rank: -place }];
      });
    };
  const inCriteria = (from: readonly SettledPlan[]) => ofCriterion(rubric, from);
  return new Map<string, Rows>([
    ['overall-chosen', ofHalfTerm],
    [GRADES_BY_HALF_TERM, ofHalfTerm],
    ['trend-chosen', ofHalfTerm],
    ['standards-chosen', ofStandard('standards')],
    ['developmental-chosen', ofStandard('developmental')],
    [LED_BY_SERVICES, ofStandard('standards')],
    ['missed-chosen', inCriteria(plans)],
    ['met-chosen', inCriteria(plans)],
    [SPECIFICITY, inCriteria(plans)],
    ['pfa-chosen', inCriteria(older)],
    ['causes-chosen', ofCause(rubric, plans)],
    ['agencies-chosen', ofAgency(counted)],
    ...DIVISIONS.map((id): [string, Rows] => [
      divisionTableId(id),
      (value) =>
        plans.filter((plan) => value === 'all' || divisionValue(plan, id) === value).map((plan) => gradedAs(plan)),
    ]),
    [
      'ages-chosen',
      (group) =>
        plans.filter(({ ncYear }) => group === 'all' || ageGroup(ncYear) === group).map((plan) => gradedAs(plan)),
    ],
    [
      'standing',
      (standing) =>
        plans.filter((plan) => standing === 'all' || plan.standing === standing).map((plan) => gradedAs(plan)),
    ],
    [
      'changed',
      (alone) =>
        plans
          .filter(({ standing }) => standing === 'agreed' || standing === 'overridden')
          .filter(({ gradeAlone }) => gradeAlone !== null && (alone === 'all' || gradeAlone === alone))
          .map((plan) =>
            gradedAs(
              plan,
              `Alone ${gradeLabel(rubric, plan.gradeAlone ?? '')}, agreed ${gradeLabel(rubric, plan.overallGrade)}`,
            ),
          ),
    ],
    [
      MOVEMENT_TABLE,
      (from) =>
        movement.pairs
          .filter(({ draft }) => from === 'all' || draft.overallGrade === from)
          .map(({ draft, final }) =>
            gradedAs(
              final,
              `From ${gradeLabel(rubric, draft.overallGrade)} to ${gradeLabel(rubric, final.overallGrade)}`,
            ),
          ),
    ],
    [MOVEMENT_BY_STANDARD, ofMovedStandard(counted)],
  ]);
}

function ofCriterion(rubric: Rubric, plans: readonly SettledPlan[]): Rows {
  return (id) => {
    const at = criteriaInOrder(rubric).findIndex((criterion) => criterion.id === id);
    return plans.flatMap((plan) => {
      const found = RESPONSES.find(({ letter }) => letter === plan.code.criteria[at]);
      return found === undefined ? [] : [{ plan, words: responseLabel(rubric, id, found.response), rank: found.rank }];
    });
  };
}

function ofCause(rubric: Rubric, plans: readonly SettledPlan[]): Rows {
  const criteria = criteriaInOrder(rubric);
  return (cause) =>
    plans.flatMap((plan) => {
      const named = criteria.flatMap(({ id }, at) =>
        causesAt(plan.code, at).some((own) => own === cause) ? [id] : [],
      );
      return named.length === 0 ? [] : [{ plan, words: named.join(', '), rank: -named.length }];
    });
}

function ofAgency({ tally: { rubric, population } }: InsightCounted): Rows {
  const scale = gradesFromBest(rubric);
  return (agency) => {
    const led = rubric.standards.flatMap(({ id, leadAgency }, at) => (leadAgency === agency ? [{ id, at }] : []));
    return population.plans.flatMap((plan) => {
      const graded = led.flatMap(({ id, at }) => {
        const place = Number.parseInt(plan.code.standards[at] ?? NONE, 36);
        const grade = scale[place];
        return grade === undefined ? [] : [{ words: `${id} ${gradeLabel(rubric, grade.id)}`, place }];
      });
      return graded.length === 0
        ? []
        : [
            {
              plan,
              words: graded.map(({ words }) => words).join(', '),
              rank: -Math.max(...graded.map(({ place }) => place)),
            },
          ];
    });
  };
}

function ofMovedStandard({ tally: { rubric }, movement }: InsightCounted): Rows {
  const scale = gradesFromBest(rubric);
  return (id) => {
    const at = rubric.standards.findIndex((standard) => standard.id === id);
    return movement.pairs.flatMap((pair) => {
      const steps = movedOn(at, pair);
      if (steps === null) return [];
      const [from, to] = [pair.draft, pair.final].map(
        ({ code }) => scale[Number.parseInt(code.standards[at] ?? NONE, 36)],
      );
      if (from === undefined || to === undefined) return [];
      return [
        {
          plan: pair.final,
          words: `From ${gradeLabel(rubric, from.id)} to ${gradeLabel(rubric, to.id)}`,
          rank: -steps,
        },
      ];
    });
  };
}

function ageGroup(ncYear: number | null): string {
  if (ncYear === null) return 'not-known';
  return ncYear >= FIRST_YEAR_OF_PFA ? 'year-9' : 'younger';
}
