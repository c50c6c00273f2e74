import { useCallback, useMemo } from 'react';
import type { Audit } from '../../../shared/contract/audits.ts';
import type { Anchor, DocumentModel } from '../../../shared/domain/document-model.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { findCriterion } from '../../../shared/domain/rubric/rubric-words.ts';
import { DOCUMENT_PANE } from '../../viewer/DocumentView.tsx';
import { anchorOfSelection } from '../../viewer/quoting.ts';
import type { ViewerStore } from '../../viewer/viewer-store.ts';
import { openFind } from '../../viewer/ViewerFind.tsx';
import type { AuditKey } from './audit-keys.ts';
import type { Change, Standing } from './changes.ts';
import {
  type CriterionPlace,
  criterionPlaces,
  nextUnanswered,
  placeOfCriterion,
  stepFrom,
  stepStandard,
} from './places.ts';
import { hintsButton } from './HintPanel.tsx';
import { responseForKey } from './ResponseButtons.tsx';
import { RUBRIC_PANE } from './RubricPane.tsx';
import { goTo, type ScreenStore, toggleHintsInPlan } from './screen-store.ts';
import type { Across } from './use-across.ts';
import { useAuditKeys } from './use-audit-keys.ts';
import type { AuditActions } from './use-audit.ts';

/** The audit screen by keyboard. */
export function useScreenKeys({
  audit,
  rubric,
  model,
  standing,
  screen,
  viewer,
  actions,
  quote,
  across,
  onAcross,
}: {
  audit: Audit;
  rubric: Rubric;
  model: DocumentModel;
  standing: Standing;
  screen: ScreenStore;
  viewer: ViewerStore;
  actions: AuditActions;
  quote: (anchor: Anchor) => void;
  across: Across;
  /** Into one standard across all plans, or back. */
  onAcross: (standardId: string) => void;
}): void {
  const isLocked = audit.state === 'submitted';
  const { sha256 } = audit.document;
  const { grading } = standing;
  const shortcuts = useMemo(() => shortcutsOf(rubric), [rubric]);
  const onKey = useCallback(
    (key: AuditKey): boolean => {
      const { place, isGuidanceOpen, areHintsOpen, isStandardListOpen } = screen.getState();
      const go = (target: CriterionPlace | null): boolean => {
        if (target !== null) goTo(screen, target);
        return true;
      };
      switch (key.does) {
        case 'answer': {
          const criterion = findCriterion(rubric, place.criterionId);
          const response = responseForKey(rubric, criterion?.responseType ?? '', key.shortcut);
          const places = criterionPlaces(rubric, grading);
          const canAnswer = places.some(({ criterionId }) => criterionId === place.criterionId);
          if (isLocked || response === null || !canAnswer) return false;
          actions.act({ kind: 'answer', criterionId: place.criterionId, change: { response } });
          return go(stepFrom(places, place, 1));
        }
        case 'next_criterion':
          return go(stepFrom(criterionPlaces(rubric, grading), place, 1));
        case 'previous_criterion':
          return go(stepFrom(criterionPlaces(rubric, grading), place, -1));
        case 'next_standard':
          return go(stepStandard(rubric, grading, place.standardId, 1));
        case 'previous_standard':
          return go(stepStandard(rubric, grading, place.standardId, -1));
        case 'next_unanswered':
          return go(nextUnanswered(rubric, grading, place));
        case 'guidance':
          screen.setState({ isGuidanceOpen: !isGuidanceOpen });
          return true;
        case 'hints':
          if (focusOn(hintsButton(place.criterionId))) screen.setState({ areHintsOpen: !areHintsOpen });
          else screen.setState({ announcement: `No hints beside ${place.criterionId} so far.` });
          return true;
        case 'hints_in_plan':
          toggleHintsInPlan(screen);
          return true;
        case 'standards':
          screen.setState({ isStandardListOpen: !isStandardListOpen });
          return true;
        case 'comment':
          return focusOn(`[data-comment="${CSS.escape(place.criterionId)}"]`);
        case 'absent':
          return focusOn('.criterion--current .absent input');
        case 'quote': {
          const anchor = isLocked ? null : anchorOfSelection(viewer, model, sha256);
          if (anchor !== null) quote(anchor);
          return anchor !== null;
        }
        case 'cause':
          return focusOn(`[data-cause="${CSS.escape(place.criterionId)}"]`);
        case 'phrases': {
          const button = document.querySelector<HTMLElement>(`[data-phrases="${CSS.escape(place.criterionId)}"]`);
          button?.focus();
          if (button?.getAttribute('aria-expanded') === 'false') button.click();
          return button !== null;
        }
        case 'note':
          screen.setState({ isNoteOpen: true });
          return true;
        case 'flag':
          screen.setState({ dialog: 'flag' });
          return true;
        case 'across':
          onAcross(place.standardId);
          return true;
        case 'next_plan':
          return across.step(1);
        case 'previous_plan':
          return across.step(-1);
        case 'document':
          return focusOn(`#${DOCUMENT_PANE}`);
        case 'other_pane': {
          const isInRubric = document.activeElement?.closest(`#${RUBRIC_PANE}`) !== null;
          return isInRubric ? focusOn(`#${DOCUMENT_PANE}`) : go(place);
        }
        case 'find':
          openFind(viewer);
          return focusOn('.viewer__find') || true;
        case 'undo': {
          const undone = isLocked ? null : actions.undo();
          if (undone === null) return false;
          screen.setState({ announcement: 'Taken back.' });
          return go(placeOfChange(rubric, undone) ?? place);
        }
        default:
          return key satisfies never;
      }
    },
    [screen, rubric, grading, isLocked, actions, viewer, model, sha256, quote, across, onAcross],
  );
  useAuditKeys(shortcuts, onKey);
}

/** Every key that answers a criterion of these standards. */
function shortcutsOf(rubric: Rubric): string[] {
  const all = Object.values(rubric.responseTypes).flatMap(({ options }) => options.map(({ shortcut }) => shortcut));
  return [...new Set(all)].filter((shortcut) => shortcut !== '');
}

function focusOn(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector);
  element?.focus();
  return element !== null;
}

function placeOfChange(rubric: Rubric, change: Change): CriterionPlace | null {
  return 'criterionId' in change ? placeOfCriterion(rubric, change.criterionId) : null;
}
