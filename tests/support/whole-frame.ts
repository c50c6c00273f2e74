import type { SampleInput } from '../../shared/contract/samples.ts';

/** Asks for nothing: every plan may be drawn. */
export const WHOLE_FRAME: SampleInput['filter'] = {
  planTypes: [],
  ncYearFrom: null,
  ncYearTo: null,
  team: null,
  locality: null,
  isLookedAfter: null,
  isLate: null,
  notAuditedForRounds: 0,
};
