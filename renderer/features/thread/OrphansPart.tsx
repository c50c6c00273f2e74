import type { Thread, ThreadPassage } from '../../../shared/contract/threads.ts';
import type { Anchor } from '../../../shared/domain/document-model.ts';
import {
  ORPHAN_KINDS,
  type OrphanKind,
  partHeading,
  type ThreadStanding,
} from '../../../shared/domain/golden-thread.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { placeWords, shortWords } from './thread-words.ts';

/** Everything that is not firmly linked: what hangs on nothing, then what hangs on a suggestion alone, each with its place. */
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
  const groups = ORPHAN_KINDS.map((kind) => ({
    kind,
    alone: wanting(thread, kind, 'nothing'),
    guessed: wanting(thread, kind, 'suggested'),
  })).filter(({ alone, guessed }) => alone.length + guessed.length > 0);
  if (groups.length === 0) {
    return (
      <EmptyState title="Nothing stands alone">
        <p>Every passage that was found is linked.</p>
      </EmptyState>
    );
  }
  const list = { mayDraw, onShow, onTake };
  return (
    <div className="thread__list stack-loose">
      {groups.map(({ kind, alone, guessed }) => {
        const id = `orphans-${kind.part}-${kind.lacks}`;
        return (
          <section key={id} className="stack-tight" aria-labelledby={id}>
            <h2 id={id}>
              {kind.title} ({alone.length})
            </h2>
            <p className="soft">{kind.meaning}</p>
            {alone.length === 0 ? null : <PassageList {...list} passages={alone} label={kind.title} />}
            {guessed.length === 0 ? null : (
              <>
                <p className="thread__guessed">
                  {partHeading(kind.lacks)} only suggested, until somebody confirms them ({guessed.length}):
                </p>
                <PassageList
                  {...list}
                  passages={guessed}
                  label={`${kind.title}, unless a suggestion holds`}
                  isGuessed
                />
              </>
            )}
          </section>
        );
      })}
    </div>
  );
}

function PassageList({
  passages,
  label,
  isGuessed = false,
  mayDraw,
  onShow,
  onTake,
}: {
  passages: readonly ThreadPassage[];
  label: string;
  /** A link is suggested. */
  isGuessed?: boolean;
  mayDraw: boolean;
  onShow: (anchor: Anchor) => void;
  onTake: (passage: ThreadPassage) => void;
}) {
  return (
    <ul className="list-plain thread__ties" aria-label={label}>
      {passages.map((passage) => (
        <li key={passage.id} className={isGuessed ? 'link-item link-item--suggested' : 'link-item link-item--orphan'}>
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
                aria-label={`${isGuessed ? 'Confirm or refuse' : 'Link it'}: ${shortWords(passage.text)}`}
                onClick={() => {
                  onTake(passage);
                }}
              >
                {isGuessed ? 'Confirm or refuse' : 'Link it'}
              </Button>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** How many passages hang on nothing, and how many on suggestions alone; a passage counts once. */
export function countOrphans({ passages }: Pick<Thread, 'passages'>): { alone: number; guessed: number } {
  const of = (standing: ThreadStanding): number =>
    passages.filter((passage) => passage.isCounted && passage.standing === standing).length;
  return { alone: of('nothing'), guessed: of('suggested') };
}

function wanting({ passages }: Thread, { part, lacks }: OrphanKind, standing: ThreadStanding): ThreadPassage[] {
  return passages.filter(
    (passage) =>
      passage.isCounted &&
      passage.part === part &&
      passage.wants.some((want) => want.part === lacks && want.standing === standing),
  );
}
