import { useState } from 'react';
import { count } from '../../../shared/domain/calendar-date.ts';
import { Failed } from '../../api/Asked.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { keyOfPhrase } from './phrases.ts';
import type { Phrases } from './use-phrases.ts';

/** Letters that are worth keeping. */
const SHORTEST_PHRASE = 3;

/** Wordings kept for comments on a criterion: put in by mouse or key, and added from what was typed. */
export function PhraseBank({
  criterionId,
  phrases,
  typed,
  onInsert,
}: {
  criterionId: string;
  phrases: Phrases;
  /** What stands in the comment now. */
  typed: () => string;
  onInsert: (words: string) => void;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const [isShared, setIsShared] = useState(false);
  const [problem, setProblem] = useState('');
  const { list } = phrases;
  const id = `phrases-${criterionId}`;
  return (
    <div className="phrases">
      <Button
        look="quiet"
        size="small"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-keyshortcuts="P"
        data-phrases={criterionId}
        onClick={() => {
          setIsOpen(!isOpen);
          setProblem('');
        }}
      >
        {list.length === 0 ? 'Phrases' : count(list.length, 'phrase')}
      </Button>
      {isOpen ? (
        <div id={id} className="phrases__box stack-tight">
          {list.length === 0 ? (
            <p className="soft small">None kept for this criterion yet. Type a comment, then keep its words here.</p>
          ) : (
            <ol className="list-plain phrases__list">
              {list.map((phrase, at) => (
                <li key={phrase.id} className="phrase">
                  <button
                    type="button"
                    className="phrase__words"
                    title="Put it into the comment"
                    onClick={() => {
                      onInsert(phrase.words);
                    }}
                  >
                    {phrase.words}
                    <PhraseKey at={at} />
                  </button>
                  {phrase.isMine ? (
                    <>
                      <Button
                        look="quiet"
                        size="small"
                        aria-pressed={phrase.isShared}
                        disabled={phrases.isBusy}
                        title="Others see it once all have submitted what you typed it for"
                        onClick={() => {
                          phrases.share(phrase, !phrase.isShared);
                        }}
                      >
                        {phrase.isShared ? 'Shared' : 'Share'}
                      </Button>
                      <IconButton
                        label={`Remove the phrase “${phrase.words}”`}
                        disabled={phrases.isBusy}
                        onClick={() => {
                          phrases.remove(phrase);
                        }}
                      >
                        <Icon name="close" />
                      </IconButton>
                    </>
                  ) : (
                    <span className="soft small">The panel’s</span>
                  )}
                </li>
              ))}
            </ol>
          )}
          <div className="row">
            <Button
              size="small"
              isBusy={phrases.isBusy}
              onClick={() => {
                const words = typed().trim();
                setProblem(words.length < SHORTEST_PHRASE ? 'Type the words to keep first.' : '');
                if (words.length >= SHORTEST_PHRASE) phrases.keep(words, isShared);
              }}
            >
              Keep what I typed
            </Button>
            <Checkbox
              label="Share with the panel"
              checked={isShared}
              onChange={(event) => {
                setIsShared(event.target.checked);
              }}
            />
          </div>
          {problem === '' ? null : (
            <p className="field__error" role="alert">
              {problem}
            </p>
          )}
          {phrases.failure === null ? null : <Failed error={phrases.failure} />}
        </div>
      ) : null}
    </div>
  );
}

function PhraseKey({ at }: { at: number }) {
  const key = keyOfPhrase(at);
  return key === null ? null : <Kbd>{key}</Kbd>;
}
