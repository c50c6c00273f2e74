import { classNames } from './class-names.ts';
import { gradeTone } from './grade-tone.ts';
import type { ScaleGrade } from './grade-tone.ts';
import './grade-badge.css';

/** A grade as its word, its pattern and its colour; any one of the three is enough to read it. */
export function GradeBadge({
  grade,
  scale,
  noneLabel = 'Not graded yet',
  size = 'normal',
}: {
  /** Id in the scale, or null where there is none yet. */
  grade: string | null;
  scale: readonly ScaleGrade[];
  noneLabel?: string;
  size?: 'normal' | 'large';
}) {
  const found = grade === null ? null : gradeTone(grade, scale);
  return (
    <span className={classNames('grade', size === 'large' && 'grade--large', found === null && 'grade--none')}>
      <GradeSwatch tone={found?.tone ?? null} />
      <span>{found?.label ?? (grade === null ? noneLabel : grade)}</span>
    </span>
  );
}

/** The patterned square alone, for legends; it needs its word beside it. */
export function GradeSwatch({ tone }: { tone: number | null }) {
  return (
    <svg className={`grade__swatch grade__swatch--${tone ?? 'none'}`} viewBox="0 0 16 16" aria-hidden="true">
      <rect className="grade__ground" x="0" y="0" width="16" height="16" rx="2" />
      <path className="grade__pattern" d={tone === null ? 'M4 8h8' : (PATTERNS[tone] ?? '')} />
    </svg>
  );
}

/** One drawing per tone: plain, one diagonal way, dots, lines, the other diagonal, a cross-hatch. */
const PATTERNS: Record<number, string> = {
  1: '',
  2: 'M1 11L11 1M5 15L15 5',
  3: 'M4 4h.01M12 4h.01M8 8h.01M4 12h.01M12 12h.01',
  4: 'M1 4.5h14M1 8h14M1 11.5h14',
  5: 'M5 1l10 10M1 5l10 10',
  6: 'M2 2l12 12M14 2L2 14',
};
