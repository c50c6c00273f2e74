import { useMutation } from '@tanstack/react-query';
import { useStore } from 'zustand';
import type { Moderation } from '../../../shared/contract/moderation.ts';
import { factLabel } from '../../../shared/domain/rubric/rubric-words.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { factForm, keepDraft, type ModerateStore } from './moderate-store.ts';
import { factWords } from './moderate-words.ts';

type Fact = Moderation['facts'][number];

/** Facts of the plan that auditors took differently: what applies may hang on them. */
export function FactsToSettle({
  moderation,
  rubric,
  store,
  mayModerate,
}: {
  moderation: Moderation;
  rubric: Rubric;
  store: ModerateStore;
  mayModerate: boolean;
}) {
  return (
    <section aria-label="Facts taken differently">
      <h2 className="moderate__standard">Facts taken differently</h2>
      <ul className="list-plain">
        {moderation.facts.map((fact) => (
          <li key={fact.fact} className="moderated">
            <h3 className="moderated__text">{factLabel(rubric, fact.fact)}</h3>
            <p>
              {fact.given
                .map(({ auditId, value }) => {
                  const name = moderation.audits.find((audit) => audit.auditId === auditId)?.auditor.name ?? '';
                  return `${name}: ${factWords(value)}`;
                })
                .join('; ')}
            </p>
            {fact.decision === null ? null : (
              <p className="agreed-answer">
                <Icon name="check" /> Agreed: {factWords(fact.decision.value)}. {fact.decision.reason}
              </p>
            )}
            {mayModerate ? <SettleForm moderation={moderation} fact={fact} store={store} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function SettleForm({
  moderation: { roundId, documentId },
  fact,
  store,
}: {
  moderation: Moderation;
  fact: Fact;
  store: ModerateStore;
}) {
  const form = factForm(fact.fact);
  const reason = useStore(store, ({ drafts }) => drafts[form]?.words ?? '');
  const settle = useMutation(api.moderation.settleFact.mutationOptions());
  const values = [...new Set(fact.given.map(({ value }) => value))].filter((value) => value !== null);
  const of = { roundId, documentId, fact: fact.fact };
  if (fact.decision !== null) {
    return (
      <Button
        size="small"
        isBusy={settle.isPending}
        onClick={() => {
          settle.mutate({ ...of, value: null, reason: '' });
        }}
      >
        Leave it open again
      </Button>
    );
  }
  return (
    <div className="decide" id={form}>
      <TextArea
        label="What decided it"
        rows={2}
        value={reason}
        onChange={(event) => {
          const words = event.target.value;
          keepDraft(store, form, words === '' ? null : { response: null, words });
        }}
      />
      <div className="row">
        {values.map((value) => (
          <Button
            key={String(value)}
            size="small"
            isBusy={settle.isPending}
            onClick={() => {
              settle.mutate(
                { ...of, value, reason: reason.trim() },
                {
                  onSuccess: () => {
                    keepDraft(store, form, null);
                  },
                },
              );
            }}
          >
            Agree on “{factWords(value)}”
          </Button>
        ))}
      </div>
      {settle.isError ? <Failed error={settle.error} /> : null}
    </div>
  );
}
