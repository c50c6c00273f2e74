import type { Kysely } from 'kysely';
import type { Answer } from '../../../shared/contract/audits.ts';
import { combineGradings } from '../../../shared/domain/grading/combine-gradings.ts';
import { isShortfall } from '../../../shared/domain/grading/root-causes.ts';
import { criterionText, standardTitle } from '../../../shared/domain/rubric/rubric-words.ts';
import type { Excerpt, Finding } from '../../../shared/domain/supervision/supervision-findings.ts';
import { selectAnswers } from '../audits/audits-queries.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import type { SettledResult } from './settled-results.ts';
import { versionName } from './version-words.ts';

/**
 * The settled answers of one plan version with the words that they rest on. `hide` masks who and what the plan is about:
 * the register may hold no name, and the words name parents and schools as well.
 */
export async function findingsOf(
  db: Kysely<WorkspaceTables>,
  settled: SettledResult,
  hide: (words: string) => string,
): Promise<Finding[]> {
  const given: Record<string, Answer>[] = [];
  for (const { id } of settled.audits) given.push(await selectAnswers(db, id));
  const { rubric } = settled;
  const plan = versionName(settled);
  const { criteria } = combineGradings(rubric, [settled.grading]);
  const allStandards = rubric.standards.reduce((sum, standard) => sum + standard.weight, 0);
  let order = 0;
  return rubric.standards.flatMap((standard) => {
    const ofStandard = standard.criteria.reduce((sum, criterion) => sum + criterion.weight, 0);
    return standard.criteria.flatMap((criterion): Finding[] => {
      order += 1;
      const response = criteria.get(criterion.id);
      if (response === undefined) return [];
      // Words of those who answered as it stands; failing them, of whoever found it wanting as well.
      const answers = given.flatMap((own) => own[criterion.id] ?? []);
      const alike = answers.filter((answer) => answer.response === response);
      const wanting = answers.filter((answer) => isShortfall(answer.response));
      const behind = response === 'met' || alike.length > 0 ? alike : wanting;
      return [
        {
          criterionId: criterion.id,
          text: criterionText(rubric, criterion.id),
          standardId: standard.id,
          standardTitle: standardTitle(rubric, standard.id),
          whatGoodLooksLike: criterion.whatGoodLooksLike,
          isKey: criterion.isKey,
          weight: (standard.weight / allStandards) * (criterion.weight / ofStandard),
          order,
          response,
          excerpts: behind.map((answer) => excerptOf(plan, answer, hide)),
          causes: response === 'met' ? [] : wanting.map(({ rootCause }) => rootCause),
        },
      ];
    });
  });
}

function excerptOf(plan: string, { evidence, absentIn, comment }: Answer, hide: (text: string) => string): Excerpt {
  const quote = evidence[0]?.anchor.quote ?? '';
  return {
    plan,
    quote: quote.trim() === '' ? null : hide(quote),
    absentIn: absentIn,
    comment: hide(comment),
  };
}
