import type { OfficerAgency } from '../../../shared/domain/advice/advice-log.ts';
import type { Caller } from '../caller.ts';
import { Refusal } from '../refusal.ts';

/**
 * The DCO checks for health and the DSCO for social care, neither for the other; a QA lead may look at both. Throws
 * Refusal NOT_ALLOWED.
 */
export function refuseOtherAgency({ roles, agency: own }: Caller, agency: OfficerAgency, may: 'look' | 'check'): void {
  if (roles.includes('designated_officer') && own === agency) return;
  if (may === 'look' && roles.includes('qa_lead')) return;
  throw new Refusal(
    'NOT_ALLOWED',
    'This is the check of another agency’s officer.',
    'The DCO checks for health, the DSCO for social care.',
  );
}
