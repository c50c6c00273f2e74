import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { combineGradings } from '../../../../../shared/domain/grading/combine-gradings.ts';
import { builtInRubric } from '../../../../../shared/domain/rubric/built-in-rubric.ts';
import { ROOT_CAUSES, type RootCause } from '../../../../../shared/domain/grading/root-causes.ts';
import type { Response } from '../../../../../shared/domain/rubric/rubric.ts';
import { grade } from '../../../../../shared/domain/grading/scoring.ts';
import {
  countShares,
  shareOfCauses,
  sharesInWords,
} from '../../../../../shared/domain/supervision/supervision-causes.ts';
import {
  choosePoints,
  chooseStrengths,
  type Finding,
  metWords,
  shareOfPlans,
} from '../../../../../shared/domain/supervision/supervision-findings.ts';
import { sheetFileName } from '../../../../../shared/domain/supervision/supervision-sheet.ts';
import {
  standardsToWorkOn,
  teamCriteria,
  type TeamDocument,
  trendOf,
} from '../../../../../shared/domain/supervision/supervision-team.ts';
import { shareTeam, teamsIn } from '../../../../../shared/domain/teams.ts';

const cause = fc.constantFrom<RootCause | null>(null, ...ROOT_CAUSES);

function finding(
  criterion: number,
  response: Finding['response'],
  causes: Finding['causes'],
  quote: string | null,
): Finding {
  return {
    criterionId: `S${criterion % 3}.C${criterion}`,
    text: `Is criterion ${criterion} met?`,
    standardId: `S${criterion % 3}`,
    standardTitle: `Standard ${criterion % 3}`,
    whatGoodLooksLike: 'Plain words.',
    isKey: criterion === 0,
    weight: 0.1,
    order: criterion,
    response,
    excerpts: [{ plan: 'FM-1, final', quote, absentIn: [], comment: '' }],
    causes: response === 'met' ? [] : causes,
  };
}

const anyFinding = fc
  .tuple(
    fc.nat(7),
    fc.constantFrom<Finding['response']>('met', 'partly', 'not_met'),
    fc.array(cause, { maxLength: 3 }),
    fc.option(fc.constant('Words of the plan.')),
  )
  .map(([criterion, response, causes, quote]) => finding(criterion, response, causes, quote));
/** Each criterion is answered at most once in a plan. */
const plan = fc.uniqueArray(anyFinding, { selector: ({ criterionId }) => criterionId, maxLength: 8 });
const plans = fc.array(plan, { maxLength: 6 });

const isWriters = (each: Finding, share: string): boolean =>
  each.response !== 'met' && shareOfCauses(each.causes) === share;

describe('whose a shortfall is', () => {
  test.each<[RootCause[], string]>([
    [['writing'], 'writer'],
    [['advice_weakened'], 'writer'],
    [['advice_missing'], 'advice'],
    [['advice_vague'], 'advice'],
    [['template'], 'service'],
    [['process'], 'service'],
    [['family_not_reached'], 'service'],
    [['not_known'], 'unknown'],
    [[], 'unknown'],
    [['writing', 'advice_weakened'], 'writer'],
    [['not_known', 'advice_vague'], 'advice'],
    [['writing', 'advice_vague'], 'unknown'],
  ])('%j is the share of: %s', (causes, share) => {
    expect(shareOfCauses(causes)).toBe(share);
  });

  test('every shortfall is in one share, whatever the order of its auditors', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cause, { maxLength: 4 }), { maxLength: 20 }), (shortfalls) => {
        const shares = countShares(shortfalls);
        expect(shares.reduce((sum, { n }) => sum + n, 0)).toBe(shortfalls.length);
        expect(countShares(shortfalls.map((causes) => causes.toReversed())).map(({ n }) => n)).toEqual(
          shares.map(({ n }) => n),
        );
        for (const { n, causes } of shares) for (const each of causes) expect(each.n).toBeLessThanOrEqual(n);
      }),
    );
  });

  test('is said in words, and not at all where there is none', () => {
    expect(sharesInWords(countShares([['writing'], ['advice_vague'], ['advice_missing'], ['not_known']]))).toBe(
      'Of 4 shortfalls – 1: the writer’s own (writing); 2: weak or missing advice, not the writer’s (advice missing, ' +
        'advice vague); 1: cause not known, or seen differently.',
    );
    expect(sharesInWords(countShares([]))).toBe('No criterion was found wanting.');
  });
});

