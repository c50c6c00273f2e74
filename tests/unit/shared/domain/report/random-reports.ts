import fc from 'fast-check';
import { countAdvice } from '../../../../../shared/domain/advice/advice-gaps.ts';
import type { Measure } from '../../../../../shared/domain/measures.ts';
import { buildReport } from '../../../../../shared/domain/report/build-report.ts';
import { countsByKey, type CountedTables } from '../../../../../shared/domain/report/count-table.ts';
import { measuresDraft } from '../../../../../shared/domain/report/measures-draft.ts';
import type { IssuedCount } from '../../../../../shared/domain/report/measures-figures.ts';
import { toldByPeriod } from '../../../../../shared/domain/report/period-input.ts';
import type { SuppressionOptions } from '../../../../../shared/domain/report/primary-suppression.ts';
import { byPeriod, publicationPeriods } from '../../../../../shared/domain/report/publication-periods.ts';
import type { ActionFacts, AgreementFacts, ReportInput } from '../../../../../shared/domain/report/report-input.ts';
import type { PartnershipReport } from '../../../../../shared/domain/report/report-model.ts';
import type { SettledPlan } from '../../../../../shared/domain/report/settled-plan.ts';
import { suppress } from '../../../../../shared/domain/report/suppression.ts';
import { toldOnce, versionOf } from '../../../../../shared/domain/report/told-once.ts';
import { MEASURE } from './measure-examples.ts';
import { CALENDAR, inputOf } from './report-input.ts';
import { HALF_TERMS, RUBRIC, RUBRIC_ID, settledPlans } from './settled-plans.ts';

/** All that a partnership's report is made of, and when it published before. */
export interface RandomPartnership {
  plans: readonly SettledPlan[];
  facts: Facts;
  /** The half-term of the earlier edition, and how many of the plans were not settled then. */
  before: { halfTermId: string; without: number };
  threshold: number;
}

export interface Facts {
  actions: readonly ActionFacts[];
  reAudits: ReportInput['reAudits'];
  /** By agency: received, nil, missing, waiting, timed, late. */
  advice: readonly (readonly number[])[];
  raised: readonly (readonly [raised: number, resolved: number])[];
  apart: readonly [same: number, one: number, more: number];
  withoutGrade: number;
  issued: readonly (readonly [inTime: number, late: number])[];
}

/** Of advice that nobody has held against a plan. */
const { unanswered, passages, findings } = countAdvice([]);
const UNCHECKED = { unanswered, passages, findings };

const LAST = HALF_TERMS.at(-1) ?? '';
const GRADES = RUBRIC.gradeScale.map(({ id }) => id);
const small = fc.integer({ min: 0, max: 14 });

/** As they stand in the end; closed in the half-term that they were put down in, or later. */
const action: fc.Arbitrary<ActionFacts> = fc
  .record({
    level: fc.constantFrom('plan', 'service', 'system'),
    state: fc.constantFrom('open', 'done', 'dropped'),
    isOverdue: fc.boolean(),
    made: fc.nat(HALF_TERMS.length - 1),
    after: fc.nat(HALF_TERMS.length - 1),
  })
  .map(({ made, after, state, ...other }) => ({
    ...other,
    state,
    service: 'Therapy',
    madeIn: HALF_TERMS[made] ?? null,
    settledIn: state === 'open' ? null : (HALF_TERMS[Math.min(made + after, HALF_TERMS.length - 1)] ?? null),
    dueOn: null,
    isReAudit: false,
    words: '',
  }));

/** As they stood at the end of a half-term. */
function actionsBy(halfTermId: string, actions: readonly ActionFacts[]): ActionFacts[] {
  const isLater = (id: string | null) => id !== null && HALF_TERMS.indexOf(id) > HALF_TERMS.indexOf(halfTermId);
  return actions
    .filter(({ madeIn }) => !isLater(madeIn))
    .map((found) => (isLater(found.settledIn) ? { ...found, state: 'open', settledIn: null } : found));
}

const facts: fc.Arbitrary<Facts> = fc.record({
  actions: fc.array(action, { maxLength: 25 }),
  reAudits: fc.array(fc.record({ before: fc.constantFrom(...GRADES), after: fc.constantFrom(...GRADES) }), {
    maxLength: 12,
  }),
  advice: fc.array(fc.array(small, { minLength: 6, maxLength: 6 }), { maxLength: 3 }),
  raised: fc.array(fc.tuple(small, small), { maxLength: 2 }),
  apart: fc.tuple(small, small, fc.integer({ min: 0, max: 3 })),
  withoutGrade: fc.integer({ min: 0, max: 2 }),
  issued: fc.array(fc.tuple(small, small), { minLength: 6, maxLength: 6 }),
});

