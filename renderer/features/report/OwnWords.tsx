import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ReportAdditions } from '../../../shared/contract/reports.ts';
import { type TellingKind, tellingWords } from '../../../shared/domain/report/own-words.ts';
import type { ReportSlot } from '../../../shared/domain/report/report-slots.ts';
import { api } from '../../api/client.ts';
import { saveStatusOf } from '../../api/autosave.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SaveState } from '../../ui/SaveState.tsx';
import { useLeaveGuard } from '../../ui/use-leave-guard.ts';
import type { ReportChoice } from './report-choice.ts';

/** A pause in typing after which the words are kept. */
const SAVE_AFTER_MS = 700;

/** A person's own words for one part of the report, kept as they are typed; they stand before its figures. */
export function OwnWords({
  choice,
  slot,
  title,
  saved,
  telling,
  offer,
}: {
  choice: Pick<ReportChoice, 'halfTermId' | 'edition'>;
  slot: ReportSlot;
  title: string;
  saved: string;
  /** What the saved words seem to hold of somebody whose plan was audited. */
  telling: readonly TellingKind[];
  offer: ReportAdditions['offers'][number] | undefined;
}) {
  const { halfTermId, edition } = choice;
  const [words, setWords] = useState(saved);
  const [isOpen, setIsOpen] = useState(saved !== '');
  /** What stood here before, the latest last: for Undo. */
  const [before, setBefore] = useState<readonly string[]>([]);
  const [kept, setKept] = useState(saved);
  const { mutate, ...save } = useMutation(api.reports.saveWords.mutationOptions());
  const field = useRef<HTMLDivElement>(null);
  const isUnsaved = words !== kept;
  useLeaveGuard(isUnsaved || save.isPending);

  function keep(): void {
    if (!isUnsaved || save.isPending) return;
    mutate(
      { halfTermId, edition, slot, words },
      {
        onSuccess: () => {
          setBefore((all) => [...all, kept]);
          setKept(words);
        },
      },
    );
  }

  // After every change, and again after a save that came in between.
  useEffect(() => {
    if (!isUnsaved || save.isPending || save.isError) return undefined;
    const timer = setTimeout(() => {
      keep();
    }, SAVE_AFTER_MS);
    return () => {
      clearTimeout(timer);
    };
  });

  function open(): void {
    setIsOpen(true);
    // After the field is drawn.
    setTimeout(() => field.current?.querySelector('textarea')?.focus());
  }

  if (!isOpen) {
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
              setWords(offer.words);
              open();
            }}
          >
            Take over from {offer.from}
          </Button>
        )}
      </div>
    );
  }
  const last = before.at(-1);
  return (
    <div className="own-words stack-tight" ref={field}>
      <TextArea
        label={`Your words for “${title}”`}
        hint="They stand before the figures, and stay when the figures are made again. Name nobody. An empty line begins a new paragraph."
        rows={Math.min(12, Math.max(3, words.split('\n').length + 1))}
        maxLength={6000}
        value={words}
        onChange={({ target }) => {
          setWords(target.value);
          if (save.isError) save.reset();
        }}
        onBlur={keep}
      />
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
          disabled={last === undefined || isUnsaved}
          onClick={() => {
            if (last === undefined) return;
            setWords(last);
            setBefore((all) => all.slice(0, -1));
            mutate({ halfTermId, edition, slot, words: last }, { onSuccess: () => setKept(last) });
          }}
        >
          Undo
        </Button>
        {offer === undefined || offer.words === words ? null : (
          <Button
            size="small"
            look="quiet"
            onClick={() => {
              setWords(words.trim() === '' ? offer.words : `${words.trimEnd()}\n\n${offer.words}`);
            }}
          >
            Take over from {offer.from}
          </Button>
        )}
        <SaveState status={isUnsaved && !save.isError ? { kind: 'saving' } : saveStatusOf(save, false)} />
      </div>
    </div>
  );
}
