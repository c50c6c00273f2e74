import type { AuditedVersion } from '../../../shared/contract/supervision.ts';
import { STAGES } from '../../../shared/contract/plans.ts';
import { combineGradings } from '../../../shared/domain/grading/combine-gradings.ts';
import { gradesFromBest } from '../../../shared/domain/grading/grade-order.ts';
import { gradeLabel } from '../../../shared/domain/rubric/rubric-words.ts';
import type { GradedVersion, SettledResult } from './settled-results.ts';

const STAGE_WORDS: Record<string, string> = {
  draft: 'draft',
  final: 'final',
  amended_draft: 'amended draft',
  amended_final: 'amended final',
};

/** 'FM-001, final': by the plan's reference, never by the child's name. */
export function versionName({ reference, stage }: Pick<GradedVersion, 'reference' | 'stage'>): string {
  return stage === null ? reference : `${reference}, ${STAGE_WORDS[stage] ?? stage.replaceAll('_', ' ')}`;
}

/** A settled version as a list shows it. */
export function auditedVersion(settled: SettledResult, halfTerm: string): AuditedVersion {
  const { rubric, grading, grade } = settled;
  const answers = [...combineGradings(rubric, [grading]).criteria.values()];
  const counted = (response: string): number => answers.filter((given) => given === response).length;
  return {
    roundId: settled.roundId,
    documentId: settled.documentId,
    reference: settled.reference,
    stage: STAGES.find((known) => known === settled.stage) ?? null,
    halfTerm,
    panelDate: settled.panelDate,
    grade: grade === null ? null : { id: grade, label: gradeLabel(rubric, grade) },
    gradeScale: gradesFromBest(rubric).map(({ id, order }) => ({ id, label: gradeLabel(rubric, id), order })),
    isModerated: settled.isModerated,
    criteria: { met: counted('met'), partly: counted('partly'), notMet: counted('not_met') },
  };
}
