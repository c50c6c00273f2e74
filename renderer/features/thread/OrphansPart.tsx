import type { Thread, ThreadPassage } from '../../../shared/contract/threads.ts';
import type { Anchor } from '../../../shared/domain/document-model.ts';
import { orphanWords, THREAD_PARTS } from '../../../shared/domain/golden-thread.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { placeWords, shortWords } from './thread-words.ts';

/** What hangs on nothing, part by part, each with its place in the plan. */
export function OrphansPart({
  thread,
  mayDraw,
  onShow,
  onTake,
}: {
  thread: Thread;
  mayDraw: boolean;
  onShow: (anchor: Anchor) => void;
  /** Takes a passage in hand, to be linked in the picture. */
  onTake: (passage: ThreadPassage) => void;
}) {
  const groups = THREAD_PARTS.map((part) => ({
    part,
    ...orphanWords(part),
    suggested: thread.counts.find((count) => count.part === part)?.suggested ?? 0,
    orphans: orphansOf(thread).filter((passage) => passage.part === part),
  })).filter(({ orphans }) => orphans.length > 0);
  if (groups.length === 0) {
    return (
      <EmptyState title="Nothing stands alone">
        <p>Every passage is linked, or a link is suggested. What is suggested still waits for you to confirm it.</p>
      </EmptyState>
    );
  }
  return (
    <div className="thread__list stack-loose">
      {groups.map(({ part, title, meaning, suggested, orphans }) => (
        <section key={part} className="stack-tight" aria-labelledby={`orphans-${part}`}>
          <h2 id={`orphans-${part}`}>
            {title} ({orphans.length})
          </h2>
          <p className="soft">
            {meaning}
            {suggested === 0 ? '' : ` For ${suggested} more a link is no more than suggested.`}
          </p>
          <ul className="list-plain thread__ties">
            {orphans.map((passage) => (
              <li key={passage.id} className="link-item">
                <div className="link-item__ends">
                  <p>
                    <span className="link-item__place">{placeWords(passage)}</span> {passage.text}
                  </p>
                </div>
                <div className="row link-item__deeds">
                  <Button
                    size="small"
                    aria-label={`Show in the plan: ${shortWords(passage.text)}`}
                    onClick={() => {
                      onShow(passage.anchor);
                    }}
                  >
                    Show in the plan
                  </Button>
                  {mayDraw ? (
                    <Button
                      size="small"
                      look="quiet"
                      aria-label={`Link it: ${shortWords(passage.text)}`}
                      onClick={() => {
                        onTake(passage);
                      }}
                    >
                      Link it
                    </Button>
                  ) : null}
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Passages that count, and hang on nothing. */
export function orphansOf({ passages }: Thread): ThreadPassage[] {
  return passages.filter(({ isCounted, standing }) => isCounted && standing === 'nothing');
}
