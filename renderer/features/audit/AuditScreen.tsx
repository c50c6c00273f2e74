import type { ComponentType } from 'react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import type { OpenDocument } from '../../../shared/contract/documents.ts';
import type { Audit } from '../../../shared/contract/audits.ts';
import type { Anchor, DocumentModel } from '../../../shared/domain/document-model.ts';
import { withoutCause } from '../../../shared/domain/grading/root-causes.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { isActionProblem } from '../../../shared/domain/grading/submission.ts';
import { showToast } from '../../ui/toast-store.ts';
import { DocumentView } from '../../viewer/DocumentView.tsx';
import { placeOfAnchor } from '../../viewer/marks.ts';
import { SectionTabs, showSection } from '../../viewer/SectionTabs.tsx';
import { clearSelection, createViewerStore, lightUp } from '../../viewer/viewer-store.ts';
import { AcrossBar } from './AcrossBar.tsx';
import { askedPart, askedWords } from './asked-part.ts';
import { AuditHeader } from './AuditHeader.tsx';
import type { CriterionEvents } from './CriterionCard.tsx';
import { FactsDialog } from './FactsDialog.tsx';
import { FlagDialog } from './FlagDialog.tsx';
import { GradeReasons } from './GradeReasons.tsx';
import { LeaveGuard } from './LeaveGuard.tsx';
import { NotesDialog } from './NotesDialog.tsx';
import { PaneDivider } from './PaneDivider.tsx';
import { anchorInWords } from '../../viewer/place-words.ts';
import { firstOf, nextUnanswered, placeOfCriterion } from './places.ts';
import { ReopenDialog } from './ReopenDialog.tsx';
import { RubricPane } from './RubricPane.tsx';
import { createScreenStore, goTo } from './screen-store.ts';
import { SubmitDialog } from './SubmitDialog.tsx';
import { useAcross } from './use-across.ts';
import { useActiveTime } from './use-active-time.ts';
import { newKey, useAudit } from './use-audit.ts';
import { useEvidenceMarks } from './use-evidence-marks.ts';
import { useHintEvents } from './use-hint-events.ts';
import { useHintMarks, useHints } from './use-hints.ts';
import { useScreenKeys } from './use-screen-keys.ts';
import './audit.css';

/** What earlier audits of the plan asked for: a feature of its own, handed in from outside. */
export type EarlierActionsBar = ComponentType<{ audit: Audit; isOpen: boolean; onOpen: (isOpen: boolean) => void }>;

export interface AuditScreenProps {
  audit: Audit;
  rubric: Rubric;
  model: DocumentModel;
  /** Where names are masked: who checked it. */
  masked: OpenDocument['masked'];
  fileUrl: string;
  /** The one standard that is gone through across all plans; null for the whole audit. */
  acrossId: string | null;
  /** What earlier audits of the plan asked for, over the plan and the standards. */
  earlier: EarlierActionsBar;
}

