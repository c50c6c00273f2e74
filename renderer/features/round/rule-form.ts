import type { z } from 'zod';
import type { assignmentRuleSchema } from '../../../shared/contract/assignments.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import { AGENCIES, type Agency } from '../../../shared/contract/person.ts';

type Rule = z.infer<typeof assignmentRuleSchema>;

/** A rule as it is typed; what belongs to the other kinds is kept for coming back to them. */
export interface RuleForm {
  kind: Rule['kind'];
  auditors: string;
  agencies: Agency[];
  percent: string;
}

const MOST_AUDITORS = 6;

/** Two of different agencies, which is the field's usual way (field brief §6), or as many as there are. */
export function usualRule(agencies: readonly Agency[]): RuleForm {
  const present = AGENCIES.filter((agency) => agencies.includes(agency));
  return {
    kind: 'different_agencies',
    auditors: present.length < 2 ? '1' : '2',
    agencies: present,
    percent: '20',
  };
}

/** The rule as the contract takes it, or what is wrong with it. */
export function ruleOf({ kind, auditors, agencies, percent }: RuleForm): Rule | string {
  switch (kind) {
    case 'different_agencies': {
      const number = wholeNumber(auditors, 1, MOST_AUDITORS);
      return number === null ? `Give a number from 1 to ${MOST_AUDITORS}.` : { kind, auditors: number };
    }
    case 'one_per_agency':
      return agencies.length === 0
        ? 'Choose at least one.'
        : { kind, agencies: AGENCIES.filter((agency) => agencies.includes(agency)) };
    case 'share_doubled': {
      const number = wholeNumber(percent, 0, 100);
      return number === null ? 'Give a number from 0 to 100.' : { kind, percent: number };
    }
    default:
      return assertNever(kind);
  }
}

function wholeNumber(text: string, least: number, most: number): number | null {
  if (!/^\d{1,3}$/.test(text.trim())) return null;
  const number = Number(text);
  return number >= least && number <= most ? number : null;
}
