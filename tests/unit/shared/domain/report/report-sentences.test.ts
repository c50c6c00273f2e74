import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foundWords } from '../../../../../shared/domain/report/found-words.ts';
import type { AgreementFacts, ReportInput } from '../../../../../shared/domain/report/report-input.ts';
import { type PartnershipReport, partnershipReportSchema } from '../../../../../shared/domain/report/report-model.ts';
import type { SettledPlan } from '../../../../../shared/domain/report/settled-plan.ts';
import { metWords } from '../../../../../shared/domain/report/parts/met-words.ts';
import { fewestForKappa } from '../../../../../shared/domain/report/parts/moderation-part.ts';
import { printReport } from '../../../../../shared/domain/report/print-report.ts';
import { builtInRubric } from '../../../../../shared/domain/rubric/built-in-rubric.ts';
import type { Response } from '../../../../../shared/domain/rubric/rubric.ts';
import { answers, gradedPlan, reportOn, variedPlans } from './report-fixture.ts';
import { inputOf } from './report-input.ts';

/** What the report says in words of ties, small groups, sources and what is not there. */

const rubric = builtInRubric();

describe('how often a criterion was met', () => {
  test.each([
    [{ met: 0, partly: 4, of: 5 }, 'fully met in none of 5 plans (partly in 4)'],
    [{ met: 1, partly: 0, of: 5 }, 'fully met in 1 of 5 plans'],
    [{ met: 5, partly: 0, of: 5 }, 'met in all 5 plans'],
    [{ met: 1, partly: 0, of: 1 }, 'met in the one plan'],
    [{ met: 5, partly: 4, of: 11 }, 'fully met in 45% (5 of 11; likely range 21–72%), partly in 4'],
    [{ met: 5, partly: null, of: 11 }, 'fully met in 45% (5 of 11; likely range 21–72%)'],
    [{ met: 11, partly: 0, of: 11 }, 'met in 100% (11 of 11; likely range 74–100%)'],
  ])('%o is “%s”', (found, words) => {
    expect(metWords(found, 'plans')).toBe(words);
  });
});

test('every built-in criterion is a statement of what is found, and one that was reworded keeps its own words', () => {
  const criteria = rubric.standards.flatMap((standard) => standard.criteria);
  for (const { id, text } of criteria) {
    const words = foundWords(rubric, id);
    expect([id, words.includes('?'), words === text]).toEqual([id, false, false]);
  }
  const own = {
    ...rubric,
    standards: rubric.standards.map((standard) => ({
      ...standard,
      criteria: standard.criteria.map((each) =>
        each.id === 'S03.C4' ? { ...each, text: 'Is it of this year?' } : each,
      ),
    })),
  };
  expect(foundWords(own, 'S03.C4')).toBe('Is it of this year?');
});

describe('the standard least often good or better', () => {
  test('is not chosen by its place where many share it', () => {
    const responses: Response[] = ['met', 'not_met', 'not_met', 'not_met', 'not_met'];
    const plans = responses.map((response, at) => gradedPlan(`p${at}`, answers(response)));
    const said = sentences(reportOn(plans), 'standards').join(' ');
    expect(said).toMatch(
      /No standard stands out as least often good or better: \d+ standards share the last place \(1 of 5 plans each\)/,
    );
    expect(said).not.toContain('Least often');
  });

  test('is named with those that share its place where they are few', () => {
    const weak = { ...only('S06', 'not_met'), ...only('S03', 'not_met') };
    const plans = Array.from({ length: 6 }, (_, at) =>
      gradedPlan(`p${at}`, { ...answers('met'), ...(at < 4 ? weak : {}) }),
    );
    expect(sentences(reportOn(plans), 'standards')).toContain(
      'Least often good or better: Needs (B) and Outcomes (E) (2 of 6 plans each).',
    );
  });
});

