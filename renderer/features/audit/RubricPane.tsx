import type { Audit } from '../../../shared/contract/audits.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { Failed } from '../../api/Asked.tsx';
import { type Standing, UNTOUCHED } from './changes.ts';
import { CriterionCard, type CriterionEvents } from './CriterionCard.tsx';
import { NO_HINTS } from './hints.ts';
import { firstOf, stepStandard } from './places.ts';
import { goTo, type ScreenStore } from './screen-store.ts';
import { StandardHead } from './StandardHead.tsx';
import { StandardPicker } from './StandardPicker.tsx';
import type { AuditActions } from './use-audit.ts';
import type { AuditHints } from './use-hints.ts';

/** The standards, one at a time, with their criteria to answer. */
export function RubricPane({
  rubric,
  audit,
  standing,
  screen,
  actions,
  hints,
  lostIds,
  on,
  isAcross,
}: {
  rubric: Rubric;
  audit: Audit;
  standing: Standing;
  screen: ScreenStore;
  actions: AuditActions;
  hints: AuditHints;
  lostIds: ReadonlySet<string>;
  on: CriterionEvents;
  /** One standard is gone through across all plans, so the others are out of sight. */
  isAcross: boolean;
}) {
  const { place, arrivals, isGuidanceOpen, areHintsOpen, areHintsInPlan, isStandardListOpen } = useStore(screen);
  const hintSight = useMemo(
    () => ({ isOpen: areHintsOpen, isShownInPlan: areHintsInPlan }),
    [areHintsOpen, areHintsInPlan],
  );
  const isLocked = audit.state === 'submitted';
  const standard = rubric.standards.find(({ id }) => id === place.standardId);
  const own = standing.grading.standards.find(({ id }) => id === place.standardId);
  const { grading } = standing;
  return (
    <section className="rubric" aria-label="Standards" id={RUBRIC_PANE}>
      <StandardPicker
        auditId={audit.id}
        isAcross={isAcross}
        rubric={rubric}
        grading={grading}
        standardId={place.standardId}
        isOpen={isStandardListOpen}
        onToggle={() => {
          screen.setState({ isStandardListOpen: !isStandardListOpen });
        }}
        onStep={(by) => {
          const next = stepStandard(rubric, grading, place.standardId, by);
          if (next !== null) goTo(screen, next);
        }}
        onPick={(id) => {
          const first = firstOf(rubric, grading, id);
          if (first !== null) goTo(screen, first);
        }}
      />
      {standard === undefined ? null : (
        <div className="rubric__scroll" key={standard.id}>
          <StandardHead
            rubric={rubric}
            standard={standard}
            standing={own}
            facts={standing.facts}
            audit={audit}
            screen={screen}
            onTyping={(isTyping) => {
              on.typing(`note ${standard.id}`, isTyping);
            }}
            problems={standing.problems.filter(
              (problem) => problem.standard === standard.id && problem.criterion === null,
            )}
            isLocked={isLocked}
            onFact={(fact, value) => {
              actions.act({ kind: 'fact', fact, value });
            }}
            onDevelopmental={(isDevelopmental) => {
              actions.act({ kind: 'developmental', standardId: standard.id, isDevelopmental });
            }}
          />
          {hints.failure === null ? null : <Failed error={hints.failure} onRetry={hints.retry} />}
          <ol className="list-plain criteria">
            {standard.criteria.map((criterion) => (
              <CriterionCard
                key={criterion.id}
                rubric={rubric}
                criterion={criterion}
                grading={own?.criteria.find(({ id }) => id === criterion.id)}
                answer={standing.answers[criterion.id] ?? UNTOUCHED}
                problems={standing.problems.filter((problem) => problem.criterion === criterion.id)}
                isCurrent={criterion.id === place.criterionId}
                arrivals={criterion.id === place.criterionId ? arrivals : 0}
                isGuidanceOpen={isGuidanceOpen}
                hints={hints.byCriterion.get(criterion.id) ?? NO_HINTS}
                hintSight={hintSight}
                isLocked={isLocked}
                auditId={audit.id}
                lostIds={lostIds}
                on={on}
              />
            ))}
          </ol>
        </div>
      )}
    </section>
  );
}

/** Id of the pane that holds the standards, to move the focus there. */
export const RUBRIC_PANE = 'rubric-pane';
