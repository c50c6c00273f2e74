import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Excerpt } from '../../../shared/contract/reports.ts';
import { excerptProblem } from '../../../shared/domain/report/excerpt-words.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox, TextArea } from '../../ui/Field.tsx';
import { formatDateTime } from '../../ui/dates.ts';
import { showToast } from '../../ui/toast-store.ts';

/** A chosen quote: shortened or masked further, then read and ticked. */
export function ExcerptCard({ excerpt }: { excerpt: Excerpt }) {
  const { id: excerptId, words: saved, masked, tick } = excerpt;
  const [words, setWords] = useState(saved);
  const [shown, setShown] = useState(saved);
  const edit = useMutation(api.reports.editExcerpt.mutationOptions());
  const ticking = useMutation(api.reports.tickExcerpt.mutationOptions());
  const remove = useMutation(api.reports.removeExcerpt.mutationOptions());
  // Masked further meanwhile: what is typed gives way to what would be printed.
  if (shown !== saved) {
    setShown(saved);
    setWords(saved);
  }
  const problem = words.trim() === saved ? null : excerptProblem(masked, words.trim());
  const isUnsaved = words.trim() !== saved;
  const failure = [edit, ticking, remove].find(({ isError }) => isError);

  function keep(next: string): void {
    if (next !== saved && excerptProblem(masked, next) === null) edit.mutate({ excerptId, words: next });
  }

  return (
    <li className="excerpt panel stack-tight">
      <p className="row row--apart">
        <strong>{excerpt.isGood ? 'Good practice' : 'To be mended'}</strong>
        <span className="soft small">
          {excerpt.criterionId} · plan {excerpt.planReference}, which is not printed
        </span>
      </p>
      <TextArea
        label={excerpt.criterion}
        hint="Leave words out (put … for them) or mask more, as [child] or [place]. Nothing can be added."
        error={problem ?? undefined}
        rows={Math.min(8, Math.max(2, Math.ceil(words.length / 80)))}
        value={words}
        onChange={({ target }) => {
          setWords(target.value);
        }}
        onBlur={() => {
          keep(words.trim());
        }}
      />
      <Checkbox
        label="I have read it; nobody can be recognised"
        hint={
          tick === null
            ? 'A publishable report waits for this. Think of those who know the child.'
            : `Ticked by ${tick.by} on ${formatDateTime(tick.at)}.`
        }
        checked={ticking.isPending || tick !== null}
        disabled={isUnsaved || ticking.isPending || edit.isPending}
        onChange={({ target }) => {
          ticking.mutate({ excerptId, isTicked: target.checked, words: saved });
        }}
      />
      {failure === undefined ? null : <Failed error={failure.error} />}
      <div className="row">
        <Button
          size="small"
          disabled={words === masked}
          onClick={() => {
            setWords(masked);
            keep(masked);
          }}
        >
          Whole quote again
        </Button>
        <Button
          size="small"
          look="quiet"
          isBusy={remove.isPending}
          onClick={() => {
            remove.mutate({ excerptId }, { onSuccess: () => showToast('Taken out of the report.') });
          }}
        >
          Take it out
        </Button>
      </div>
    </li>
  );
}