describe('points to work on', () => {
  test('are one or two, never of advice, template or process alone, and of unknown cause only where none is the writer’s', () => {
    fc.assert(
      fc.property(plans, (given) => {
        const points = choosePoints(given);
        const all = given.flat();
        const isAnyWriters = all.some((each) => isWriters(each, 'writer'));
        expect(points.length).toBeLessThanOrEqual(isAnyWriters ? 2 : 1);
        expect(points.length > 0).toBe(isAnyWriters || all.some((each) => isWriters(each, 'unknown')));
        for (const { criterionId, isCauseKnown, missed, applicable } of points) {
          expect(isCauseKnown).toBe(isAnyWriters);
          const own = all.filter((each) => each.criterionId === criterionId);
          expect(applicable).toBe(own.length);
          expect(missed).toBe(own.filter((each) => isWriters(each, isAnyWriters ? 'writer' : 'unknown')).length);
        }
      }),
    );
  });

  test('none is left out that was missed more often by the writer', () => {
    fc.assert(
      fc.property(plans, (given) => {
        const points = choosePoints(given).filter(({ isCauseKnown }) => isCauseKnown);
        const least = points.length < 2 ? 0 : Math.min(...points.map(({ missed }) => missed));
        const others = given
          .flat()
          .filter((each) => isWriters(each, 'writer') && !points.some((point) => point.text === each.text));
        const counts = [...Map.groupBy(others, ({ criterionId }) => criterionId).values()].map(({ length }) => length);
        expect(Math.max(0, ...counts)).toBeLessThanOrEqual(least);
      }),
    );
  });

  test('weak advice does not make a point, however often', () => {
    const weak = finding(0, 'not_met', ['advice_vague'], null);
    const own = finding(1, 'partly', ['writing'], null);
    expect(choosePoints([[weak, own], [weak], [weak]]).map(({ criterionId, missed }) => [criterionId, missed])).toEqual(
      [['S1.C1', 1]],
    );
    expect(choosePoints([[weak], [weak]])).toEqual([]);
  });
});

describe('strengths', () => {
  test('are at most two, each met in more than half of its plans with words to show it, and none a point', () => {
    fc.assert(
      fc.property(plans, (given) => {
        const points = choosePoints(given);
        const strengths = chooseStrengths(given, points);
        expect(strengths.length).toBeLessThanOrEqual(2);
        for (const { criterionId, met, applicable, excerpts } of strengths) {
          expect(points.map((point) => point.criterionId)).not.toContain(criterionId);
          const own = given.flat().filter((each) => each.criterionId === criterionId);
          expect([met, applicable]).toEqual([own.filter(({ response }) => response === 'met').length, own.length]);
          expect(2 * met).toBeGreaterThan(applicable);
          expect(excerpts.length).toBeGreaterThan(0);
          expect(excerpts.every(({ quote }) => quote !== null)).toBe(true);
        }
      }),
    );
  });

  test('the surer one comes first, and the second is of another standard where there is one', () => {
    const met = (criterion: number) => finding(criterion, 'met', [], 'Words.');
    const chosen = chooseStrengths(
      [
        [met(0), met(3), met(1)],
        [met(0), met(3)],
        [met(0), met(3)],
      ],
      [],
    );
    expect(chosen.map(({ criterionId }) => criterionId)).toEqual(['S0.C0', 'S1.C1']);
  });
});

test('under five plans there is no percentage', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(300), fc.nat(12), (of, n, count) => {
      expect(shareOfPlans(Math.min(n, of), of, count).includes('%')).toBe(count >= 5);
    }),
  );
  expect([shareOfPlans(41, 52, 4), shareOfPlans(41, 52, 5), shareOfPlans(0, 0, 9)]).toEqual([
    '41 of 52',
    '41 of 52 (79%)',
    'none',
  ]);
});

describe('the trend of a criterion', () => {
  test('says nothing of fewer than three plans, and a change only where the ranges lie apart', () => {
    expect(trendOf({ met: 0, of: 2 }, { met: 9, of: 9 })).toBe('too_few');
    expect(trendOf({ met: 1, of: 3 }, { met: 3, of: 3 })).toBe('no_clear_change');
    expect(trendOf({ met: 0, of: 6 }, { met: 6, of: 6 })).toBe('more_often');
    expect(trendOf({ met: 6, of: 6 }, { met: 0, of: 6 })).toBe('less_often');
  });

  test('turns round with its two sides, and is no change where they are alike', () => {
    const counts = fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]) => ({ met: Math.min(a, b), of: Math.max(a, b) }));
    const turned = {
      too_few: 'too_few',
      no_clear_change: 'no_clear_change',
      more_often: 'less_often',
      less_often: 'more_often',
    };
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        expect(trendOf(other, one)).toBe(turned[trendOf(one, other)]);
        expect(['too_few', 'no_clear_change']).toContain(trendOf(one, one));
      }),
    );
  });
});

