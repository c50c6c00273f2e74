import { useCallback, useEffect, useState } from 'react';
import type { Thread, ThreadPassage } from '../../../shared/contract/threads.ts';
import type { Anchor } from '../../../shared/domain/document-model.ts';
import { threadPartOf, type ThreadPart } from '../../../shared/domain/golden-thread.ts';
import { Failed } from '../../api/Asked.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Checkbox } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { choiceOf, take, type ThreadChoice } from './hand.ts';
import { HandStrip } from './HandStrip.tsx';
import { LinksPart } from './LinksPart.tsx';
import { countOrphans, OrphansPart } from './OrphansPart.tsx';
import { placeInAddress } from './place-in-address.ts';
import { PlanPane, type ToShow } from './PlanPane.tsx';
import { ThreadHead } from './ThreadHead.tsx';
import { ThreadLegend } from './ThreadLegend.tsx';
import { ThreadPicture } from './ThreadPicture.tsx';
import { useThreadDeeds } from './use-thread-deeds.ts';

/** The thread as a picture, as a list and as what stands alone; the plan beside it when it is wanted. */
export function ThreadScreen({ thread }: { thread: Thread }) {
  const mayDraw = thread.closed === null;
  const deeds = useThreadDeeds(thread);
  const [tab, setTab] = useState('picture');
  const [hand, setHand] = useState<ThreadChoice | null>(null);
  const [unplaced, setUnplaced] = useState<Anchor | null>(null);
  const [told, setTold] = useState('');
  const [toShow, setToShow] = useState<ToShow | null>(() => placeInAddress(window.location.hash));
  const [isPlanOpen, setIsPlanOpen] = useState(toShow !== null);
  const [areOthersShown, setAreOthersShown] = useState(false);
  const [areSuggestionsShown, setAreSuggestionsShown] = useState(true);
  const { settle, undo, canUndo } = deeds;

  const choose = useCallback(
    (choice: ThreadChoice) => {
      const taken = mayDraw ? take(hand, choice, thread) : ({ kind: 'hold', choice } as const);
      setUnplaced(null);
      setTold(taken.kind === 'told' ? taken.words : '');
      if (taken.kind === 'hold') setHand(taken.choice);
      if (taken.kind === 'let_go' || taken.kind === 'link') setHand(null);
      if (taken.kind === 'link') {
        const { from, to } = taken.pair;
        const isSuggested = thread.suggestions.some(({ fromId, toId }) => fromId === from.id && toId === to.id);
        settle(taken.pair, isSuggested ? 'confirmed' : 'drawn');
      }
    },
    [hand, thread, mayDraw, settle],
  );
  const chooseWords = useCallback(
    (anchor: Anchor, part: ThreadPart) => {
      choose({ id: null, part, text: anchor.quote, anchor });
    },
    [choose],
  );
  const quote = useCallback(
    (anchor: Anchor, section: string) => {
      const part = threadPartOf(section);
      if (part === null) setUnplaced(anchor);
      else chooseWords(anchor, part);
    },
    [chooseWords],
  );
  const letGo = useCallback(() => {
    setHand(null);
    setUnplaced(null);
    setTold('');
  }, []);
  const show = useCallback((anchor: Anchor) => {
    setToShow({ anchor, place: null });
    setIsPlanOpen(true);
  }, []);
  useScreenKeys({ letGo, undo: canUndo ? undo : undefined });
  const others = thread.passages.filter(({ kind, isCounted }) => kind === 'other' && !isCounted).length;
  const orphans = countOrphans(thread);
  const lists = { thread, mayDraw, isBusy: deeds.isBusy, onSettle: settle, onShow: show };
  return (
    <div className="full-screen">
      <ThreadHead
        thread={thread}
        canUndo={canUndo}
        onUndo={undo}
        isPlanOpen={isPlanOpen}
        onPlan={() => {
          setIsPlanOpen((before) => !before);
        }}
      />
      <div className={isPlanOpen ? 'full-screen__panes thread--with-plan' : 'full-screen__panes thread--alone'}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls */}
        <section className="full-screen__scroll thread__main" aria-label="The thread" tabIndex={0}>
          {thread.closed === null ? null : (
            <Notice tone="info" title={thread.closed.message} advice={thread.closed.advice} />
          )}
          {deeds.error === null ? null : <Failed error={deeds.error} />}
          <Tabs
            label="Ways to look at the thread"
            tabs={[
              { id: 'picture', label: 'Picture' },
              { id: 'links', label: `Links (${thread.links.length}, ${thread.suggestions.length} suggested)` },
              { id: 'orphans', label: `Orphans (${orphans.alone}, ${orphans.guessed} only suggested)` },
            ]}
            selected={tab}
            onSelect={setTab}
          >
            {thread.passages.length === 0 ? <NothingFound onOpen={() => setIsPlanOpen(true)} /> : null}
            {tab === 'picture' ? (
              <>
                {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset cannot be laid out in a row */}
                <div className="row thread__shown" role="group" aria-label="What is shown">
                  <Checkbox
                    label={`Suggested links (${thread.suggestions.length})`}
                    checked={areSuggestionsShown}
                    onChange={({ target }) => {
                      setAreSuggestionsShown(target.checked);
                    }}
                  />
                  {others === 0 ? null : (
                    <Checkbox
                      label={`Other paragraphs of Sections A to D (${others})`}
                      checked={areOthersShown}
                      onChange={({ target }) => {
                        setAreOthersShown(target.checked);
                      }}
                    />
                  )}
                  <ThreadLegend />
                </div>
                <ThreadPicture
                  thread={thread}
                  hand={hand}
                  areOthersShown={areOthersShown}
                  areSuggestionsShown={areSuggestionsShown}
                  onTake={(passage: ThreadPassage) => {
                    choose(choiceOf(passage));
                  }}
                />
                <HandStrip
                  {...lists}
                  hand={hand}
                  unplaced={unplaced}
                  told={told}
                  onLetGo={letGo}
                  onPart={(part) => {
                    if (unplaced !== null) chooseWords(unplaced, part);
                  }}
                />
              </>
            ) : null}
            {tab === 'links' ? <LinksPart {...lists} /> : null}
            {tab === 'orphans' ? (
              <OrphansPart
                thread={thread}
                mayDraw={mayDraw}
                onShow={show}
                onTake={(passage) => {
                  setHand(choiceOf(passage));
                  setTab('picture');
                }}
              />
            ) : null}
          </Tabs>
        </section>
        {isPlanOpen ? (
          <div className="full-screen__pane full-screen__side">
            <PlanPane
              documentId={thread.document.id}
              toShow={toShow}
              inHand={hand?.anchor ?? null}
              onQuote={mayDraw ? quote : undefined}
            />
          </div>
        ) : null}
      </div>
    </div>
  );
}

function NothingFound({ onOpen }: { onOpen: () => void }) {
  return (
    <EmptyState title="No passages were found" action={<Button onClick={onOpen}>Open the plan</Button>}>
      <p>
        The plan may be a scan, or its sections may not have been found. Open it and choose the words yourself, or check
        its sections first.
      </p>
    </EmptyState>
  );
}

/** Escape lets go; Control and Z take the last deed back, outside fields. */
function useScreenKeys({ letGo, undo }: { letGo: () => void; undo: (() => void) | undefined }): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.target instanceof HTMLInputElement) return;
      if (event.key === 'Escape') letGo();
      else if (event.key === 'z' && (event.ctrlKey || event.metaKey) && undo !== undefined) {
        event.preventDefault();
        undo();
      }
    }
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [letGo, undo]);
}
