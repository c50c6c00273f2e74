import { assertNever } from '../assert-never.ts';
import { schoolStage } from '../timeline/school-stage.ts';

/** What a sample can be drawn by, so that each kind of plan is looked at (field brief §6, step 2). */
export const STRATUM_KEYS = ['plan_type', 'age_band', 'need', 'setting_type', 'team', 'looked_after', 'late'] as const;
export type StratumKey = (typeof STRATUM_KEYS)[number];

const KEY_WORDS: Record<StratumKey, string> = {
  plan_type: 'Kind of plan',
  age_band: 'Age band',
  need: 'Primary need',
  setting_type: 'Kind of setting',
  team: 'Team',
  looked_after: 'Looked after',
  late: 'Timeliness',
};

export function stratumKeyWords(key: StratumKey): string {
  return KEY_WORDS[key];
}

/** What the register knows of a plan that a stratum can be made of. */
export interface StratumFacts {
  planType: string;
  ncYear: number | null;
  primaryNeed: string | null;
  settingType: string | null;
  team: string | null;
  isLookedAfter: boolean | null;
  /** Null where the register has no dates to tell. */
  isLate: boolean | null;
}

/** Between the parts of a stratum's name. */
const JOINT = ' · ';

/** The stratum that a plan falls into; '' where the sample is drawn by nothing. What is not known is a part of its own. */
export function stratumOf(facts: StratumFacts, keys: readonly StratumKey[]): string {
  return keys.map((key) => partOf(facts, key)).join(JOINT);
}

function partOf(facts: StratumFacts, key: StratumKey): string {
  switch (key) {
    case 'plan_type':
      return facts.planType === 'new' ? 'New' : 'Amended or reviewed';
    case 'age_band':
      return facts.ncYear === null ? 'Age band not known' : schoolStage(facts.ncYear).phase;
    case 'need':
      return facts.primaryNeed ?? 'Need not known';
    case 'setting_type':
      return facts.settingType ?? 'Setting not known';
    case 'team':
      return facts.team ?? 'No team';
    case 'looked_after':
      return facts.isLookedAfter === null ? 'Not known' : facts.isLookedAfter ? 'Looked after' : 'Not looked after';
    case 'late':
      return facts.isLate === null ? 'No dates' : facts.isLate ? 'Late' : 'In time';
    default:
      return assertNever(key);
  }
}
