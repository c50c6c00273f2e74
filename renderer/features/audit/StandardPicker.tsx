import type { Grading, StandardGrading } from '../../../shared/domain/grading/grading.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { standardTitle } from '../../../shared/domain/rubric/rubric-words.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Link } from 'wouter';
import { GradeBadge } from '../../ui/GradeBadge.tsx';
import { isOpen as canBeAnswered } from './places.ts';

/** Which standard is in hand; the others, with how far each has come, on demand. */
export function StandardPicker({
  rubric,
  grading,
  standardId,
  auditId,
  isAcross,
  isOpen,
  onToggle,
  onStep,
  onPick,
}: {
  rubric: Rubric;
  grading: Grading;
  standardId: string;
  auditId: string;
  isAcross: boolean;
  isOpen: boolean;
  onToggle: () => void;
  onStep: (by: 1 | -1) => void;
  onPick: (standardId: string) => void;
}) {
  const at = rubric.standards.findIndex(({ id }) => id === standardId);
  const standard = rubric.standards[at];
  const standing = grading.standards.find(({ id }) => id === standardId);
  return (
    <div className="standard-picker">
      <div className="standard-picker__line">
        {isAcross ? null : (
          <IconButton
            label="Previous standard ([ or Alt+↑)"
            disabled={at <= 0}
            onClick={() => {
              onStep(-1);
            }}
          >
            ‹
          </IconButton>
        )}
        <div className="standard-picker__title">
          <h2>{standard?.title ?? standardId}</h2>
          <span className="soft small">
            Standard {at + 1} of {rubric.standards.length}
            {standing === undefined ? '' : ` · ${countWords(standing)}`}
          </span>
        </div>
        {standing === undefined || !canBeAnswered(standing) ? null : (
          <GradeBadge grade={standing.grade} scale={rubric.gradeScale} />
        )}
        {isAcross ? null : (
          <>
            <Link
              className="small standard-picker__across"
              href={`/audits/${auditId}/across/${standardId}`}
              aria-keyshortcuts="B"
              title="This standard across all my plans (B)"
            >
              Across plans
            </Link>
            <Button
              size="small"
              aria-expanded={isOpen}
              aria-controls="standard-list"
              aria-keyshortcuts="S"
              title="All standards (S)"
              onClick={onToggle}
            >
              All
            </Button>
            <IconButton
              label="Next standard (] or Alt+↓)"
              disabled={at >= rubric.standards.length - 1}
              onClick={() => {
                onStep(1);
              }}
            >
              ›
            </IconButton>
          </>
        )}
      </div>
      {isOpen ? (
        <ol className="list-plain standard-list" id="standard-list">
          {rubric.standards.map(({ id }) => {
            const own = grading.standards.find((candidate) => candidate.id === id);
            return (
              <li key={id}>
                <button
                  type="button"
                  className="standard-list__item"
                  aria-current={id === standardId ? 'true' : undefined}
                  onClick={() => {
                    onPick(id);
                  }}
                >
                  <span>{standardTitle(rubric, id)}</span>
                  <span className="soft small">{own === undefined ? '' : countWords(own)}</span>
                  {own === undefined || !canBeAnswered(own) ? (
                    <span />
                  ) : (
                    <GradeBadge grade={own.grade} scale={rubric.gradeScale} />
                  )}
                </button>
              </li>
            );
          })}
        </ol>
      ) : null}
    </div>
  );
}

function countWords(standing: StandardGrading): string {
  if (!canBeAnswered(standing)) return 'does not apply';
  return `${standing.answered} of ${standing.toAnswer} answered`;
}