/** The plan and the standards on one screen, with the grade so far above them. */
export function AuditScreen({
  audit,
  rubric: whole,
  model,
  masked,
  fileUrl,
  acrossId,
  earlier: Earlier,
}: AuditScreenProps) {
  const { work, standing, status, actions } = useAudit(whole, audit);
  const rubric = useMemo(
    () => askedPart(whole, acrossId === null ? audit.standards : [acrossId]),
    [whole, acrossId, audit.standards],
  );
  const across = useAcross(audit, acrossId);
  const [, navigate] = useLocation();
  const [viewer] = useState(createViewerStore);
  const [screen] = useState(() => createScreenStore(audit.id, startOf(rubric, audit), acrossId !== null));
  const { place, split, dialog, areReasonsOpen, areHintsInPlan, announcement } = useStore(screen);
  const isLocked = audit.state === 'submitted';
  const { marks, lostIds } = useEvidenceMarks(model, standing, place.criterionId);
  const hints = useHints(audit.id);
  const hintMarks = useHintMarks(rubric, hints, place.criterionId, areHintsInPlan);
  const allMarks = useMemo(() => [...hintMarks, ...marks], [hintMarks, marks]);
  const quote = useCallback(
    (anchor: Anchor) => {
      const { criterionId } = screen.getState().place;
      actions.act({ kind: 'add_evidence', criterionId, anchor, key: newKey() });
      clearSelection(viewer);
      window.getSelection()?.removeAllRanges();
      screen.setState({ announcement: `Added as evidence for ${criterionId}: ${anchor.quote}` });
    },
    [actions, screen, viewer],
  );
  const hintEvents = useHintEvents({ audit, model, viewer, screen, quote });
  const on = useCriterionEvents({ model, viewer, screen, work, actions, rubric, hintEvents });
  const onAcross = useCallback(
    (standardId: string) => {
      navigate(acrossId === null ? `/audits/${audit.id}/across/${standardId}` : `/audits/${audit.id}`);
    },
    [navigate, acrossId, audit.id],
  );
  useScreenKeys({ audit, rubric, model, standing, screen, viewer, actions, quote, across, onAcross });
  useActiveTime(audit.id, isLocked);
  const { standardId } = place;
  useEffect(() => {
    const standard = rubric.standards.find(({ id }) => id === standardId);
    standard?.sections.some((section) => showSection(viewer, model, section));
  }, [standardId, rubric, model, viewer]);
  const toCriterion = (criterionId: string): void => {
    const target = placeOfCriterion(rubric, criterionId);
    if (target !== null) goTo(screen, target);
  };
  const toStandard = (id: string): void => {
    const target = firstOf(rubric, standing.grading, id);
    if (target !== null) goTo(screen, target);
  };
  return (
    <div className="full-screen">
      <AuditHeader
        audit={audit}
        rubric={whole}
        standing={standing}
        status={status}
        work={work}
        screen={screen}
        onUndo={actions.undo}
      />
      {areReasonsOpen ? (
        <GradeReasons rubric={whole} grading={standing.grading} onCriterion={toCriterion} onStandard={toStandard} />
      ) : null}
      <Earlier
        audit={audit}
        isOpen={dialog === 'earlier'}
        onOpen={(isOpen) => {
          screen.setState({ dialog: isOpen ? 'earlier' : null });
        }}
      />
      {acrossId === null ? null : <AcrossBar audit={audit} rubric={whole} standardId={acrossId} across={across} />}
      <div
        className="full-screen__panes"
        style={{ gridTemplateColumns: `minmax(0, ${split}fr) auto minmax(0, ${100 - split}fr)` }}
      >
        <DocumentView
          document={audit.document}
          model={model}
          fileUrl={fileUrl}
          masked={masked}
          viewer={viewer}
          marks={allMarks}
          labels={null}
          onQuote={isLocked ? undefined : quote}
          quoteFor={place.criterionId}
        >
          <SectionTabs sections={rubric.sections} model={model} viewer={viewer} />
        </DocumentView>
        <PaneDivider screen={screen} />
        <RubricPane
          rubric={rubric}
          audit={audit}
          standing={standing}
          screen={screen}
          actions={actions}
          hints={hints}
          lostIds={lostIds}
          on={on}
          isAcross={acrossId !== null}
        />
      </div>
      <p className="visually-hidden" aria-live="polite">
        {announcement}
      </p>
      <FactsDialog
        rubric={rubric}
        facts={standing.facts}
        isOpen={dialog === 'facts'}
        isLocked={isLocked}
        onClose={() => {
          screen.setState({ dialog: null });
        }}
        onSet={(fact, value) => {
          actions.act({ kind: 'fact', fact, value });
        }}
      />
      <SubmitDialog
        rubric={rubric}
        auditId={audit.id}
        grading={standing.grading}
        causes={withoutCause(
          standing.answers,
          standing.grading.standards.flatMap(({ criteria }) =>
            criteria.filter(({ applies }) => applies === 'applies').map(({ id }) => id),
          ),
        )}
        asked={askedWords(whole, audit)}
        onCause={(criterionId) => {
          screen.setState({ dialog: null });
          toCriterion(criterionId);
        }}
        problems={standing.problems}
        isSaved={status.kind === 'saved' || status.kind === 'clean'}
        isOpen={dialog === 'submit'}
        onClose={() => {
          screen.setState({ dialog: null });
        }}
        onProblem={(problem) => {
          if (problem.code === 'FACT_NEEDED') screen.setState({ dialog: 'facts' });
          else if (isActionProblem(problem)) screen.setState({ dialog: 'earlier' });
          else if (problem.criterion !== null) toCriterion(problem.criterion);
          else if (problem.standard !== null) toStandard(problem.standard);
        }}
      />
      <NotesDialog
        audit={audit}
        rubric={whole}
        isOpen={dialog === 'notes'}
        onClose={() => {
          screen.setState({ dialog: null });
        }}
        onStandard={(id) => {
          screen.setState({ dialog: null, isNoteOpen: true });
          toStandard(id);
        }}
        onTyping={(isTyping) => {
          on.typing('note', isTyping);
        }}
      />
      <FlagDialog
        audit={audit}
        isOpen={dialog === 'flag'}
        onClose={() => {
          screen.setState({ dialog: null });
        }}
      />
      <ReopenDialog
        auditId={audit.id}
        isOpen={dialog === 'reopen'}
        onClose={() => {
          screen.setState({ dialog: null });
        }}
      />
      <LeaveGuard
        isUnsaved={status.kind === 'saving' || status.kind === 'failed'}
        hasFailed={status.kind === 'failed'}
      />
    </div>
  );
}

