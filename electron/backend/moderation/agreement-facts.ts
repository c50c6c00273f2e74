import type { AgreementFacts } from '../../../shared/domain/report/report-input.ts';
import type { Caller } from '../caller.ts';
import type { AgreementService } from './agreement-service.ts';

/** Criteria on which auditors differ are named up to so many: the next calibration's agenda. */
const MOST_DISPUTED = 10;

/** How far auditors agreed in rounds where any plan was graded by several; rounds without one are left out. */
export async function agreementFacts(
  agreement: AgreementService,
  caller: Caller,
  roundIds: readonly string[],
): Promise<AgreementFacts[]> {
  const found: AgreementFacts[] = [];
  for (const roundId of roundIds) {
    const view = await agreement.agreement(caller, roundId);
    if (view.documents === 0) continue;
    found.push({
      roundId,
      documents: view.documents,
      same: view.same,
      withinOne: view.withinOne,
      kappa: view.kappa,
      grades: view.grades,
      crossTable: view.crossTable,
      disputed: view.criteria
        .filter(({ different }) => different > 0)
        .slice(0, MOST_DISPUTED)
        .map(({ criterionId, pairs, different }) => ({ criterionId, pairs, different })),
    });
  }
  return found;
}
