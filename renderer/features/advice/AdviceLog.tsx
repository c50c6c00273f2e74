import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { AdviceFile, AdviceRequest, AdviceSuggestion } from '../../../shared/contract/advice.ts';
import { ADVICE_QUESTIONS, adviceAgencyWords, mayChangeEntry } from '../../../shared/domain/advice/advice-log.ts';
import { count, formatDate } from '../../../shared/domain/calendar-date.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { RequestDialog } from './RequestDialog.tsx';

type InDialog = { request: AdviceRequest | null; suggestion: AdviceSuggestion | null } | null;

/** Whose advice was asked for and what came, with what the plan's Section K lists for a person to confirm. */
export function AdviceLog({ file, mayCheck }: { file: AdviceFile; mayCheck: boolean }) {
  const { agency, document, requests, suggestions } = file;
  const [inDialog, setInDialog] = useState<InDialog>(null);
  const setAside = useMutation(api.advice.setAside.mutationOptions());
  const remove = useMutation(api.advice.removeRequest.mutationOptions());
  const failure = [setAside, remove].find(({ isError }) => isError);
  const of = { agency, documentId: document.id };
  return (
    <div className="stack">
      {failure === undefined ? null : <Failed error={failure.error} />}
      {mayCheck ? (
        <div className="row">
          <Button
            size="small"
            icon={<Icon name="plus" />}
            onClick={() => {
              setInDialog({ request: null, suggestion: null });
            }}
          >
            Add advice…
          </Button>
        </div>
      ) : null}
      {requests.length === 0 ? (
        <EmptyState title="Nothing is in the log yet">
          <p>Enter each service that was asked, or confirm what the plan’s Section K lists.</p>
        </EmptyState>
      ) : (
        <ul className="list-plain stack-tight" aria-label="Advice asked for">
          {requests.map((request) => (
            <li key={request.id}>
              <article
                className={classNames(
                  'advice-card',
                  `advice-card--${request.standing.state}`,
                  request.standing.isOnTime === false && 'advice-card--late',
                )}
                aria-label={request.service}
              >
                <h3>
                  {request.service}
                  <span className="advice__soft">
                    {request.profession === '' ? '' : `, ${request.profession}`} · {adviceAgencyWords(request.agency)}
                  </span>
                </h3>
                <p>
                  <strong>{request.standing.words}</strong>
                  {request.standing.days === null ? '' : `; ${count(request.standing.days, 'day')}`}
                </p>
                <p className="advice__soft">{requestWords(request)}</p>
                {request.note === '' ? null : <p>{request.note}</p>}
                {mayCheck && !mayChangeEntry(request, agency) ? (
                  <p className="advice__soft">{adviceAgencyWords(request.agency)}’s officer keeps this entry.</p>
                ) : null}
                {mayCheck && mayChangeEntry(request, agency) ? (
                  <div className="row">
                    <Button
                      size="small"
                      onClick={() => {
                        setInDialog({ request, suggestion: null });
                      }}
                    >
                      Change<span className="visually-hidden"> {request.service}</span>…
                    </Button>
                    <Button
                      size="small"
                      look="quiet"
                      onClick={() => {
                        remove.mutate({ ...of, requestId: request.id });
                      }}
                    >
                      Remove<span className="visually-hidden"> {request.service}</span>
                    </Button>
                  </div>
                ) : null}
              </article>
            </li>
          ))}
        </ul>
      )}
      {suggestions.length === 0 || !mayCheck ? null : (
        <section className="stack-tight" aria-label="Listed in Section K">
          <h3>Listed in Section K, not in the log</h3>
          <p className="advice__soft">Read from the draft. Nothing of it is logged until you confirm it.</p>
          <ul className="list-plain stack-tight">
            {suggestions.map((suggestion) => (
              <li key={suggestion.key} className="advice-suggestion">
                <span>
                  {[...new Set([suggestion.service, suggestion.profession])].filter((words) => words !== '').join(', ')}
                  <span className="advice__soft">
                    {' '}
                    · {adviceAgencyWords(suggestion.agency)}
                    {suggestion.datedOn === null ? '' : `, dated ${formatDate(suggestion.datedOn)}`}
                  </span>
                </span>
                <span className="row">
                  <Button
                    size="small"
                    onClick={() => {
                      setInDialog({ request: null, suggestion });
                    }}
                  >
                    Confirm<span className="visually-hidden"> {suggestion.profession || suggestion.service}</span>…
                  </Button>
                  <Button
                    size="small"
                    look="quiet"
                    onClick={() => {
                      setAside.mutate({ ...of, suggestionKey: suggestion.key });
                    }}
                  >
                    Set aside<span className="visually-hidden"> {suggestion.profession || suggestion.service}</span>
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {inDialog === null ? null : (
        <RequestDialog
          file={file}
          request={inDialog.request}
          suggestion={inDialog.suggestion}
          onClose={() => {
            setInDialog(null);
          }}
        />
      )}
    </div>
  );
}

function requestWords({ askedOn, receivedOn, form, answers, adviceFileName, isNilReturn }: AdviceRequest): string {
  const open = ADVICE_QUESTIONS.filter((question) => answers[question] === false);
  const said = ADVICE_QUESTIONS.filter((question) => answers[question] === true);
  return [
    askedOn === null ? '' : `Asked ${formatDate(askedOn)}`,
    receivedOn === null ? '' : `${isNilReturn ? 'nil return' : 'received'} ${formatDate(receivedOn)}`,
    form === '' ? '' : `form: ${form}`,
    said.length === 0 ? '' : `answers ${said.join(', ')}`,
    open.length === 0 ? '' : `does not answer ${open.join(', ')}`,
    adviceFileName === null ? '' : `document: ${adviceFileName}`,
  ]
    .filter((words) => words !== '')
    .join('; ');
}
