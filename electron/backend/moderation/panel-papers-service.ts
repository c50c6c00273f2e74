import type { ToModerate } from '../../../shared/contract/moderation.ts';
import type { Agency } from '../../../shared/contract/person.ts';
import {
  type PanelPaperInput,
  type PaperAction,
  type PaperDocument,
} from '../../../shared/domain/moderation/panel-paper-input.ts';
import { panelPaper } from '../../../shared/domain/moderation/panel-papers.ts';
import { criterionText, gradeLabel, responseLabel } from '../../../shared/domain/rubric/rubric-words.ts';
import type { Response, Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { recordAnswersSeen } from '../audits/answers-seen.ts';
import type { Caller, Clock } from '../caller.ts';
import { englishDay } from '../english-day.ts';
import type { PartnershipService } from '../partnership/partnership-service.ts';
import { renderPanelPaper } from '../reports/docx-panel.ts';
import type { RoundsService } from '../rounds/rounds-service.ts';
import type { RubricService } from '../rubric/rubric-service.ts';
import { recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { AgreementService } from './agreement-service.ts';
import type { ModerationService } from './moderation-service.ts';
import { selectPaperActions } from './paper-actions.ts';

export type PanelPapersService = ReturnType<typeof createPanelPapersService>;

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const AGENCIES: Record<Agency, string> = {
  education: 'Education',
  health: 'Health',
  social_care: 'Social care',
  parent_carer_forum: 'Parent carer forum',
};

const STAGES: Record<string, string> = {
  draft: 'draft',
  final: 'final',
  amended_draft: 'amended draft',
  amended_final: 'amended final',
};

function stageWords(stage: string): string {
  return STAGES[stage] ?? stage;
}

type Opened = Awaited<ReturnType<ModerationService['opened']>>[number];

/** The panel day's papers, from what the panel has before it. */
export function createPanelPapersService({
  db,
  clock,
  partnership,
  rounds,
  rubrics,
  moderation,
  agreement,
  resourcesFolder,
}: {
  db: WorkspaceDb;
  clock: Clock;
  partnership: PartnershipService;
  rounds: RoundsService;
  rubrics: RubricService;
  moderation: ModerationService;
  agreement: AgreementService;
  resourcesFolder: string | undefined;
}) {
  async function inputFor(caller: Caller, roundId: string, kind: PanelPaperInput['kind']): Promise<PanelPaperInput> {
    const madeAt = clock().toISOString();
    const round = await rounds.get(roundId);
    const { rubric } = await rubrics.get(round.rubricId);
    const opened = new Map((await moderation.opened(caller, roundId)).map((each) => [each.document.documentId, each]));
    const { documents } = await moderation.list(caller, roundId);
    const agreed = await agreement.agreement(caller, roundId);
    const actions = kind === 'minutes' ? await actionsOf(caller, roundId, madeAt) : [];
    return {
      kind,
      partnership: (await partnership.get()).name,
      period: `${round.halfTerm.label} ${round.halfTerm.schoolYear.replace('-', '/')}`,
      panelDate: round.panelDate,
      standards: `${rubric.title}, version ${rubric.version}`,
      author: caller.name,
      madeAt,
      members: (await rounds.members(roundId)).map(({ person, attended }) => ({
        name: person.name,
        agency: AGENCIES[person.agency],
        attended,
      })),
      documents: documents
        .filter(({ isCalibration }) => !isCalibration)
        .map((document) => paperDocument(rubric, document, opened.get(document.documentId))),
      actions,
      agreement: {
        words: agreed.words,
        kappa: agreed.kappa,
        disputed: agreed.criteria
          .filter(({ different }) => different > 0)
          .map(({ criterionId, ...counts }) => ({ criterion: criterionWords(rubric, criterionId), ...counts })),
      },
    };
  }

  /** Whoever is told of an action is told what was found in its plan. */
  async function actionsOf(caller: Caller, roundId: string, at: string): Promise<PaperAction[]> {
    const { actions, about } = await selectPaperActions(db, roundId, englishDay(at), stageWords);
    await recordAnswersSeen(db, caller.id, about, at);
    return actions;
  }

  return {
    async paper(caller: Caller, roundId: string, kind: PanelPaperInput['kind']): Promise<File> {
      const input = await inputFor(caller, roundId, kind);
      const assets = resourcesFolder === undefined ? {} : { resourcesFolder };
      const bytes = await renderPanelPaper(panelPaper(input), input, assets);
      await db.transaction().execute((trx) =>
        recordEvent(trx, {
          at: input.madeAt,
          personId: caller.id,
          action: 'moderation.paper',
          subjectId: roundId,
          detail: { kind },
        }),
      );
      return new File([bytes], `panel-${kind}-${input.panelDate}.docx`, { type: DOCX });
    },
  };
}

function paperDocument(rubric: Rubric, listed: ToModerate, opened: Opened | undefined): PaperDocument {
  const label = (grade: string | null): string | null => (grade === null ? null : gradeLabel(rubric, grade));
  const nameOf = (auditorId: string): string => listed.auditors.find(({ id }) => id === auditorId)?.name ?? '';
  const open = opened?.open;
  const computed = open === undefined ? null : (open.frozen?.computedGrade ?? open.standing.grading.overallGrade);
  return {
    name: listed.stage === null ? listed.planReference : `${listed.planReference}, ${stageWords(listed.stage)}`,
    state: listed.state,
    submitted: listed.submitted,
    auditors: listed.auditors.map(({ id, name, agency }) => ({
      who: `${name} (${AGENCIES[agency].toLowerCase()})`,
      grade: label(listed.given.find(({ auditorId }) => auditorId === id)?.grade ?? null),
    })),
    reasons: listed.reasons.map(({ text, detail }) => ({ text, detail })),
    criteria: (open?.standing.criteria ?? [])
      .filter(({ kind, decided }) => kind === 'different' || decided !== null)
      .map(({ criterion, given, agreed }) => ({
        text: criterionWords(rubric, criterion),
        given: (opened?.document.rows ?? [])
          .flatMap((row) => {
            const response = given.get(row.id);
            return response === undefined ? [] : [`${nameOf(row.auditor_id)}: ${answer(rubric, criterion, response)}`];
          })
          .join('; '),
        agreed: agreed === null ? 'Open' : answer(rubric, criterion, agreed),
        why: open?.kept.answers.get(criterion)?.reason ?? null,
      })),
    grade: label(listed.grade),
    computedGrade: label(computed),
    override:
      open?.kept.override === undefined || open.kept.override === null || listed.grade === computed
        ? null
        : { reason: open.kept.override.reason },
    dissents: [...(open?.kept.dissents ?? [])].map(([personId, { value }]) => ({ who: nameOf(personId), text: value })),
  };
}

function criterionWords(rubric: Rubric, criterion: string): string {
  return `${criterion} ${criterionText(rubric, criterion)}`;
}

function answer(rubric: Rubric, criterion: string, response: Response): string {
  return responseLabel(rubric, criterion, response).toLowerCase();
}
