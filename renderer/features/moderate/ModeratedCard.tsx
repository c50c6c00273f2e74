import { useEffect, useId, useRef } from 'react';
import { useStore } from 'zustand';
import type { ModeratedCriterion, Moderation } from '../../../shared/contract/moderation.ts';
import { criterionMarks, criterionText, findCriterion } from '../../../shared/domain/rubric/rubric-words.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { classNames } from '../../ui/class-names.ts';
import { AgreeAnswer } from './AgreeAnswer.tsx';
import { GivenAnswer, type QuoteEvents } from './GivenAnswer.tsx';
import type { ModerateStore } from './moderate-store.ts';
import { PinnedNotes } from './PinnedNotes.tsx';

/** One criterion: what each auditor said, side by side, and what is agreed. */
export function ModeratedCard({
  criterion,
  moderation,
  rubric,
  store,
  quotes,
  mayModerate,
  mayNote,
}: {
  criterion: ModeratedCriterion;
  moderation: Moderation;
  rubric: Rubric;
  store: ModerateStore;
  quotes: QuoteEvents;
  mayModerate: boolean;
  mayNote: boolean;
}) {
  const textId = useId();
  const card = useRef<HTMLElement>(null);
  const { criterionId } = criterion;
  const isCurrent = useStore(store, (state) => state.criterionId === criterionId);
  const arrivals = useStore(store, (state) => state.arrivals);
  useEffect(() => {
    if (!isCurrent || arrivals === 0) return;
    card.current?.focus({ preventScroll: true });
    card.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent, arrivals]);
  const found = findCriterion(rubric, criterionId);
  const marks = found === undefined ? [] : criterionMarks(rubric, found);
  const choose = (): void => {
    if (!isCurrent) store.setState({ criterionId, arrivals: 0 });
  };
  return (
    <li>
      {/* Being in it makes it the criterion in hand, whose quotes stand out in the plan. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- the keys J and K, and every control in it, do the same */}
      <article
        ref={card}
        className={classNames('moderated', isCurrent && 'moderated--current')}
        aria-labelledby={textId}
        tabIndex={-1}
        onFocus={choose}
        onClick={choose}
      >
        <h3 id={textId} className="moderated__text">
          <span className="criterion__id">{criterionId}</span> {criterionText(rubric, criterionId)}
        </h3>
        {marks.length === 0 ? null : <p className="moderated__marks small">{marks.join('. ')}.</p>}
        <div className="moderated__sides">
          {moderation.audits.map((audit) => (
            <GivenAnswer
              key={audit.auditId}
              audit={audit}
              given={criterion.given.find(({ auditId }) => auditId === audit.auditId) ?? null}
              criterionId={criterionId}
              rubric={rubric}
              quotes={quotes}
            />
          ))}
        </div>
        {moderation.isCalibration ? null : (
          <AgreeAnswer
            criterion={criterion}
            moderation={moderation}
            rubric={rubric}
            store={store}
            mayModerate={mayModerate}
          />
        )}
        <PinnedNotes store={store} moderation={moderation} criterionId={criterionId} mayNote={mayNote} />
      </article>
    </li>
  );
}
