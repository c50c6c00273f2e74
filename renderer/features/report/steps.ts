/** A report is made in four steps; none has to be done before the next. */
export const STEPS = [
  { id: 'check', label: '1 Check' },
  { id: 'words', label: '2 Words' },
  { id: 'excerpts', label: '3 Excerpts' },
  { id: 'freeze', label: '4 Freeze and export' },
] as const;
export type StepId = (typeof STEPS)[number]['id'];
