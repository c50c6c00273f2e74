/** Tones of tokens.css (1 best … 6 worst) for scales of two to six grades, best first. */
const TONES: Record<number, readonly number[]> = {
  1: [2],
  2: [2, 6],
  3: [2, 4, 6],
  4: [1, 2, 4, 6],
  5: [1, 2, 4, 5, 6],
  6: [1, 2, 3, 4, 5, 6],
};

export interface ScaleGrade {
  id: string;
  label: string;
  /** 1 is the best grade; where left out, the list's own order counts. */
  order?: number;
}

export interface GradeTone {
  label: string;
  /** 1 best … 6 worst: which of the colours and patterns. */
  tone: number;
  /** Place in the scale, 0 the best. */
  rank: number;
}

/** Colour and pattern of a grade in its scale, or null where the scale has no such grade. */
export function gradeTone(gradeId: string, scale: readonly ScaleGrade[]): GradeTone | null {
  const ordered = [...scale].sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
  const rank = ordered.findIndex((grade) => grade.id === gradeId);
  const grade = ordered[rank];
  const tone = TONES[ordered.length]?.[rank];
  return grade === undefined || tone === undefined ? null : { label: grade.label, tone, rank };
}
