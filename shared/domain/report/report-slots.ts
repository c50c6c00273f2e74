/** Parts of the report in which a person's own words may stand, by the parts' ids and in their order. */
export const REPORT_SLOTS = [
  'summary',
  'sample',
  'grades',
  'standards',
  'agencies',
  'criteria',
  'themes',
  'pfa',
  'trend',
  'moderation',
  'actions',
  'training',
  'methods',
] as const;
export type ReportSlot = (typeof REPORT_SLOTS)[number];
