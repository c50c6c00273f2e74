import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { byService, youSaidWeDid } from '../../../shared/domain/actions.ts';
import { formatDate } from '../../../shared/domain/calendar-date.ts';
import { shortHalfTermName } from '../../../shared/domain/half-term.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SelectField, TextArea } from '../../ui/Field.tsx';
import { showToast } from '../../ui/toast-store.ts';

/** What was done for services and the system since a round's panel met, to be read and to be copied. */
export function YouSaidWeDid() {
  const [sinceRoundId, setSinceRoundId] = useState<string | null>(null);
  const done = useQuery(api.actions.done.queryOptions({ input: { sinceRoundId } }));
  const rounds = useQuery(api.rounds.list.queryOptions());
  return (
    <div className="stack">
      <SelectField
        label="Since"
        emptyLabel="The last round"
        choices={(rounds.data ?? []).toReversed().map(({ id, halfTerm, panelDate }) => ({
          value: id,
          label: `${shortHalfTermName(halfTerm)}, panel of ${formatDate(panelDate)}`,
        }))}
        value={sinceRoundId ?? ''}
        onChange={({ target }) => {
          setSinceRoundId(target.value === '' ? null : target.value);
        }}
      />
      <Asked query={done} loading="Gathering what was done">
        {({ since, items }) => {
          const text = youSaidWeDid(items, since);
          if (items.length === 0) {
            return (
              <EmptyState title={since === null ? 'Nothing is done yet' : `Nothing is done since ${formatDate(since)}`}>
                <p>Actions for services and the system stand here once they are marked as done.</p>
              </EmptyState>
            );
          }
          return (
            <>
              {byService(items).map(({ title, items: own }) => (
                <section key={title} className="panel stack-tight" aria-label={title}>
                  <h2>{title}</h2>
                  <dl className="stack-tight">
                    {own.map(({ words, evidence, doneOn }) => (
                      <div key={`${words}${doneOn}`}>
                        <dt className="action__what">You said: {words}</dt>
                        <dd>
                          We did: {evidence} <span className="soft">({formatDate(doneOn)})</span>
                        </dd>
                      </div>
                    ))}
                  </dl>
                </section>
              ))}
              <div className="row">
                <Button
                  onClick={() => {
                    void copy(text);
                  }}
                >
                  Copy as text
                </Button>
              </div>
              <Disclosure summary="The text">
                <TextArea
                  label="You said, we did, as text"
                  className="actions-page__copy"
                  rows={10}
                  readOnly
                  value={text}
                />
              </Disclosure>
            </>
          );
        }}
      </Asked>
    </div>
  );
}

async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  showToast('Copied as text.');
}
