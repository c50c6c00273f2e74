import {
  dateFrom,
  daysBetween,
  formatDate,
  schoolYearStart,
  weeksAndDays,
} from '../../../../shared/domain/calendar-date.ts';
import type { KeyDateId } from '../../../../shared/domain/document-model.ts';
import { yearGroup } from '../../../../shared/domain/rubric/rubric-words.ts';
import {
  adviceDueBy,
  lastDayToComment,
  newPlanClock,
  phaseTransfer as phaseTransferOf,
  reviewClock,
  reviewDueBy,
  timeliness,
} from '../../../../shared/domain/timeline/timeline.ts';
import {
  type HintContext,
  type HintOptions,
  type HintRule,
  numberFact,
  planStatus,
  type Sighting,
} from './hint-rule.ts';

/** Hints that a statutory clock was not kept, where the dates are known from the register or the plan. */
export const CLOCK_RULES: readonly HintRule[] = [
  { assist: 'clock-20-weeks', find: twentyWeeks },
  { assist: 'clock-15-days', find: fifteenDays },
  { assist: 'clock-annual-review', find: annualReview },
  { assist: 'clock-review', find: afterReview },
  { assist: 'clock-phase-transfer', find: phaseTransfer },
  { assist: 'advice-dates', find: adviceDates },
];

function twentyWeeks(context: HintContext): Sighting[] {
  const asked = dateOf(context, 'requestReceived', 'requestReceived');
  if (asked === null || !isNewPlan(context) || context.options.hasLawfulException === true) return [];
  const { finalBy } = newPlanClock(asked);
  const final = dateOf(context, 'finalIssued', 'finalIssued');
  const isDraft = planStatus(context)?.endsWith('draft') === true;
  const done = final ?? (isDraft ? context.auditDate : null);
  if (done === null || done <= finalBy) return [];
  const state = final === null ? `no final by ${formatDate(done)}` : `final issued ${formatDate(done)}`;
  const taken = `${weeksAndDays(daysBetween(asked, done))}, ${timeliness(finalBy, done)}`;
  return [
    sighting(context, ['requestReceived', 'finalIssued'], {
      rule: 'late-final',
      seen: `request received ${formatDate(asked)}, ${state}: ${taken}`,
      reason: `A new plan is issued within 20 weeks of the request, here by ${formatDate(finalBy)}, unless a lawful exception applies.`,
      source: 'SEND Regulations 2014, reg 13(2)–(3)',
    }),
  ];
}

function fifteenDays(context: HintContext): Sighting[] {
  const served = dateOf(context, 'draftServed', 'draftIssued');
  const final = dateOf(context, 'finalIssued', 'finalIssued');
  if (served === null || final === null || final < served) return [];
  const last = lastDayToComment(served);
  if (final > last) return [];
  return [
    sighting(context, ['draftIssued', 'finalIssued'], {
      rule: 'final-within-15-days',
      seen: `draft ${formatDate(served)}, final ${formatDate(final)}`,
      reason: `The family has at least 15 days, the day of service being the first: until the end of ${formatDate(last)}.`,
      source: 'SEND Regulations 2014, reg 13(1)',
    }),
  ];
}

function annualReview(context: HintContext): Sighting[] {
  const { auditDate } = context;
  const issued = dateOf(context, 'finalIssued', 'finalIssued');
  const last = dateOf(context, 'lastReview', 'reviewMeeting');
  const next = dateOf(context, 'nextReview', 'reviewBy');
  const isReviewed = last !== null && (issued === null || last > issued);
  const from = isReviewed ? last : issued;
  if (from === null) return [];
  const due = reviewDueBy(from);
  const since = `${isReviewed ? 'last review' : 'issued'} ${formatDate(from)}`;
  const source = 'Children and Families Act 2014, s44';
  if (next !== null && next > due)
    return [
      sighting(context, ['finalIssued', 'reviewBy'], {
        rule: 'review-set-late',
        seen: `${since}, next review ${formatDate(next)}`,
        reason: `A plan is reviewed within twelve months, here by ${formatDate(due)}.`,
        source,
      }),
    ];
  if (auditDate <= due) return [];
  return [
    sighting(context, ['finalIssued', 'reviewMeeting'], {
      rule: 'review-overdue',
      seen: `${since}, and no later review`,
      reason: `A plan is reviewed within twelve months, here by ${formatDate(due)}: ${timeliness(due, auditDate)} on the day of the audit.`,
      source,
    }),
  ];
}

