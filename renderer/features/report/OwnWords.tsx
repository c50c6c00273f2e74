import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react';
import type { ReportAdditions } from '../../../shared/contract/reports.ts';
import { type TellingKind, tellingWords } from '../../../shared/domain/report/own-words.ts';
import type { ReportSlot } from '../../../shared/domain/report/report-slots.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/errors.ts';
import { createKeptWords, type KeptWordsState } from '../../api/kept-words.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SaveState, type SaveStatus } from '../../ui/SaveState.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { useLeaveGuard } from '../../ui/use-leave-guard.ts';
import type { ReportChoice } from './report-choice.ts';

/** A person's own words for one part of the report, kept as they are typed; they stand before its figures. */
export function OwnWords({
  choice,
  slot,
  title,
  saved,
  room,
  telling,
  offer,
}: {
  choice: Pick<ReportChoice, 'halfTermId' | 'edition'>;
  slot: ReportSlot;
  title: string;
  saved: string;
  /** What is to be said of how many there may be, and of how the saved words fit their page. */
  room?: { hint: string; verdictOf: (words: string) => { isOver: boolean; said: string } | null };
  /** What the saved words seem to hold of somebody whose plan was audited. */
  telling: readonly TellingKind[];
  offer: ReportAdditions['offers'][number] | undefined;
}) {
  const { halfTermId, edition } = choice;
  const { mutateAsync } = useMutation(api.reports.saveWords.mutationOptions());
  const [own] = useState(() =>
    createKeptWords(saved, (typed) => mutateAsync({ halfTermId, edition, slot, words: typed })),
  );
  const { words, isUnsaved, before, error, savedAt } = useSyncExternalStore(own.subscribe, own.get);
  const [isOpen, setIsOpen] = useState(saved !== '');
  const field = useRef<HTMLDivElement>(null);
  useLeaveGuard(isUnsaved);

  useEffect(() => {
    own.adopt(saved);
  }, [own, saved]);

  const keepOnLeaving = useEffectEvent(async () => {
    await own.keep();
    const failed = own.get();
    if (failed.error !== null)
      showToast(`Your words for “${title}” are not saved: ${describeError(failed.error).message}`);
  });
  // When another step or half-term is looked at before the pause is over.
  useEffect(() => () => void keepOnLeaving(), []);

  function open(): void {
    setIsOpen(true);
    // After the field is drawn.
    setTimeout(() => field.current?.querySelector('textarea')?.focus());
  }

  if (!isOpen && words === '') {
    return (
      <div className="own-words row">
        <Button size="small" look="quiet" icon={<Icon name="pencil" />} onClick={open}>
          Write in “{title}”
        </Button>
        {offer === undefined ? null : (
          <Button
            size="small"
            look="quiet"
            onClick={() => {
              own.type(offer.words);
              open();
            }}
          >
            Take over from {offer.from}
          </Button>
        )}
      </div>
    );
  }
  const verdict = room?.verdictOf(words) ?? null;
  return (
    <div className="own-words stack-tight" ref={field}>
      <TextArea
        label={`Your words for “${title}”`}
        hint={`They stand before the figures, and stay when the figures are made again.${room === undefined ? '' : ` ${room.hint}`} Name nobody. An empty line begins a new paragraph.`}
        rows={Math.min(12, Math.max(3, words.split('\n').length + 1))}
        maxLength={6000}
        value={words}
        onChange={({ target }) => {
          own.type(target.value);
          // Emptied, it stays a field.
          setIsOpen(true);
        }}
        onBlur={() => void own.keep()}
      />
      {verdict === null ? null : verdict.isOver ? (
        <Notice tone="info" title={verdict.said} advice="Shorten them, or leave the rest to whoever turns the page." />
      ) : (
        <p className="soft">{verdict.said}</p>
      )}
      {telling.length === 0 || isUnsaved ? null : (
        <Notice
          tone="warning"
          title={`These words seem to hold ${tellingWords(telling)} of somebody whose plan was audited.`}
          advice="Read them again: nobody may be recognised."
        />
      )}
      <div className="row">
        <Button
          size="small"
          icon={<Icon name="undo" />}
          disabled={before.length === 0 || isUnsaved}
          onClick={() => void own.undo()}
        >
          Undo
        </Button>
        {offer === undefined || offer.words === words ? null : (
          <Button
            size="small"
            look="quiet"
            onClick={() => {
              own.type(words.trim() === '' ? offer.words : `${words.trimEnd()}\n\n${offer.words}`);
            }}
          >
            Take over from {offer.from}
          </Button>
        )}
        <SaveState status={statusOf({ isUnsaved, error, savedAt })} />
      </div>
    </div>
  );
}

function statusOf({ isUnsaved, error, savedAt }: Pick<KeptWordsState, 'isUnsaved' | 'error' | 'savedAt'>): SaveStatus {
  if (isUnsaved) return error === null ? { kind: 'saving' } : { kind: 'failed', message: describeError(error).message };
  return savedAt === null ? { kind: 'clean' } : { kind: 'saved', at: savedAt };
}
