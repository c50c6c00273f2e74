import type { z } from 'zod';
import type { AgreementView, leniencySchema } from '../../../shared/contract/moderation.ts';
import {
  agreementByCriterion,
  agreementInWords,
  agreementOf,
  type CriterionPair,
  FEWEST_PLANS_FOR_KAPPA,
  leniencyOf,
  pairsOf,
} from '../../../shared/domain/moderation/agreement.ts';
import { gradeRank, gradesFromBest } from '../../../shared/domain/grading/grade-order.ts';
import type { Caller } from '../caller.ts';
import type { RoundsService } from '../rounds/rounds-service.ts';
import type { RubricService } from '../rubric/rubric-service.ts';
import type { ModerationService } from './moderation-service.ts';

export type AgreementService = ReturnType<typeof createAgreementService>;

/** How far auditors agree, over the documents that the panel has opened. Nothing is told of what is still blind. */
export function createAgreementService({
  moderation,
  rounds,
  rubrics,
}: {
  moderation: ModerationService;
  rounds: RoundsService;
  rubrics: RubricService;
}) {
  return {
    async agreement(caller: Caller, roundId: string): Promise<AgreementView> {
      const { rubric } = await rubrics.get((await rounds.get(roundId)).rubricId);
      const opened = await moderation.opened(caller, roundId);
      const grades = gradesFromBest(rubric).map(({ id }) => id);
      const found = agreementOf(
        opened.map(({ document }) =>
          document.audits.flatMap(({ grading: { overallGrade } }) =>
            overallGrade === null ? [] : [gradeRank(rubric, overallGrade)],
          ),
        ),
        grades.length,
      );
      const pairs = opened.flatMap(({ open }) =>
        open.untouched.criteria.flatMap(({ criterion, given }) =>
          pairsOf([...given.values()]).map(([first, second]): CriterionPair => ({ criterion, first, second })),
        ),
      );
      return {
        words: agreementInWords(found),
        documents: found.documents,
        same: found.same,
        withinOne: found.withinOne,
        kappa: found.kappa,
        fewestForKappa: FEWEST_PLANS_FOR_KAPPA,
        grades,
        crossTable: found.crossTable,
        criteria: agreementByCriterion(pairs).map(({ criterion, ...counts }) => ({
          criterionId: criterion,
          ...counts,
        })),
      };
    },

    /** By auditor, in the order of their names. */
    async leniency(caller: Caller, roundId: string): Promise<z.infer<typeof leniencySchema>> {
      const { rubric } = await rubrics.get((await rounds.get(roundId)).rubricId);
      const graded = (await moderation.opened(caller, roundId)).flatMap(({ document, open }) =>
        document.rows.map((row, at) => ({
          auditor: document.live.find(({ auditor }) => auditor.id === row.auditor_id)?.auditor,
          given: document.audits[at]?.grading.overallGrade ?? null,
          agreed: open.frozen?.grade ?? null,
        })),
      );
      const auditors = new Map(graded.flatMap(({ auditor }) => (auditor === undefined ? [] : [[auditor.id, auditor]])));
      return [...auditors.values()]
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
        .map((auditor) => {
          const found = leniencyOf(
            graded.flatMap(({ auditor: own, given, agreed }) =>
              own?.id !== auditor.id || given === null || agreed === null
                ? []
                : [{ given: gradeRank(rubric, given), agreed: gradeRank(rubric, agreed) }],
            ),
          );
          return { auditor, documents: found?.documents ?? 0, meanSteps: found?.meanSteps ?? null };
        });
    },
  };
}
