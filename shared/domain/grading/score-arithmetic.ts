import { gradeRank, lowestGrade } from './grade-order.ts';
import type { Criterion, Response, Rubric } from '../rubric/rubric.ts';

/** Weighted means and bands, at full precision. */

/**
 * How far below a threshold (in points of 100) a score may lie and still reach it. Weights and scores are decimals, and
 * binary fractions hold them only nearly: 0.1 + 0.2 is not 0.3. The error of a thousand criteria stays under 1e-11,
 * and no real difference between two sets of answers is as small as this.
 */
const SCORE_TOLERANCE = 1e-10;

export type Weighted = { weight: number; score: number };

/** The weighted mean; null where there is nothing to weigh. All weights are positive. */
export function weightedMean(items: readonly Weighted[]): number | null {
  if (items.length === 0) return null;
  const unit = scaleOf(items);
  let sum = 0;
  let total = 0;
  for (const { weight, score } of items) {
    sum += (weight / unit) * score;
    total += weight / unit;
  }
  return sum / total;
}

/** The grade whose band a score of 0–100 falls in: the best whose threshold it reaches, else the lowest of the scale. */
export function bandOf(rubric: Rubric, thresholds: Rubric['scoring']['overall']['thresholds'], score: number): string {
  const reached = thresholds
    .filter((threshold) => score >= threshold.min - SCORE_TOLERANCE)
    .toSorted((a, b) => gradeRank(rubric, a.grade) - gradeRank(rubric, b.grade));
  return reached[0]?.grade ?? lowestGrade(rubric);
}

/**
 * What an answer scores, 0–1; null where it has no score. The rubric's `scoring` decides; the number beside an option
 * of a response type counts where `scoring` is silent about that answer.
 */
export function scoreOf(rubric: Rubric, criterion: Criterion, response: Response): number | null {
  if (response === 'not_applicable') return null;
  const { scores } = rubric.scoring.criterion;
  if (Object.hasOwn(scores, response)) return scores[response] ?? null;
  const options = rubric.responseTypes[criterion.responseType]?.options ?? [];
  return options.find((option) => option.id === response)?.score ?? null;
}

/** The most that any answer to the criterion can score; null where none scores. */
export function bestScoreOf(rubric: Rubric, criterion: Criterion): number | null {
  const options = rubric.responseTypes[criterion.responseType]?.options ?? [];
  const scores = options.map((option) => scoreOf(rubric, criterion, option.id)).filter((score) => score !== null);
  return scores.length === 0 ? null : Math.max(...scores);
}

/** 1, except for weights so large or small that their sums would overflow or vanish. */
function scaleOf(items: readonly Weighted[]): number {
  const heaviest = Math.max(...items.map((item) => item.weight));
  return heaviest > 1e200 || heaviest < 1e-200 ? heaviest : 1;
}