describe('strengths and priorities', () => {
  test('say of which plans they are, and how many criteria are as strong, exactly', () => {
    const plans = [
      ...Array.from({ length: 6 }, (_, at) => gradedPlan(`n${at}`, answers('met', { 'S03.C4': 'partly' }))),
      ...Array.from({ length: 2 }, (_, at) => gradedPlan(`d${at}`, answers('met'), { stage: 'draft' })),
    ];
    const report = reportOn(plans);
    const [first] = plans;
    const all = tallyMet(plans.slice(0, 6));
    const strengths = sentences(report, 'summary').filter((words) => words.includes('met in all 6 '));
    expect(strengths).toHaveLength(3);
    expect(headings(report)).toContain(`Strengths: final plans, new (${all - 3} more met as often)`);
    expect(headings(report)).toContain('Priorities: final plans, new');
    expect(sentences(report, 'summary')).toContain(
      'Needs (B): the picture of needs is current – fully met in none of 6, partly in 6 (S03.C4).',
    );
    expect(first?.overallGrade).toBeDefined();
  });

  test('are not named of fewer than five plans', () => {
    const report = reportOn(Array.from({ length: 4 }, (_, at) => gradedPlan(`p${at}`, answers('partly'))));
    expect(headings(report)).not.toContain('Priorities: final plans, new');
    expect(sentences(report, 'summary').join(' ')).toContain('Strengths and priorities are not named of so few plans.');
  });
});

