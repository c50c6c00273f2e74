import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Audit, UsedFact } from '../../../shared/contract/audits.ts';
import type { StandardGrading } from '../../../shared/domain/grading/grading.ts';
import type { Rubric, Standard } from '../../../shared/domain/rubric/rubric.ts';
import { applicabilityInWords } from '../../../shared/domain/rubric/rubric-words.ts';
import type { SubmissionProblem } from '../../../shared/domain/grading/submission.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { FactControl } from './FactControl.tsx';
import { NoteField } from './NoteField.tsx';
import type { ScreenStore } from './screen-store.ts';

/** What a standard is for, whether it applies, and what must be known before it can be said. */
export function StandardHead({
  rubric,
  standard,
  standing,
  facts,
  audit,
  screen,
  onTyping,
  problems,
  isLocked,
  onFact,
  onDevelopmental,
}: {
  rubric: Rubric;
  standard: Standard;
  standing: StandardGrading | undefined;
  facts: Readonly<Record<string, UsedFact>>;
  audit: Audit;
  screen: ScreenStore;
  /** Told while a note is typed that is not kept yet. */
  onTyping: (isTyping: boolean) => void;
  /** Those of the standard as a whole. */
  problems: readonly SubmissionProblem[];
  isLocked: boolean;
  onFact: (fact: string, value: UsedFact['value']) => void;
  onDevelopmental: (isDevelopmental: boolean) => void;
}) {
  const missing = rubric.planFacts.filter(({ id }) => standing?.missingFacts.includes(id) ?? false);
  const lead = rubric.leadAgencies.find(({ id }) => id === standard.leadAgency)?.label ?? standard.leadAgency;
  const isNoteOpen = useStore(screen, (state) => state.isNoteOpen);
  const isOut = standing?.applies === 'does_not_apply';
  return (
    <div className="standard-head stack-tight">
      <p className="standard-head__purpose">{standard.purpose}</p>
      <p className="soft small">
        Led by {lead}. Weight {standard.weight}
        {standard.applicability === null ? '.' : `. ${applicabilityInWords(rubric, standard.applicability)}.`}
      </p>
      <StandardNote audit={audit} standardId={standard.id} isOpen={isNoteOpen} screen={screen} onTyping={onTyping} />
      {problems.map((problem) => (
        <p key={problem.code} className="criterion__needs">
          <Icon name="warning" /> {problem.message}
        </p>
      ))}
      {missing.length === 0 ? null : (
        <section className="standard-head__facts" aria-label="Needed to know what applies">
          <p className="strong">Say what is known, so that what applies can be told:</p>
          {missing.map((fact) => (
            <FactControl
              key={fact.id}
              fact={fact}
              used={facts[fact.id]}
              isLocked={isLocked}
              onSet={(value) => {
                onFact(fact.id, value);
              }}
            />
          ))}
        </section>
      )}
      {isOut ? (
        <div className="standard-head__out">
          <p>This standard does not apply to this plan, and counts for nothing in its grade.</p>
          {isLocked ? null : (
            <Checkbox
              label="Grade it all the same, for development"
              hint="Shown by itself; in no sum, guard or cap."
              checked={standing?.isDevelopmental ?? false}
              onChange={(event) => {
                onDevelopmental(event.target.checked);
              }}
            />
          )}
        </div>
      ) : null}
    </div>
  );
}

/** One's own note on the standard, folded up until it is wanted. */
function StandardNote({
  audit,
  standardId,
  isOpen,
  screen,
  onTyping,
}: {
  audit: Audit;
  standardId: string;
  isOpen: boolean;
  screen: ScreenStore;
  onTyping: (isTyping: boolean) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    // The one that was open when the standard came into sight leaves the focus where it is.
    if (isOpen && !wasOpen.current) box.current?.querySelector('textarea')?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return (
    <div ref={box}>
      <Button
        look="quiet"
        size="small"
        aria-expanded={isOpen}
        aria-keyshortcuts="M"
        onClick={() => {
          screen.setState({ isNoteOpen: !isOpen });
        }}
      >
        {isOpen ? 'Fold my note up' : (audit.notes[standardId] ?? '') === '' ? 'Make a note' : 'My note'}
      </Button>
      {isOpen ? (
        <NoteField audit={audit} standardId={standardId} label="My note on this standard" onTyping={onTyping} />
      ) : null}
    </div>
  );
}
