import type { Grading } from '../../../shared/domain/grading/grading.ts';
import { explainGrading } from '../../../shared/domain/grading/explain-grading.ts';
import { formatScore } from '../../../shared/domain/percentages.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { gradeLabel } from '../../../shared/domain/rubric/rubric-words.ts';
import { Button } from '../../ui/Button.tsx';
import { GradeBadge } from '../../ui/GradeBadge.tsx';
import { timeWords } from './active-time.ts';

/** The grade so far, always in sight, with the foremost reason for it. */
export function GradeBar({
  rubric,
  grading,
  asked,
  activeSeconds,
  isOpen,
  onToggle,
}: {
  rubric: Rubric;
  grading: Grading;
  /** Which standards are asked for; empty where it is all. */
  asked: string;
  activeSeconds: number;
  isOpen: boolean;
  onToggle: () => void;
}) {
  const foremost = explainGrading(rubric, grading).find(
    ({ kind, holds }) => holds && (kind === 'cap' || kind === 'guard'),
  );
  return (
    <section className="grade-bar" aria-label="Grade so far">
      <div className="grade-bar__grade">
        {grading.overallGrade === null ? (
          <span className="grade-bar__none">
            {grading.isPartial
              ? 'No overall grade'
              : grading.overallScore === null
                ? 'No answers yet'
                : `${formatScore(grading.overallScore)}% so far, provisional`}
          </span>
        ) : (
          <>
            <GradeBadge grade={grading.overallGrade} scale={rubric.gradeScale} size="large" />
            {grading.overallScore === null ? null : <span>{formatScore(grading.overallScore)}%</span>}
          </>
        )}
      </div>
      <p className="grade-bar__why" aria-live="polite">
        {grading.isPartial
          ? `${asked === '' ? 'You grade some of the standards' : asked}: the panel puts the parts together.`
          : foremost === undefined
            ? bestWords(rubric, grading)
            : foremost.text}
      </p>
      <span className="grade-bar__count">
        <progress max={Math.max(1, grading.toAnswer)} value={grading.answered} aria-label="Criteria answered" />
        <span className="small">
          {grading.answered} of {grading.toAnswer} answered
          <span className="soft"> · {timeWords(activeSeconds)}</span>
        </span>
      </span>
      <Button size="small" aria-expanded={isOpen} aria-controls="grade-reasons" onClick={onToggle}>
        {isOpen ? 'Hide why' : 'Why'}
      </Button>
    </section>
  );
}

function bestWords(rubric: Rubric, grading: Grading): string {
  if (grading.overallGrade !== null) return 'Nothing holds the grade down.';
  return `Best still possible: ${gradeLabel(rubric, grading.bestPossibleGrade)}.`;
}
