import { expect, test } from '@playwright/test';
import { paperToHtml } from '../../electron/backend/outlets/render-paper.ts';
import { renderHtml } from '../../electron/backend/reports/to-html.ts';
import { halfTermRun, runBefore } from '../../shared/domain/report/outlets/half-term-run.ts';
import { ROOT_CAUSES } from '../../shared/domain/grading/root-causes.ts';
import {
  type FeedbackInput,
  serviceFeedback,
  toldFeedback,
} from '../../shared/domain/report/outlets/service-feedback.ts';
import { toldBy } from '../../shared/domain/report/outlets/told-figures.ts';
import type { Rubric } from '../../shared/domain/rubric/rubric.ts';
import { measuresDraft } from '../../shared/domain/report/measures-draft.ts';
import type { PartnershipReport } from '../../shared/domain/report/report-model.ts';
import { builtInRubric } from '../../shared/domain/rubric/built-in-rubric.ts';
import { CALENDAR as MEASURE_CALENDAR, MEASURE, sourcesOf } from '../unit/shared/domain/report/measure-examples.ts';
import { reportOn, variedPlans } from '../unit/shared/domain/report/report-fixture.ts';
import { inputOf } from '../unit/shared/domain/report/report-input.ts';
import { RUBRIC_ID } from '../unit/shared/domain/report/settled-plans.ts';

const WORDS =
  'Say in every report how often, for how long and by whom, so that Section F can say it too, and put down the day on which it is looked at again with the family and the setting. ';

const COUNTS = {
  requests: 22,
  received: 15,
  nil: 1,
  missing: 4,
  waiting: 2,
  timed: 16,
  late: 6,
  unanswered: { needs: 0, provision: 0, outcomes: 0 },
  passages: 0,
  findings: { faithful: 0, weakened: 0, missing: 0, misplaced: 0 },
};

/** Feedback on standards whose criteria are so many times as long, all of them led by one agency. */
function feedbackPaper(times: number, edition: 'internal' | 'publishable') {
  const plans = variedPlans();
  const { calendar } = inputOf(plans);
  const run = halfTermRun(calendar, '2026-27/2', '2026-27/2');
  if (run === null) throw new Error('no such half-term');
  const long = (text: string) => `${text} ${WORDS.repeat(times)}`.trim();
  const built = builtInRubric();
  const rubric = {
    ...built,
    standards: built.standards.map((standard) => ({
      ...standard,
      leadAgency: 'health',
      criteria: standard.criteria.map((criterion) => ({ ...criterion, text: long(criterion.text) })),
    })),
  };
  const input: FeedbackInput = {
    partnership: 'Northmere',
    for: { agency: 'health', agencyLabel: 'Health', service: null },
    run,
    before: runBefore(calendar, run),
    plans,
    rubrics: new Map([[RUBRIC_ID, { rubric }]]),
    advice: [
      {
        key: run.key,
        services: Array.from({ length: 9 }, (_, at) => ({ service: `Therapy of the coast ${at}`, counts: COUNTS })),
      },
    ],
    adviceAsAt: '2026-12-08',
    actions: Array.from({ length: 7 }, () => ({
      words: long('Send the advice within six weeks.'),
      state: 'open' as const,
      isOverdue: false,
      dueOn: '2027-01-15',
    })),
    examples: [1, 2, 3, 4, 5].map((at) => ({
      criterionId: `S08.C${at}`,
      criterion: long('Provision says what, how often, how long and who.'),
      words: long('45 minutes each week with a therapist.'),
    })),
    edition,
    author: 'Hazel Winter',
    madeAt: '2026-12-08T10:00:00Z',
  };
  const hidden = ['No child, parent, setting or caseworker is named.'];
  if (edition === 'internal') return serviceFeedback(input, hidden);
  const told = toldBy([{ periods: [['2026-27/1'], ['2026-27/2']], counts: toldCounts(rubric) }], calendar);
  const yet = ['The publishable report on the last of these half-terms is not frozen yet: this is what it would tell.'];
  return toldFeedback(input, told, (counted) => counted, yet, hidden);
}

