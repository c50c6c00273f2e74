import type { ShownHint } from '../../../shared/contract/hints.ts';
import { hintMessage } from './hints.ts';
import type { HintEvents } from './hint-events.ts';

/** What a hint is about: its words, which lead to their place in the plan, the rule, and where the rule comes from. */
export function HintWords({ label, hint, on }: { label: string; hint: ShownHint; on: HintEvents }) {
  const place = on.placeWords(hint);
  return (
    <>
      <p className="hint__label">
        {label}
        {hint.spans.length > 0 || place === '' ? null : <span className="hint__where"> · {place}</span>}
      </p>
      {hint.spans.length > 0 ? (
        <button
          type="button"
          className="hint__quote"
          title="Show this place in the plan"
          onClick={() => {
            on.show(hint);
          }}
        >
          {hint.quote === '' ? <span>Show the place</span> : <q>{hint.quote}</q>}
          <span className="soft small">{place}</span>
        </button>
      ) : hint.quote === '' ? null : (
        <p className="hint__quote">
          <q>{hint.quote}</q>
        </p>
      )}
      <p className="small">{hintMessage(hint)}</p>
      <p className="soft small">Source: {hint.source}</p>
    </>
  );
}
