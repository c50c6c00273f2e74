import type { Thread } from '../../../shared/contract/threads.ts';
import type { Anchor } from '../../../shared/domain/document-model.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { ThreadPair } from './hand.ts';
import { LinkItem } from './LinkItem.tsx';
import { type Tie, tiesOf } from './ties.ts';
import type { Verdict } from './use-thread-deeds.ts';

const GROUPS: readonly { kind: Tie['kind']; title: string; none: string }[] = [
  { kind: 'suggested', title: 'Suggested', none: 'Nothing is left to confirm or to refuse.' },
  { kind: 'linked', title: 'Linked', none: 'No link has been drawn or confirmed.' },
  { kind: 'refused', title: 'Refused', none: '' },
];

/** Every link of the thread in words: what the picture draws as lines. */
export function LinksPart({
  thread,
  mayDraw,
  isBusy,
  onSettle,
  onShow,
}: {
  thread: Thread;
  mayDraw: boolean;
  isBusy: boolean;
  onSettle: (pair: ThreadPair, verdict: Verdict) => void;
  onShow: (anchor: Anchor) => void;
}) {
  const ties = tiesOf(thread);
  if (ties.length === 0) {
    return (
      <EmptyState title="No links, and none to suggest">
        <p>Draw them in the picture: choose a passage, then the one it is linked with.</p>
      </EmptyState>
    );
  }
  return (
    <div className="thread__list stack-loose">
      {GROUPS.map(({ kind, title, none }) => {
        const own = ties.filter((tie) => tie.kind === kind);
        if (own.length === 0 && none === '') return null;
        return (
          <section key={kind} className="stack-tight" aria-labelledby={`ties-${kind}`}>
            <h2 id={`ties-${kind}`}>
              {title} ({own.length})
            </h2>
            {own.length === 0 ? (
              <p className="soft">{none}</p>
            ) : (
              <ul className="list-plain thread__ties">
                {own.map((tie) => (
                  <LinkItem
                    key={tie.key}
                    tie={tie}
                    mayDraw={mayDraw}
                    isBusy={isBusy}
                    onSettle={onSettle}
                    onShow={onShow}
                  />
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </div>
  );
}
