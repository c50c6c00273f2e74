import { useId } from 'react';
import type { Evidence } from '../../../shared/contract/audits.ts';
import { assistLabel } from '../../../shared/domain/rubric/assists.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { DismissedHint } from './DismissedHint.tsx';
import { HintItem } from './HintItem.tsx';
import type { HintEvents } from './hint-events.ts';
import { type CriterionHints, hintCountWords } from './hints.ts';
import './hints.css';

/** How hints stand on the screen, the same beside every criterion. */
export interface HintSight {
  isOpen: boolean;
  isShownInPlan: boolean;
}

/** The hints beside the criterion in hand: shut until asked for, and never an answer. */
export function HintPanel({
  rubric,
  criterionId,
  hints,
  evidence,
  sight,
  isLocked,
  on,
}: {
  rubric: Rubric;
  criterionId: string;
  hints: CriterionHints;
  evidence: readonly Evidence[];
  sight: HintSight;
  isLocked: boolean;
  on: HintEvents;
}) {
  const listId = useId();
  const words = hintCountWords(hints);
  const focusHere = (): void => {
    document.querySelector<HTMLElement>(hintsButton(criterionId))?.focus();
  };
  return (
    <div className="hints">
      {/* Stays while the count changes, so that the change is read out. */}
      <p className="visually-hidden" aria-live="polite">
        {words}
      </p>
      {words === '' ? null : (
        <Button
          look="quiet"
          size="small"
          className="hints__open"
          icon={<Icon name="chevron" />}
          data-hints={criterionId}
          aria-expanded={sight.isOpen}
          aria-controls={listId}
          aria-keyshortcuts="I"
          title="Open or close the hints (I)"
          onClick={on.toggle}
        >
          {words}
        </Button>
      )}
      {words === '' || !sight.isOpen ? null : (
        <div id={listId} className="hints__body">
          {hints.open.length === 0 ? null : (
            <ul className="list-plain hints__list" aria-label={`Hints beside ${criterionId}`}>
              {hints.open.map((hint) => (
                <HintItem
                  key={hint.id}
                  label={assistLabel(rubric, hint.assist)}
                  hint={hint}
                  criterionId={criterionId}
                  isQuoted={on.isQuoted(hint, evidence)}
                  isLocked={isLocked}
                  on={on}
                  onDismissed={focusHere}
                />
              ))}
            </ul>
          )}
          {hints.dismissed.length === 0 ? null : (
            <Disclosure summary={`Dismissed (${hints.dismissed.length})`}>
              <ul className="list-plain hints__list" aria-label={`Dismissed hints beside ${criterionId}`}>
                {hints.dismissed.map((hint) => (
                  <DismissedHint
                    key={hint.id}
                    label={assistLabel(rubric, hint.assist)}
                    hint={hint}
                    isLocked={isLocked}
                    on={on}
                    onRestored={focusHere}
                  />
                ))}
              </ul>
            </Disclosure>
          )}
          <div className="hints__foot small">
            <span>Hints point; people judge.</span>
            <label className="hints__in-plan">
              <input type="checkbox" checked={sight.isShownInPlan} aria-keyshortcuts="H" onChange={on.toggleInPlan} />
              <span>Show in the plan</span> <Kbd>H</Kbd>
            </label>
          </div>
        </div>
      )}
    </div>
  );
}

/** Finds the control that opens a criterion's hints, to move the focus there. */
export function hintsButton(criterionId: string): string {
  return `[data-hints="${CSS.escape(criterionId)}"]`;
}
