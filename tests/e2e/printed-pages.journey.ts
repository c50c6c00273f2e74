import { expect, test } from '@playwright/test';
import { paperToHtml } from '../../electron/backend/outlets/render-paper.ts';
import { renderHtml } from '../../electron/backend/reports/to-html.ts';
import { halfTermRun, runBefore } from '../../shared/domain/report/outlets/half-term-run.ts';
import { serviceFeedback } from '../../shared/domain/report/outlets/service-feedback.ts';
import { builtInRubric } from '../../shared/domain/rubric/built-in-rubric.ts';
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
function feedbackPaper(times: number) {
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
  return serviceFeedback(
    {
      partnership: 'Northmere',
      for: { agency: 'health', agencyLabel: 'Health', service: null },
      run,
      before: runBefore(calendar, run),
      plans,
      rubrics: new Map([[RUBRIC_ID, { rubric }]]),
      advice: Array.from({ length: 9 }, (_, at) => ({ service: `Therapy of the coast ${at}`, counts: COUNTS })),
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
      edition: 'internal',
      author: 'Hazel Winter',
      madeAt: '2026-12-08T10:00:00Z',
    },
    (counted) => counted,
    ['No child, parent, setting or caseworker is named.'],
  );
}

for (const times of [0, 1, 8]) {
  test(`feedback prints on two pages where criteria are ${times} sentences longer than usual`, async ({ page }) => {
    await page.setContent(await paperToHtml(feedbackPaper(times), {}));
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  });
}

test('the report’s summary prints on two pages, and its annexes begin a page of their own', async ({ page }) => {
  await page.setContent(await renderHtml(reportOn(variedPlans())));
  const pagesOf = async () =>
    (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)
      ?.length ?? 0;
  const all = await pagesOf();
  await page.evaluate(() => {
    const annexes = document.querySelectorAll('section.new-page, section.new-page ~ section');
    for (const annex of annexes) annex.remove();
  });
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Summary']);
  expect(await pagesOf()).toBeLessThanOrEqual(2);
  expect(all).toBeGreaterThan(5);
});
