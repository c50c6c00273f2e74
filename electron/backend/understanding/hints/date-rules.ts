import { addDays, formatDate } from '../../../../shared/domain/calendar-date.ts';
import { findDates } from '../read-dates.ts';
import { findDeadlines } from '../statements/deadline.ts';
import { type HintContext, type HintRule, planStatus, type Sighting } from './hint-rule.ts';

/** Hints on the plan's own dates: missing, in conflict, or old. */
export const DATE_RULES: readonly HintRule[] = [
  { assist: 'date-extraction', find: keyDates },
  { assist: 'stale-dates', find: staleDates },
];

const SOURCE = 'SEND Regulations 2014, reg 14; Code of Practice 9.61';
const NAMES = {
  requestReceived: 'request received',
  draftIssued: 'draft issued',
  finalIssued: 'final issued',
  reviewBy: 'review by',
  dateOfBirth: 'date of birth',
} as const;
const ORDER = [
  ['dateOfBirth', 'requestReceived'],
  ['requestReceived', 'draftIssued'],
  ['draftIssued', 'finalIssued'],
  ['finalIssued', 'reviewBy'],
] as const;

function keyDates(context: HintContext): Sighting[] {
  const { keyDates: dates } = context.model;
  const status = planStatus(context);
  const isDraft = status?.endsWith('draft') === true;
  const isFinal = status?.endsWith('final') === true;
  const missing = [
    {
      isMissing: status === null,
      rule: 'no-status',
      seen: 'no words that say draft, final or amended',
      reason: 'A reader must see which version this is.',
    },
    {
      isMissing: dates.dateOfBirth === undefined,
      rule: 'no-birth-date',
      seen: 'no date of birth',
      reason: 'Age and school year are checked against it.',
    },
    {
      isMissing: (isDraft && dates.draftIssued === undefined) || (isFinal && dates.finalIssued === undefined),
      rule: 'no-issue-date',
      seen: `no date of issue of the ${isDraft ? 'draft' : 'final'}`,
      reason: isDraft
        ? 'The family’s 15 days count from the day of service.'
        : 'The review is due within twelve months of it.',
    },
    {
      isMissing: !isDraft && dates.reviewBy === undefined,
      rule: 'no-review-date',
      seen: 'no date for the next review',
      reason: 'A plan says when it is next due for review.',
    },
  ]
    .filter((each) => each.isMissing)
    .map(({ rule, seen, reason }) => ({ rule, section: 'cover', quote: '', seen, reason, source: SOURCE, spans: [] }));
  const conflicts = ORDER.flatMap(([early, late]): Sighting[] => {
    const [first, second] = [dates[early], dates[late]];
    if (first === undefined || second === undefined || first.iso <= second.iso) return [];
    return [
      {
        rule: `${early}-after-${late}`,
        section: 'cover',
        quote: second.printed,
        seen: `${NAMES[early]} ${first.printed}, ${NAMES[late]} ${second.printed}`,
        reason: 'These two dates stand in the wrong order.',
        source: SOURCE,
        spans: [first.span, second.span].filter((span) => span !== null),
      },
    ];
  });
  return [...missing, ...conflicts];
}

/** Evidence older than two years is worth a look: the threshold of the standards' own assist "Old evidence". */
const DAYS_OLD = 730;
/** Dates of a life rather than of evidence. */
const HISTORY =
  /\b(?:born|birth|diagnos\w+|since|adopted|moved|started|first (?:plan|issued)|placed|arrived|operation|surgery|previous\w*|in the past|history)\b/iu;

function staleDates(context: HintContext): Sighting[] {
  const { auditDate, model } = context;
  const limit = addDays(auditDate, -DAYS_OLD);
  const on = formatDate(auditDate);
  const source = 'SEND Regulations 2014, reg 11(a); Code of Practice 9.61';
  const evidence = ['B', 'C', 'D', 'K'].flatMap((section) =>
    context.blocksOf(section).flatMap((block): Sighting[] =>
      HISTORY.test(block.text)
        ? []
        : findDates(block.text)
            .filter(({ iso }) => iso < limit)
            .map(({ printed, start, end }) => ({
              rule: 'old-evidence',
              section,
              quote: printed,
              reason: `More than two years before the audit on ${on}.`,
              source,
              spans: [{ block: block.id, start, end }],
            })),
    ),
  );
  const deadlines = model.outcomes
    .flatMap((outcome) => outcome.spans)
    .flatMap((span): Sighting[] => {
      const text = (context.blocks.get(span.block)?.text ?? '').slice(span.start, span.end);
      return findDeadlines(text)
        .filter((seen) => (endOf(seen.text) ?? auditDate) < auditDate)
        .map((seen) => ({
          rule: 'deadline-past',
          section: 'E',
          quote: seen.text,
          reason: `This end point lies before the audit on ${on}.`,
          source,
          spans: [{ block: span.block, start: span.start + seen.start, end: span.start + seen.end }],
        }));
    });
  return [...evidence, ...deadlines];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Good for every month, as text is compared. */
const LAST_DAY = '31';

/** The last day that a printed end point can mean, as text to compare; null where it names no calendar year. */
function endOf(deadline: string): string | null {
  const [full] = findDates(deadline);
  if (full !== undefined) return full.iso;
  const [, word, of] = /\b(\p{L}{3,9})\s+(20\d\d)\b/u.exec(deadline) ?? [];
  const month = MONTHS.indexOf((word ?? '').slice(0, 3).toLowerCase()) + 1;
  if (of !== undefined && month > 0) return `${of}-${String(month).padStart(2, '0')}-${LAST_DAY}`;
  const year = /\b(20\d\d)\b(?!\s*[/-]\s*\d)/u.exec(deadline)?.[1];
  return year === undefined ? null : `${year}-12-${LAST_DAY}`;
}