describe('small groups', () => {
  test('share one place: no table of their own on paper, all of them in the data', () => {
    const report = reportOn(variedPlans());
    // A plan that was transferred in has an underscore in its kind, and no table may.
    expect(partnershipReportSchema.parse(report)).toEqual(report);
    const printed = printReport(report).flatMap((block) => (block.kind === 'table' ? [block.id] : []));
    const counted = report.parts.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'counts' ? [block] : [])),
    );
    for (const slug of ['final-amended', 'final-transferred-in']) {
      const own = counted.filter(({ table }) =>
        new RegExp(`^(overall|standards|agencies|causes)-${slug}$`).test(table.id),
      );
      expect(own.map(({ isDataAlone }) => isDataAlone)).toEqual([true, true, true, true]);
      for (const { table } of own) expect(printed).not.toContain(table.id);
    }
    expect(printed).toContain('overall-final-new');
    const grades = report.parts
      .flatMap(({ blocks }) => blocks)
      .find((block) => block.kind === 'text_table' && block.id === 'small-groups-standards');
    expect(grades).toMatchObject({ columns: ['Standard', 'Final plans, amended', 'Final plans, transferred in'] });
  });

  test('nothing is printed of a part without content, and annexes keep their letters in a row', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5 }),
        fc.constantFrom<Response>('met', 'partly', 'not_met'),
        (number, response) => {
          const report = reportOn(Array.from({ length: number }, (_, at) => gradedPlan(`p${at}`, answers(response))));
          const parts = printReport(report).filter((block) => block.kind === 'heading' && block.level === 1);
          const letters = parts.flatMap((block) =>
            block.kind === 'heading' ? (/^Annex (\w)\./.exec(block.text)?.[1] ?? []) : [],
          );
          expect(letters).toEqual('ABCDEFGHIJKL'.slice(0, letters.length).split(''));
          expect(parts).toHaveLength(letters.length + 1);
          const blocks = printReport(report);
          const bare = blocks.filter((block, at) => {
            const next = blocks[at + 1];
            return (
              block.kind === 'heading' && (next === undefined || (next.kind === 'heading' && next.level <= block.level))
            );
          });
          expect(bare).toEqual([]);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('agreement', () => {
  const found: AgreementFacts = {
    roundId: 'round-1',
    documents: 10,
    same: 8,
    withinOne: 10,
    kappa: 0.77,
    grades: rubric.gradeScale.map(({ id }) => id),
    crossTable: [],
    disputed: [{ criterionId: 'S11.C3', pairs: 10, different: 4 }],
  };
  const plans = Array.from({ length: 40 }, (_, at) => gradedPlan(`p${at}`, answers('met')));
  const said = (documents: number) =>
    sentences(
      reportOn(plans, { agreement: [{ ...found, documents, same: documents - 2, withinOne: documents }] }),
      'moderation',
    ).join(' ');

  test('has its share of all, and kappa only from twice the square of the number of grades on', () => {
    expect(fewestForKappa(found)).toBe(32);
    expect(said(10)).toContain('10 of 40 plan versions (25%) were graded by two auditors or more, each alone.');
    expect(said(10)).toContain('80% (8 of 10; likely range 49–94%)');
    expect(said(31)).not.toContain('kappa');
    expect(said(32)).toContain('agreement is 0.77');
  });
});

describe('what is told of sources and of the last round', () => {
  const plans = Array.from({ length: 6 }, (_, at) => gradedPlan(`p${at}`, answers('met')));

  test('the log of advice says of how many plans it has requests, and that auditors’ answers are another source', () => {
    const counts = {
      requests: 3,
      received: 3,
      nil: 0,
      missing: 0,
      waiting: 0,
      timed: 3,
      late: 0,
      unanswered: { needs: 0, provision: 0, outcomes: 0 },
      passages: 0,
      findings: { faithful: 0, weakened: 0, missing: 0, misplaced: 0 },
    };
    const other: Partial<ReportInput> = {
      advice: [{ agency: 'health', label: 'Health', counts }],
      advisedPlans: { logged: 1, of: 6 },
    };
    const said = sentences(reportOn(plans, other), 'agencies').join(' ');
    expect(said).toContain('The log has requests for 1 of 6 plans audited in this half-term');
    expect(said).toContain('the two are separate sources and may differ');
    expect(sentences(reportOn(plans, { ...other, edition: 'publishable' }), 'agencies').join(' ')).not.toContain(
      '1 of 6',
    );
  });

  test('actions of the half-term before, by what became of them; none in a publishable edition', () => {
    const action = { ...(inputOf(plans).actions[0] ?? { level: 'service' as const }), madeIn: '2026-27/1' };
    const actions = [
      { ...action, state: 'open' as const, isOverdue: true },
      { ...action, state: 'done' as const, isOverdue: false },
    ] as ReportInput['actions'];
    const said = (edition: ReportInput['edition']) =>
      sentences(reportOn(plans, { actions, edition }), 'actions').join(' ');
    expect(said('internal')).toContain(
      'Of 2 actions put down in Autumn 1 2026/27, 1 is done, none was dropped and 1 is open (1 overdue).',
    );
    expect(said('publishable')).not.toContain('put down in Autumn 1');
    expect(headings(reportOn(plans))).toEqual(expect.arrayContaining(['Re-audits', 'For the board to see to']));
  });

  test('the sample is held against what could be drawn and what was issued, or it is said that nobody recorded it', () => {
    const rounds = inputOf(plans).rounds.map((round) => ({
      ...round,
      // Two were picked by hand beside the draw.
      plans: 8,
      reAuditsOwed: 0,
      sample: { ...sampleOf(round), frame: 14, fromFrame: 6 },
    }));
    const said = (finalsIssued: number | null) =>
      sentences(reportOn(plans, { rounds, finalsIssued }), 'sample').join(' ');
    expect(said(20)).toContain('6 of these 14 (43%) were in the round.');
    expect(said(20)).toContain(
      '20 final plans went out in this half-term; 6 finals were audited at random, 30% of that number.',
    );
    expect(said(null)).toContain('How many plans were issued in this half-term is not recorded in the register.');
  });
});

test('escalations bear the day as at which they are told, and those raised since are not forgotten', () => {
  const said = (other: Partial<ReportInput>) => sentences(reportOn([], other), 'summary').join(' ');
  const day = '2026-12-18';
  const later = said({ asAt: day, today: '2027-01-20', escalatedSince: 3 });
  expect(later).toContain(
    'Escalated on the same day, as it stood on 18 December 2026: safeguarding 2, of which 1 is still open.',
  );
  expect(later).toContain('Escalated in these rounds since, and not counted here: 3.');
  const then = said({ asAt: day, today: day });
  expect(then).toContain('Escalated on the same day: safeguarding 2');
  expect(then).not.toContain('Escalated in these rounds since');
});

describe('the register that a sample was drawn from', () => {
  const words = (leftOut: Sample['leftOut'], edition: ReportInput['edition'] = 'internal') => {
    const rounds = inputOf([]).rounds.map((round) => ({
      ...round,
      sample: { ...sampleOf(round), frame: 14, asked: 'kind: new, team Coast', leftOut },
    }));
    return reportOn([], { rounds, edition });
  };
  const LEFT_OUT: Sample['leftOut'] = [
    { reason: 'plan_type', count: 4 },
    { reason: 'audited_lately', count: 2 },
  ];

  test('is told with what was asked of it, and adds up with those left out', () => {
    const report = words(LEFT_OUT);
    const said = sentences(report, 'sample').join(' ');
    expect(said).toContain('drawn by chance from 14 plans of the register (kind: new, team Coast), by primary need,');
    expect(said).toContain(
      '6 of the 20 plans then in the register could not be drawn, each counted for the first thing that it was not as asked for: another kind of plan 4; audited lately 2.',
    );
    const row = tableOf(report, 'left-out')?.rows[0]?.counts.map(({ n }) => n ?? 0) ?? [];
    expect(row).toEqual([14, 4, 0, 0, 0, 0, 0, 2, 20]);
    expect(row.slice(0, -1).reduce((sum, n) => sum + n, 0)).toBe(row.at(-1));
  });

  test('is said not to be known of an earlier draw, and to be whole where nothing was left out', () => {
    const unknown = words(null);
    expect(sentences(unknown, 'sample').join(' ')).toContain('could not be drawn was not kept at the time.');
    expect(tableOf(unknown, 'left-out')).toBeUndefined();
    const whole = words([]);
    expect(sentences(whole, 'sample').join(' ')).toContain('No plan of the register was left out.');
    expect(tableOf(whole, 'left-out')?.rows[0]?.counts.at(-1)?.n).toBe(14);
  });

  test('is no part of a publishable edition but for the number that could be drawn', () => {
    const report = words(LEFT_OUT, 'publishable');
    expect(tableOf(report, 'left-out')).toBeUndefined();
    expect(sentences(report, 'sample').join(' ')).toContain('drawn by chance from 14 plans, by primary need,');
    expect(JSON.stringify(report)).not.toMatch(/then in the register|team Coast|another kind of plan/);
  });
});

type Sample = NonNullable<ReportInput['rounds'][number]['sample']>;

function tableOf(report: PartnershipReport, id: string) {
  const blocks = report.parts.flatMap((part) => part.blocks);
  return blocks.flatMap((block) => (block.kind === 'counts' && block.table.id === id ? [block.table] : []))[0];
}

function sampleOf({ sample }: ReportInput['rounds'][number]) {
  if (sample === null) throw new Error('The round was not drawn.');
  return sample;
}

/** Criteria that were met in every one of these plans. */
function tallyMet(plans: readonly SettledPlan[]): number {
  const letters = plans.map(({ code }) => code.criteria);
  const [first = ''] = letters;
  return first.split('').filter((_, at) => letters.every((own) => own[at] === 'm')).length;
}

function only(standard: string, response: Response): Record<string, Response> {
  const all = rubric.standards.find(({ id }) => id === standard)?.criteria ?? [];
  return Object.fromEntries(all.map(({ id }) => [id, response]));
}

function sentences(report: PartnershipReport, part: string): string[] {
  const blocks = report.parts.find(({ id }) => id === part)?.blocks ?? [];
  return blocks.flatMap((block) => (block.kind === 'sentences' ? block.items : []));
}

function headings(report: PartnershipReport): string[] {
  return report.parts.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : [])),
  );
}