/** Partnerships of every size: from no plan to more than any panel reads, in one population or in many. */
export const randomPartnerships: fc.Arbitrary<RandomPartnership> = fc
  .record({
    plans: fc.integer({ min: 0, max: 90 }).chain((many) => settledPlans(many, many)),
    spread: fc.constantFrom('one population', 'finals', 'finals and drafts', 'all'),
    facts,
    before: fc.record({
      halfTermId: fc.constantFrom(...HALF_TERMS.slice(1)),
      without: fc.integer({ min: 0, max: 12 }),
    }),
    threshold: fc.constantFrom(5, 5, 5, 3, 10),
  })
  .map(({ plans, spread, ...other }) => ({ ...other, plans: plans.map((plan) => narrowed(plan, spread)) }));

function narrowed(plan: SettledPlan, spread: string): SettledPlan {
  if (spread === 'all') return plan;
  const random = { ...plan, roundKind: 'random', theme: '' };
  if (spread === 'one population') return { ...random, planType: 'new', stage: 'final' };
  return spread === 'finals' && plan.stage === 'draft' ? { ...random, stage: 'final' } : random;
}

/** An edition as it would be published, with what it was made of. */
export interface Published {
  report: PartnershipReport;
  /** As they are before anything is hidden, and as they are shown. */
  counted: CountedTables;
  shown: CountedTables;
  options: SuppressionOptions;
}

/** The publishable edition of an earlier half-term, or of this one with fewer plans, and then that of the last. */
export function twoEditions({ plans, facts: all, before, threshold }: RandomPartnership): [Published, Published] {
  const order = new Map(HALF_TERMS.map((id, at) => [id, at]));
  const until = order.get(before.halfTermId) ?? 0;
  const settled = plans.slice(0, Math.max(0, plans.length - before.without));
  const earlier = publish({
    halfTermId: before.halfTermId,
    plans: settled.filter(({ halfTermId }) => (order.get(halfTermId) ?? 0) <= until),
    facts:
      before.without === 0 ? all : { ...fewer(all), ...(before.halfTermId === LAST ? {} : { actions: all.actions }) },
    options: { threshold, hideZero: false, known: new Map(), knownHidden: new Set() },
    published: [],
  });
  const counts = [...countsByKey(earlier.shown.tables)];
  const halfTermIds = new Set(earlier.report.periods.flat());
  const told = settled
    .filter((plan) => halfTermIds.has(plan.halfTermId))
    .map((plan) => [versionOf(plan), plan] as const);
  const now = publish({
    halfTermId: LAST,
    plans: toldOnce(plans, { plans: new Map(told), halfTermIds }, CALENDAR).plans,
    facts: all,
    options: {
      threshold,
      hideZero: false,
      known: new Map(counts.flatMap(([key, n]) => (n === null ? [] : [[key, n] as const]))),
      knownHidden: new Set(counts.flatMap(([key, n]) => (n === null ? [key] : []))),
    },
    published: earlier.report.periods,
  });
  return [earlier, now];
}

/** As it may have been some weeks before; what happened up to an earlier half-term's end has happened. */
function fewer({ advice, raised, actions, reAudits, ...other }: Facts): Facts {
  const less = (n: number) => Math.max(0, n - 2);
  return {
    ...other,
    advice: advice.map((own) => own.map(less)),
    raised: raised.map(([number, resolved]) => [less(number), resolved]),
    actions: actions.slice(2),
    reAudits: reAudits.slice(1),
  };
}

interface Publication {
  halfTermId: string;
  plans: readonly SettledPlan[];
  facts: Facts;
  options: SuppressionOptions;
  published: readonly (readonly string[])[];
  /** What else is known to hold between what is counted and what was told. */
  link?: (counted: CountedTables) => CountedTables;
  /** By half-term, in the place of those by period that the facts have. */
  byHalfTerm?: { issued: readonly IssuedCount[]; advice: (halfTermIds: ReadonlySet<string>) => ReportInput['advice'] };
}

