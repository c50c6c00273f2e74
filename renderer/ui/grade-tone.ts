import { gradeTone as toneAt } from '../../shared/charts/grade-marks.ts';

export interface ScaleGrade {
  id: string;
  label: string;
  /** 1 is the best grade; where left out, the list's own order counts. */
  order?: number;
}

export interface GradeTone {
  label: string;
  /** 1 best … 6 worst: which of the colours and patterns of tokens.css, the same as in charts. */
  tone: number;
  /** Place in the scale, 0 the best. */
  rank: number;
}

/** Colour and pattern of a grade in its scale of two to six, or null where the scale has no such grade. */
export function gradeTone(gradeId: string, scale: readonly ScaleGrade[]): GradeTone | null {
  const ordered = [...scale].sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
  const rank = ordered.findIndex((grade) => grade.id === gradeId);
  const grade = ordered[rank];
  return grade === undefined ? null : { label: grade.label, tone: toneAt(rank, ordered.length) + 1, rank };
}
