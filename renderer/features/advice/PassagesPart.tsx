import { useMutation } from '@tanstack/react-query';
import type { AdviceCheck, AdviceFile } from '../../../shared/contract/advice.ts';
import { ADVICE_FINDINGS, findingWords } from '../../../shared/domain/advice/advice-log.ts';
import type { Anchor } from '../../../shared/domain/document-model.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { emptyPassage, type PassageInHand, passageOf } from './passage.ts';
import { PassageForm } from './PassageForm.tsx';
import { PassagePair } from './PassagePair.tsx';

/** Passages of the advice beside those of the plan, each with what was found. */
export function PassagesPart({
  file,
  mayCheck,
  passage,
  onPassage,
  onShow,
}: {
  file: AdviceFile;
  mayCheck: boolean;
  passage: PassageInHand;
  onPassage: (passage: PassageInHand) => void;
  onShow: (anchor: Anchor) => void;
}) {
  const { agency, document, checks, requests } = file;
  const of = { agency, documentId: document.id };
  const save = useMutation(api.advice.saveCheck.mutationOptions());
  const remove = useMutation(api.advice.removeCheck.mutationOptions());
  const received = requests.filter((request) => request.agency === agency && request.standing.state === 'received');
  function keep(kept: PassageInHand, then: () => void): void {
    const { finding, ...rest } = kept;
    if (finding !== null) save.mutate({ ...of, ...rest, finding }, { onSuccess: then });
  }
  function takeAway(check: AdviceCheck): void {
    remove.mutate(
      { ...of, checkId: check.id },
      {
        onSuccess: () => {
          showToast('The finding is removed.', () => {
            keep({ ...passageOf(check), checkId: null }, () => undefined);
          });
        },
      },
    );
  }
  return (
    <div className="stack">
      {mayCheck && received.length === 0 ? (
        <Notice tone="info" title="There is no advice to compare with yet">
          Enter in the advice log on which day the advice of your agency was received.
        </Notice>
      ) : null}
      {mayCheck && received.length > 0 ? (
        <PassageForm
          requests={received}
          passage={passage}
          onPassage={onPassage}
          isBusy={save.isPending}
          onKeep={() => {
            keep(passage, () => {
              onPassage({ ...emptyPassage(), requestId: passage.requestId });
              showToast('The finding is kept.');
            });
          }}
        />
      ) : null}
      {save.isError ? <Failed error={save.error} /> : null}
      {remove.isError ? <Failed error={remove.error} /> : null}
      {checks.length === 0 ? (
        <p className="advice__soft">No passage has been compared yet.</p>
      ) : (
        <ul className="list-plain stack-tight" aria-label="Passages compared">
          {ADVICE_FINDINGS.toReversed()
            .flatMap((finding) => checks.filter((check) => check.finding === finding))
            .map((check) => (
              <li key={check.id}>
                <article
                  className={`advice-card advice-card--${check.finding}`}
                  aria-label={`${findingWords(check.finding).label}: ${check.adviceWords.slice(0, 60)}`}
                >
                  <PassagePair check={check} requests={requests} onShow={onShow} />
                  {mayCheck && (check.correction === null || check.correction.sentAt === null) ? (
                    <div className="row">
                      <Button
                        size="small"
                        onClick={() => {
                          onPassage(passageOf(check));
                        }}
                      >
                        Change
                      </Button>
                      <Button
                        size="small"
                        look="quiet"
                        onClick={() => {
                          takeAway(check);
                        }}
                      >
                        Remove
                      </Button>
                    </div>
                  ) : null}
                </article>
              </li>
            ))}
        </ul>
      )}
    </div>
  );
}