export function publish({
  halfTermId,
  plans,
  facts: own,
  options,
  published,
  link = (counted) => counted,
  byHalfTerm,
}: Publication): Published {
  const { threshold } = options;
  const periods = publicationPeriods({ calendar: CALENDAR, plans, halfTermId, threshold, published });
  const period = periods.at(-1);
  if (period === undefined) throw new Error('There is no period.');
  const inPeriod = new Set(period.halfTerms.map(({ id }) => id));
  const told = byPeriod(plans, periods);
  const graded = plans.filter((plan) => inPeriod.has(plan.halfTermId)).length;
  const input = inputOf(plans, {
    halfTerm: period.asOne,
    calendar: CALENDAR,
    edition: 'publishable',
    threshold,
    rounds: period.halfTerms.map(({ id }) => roundOf(id, plans, own.withoutGrade)),
    escalations: own.raised.map(([raised, resolved], at) => ({
      kind: `kind-${at}`,
      label: `Kind ${at}`,
      raised,
      resolved: Math.min(raised, resolved),
    })),
    agreement: agreementOf(own.apart, graded),
    advice:
      byHalfTerm?.advice(inPeriod) ??
      own.advice.map(([received = 0, nil = 0, missing = 0, waiting = 0, timed = 0, late = 0], at) => ({
        agency: `agency-${at}`,
        label: `Agency ${at}`,
        counts: {
          requests: received + nil + missing + waiting,
          received,
          nil,
          missing,
          waiting,
          timed: Math.min(timed, received + nil),
          late: Math.min(late, timed, received + nil),
          ...UNCHECKED,
        },
      })),
    actions: actionsBy(halfTermId, own.actions),
    reAudits: own.reAudits,
    measures: measuresDraft({
      measures: MEASURES,
      halfTerm: period.asOne,
      edition: 'publishable',
      plans: told,
      rubrics: new Map([[RUBRIC_ID, { rubric: RUBRIC }]]),
      calendar: periods.map(({ asOne }) => asOne),
      issued:
        byHalfTerm === undefined
          ? issuedOf(
              own.issued,
              periods.map(({ asOne }) => asOne.id),
            )
          : addedUp(byPeriod(byHalfTerm.issued, periods)),
      rubric: RUBRIC,
      today: '2026-12-10',
    }),
  });
  let counted: CountedTables = { tables: [], sums: [] };
  let shown = counted;
  const report = buildReport(
    toldByPeriod(input, periods),
    (given) => {
      counted = given;
      shown = suppress(link(given), options);
      return shown;
    },
    [],
  );
  return { report, counted, shown, options };
}

export const MEASURES: readonly Measure[] = (
  [
    { counted: { kind: 'good_or_better' }, plans: 'new' },
    { counted: { kind: 'good_or_better' }, plans: 'all' },
    { counted: { kind: 'reviews_good_or_better' }, plans: 'all' },
    { counted: { kind: 'at_least', grade: 'outstanding' }, plans: 'new' },
    { counted: { kind: 'criterion_met', criterionId: 'S06.C1' }, plans: 'all' },
    { counted: { kind: 'in_time' }, plans: 'all' },
  ] as const
).map((change, at) => ({ ...MEASURE, ...change, id: `0c9f0e5e-0000-4000-8000-00000000000${at + 1}`, milestones: [] }));

function roundOf(
  halfTermId: string,
  plans: readonly SettledPlan[],
  withoutGrade: number,
): ReportInput['rounds'][number] {
  const settled = plans.filter((plan) => plan.halfTermId === halfTermId).length + withoutGrade;
  return {
    id: `round ${halfTermId}`,
    kind: 'random',
    theme: '',
    panelDate: '2026-12-04',
    sample: null,
    plans: settled,
    documents: settled + 1,
    settled,
    withoutGrade,
    reAuditsOwed: 0,
    swapped: 0,
  };
}

function agreementOf([same, one, more]: Facts['apart'], graded: number): AgreementFacts[] {
  const documents = Math.min(graded, same + one + more);
  const alike = Math.min(documents, same);
  const withinOne = Math.min(documents, alike + one);
  if (documents === 0) return [];
  return [
    { roundId: 'round', documents, same: alike, withinOne, kappa: null, grades: GRADES, crossTable: [], disputed: [] },
  ];
}

function addedUp(issued: readonly IssuedCount[]): IssuedCount[] {
  const groups = Map.groupBy(issued, ({ halfTermId, planType }) => `${halfTermId} ${planType}`);
  return [...groups.values()].flatMap(([first, ...rest]) =>
    first === undefined
      ? []
      : [
          rest.reduce(
            (sum, next) => ({ ...sum, issued: sum.issued + next.issued, inTime: sum.inTime + next.inTime }),
            first,
          ),
        ],
  );
}

/** Two kinds of plans in each period. */
export function issuedOf(given: Facts['issued'], ids: readonly string[]): IssuedCount[] {
  return ids.flatMap((halfTermId, at) =>
    ['new', 'amended'].flatMap((planType, kind) => {
      const [inTime = 0, late = 0] = given[2 * at + kind] ?? [];
      return inTime + late === 0 ? [] : [{ halfTermId, planType, issued: inTime + late, inTime }];
    }),
  );
}
