import type { UsedFact } from '../../../shared/contract/audits.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { factSourceWords, factValueWords } from './criterion-words.ts';
import { FactControl } from './FactControl.tsx';

/** What is known of the plan and decides what applies: from the register, or supplied by the auditor. */
export function FactsDialog({
  rubric,
  facts,
  isOpen,
  isLocked,
  onClose,
  onSet,
}: {
  rubric: Rubric;
  facts: Readonly<Record<string, UsedFact>>;
  isOpen: boolean;
  isLocked: boolean;
  onClose: () => void;
  onSet: (fact: string, value: UsedFact['value']) => void;
}) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title="What is known of the plan" size="wide">
      <p>These facts decide which standards and criteria apply. They are kept with the audit as they were used.</p>
      <ul className="list-plain facts">
        {rubric.planFacts.map((fact) => {
          const used = facts[fact.id];
          return (
            <li key={fact.id}>
              {isLocked ? (
                <p>
                  <strong>{fact.label}:</strong> {factValueWords(fact.id, used?.value ?? null)}{' '}
                  <span className="soft">({factSourceWords(used?.source ?? 'unknown').toLowerCase()})</span>
                </p>
              ) : (
                <>
                  <FactControl
                    fact={fact}
                    used={used}
                    isLocked={false}
                    onSet={(value) => {
                      onSet(fact.id, value);
                    }}
                  />
                  <p className="soft small">{factSourceWords(used?.source ?? 'unknown')}</p>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
