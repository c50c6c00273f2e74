import { useRef, useState } from 'react';
import type { ShownHint } from '../../../shared/contract/hints.ts';
import { Button } from '../../ui/Button.tsx';
import { DismissHint } from './DismissHint.tsx';
import { cut } from './hints.ts';
import type { HintEvents } from './hint-events.ts';
import { HintWords } from './HintWords.tsx';

/** One hint, to use, to set aside or to pass over. */
export function HintItem({
  label,
  hint,
  criterionId,
  isQuoted,
  isLocked,
  on,
  onDismissed,
}: {
  label: string;
  hint: ShownHint;
  criterionId: string;
  /** Its words are among the criterion's evidence. */
  isQuoted: boolean;
  isLocked: boolean;
  on: HintEvents;
  onDismissed: () => void;
}) {
  const [isDismissing, setIsDismissing] = useState(false);
  const item = useRef<HTMLLIElement>(null);
  const which = <span className="visually-hidden">: {hint.quote === '' ? label : cut(hint.quote)}</span>;
  return (
    <li ref={item} className="hint" tabIndex={-1}>
      <HintWords label={label} hint={hint} on={on} />
      {isLocked ? null : isDismissing ? (
        <DismissHint
          auditId={on.auditId}
          hint={hint}
          criterionId={criterionId}
          onDismissed={onDismissed}
          onCancel={() => {
            setIsDismissing(false);
            item.current?.focus();
          }}
        />
      ) : (
        <div className="hint__deeds">
          {hint.spans.length === 0 ? null : (
            <Button
              size="small"
              aria-disabled={isQuoted || undefined}
              onClick={() => {
                if (!isQuoted) on.quote(hint);
              }}
            >
              {isQuoted ? 'In the evidence' : 'Use as evidence'}
              {which}
            </Button>
          )}
          <Button
            look="quiet"
            size="small"
            onClick={() => {
              setIsDismissing(true);
            }}
          >
            Dismiss…{which}
          </Button>
        </div>
      )}
    </li>
  );
}