/** Where an auditor goes on: the first criterion without an answer. */
function startOf(rubric: Rubric, audit: Audit) {
  const [first] = rubric.standards;
  const start = { standardId: first?.id ?? '', criterionId: first?.criteria[0]?.id ?? '' };
  const last = rubric.standards.at(-1);
  const end = { standardId: last?.id ?? '', criterionId: last?.criteria.at(-1)?.id ?? '' };
  if (audit.state === 'submitted') return start;
  return nextUnanswered(rubric, audit.grading, end) ?? start;
}

function useCriterionEvents({
  model,
  viewer,
  screen,
  work,
  actions,
  rubric,
  hintEvents,
}: {
  model: DocumentModel;
  viewer: ReturnType<typeof createViewerStore>;
  screen: ReturnType<typeof createScreenStore>;
  work: ReturnType<typeof useAudit>['work'];
  actions: ReturnType<typeof useAudit>['actions'];
  rubric: Rubric;
  hintEvents: CriterionEvents['hints'];
}): CriterionEvents {
  return useMemo(
    () => ({
      choose: (criterionId) => {
        const { place } = screen.getState();
        const target = placeOfCriterion(rubric, criterionId);
        if (target !== null && place.criterionId !== criterionId) screen.setState({ place: target, arrivals: 0 });
      },
      change: (criterionId, change, before = {}) => {
        actions.act({ kind: 'answer', criterionId, change, before });
      },
      typing: (criterionId, isTyping) => {
        work.typing.setState(({ criteria }) => {
          const next = new Set(criteria);
          if (isTyping) next.add(criterionId);
          else next.delete(criterionId);
          return { criteria: next };
        });
      },
      toggleGuidance: () => {
        screen.setState(({ isGuidanceOpen }) => ({ isGuidanceOpen: !isGuidanceOpen }));
      },
      showEvidence: ({ anchor }) => {
        const place = placeOfAnchor(model, anchor);
        if (place !== null) lightUp(viewer, place);
      },
      removeEvidence: ({ id, criterionId }) => {
        actions.act({ kind: 'remove_evidence', criterionId, evidenceId: id });
        showToast('Quote removed.', () => {
          actions.undo();
        });
      },
      placeWords: ({ anchor }) => anchorInWords(model, anchor),
      hints: hintEvents,
    }),
    [model, viewer, screen, work, actions, rubric, hintEvents],
  );
}