describe('a team’s criteria', () => {
  const rubric = builtInRubric();
  const facts = { ageYears: 7, ageOn31Aug: 7, ncYear: 3, planType: 'new', planStatus: 'final' };
  const document = (
    missed: Record<string, Response>,
    halfTermId: string,
    likeKey: string | null = 'final-new',
  ): TeamDocument => {
    const applying = grade(rubric, facts, {}).standards.flatMap(({ criteria }) => criteria.map(({ id }) => id));
    const grading = grade(rubric, facts, Object.fromEntries(applying.map((id) => [id, missed[id] ?? 'met'])));
    return { rubricId: 'r', rubric, result: combineGradings(rubric, [grading]), halfTermId, likeKey };
  };
  const before = Array.from({ length: 6 }, () => document({ 'S07.C4': 'not_met', 'S06.C1': 'partly' }, '2026-27/1'));
  const now = Array.from({ length: 6 }, () => document({ 'S06.C1': 'not_met' }, '2026-27/2'));
  const halfTerms = ['2026-27/1', '2026-27/2'];

  test('come with counts, the most often missed first, and their trend in words', () => {
    const found = teamCriteria([...before, ...now], halfTerms, 'plans');
    expect(found.map(({ id, notMet, partly, words, trend }) => [id, notMet, partly, words, trend])).toEqual([
      ['S06.C1', 6, 6, 'Not fully met in 12 of 12 plans', 'no_clear_change'],
      ['S07.C4', 6, 0, 'Not fully met in 6 of 12 plans', 'more_often'],
    ]);
  });

  test('hold like against like: what is no part of a random round makes no trend', () => {
    const thematic = now.map((each) => ({ ...each, likeKey: null }));
    expect(teamCriteria([...before, ...thematic], halfTerms, 'plans').map(({ trend }) => trend)).toEqual([
      'too_few',
      'too_few',
    ]);
  });

  test('do not depend on the order of documents', () => {
    const all = [...before, ...now];
    expect(teamCriteria(all.toReversed(), halfTerms, 'plans')).toEqual(teamCriteria(all, halfTerms, 'plans'));
    expect(standardsToWorkOn(all.toReversed())).toEqual(standardsToWorkOn(all));
  });

  test('a criterion that was reworded counts as another', () => {
    const reworded = {
      ...rubric,
      standards: rubric.standards.map((standard) => ({
        ...standard,
        criteria: standard.criteria.map((each) => (each.id === 'S06.C1' ? { ...each, text: 'Asked anew?' } : each)),
      })),
    };
    const later = now.map((each) => ({ ...each, rubricId: 'later', rubric: reworded }));
    const found = teamCriteria([...before, ...later], halfTerms, 'plans').filter(({ id }) => id === 'S06.C1');
    expect(found.map(({ text, applicable, trend }) => [text === 'Asked anew?', applicable, trend])).toEqual([
      [true, 6, 'too_few'],
      [false, 6, 'too_few'],
    ]);
  });
});

test('a person may belong to several teams; none is in common with none', () => {
  expect(teamsIn(' North ; south;north;; ')).toEqual(['north', 'south']);
  expect(shareTeam('North locality', 'NORTH  locality; East')).toBe(true);
  expect(shareTeam('North', 'North and South')).toBe(false);
  expect(shareTeam('', '')).toBe(false);
  expect(shareTeam(' ; ', '')).toBe(false);
});

test('one plan is told in counts, never as a percentage', () => {
  const answers = (met: number, partly: number, not: number) => [
    ...Array.from({ length: met }, () => ({ response: 'met' as const })),
    ...Array.from({ length: partly }, () => ({ response: 'partly' as const })),
    ...Array.from({ length: not }, () => ({ response: 'not_met' as const })),
  ];
  expect(metWords(answers(46, 1, 1), 'Good')).toBe(
    'Of 48 criteria that apply 46 were met, 1 partly and 1 not. By their weights alone that gives Good.',
  );
  expect(metWords(answers(1, 0, 0), null)).toBe('Of 1 criterion that applies 1 was met, 0 partly and 0 not.');
});

test('a sheet’s file is named by initials and day, whatever the name is made of', () => {
  expect(sheetFileName('Ada Fenn', '2026-11-09')).toBe('supervision-sheet-AF-2026-11-09.docx');
  expect(sheetFileName('Élodie ../etc/\u202eFenn', '2026-11-09')).toBe('supervision-sheet-E-2026-11-09.docx');
  expect(sheetFileName('李 明', '2026-11-09')).toBe('supervision-sheet-2026-11-09.docx');
});