/** All that reports of two half-terms may tell of two kinds of plans. */
function toldCounts({ standards }: Rubric): [key: string, n: number][] {
  return ['2026-27.1', '2026-27.2'].flatMap((period) =>
    ['final-new', 'final-amended'].flatMap((series): [string, number][] => {
      const key = (name: string) => `${period}/${series}/${RUBRIC_ID}/${name}`;
      return [
        [key('total'), 40],
        [key('causes/all'), 120],
        ...ROOT_CAUSES.map((cause): [string, number] => [key(`causes/${cause}`), 20]),
        ...standards.flatMap(({ id, criteria }): [string, number][] => [
          [key(`standard/${id}/applied`), 40],
          [key(`standard/${id}/good-or-better`), 22],
          [key(`standard/${id}/not-applicable`), 0],
          ...criteria.flatMap((criterion): [string, number][] => [
            [key(`criterion/${criterion.id}/applied`), 40],
            [key(`criterion/${criterion.id}/met`), 18],
          ]),
        ]),
      ];
    }),
  );
}

for (const edition of ['internal', 'publishable'] as const) {
  for (const times of [0, 1, 8]) {
    test(`${edition} feedback prints on two pages where criteria are ${times} sentences longer than usual`, async ({
      page,
    }) => {
      await page.setContent(await paperToHtml(feedbackPaper(times, edition), {}));
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
    });
  }
}

const ACTION = {
  isReAudit: false,
  level: 'service',
  service: 'Community paediatrics',
  state: 'open',
  madeIn: '2026-27/1',
  settledIn: null,
  dueOn: '2026-12-11',
  isOverdue: true,
  words: WORDS,
} as const;

const THANKS = 'The panel thanks all auditors, and the families who took part in this half-term.';

/** A half-term with all that a summary may have to hold: four measures, two kinds of escalation, six open actions, own words. */
function fullReport(edition: 'internal' | 'publishable', words = THANKS) {
  const halfTerm = MEASURE_CALENDAR.at(-1);
  if (halfTerm === undefined) throw new Error('The calendar is empty.');
  const plans = variedPlans();
  const measures = measuresDraft({
    ...sourcesOf(plans),
    measures: [1, 2, 3, 4].map((at) => ({
      ...MEASURE,
      id: `0c9f0e5e-0000-4000-8000-00000000000${at}`,
      name: `Recovery plan ${at}: new plans good or better`,
    })),
    halfTerm,
    edition,
  });
  return reportOn(plans, {
    edition,
    measures,
    actions: Array.from({ length: 6 }, () => ACTION),
    escalations: ['Safeguarding', 'Unlawful plan'].map((label) => ({ kind: label, label, raised: 9, resolved: 4 })),
    words: new Map([['summary', words]]),
  });
}

const SUMMARIES: [string, PartnershipReport][] = [
  ...[0, 1, 3, 6].map((count): [string, PartnershipReport] => [
    `${count} plans`,
    reportOn(variedPlans().slice(0, count), { actions: [ACTION, ACTION, ACTION] }),
  ]),
  ['many plans and all else', fullReport('internal')],
  ['many plans and all else, publishable', fullReport('publishable')],
];

/** Own words of every length about that which fits, in one paragraph and in many, and far more than a page. */
const OWN: [string, string][] = [
  ...[8, 16, 60].map((times): [string, string] => [`${times} sentences`, `${THANKS} `.repeat(times)]),
  ['40 short paragraphs', 'The panel thanks all.\n\n'.repeat(40)],
];
const WITH_WORDS = OWN.flatMap(([what, words]): [string, PartnershipReport][] => [
  [`many plans with ${what} of own words`, fullReport('internal', words)],
  [`many plans with ${what} of own words, publishable`, fullReport('publishable', words)],
  [`one plan with ${what} of own words`, reportOn(variedPlans().slice(0, 1), { words: new Map([['summary', words]]) })],
]);

for (const [what, report] of [...SUMMARIES, ...WITH_WORDS]) {
  test(`the summary of ${what} prints on one page, and what it rests on begins a page of its own`, async ({ page }) => {
    await page.setContent(await renderHtml(report));
    const pagesOf = async () =>
      (await page.pdf({ preferCSSPageSize: true, printBackground: true }))
        .toString('latin1')
        .match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(await pagesOf()).toBeGreaterThan(1);
    const sections = page.locator('section');
    await expect(sections.nth(1)).toHaveClass('new-page');
    await page.evaluate(() => {
      // The foot of the page on screen comes after the last of them.
      for (const later of document.querySelectorAll('section ~ section, body > footer')) later.remove();
    });
    await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Summary']);
    expect(await pagesOf()).toBe(1);
  });
}
