import { useCallback, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { OpenDocument } from '../../../shared/contract/documents.ts';
import type { Moderation } from '../../../shared/contract/moderation.ts';
import type { DocumentModel } from '../../../shared/domain/document-model.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { useLeaveGuard } from '../../ui/use-leave-guard.ts';
import { DocumentView } from '../../viewer/DocumentView.tsx';
import { type Mark, placeOfAnchor } from '../../viewer/marks.ts';
import { anchorInWords } from '../../viewer/place-words.ts';
import { createViewerStore, lightUp } from '../../viewer/viewer-store.ts';
import { CriterionList } from './CriterionList.tsx';
import { goTo, inSight, moderateStoreOf, stepFrom } from './moderate-store.ts';
import { ModerateHead } from './ModerateHead.tsx';
import { OverrideDialog, TakeBackDialog } from './PanelDialogs.tsx';
import type { QuoteEvents } from './GivenAnswer.tsx';

export interface ModerateScreenProps {
  moderation: Moderation;
  rubric: Rubric;
  model: DocumentModel;
  /** Where names are masked: who checked it. */
  masked: OpenDocument['masked'];
  fileUrl: string;
}

/** Both sides' answers beside the plan that they stand on, with the grade that comes of what is agreed above them. */
export function ModerateScreen({ moderation, rubric, model, masked, fileUrl }: ModerateScreenProps) {
  const [store] = useState(() => moderateStoreOf(moderation));
  const [viewer] = useState(createViewerStore);
  const { criterionId, dialog, drafts, notes } = useStore(store);
  useLeaveGuard(Object.keys(drafts).length > 0 || Object.values(notes).some((note) => note.trim() !== ''));
  const mayModerate = useHasRole('qa_lead', 'chair') && !moderation.isCalibration && moderation.state === 'open';
  const mayNote = useHasRole('qa_lead', 'chair');
  const marks = useMemo(
    () =>
      moderation.criteria.flatMap(({ criterionId: id, given }): Mark[] =>
        given.flatMap(({ evidence }) =>
          evidence.flatMap((item) => {
            const place = placeOfAnchor(model, item.anchor);
            return place === null ? [] : [{ id: item.id, kind: id === criterionId ? 'evidence' : 'other', place }];
          }),
        ),
      ),
    [moderation.criteria, criterionId, model],
  );
  const quotes = useMemo<QuoteEvents>(
    () => ({
      show: ({ anchor }) => {
        const place = placeOfAnchor(model, anchor);
        if (place !== null) lightUp(viewer, place);
      },
      placeWords: ({ anchor }) =>
        placeOfAnchor(model, anchor) === null
          ? 'These words are no longer found in the document'
          : anchorInWords(model, anchor),
    }),
    [model, viewer],
  );
  const toCriterion = useCallback(
    (id: string) => {
      goTo(store, moderation.criteria, id);
    },
    [store, moderation.criteria],
  );
  useStepKeys((by) => {
    const { sight, criterionId: from } = store.getState();
    const target = stepFrom(inSight(moderation.criteria, sight), from, by);
    if (target !== null) toCriterion(target.criterionId);
  });
  const closeDialog = (): void => {
    store.setState({ dialog: null });
  };
  return (
    <div className="full-screen moderate">
      <ModerateHead
        moderation={moderation}
        rubric={rubric}
        store={store}
        mayModerate={mayModerate}
        onCriterion={toCriterion}
        onForm={(form) => {
          if (moderation.criteria.some((criterion) => criterion.criterionId === form)) toCriterion(form);
          else document.querySelector<HTMLElement>(`#${CSS.escape(form)} textarea`)?.focus();
        }}
      />
      <div className="full-screen__panes moderate__panes">
        <CriterionList
          moderation={moderation}
          rubric={rubric}
          store={store}
          quotes={quotes}
          mayModerate={mayModerate}
          mayNote={mayNote}
        />
        <DocumentView
          document={moderation.document}
          model={model}
          fileUrl={fileUrl}
          masked={masked}
          viewer={viewer}
          marks={marks}
          labels={null}
        />
      </div>
      <OverrideDialog moderation={moderation} rubric={rubric} isOpen={dialog === 'override'} onClose={closeDialog} />
      <TakeBackDialog moderation={moderation} isOpen={dialog === 'take_back'} onClose={closeDialog} />
    </div>
  );
}

/** J and K go from criterion to criterion, wherever one is but in a field or a dialog. */
function useStepKeys(onStep: (by: 1 | -1) => void): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      const by = { j: 1, k: -1 }[event.key.toLowerCase()];
      if (by === undefined || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      onStep(by === 1 ? 1 : -1);
    }
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input:not([type="radio"]), textarea, select') !== null;
}
