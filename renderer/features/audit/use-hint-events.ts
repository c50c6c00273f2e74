import { useMemo } from 'react';
import type { Audit } from '../../../shared/contract/audits.ts';
import type { Anchor, DocumentModel } from '../../../shared/domain/document-model.ts';
import { lightUp, type ViewerStore } from '../../viewer/viewer-store.ts';
import type { HintEvents } from './hint-events.ts';
import { hintAnchor, hintPlaceWords, isQuoted } from './hints.ts';
import { type ScreenStore, toggleHintsInPlan } from './screen-store.ts';

/** What can be done with an audit's hints; their words go the way that every quote goes. */
export function useHintEvents({
  audit,
  model,
  viewer,
  screen,
  quote,
}: {
  audit: Audit;
  model: DocumentModel;
  viewer: ViewerStore;
  screen: ScreenStore;
  quote: (anchor: Anchor) => void;
}): HintEvents {
  const { id: auditId } = audit;
  const { sha256 } = audit.document;
  return useMemo(
    () => ({
      auditId,
      toggle: () => {
        screen.setState(({ areHintsOpen }) => ({ areHintsOpen: !areHintsOpen }));
      },
      toggleInPlan: () => {
        toggleHintsInPlan(screen);
      },
      show: ({ spans }) => {
        lightUp(viewer, { kind: 'spans', spans });
      },
      quote: (hint) => {
        const anchor = hintAnchor(model, sha256, hint);
        if (anchor !== null) quote(anchor);
      },
      isQuoted: (hint, evidence) => {
        const anchor = hintAnchor(model, sha256, hint);
        return anchor !== null && isQuoted(anchor, evidence);
      },
      placeWords: (hint) => hintPlaceWords(model, hint),
    }),
    [auditId, sha256, model, viewer, screen, quote],
  );
}
