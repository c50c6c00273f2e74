import { useMutation } from '@tanstack/react-query';
import type { AdviceFile } from '../../../shared/contract/advice.ts';
import { toSendWords } from '../../../shared/domain/advice/advice-log.ts';
import { count, formatDate } from '../../../shared/domain/calendar-date.ts';
import type { Anchor } from '../../../shared/domain/document-model.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { CorrectionForm } from './CorrectionForm.tsx';
import { PassagePair } from './PassagePair.tsx';

/** What is asked to be corrected in the draft, before its final is due. */
export function CorrectionsPart({
  file,
  mayCheck,
  onShow,
}: {
  file: AdviceFile;
  mayCheck: boolean;
  onShow: (anchor: Anchor) => void;
}) {
  const { agency, document, checks, finalDue, isFinalOut, today } = file;
  const of = { agency, documentId: document.id };
  const send = useMutation(api.advice.sendCorrections.mutationOptions());
  const toCorrect = checks.filter(({ finding }) => finding !== 'faithful');
  const toSend = toCorrect.filter(({ correction }) => correction !== null && correction.sentAt === null).length;
  const sent = toCorrect.filter(({ correction }) => correction !== null && correction.sentAt !== null).length;
  const sending = toSendWords({ toSend, sent });
  if (toCorrect.length === 0) {
    return (
      <EmptyState title="There is nothing to correct">
        <p>A passage that is weakened, missing or misplaced in the plan can be asked to be corrected here.</p>
      </EmptyState>
    );
  }
  return (
    <div className="stack">
      <p>
        {isFinalOut
          ? 'The final is out: what is corrected now is for its next amendment or review.'
          : finalDue === null
            ? 'No date for the final is known.'
            : finalDue <= today
              ? `The final was due ${formatDate(finalDue)}: what is corrected now is corrected late.`
              : `The final is due ${formatDate(finalDue)}; a correction is due before that day.`}
      </p>
      {mayCheck && 'words' in sending ? <p className="advice__soft">{sending.words}</p> : null}
      {mayCheck && 'button' in sending ? (
        <div className="row">
          <Button
            look="primary"
            size="small"
            isBusy={send.isPending}
            onClick={() => {
              send.mutate(of, {
                onSuccess: () => {
                  showToast(`${count(toSend, 'correction')} marked as sent, and followed on the Actions page.`);
                },
              });
            }}
          >
            {sending.button}
          </Button>
        </div>
      ) : null}
      {send.isError ? <Failed error={send.error} /> : null}
      <ul className="list-plain stack-tight" aria-label="To be corrected">
        {toCorrect.map((check) => (
          <li key={check.id}>
            <article
              className={`advice-card advice-card--${check.finding}`}
              aria-label={`Correction: ${check.adviceWords.slice(0, 60)}`}
            >
              <PassagePair check={check} requests={file.requests} onShow={onShow} />
              <CorrectionForm
                key={`${check.correction?.sentAt ?? ''} ${check.correction?.answeredAt ?? ''}`}
                file={file}
                check={check}
                mayCheck={mayCheck}
              />
            </article>
          </li>
        ))}
      </ul>
    </div>
  );
}
