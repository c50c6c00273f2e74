import type { Seen } from './word-pattern.ts';

/** Why a label came out as it did: the rule, one sentence, where the rule comes from, and the words that it saw. */
export interface Reason {
  /** Names the rule; stable, for tests and for dismissing. */
  rule: string;
  reason: string;
  source: string;
  seen: Seen[];
}

/** One label's value and why. */
export interface Judged<Value = boolean> {
  value: Value;
  because: Reason;
}

export type PfaArea = 'employment' | 'independent_living' | 'community_inclusion' | 'health';

export interface SmartLabels {
  specific: boolean;
  measurable: boolean;
  achievable: boolean;
  relevant: boolean;
  timebound: boolean;
}

export interface OutcomeLabels {
  smart: SmartLabels;
  overall: boolean;
  isOutcomeNotProvision: boolean;
  pfaAreas: PfaArea[];
}

export interface OutcomeAssessment {
  labels: OutcomeLabels;
  reasons: Record<keyof SmartLabels | 'isOutcomeNotProvision' | 'pfaAreas', Reason>;
}

export interface ProvisionLabels {
  specific: boolean;
  quantified: boolean;
  /** The statement's own words, shortest span that hedges. */
  vaguePhrases: string[];
  who: boolean;
  frequency: boolean;
  duration: boolean;
}

export interface ProvisionAssessment {
  labels: ProvisionLabels;
  reasons: Record<keyof ProvisionLabels, Reason>;
}

export const SOURCES = {
  outcomes: 'SEND Code of Practice 9.66',
  outcomeNotProvision: 'SEND Code of Practice 9.66: an outcome is the benefit or difference made, not the service',
  provision: 'SEND Code of Practice 9.69 (Section F)',
  vague: 'L v Clarke and Somerset (1998); Worcestershire v SE (2020)',
  pfa: 'SEND Code of Practice 8.5–8.10; SEND Regulations 2014, reg 12(3)',
} as const;

export function judged(value: boolean, rule: string, reason: string, source: string, seen: Seen[] = []): Judged {
  return { value, because: { rule, reason, source, seen } };
}