function afterReview(context: HintContext): Sighting[] {
  const meeting = dateOf(context, 'reviewMeeting', 'reviewMeeting');
  if (meeting === null) return [];
  const notice = context.options.dates?.noticeSent;
  const final = dateOf(context, 'finalIssued', 'finalIssued');
  const { decideBy, finalBy } = reviewClock(meeting, notice);
  const sightings: Sighting[] = [];
  if (notice !== undefined && notice > decideBy)
    sightings.push(
      sighting(context, ['reviewMeeting'], {
        rule: 'notice-late',
        seen: `meeting ${formatDate(meeting)}, notice ${formatDate(notice)}: ${timeliness(decideBy, notice)}`,
        reason: 'Decision and proposed changes go out within four weeks of the meeting.',
        source: 'SEND Regulations 2014, regs 20(10) and 22(2)',
      }),
    );
  if (final !== null && final > finalBy)
    sightings.push(
      sighting(context, ['reviewMeeting', 'finalIssued'], {
        rule: 'amended-final-late',
        seen: `meeting ${formatDate(meeting)}, final ${formatDate(final)}: ${timeliness(finalBy, final)}`,
        reason: `The amended final follows within eight weeks of the notice, here by ${formatDate(finalBy)}.`,
        source: 'SEND Regulations 2014, reg 22(3)',
      }),
    );
  return sightings;
}

function phaseTransfer(context: HintContext): Sighting[] {
  const year = numberFact(context.facts, 'ncYear') ?? context.model.cover.ncYear;
  const transfer = year === null || isNewPlan(context) ? null : phaseTransferOf(year, context.auditDate);
  if (transfer === null) return [];
  const { dueBy, before, rule } = transfer;
  const final = dateOf(context, 'finalIssued', 'finalIssued');
  const isThisYear = final !== null && final >= dateFrom(schoolYearStart(context.auditDate), 9, 1);
  // Before the day comes there is nothing to see yet.
  if (isThisYear ? final <= dueBy : context.auditDate <= dueBy) return [];
  return [
    sighting(context, ['finalIssued'], {
      rule: 'transfer-late',
      seen: `${yearGroup(year ?? 0)}, ${final === null ? 'no date of a final' : `final issued ${formatDate(final)}`}`,
      reason: `In a transfer year the plan is reviewed and amended before ${formatDate(before)}, naming the next setting.`,
      source: `SEND Regulations 2014, ${rule.replace('regulation', 'reg')}`,
    }),
  ];
}

function adviceDates({ options, auditDate }: HintContext): Sighting[] {
  return (options.adviceRequests ?? []).flatMap(({ service, asked, received }) => {
    const due = adviceDueBy(asked);
    const done = received ?? auditDate;
    if (done <= due) return [];
    const state = received === null ? 'not received' : `received ${formatDate(received)}`;
    return [
      {
        rule: 'advice-late',
        section: 'K',
        quote: '',
        seen: `${service}, asked ${formatDate(asked)}, ${state}: ${timeliness(due, done)}`,
        reason: 'Each adviser replies within six weeks of being asked.',
        source: 'SEND Regulations 2014, reg 8',
        spans: [],
      },
    ];
  });
}

type RegisterDate = keyof NonNullable<HintOptions['dates']>;

/** The register's date, else the plan's. */
function dateOf({ options, model }: HintContext, register: RegisterDate, printed: KeyDateId): string | null {
  return options.dates?.[register] ?? model.keyDates[printed]?.iso ?? null;
}

/** By the register's type; else a plan without a review meeting that is not called amended. */
function isNewPlan({ facts, model }: HintContext): boolean {
  const type = facts['planType'];
  if (typeof type === 'string') return type === 'new';
  return model.keyDates.reviewMeeting === undefined && !(model.cover.stage ?? '').startsWith('amended');
}

function sighting(
  { model }: HintContext,
  from: readonly KeyDateId[],
  what: Pick<Sighting, 'rule' | 'reason' | 'source'> & { seen: string },
): Sighting {
  const dates = from.map((id) => model.keyDates[id]).filter((date) => date !== undefined);
  return {
    ...what,
    section: 'cover',
    quote: dates.at(-1)?.printed ?? '',
    spans: dates.map(({ span }) => span).filter((span) => span !== null),
  };
}
