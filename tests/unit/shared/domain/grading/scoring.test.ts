import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareGrades, gradeRank, isAtLeast } from '../../../../../shared/domain/grading/grade-order.ts';
import { gradingSchema } from '../../../../../shared/domain/grading/grading.ts';
import { parseRubric } from '../../../../../shared/domain/rubric/rubric-problems.ts';
import type { Responses, Rubric } from '../../../../../shared/domain/rubric/rubric.ts';
import { grade } from '../../../../../shared/domain/grading/scoring.ts';
import { arbitraryCase, type Case, criteriaOf, offered, SCORED_RESPONSES } from '../rubric/random-rubrics.ts';
import { referenceGrading, toNumber } from './reference-grading.ts';

describe('over random rubrics', () => {
  test('every random rubric is a valid one', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({ rubric }) => {
        expect(parseRubric(rubric)).toEqual({ rubric });
      }),
    );
  });

  test.each([true, false])('agrees with the rules written apart in exact fractions (complete: %s)', (complete) => {
    fc.assert(
      fc.property(arbitraryCase({ complete }), ({ rubric, facts, responses }) => {
        const grading = gradingSchema.parse(grade(rubric, facts, responses));
        const reference = referenceGrading(rubric, facts, responses);
        expect(grading.overallGrade).toBe(reference.grade);
        expect(grading.thresholdGrade).toBe(reference.thresholdGrade);
        expect(grading.guardsApplied.map(({ id }) => id)).toEqual(reference.guards);
        expect(grading.capsApplied.map(({ criterion }) => criterion)).toEqual(reference.caps);
        expectScore(grading.overallScore, reference.score);
        for (const standard of grading.standards) {
          const own = reference.standards[standard.id];
          expect(standard.grade).toBe(own?.grade);
          expect(standard.guardsApplied.map(({ id }) => id)).toEqual(own?.guards);
          expectScore(standard.score, own?.score ?? null);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('a better answer never lowers a score, nor a grade where guards and caps look at poor answers alone', () => {
    fc.assert(
      fc.property(arbitraryCase({ monotone: true, complete: true }), fc.nat(), (example, pick) => {
        const bettered = withBetterAnswer(example, pick);
        if (bettered === undefined) return;
        const { rubric, facts, responses } = example;
        const before = grade(rubric, facts, responses);
        const after = grade(rubric, facts, bettered);
        expect(after.overallScore ?? 0).toBeGreaterThanOrEqual(before.overallScore ?? 0);
        expect(rank(rubric, after.overallGrade)).toBeLessThanOrEqual(rank(rubric, before.overallGrade));
        before.standards.forEach((standard, at) => {
          const better = after.standards[at];
          expect(better?.score ?? 0).toBeGreaterThanOrEqual(standard.score ?? 0);
          expect(rank(rubric, better?.grade ?? null)).toBeLessThanOrEqual(rank(rubric, standard.grade));
        });
      }),
      { numRuns: 300 },
    );
  });

  test('no grade is above a cap that applies, and the caps stand worst first', () => {
    fc.assert(
      fc.property(arbitraryCase({ complete: true }), ({ rubric, facts, responses }) => {
        const { overallGrade, thresholdGrade, guardsApplied, capsApplied } = grade(rubric, facts, responses);
        if (overallGrade === null || thresholdGrade === null) return;
        const before = guardsApplied.at(-1)?.to ?? thresholdGrade;
        for (const { capsOverallTo, bites } of capsApplied) {
          expect(isAtLeast(rubric, capsOverallTo, overallGrade)).toBe(true);
          expect(bites).toBe(!isAtLeast(rubric, capsOverallTo, before));
        }
        const grades = capsApplied.map(({ capsOverallTo }) => capsOverallTo);
        expect(grades).toEqual(grades.toSorted((a, b) => compareGrades(rubric, b, a)));
      }),
    );
  });

  test('not applicable never counts: the criterion might as well not be there', () => {
    fc.assert(
      fc.property(arbitraryCase({ complete: true }), ({ rubric, facts, responses }) => {
        const grading = grade(rubric, facts, responses);
        const standards = rubric.standards
          .map((standard) => ({
            ...standard,
            criteria: standard.criteria.filter(({ id }) => responses[id] !== 'not_applicable'),
          }))
          .filter(({ criteria }) => criteria.length > 0);
        const without = grade({ ...rubric, standards }, facts, responses);
        expect(without.overallScore).toBe(grading.overallScore);
        expect(without.overallGrade).toBe(grading.overallGrade);
        expect(without.capsApplied).toEqual(grading.capsApplied);
        expect(without.guardsApplied).toEqual(grading.guardsApplied);
      }),
    );
  });

  test('an answer to what does not apply changes nothing', () => {
    fc.assert(
      fc.property(arbitraryCase({ complete: true }), ({ rubric, facts, responses }) => {
        const grading = grade(rubric, facts, responses);
        const applying = new Set(
          grading.standards
            .flatMap(({ criteria }) => criteria)
            .filter(({ applies }) => applies === 'applies')
            .map(({ id }) => id),
        );
        const kept = Object.fromEntries(Object.entries(responses).filter(([id]) => applying.has(id)));
        expect(withoutAnswers(grade(rubric, facts, kept))).toEqual(withoutAnswers(grading));
      }),
    );
  });

  test('unanswered is never not met: with an answer taken away there is no grade', () => {
    fc.assert(
      fc.property(arbitraryCase({ complete: true }), fc.nat(), ({ rubric, facts, responses }, pick) => {
        const asked = grade(rubric, facts, responses)
          .standards.flatMap(({ criteria }) => criteria)
          .filter(({ applies }) => applies === 'applies');
        const chosen = asked[pick % Math.max(1, asked.length)];
        if (chosen === undefined) return;
        const { [chosen.id]: _, ...others } = responses;
        const grading = grade(rubric, facts, others);
        expect(grading.isComplete).toBe(false);
        expect(grading.overallGrade).toBeNull();
        const standard = grading.standards.find(({ criteria }) => criteria.some(({ id }) => id === chosen.id));
        expect(standard?.grade).toBeNull();
        const score = grade(rubric, facts, { ...others, [chosen.id]: 'not_met' }).overallScore;
        expect(grading.overallScore ?? 100).toBeGreaterThanOrEqual((score ?? 0) - 1e-10);
      }),
    );
  });

  test('the order in which answers were given changes nothing', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({ rubric, facts, responses }) => {
        const turned = Object.fromEntries(Object.entries(responses).toReversed());
        expect(grade(rubric, facts, turned)).toEqual(grade(rubric, facts, responses));
      }),
    );
  });

  test.each([3, 0.1, 1e-3, 7e5, 1e300, 1e-300])('multiplying all weights by %d changes no grade', (factor) => {
    fc.assert(
      fc.property(arbitraryCase({ complete: true }), ({ rubric, facts, responses }) => {
        const scaled = {
          ...rubric,
          standards: rubric.standards.map((standard) => ({
            ...standard,
            weight: standard.weight * factor,
            criteria: standard.criteria.map((criterion) => ({ ...criterion, weight: criterion.weight * factor })),
          })),
        };
        const plain = grade(rubric, facts, responses);
        const other = grade(scaled, facts, responses);
        expect(other.overallGrade).toBe(plain.overallGrade);
        expect(other.standards.map((standard) => standard.grade)).toEqual(plain.standards.map(({ grade }) => grade));
        expect(other.overallScore ?? -1).toBeCloseTo(plain.overallScore ?? -1, 9);
      }),
      { numRuns: 50 },
    );
  });

  test('the best possible grade is reached by the best answers, and beaten by none', () => {
    fc.assert(
      fc.property(arbitraryCase({ monotone: true, complete: true }), fc.nat({ max: 255 }), (example, mask) => {
        const { rubric, facts, responses } = example;
        const some = Object.fromEntries(Object.entries(responses).filter((_, at) => ((mask >> (at % 8)) & 1) === 1));
        const { bestPossibleGrade, guardsHolding } = grade(rubric, facts, some);
        const ends = grade(rubric, facts, responses);
        expect(rank(rubric, bestPossibleGrade)).toBeLessThanOrEqual(rank(rubric, ends.overallGrade));
        const filled = Object.fromEntries(criteriaOf(rubric).map(({ id }) => [id, some[id] ?? ('met' as const)]));
        const best = grade(rubric, facts, filled);
        fc.pre(best.overallGrade !== null);
        expect(bestPossibleGrade).toBe(best.overallGrade);
        expect(guardsHolding).toEqual(best.guardsApplied);
      }),
      { numRuns: 300 },
    );
  });

  test('a developmental standard is graded, and changes nothing else', () => {
    fc.assert(
      fc.property(arbitraryCase({ complete: true }), ({ rubric, facts, responses }) => {
        const all = rubric.standards.map(({ id }) => id);
        const plain = grade(rubric, facts, responses);
        const developmental = grade(rubric, facts, responses, { developmentalStandards: all });
        expect({ ...developmental, standards: [] }).toEqual({ ...plain, standards: [] });
        const always = rubric.standards.map((standard) => ({ ...standard, applicability: null }));
        const asIfApplying = grade({ ...rubric, standards: always }, facts, responses);
        developmental.standards.forEach((standard, at) => {
          const like = standard.isDevelopmental ? asIfApplying.standards[at] : plain.standards[at];
          const { id, score, grade, thresholdGrade, guardsApplied } = standard;
          expect(like).toMatchObject({ id, score, grade, thresholdGrade, guardsApplied });
        });
      }),
    );
  });
});

function expectScore(score: number | null, reference: { top: bigint; bottom: bigint } | null): void {
  expect(score ?? -1).toBeCloseTo(reference === null ? -1 : toNumber(reference), 9);
}

/** 0 for the best grade; what has none counts as below them all. */
function rank(rubric: Rubric, grade: string | null): number {
  return grade === null ? Number.POSITIVE_INFINITY : gradeRank(rubric, grade);
}

function withBetterAnswer({ rubric, responses }: Case, pick: number): Responses | undefined {
  const choices = criteriaOf(rubric).flatMap((criterion) => {
    const at = SCORED_RESPONSES.indexOf(responses[criterion.id] ?? 'not_applicable');
    const better = at === -1 ? [] : SCORED_RESPONSES.slice(at + 1);
    return better
      .filter((response) => offered(rubric, criterion).includes(response))
      .map((response) => ({ ...responses, [criterion.id]: response }));
  });
  return choices[pick % Math.max(1, choices.length)];
}

function withoutAnswers(grading: ReturnType<typeof grade>): unknown {
  const standards = grading.standards.map((standard) => ({
    ...standard,
    criteria: standard.criteria.map((criterion) => ({ ...criterion, response: null })),
  }));
  return { ...grading, standards };
}
