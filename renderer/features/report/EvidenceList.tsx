import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExcerptCandidate } from '../../../shared/contract/reports.ts';
import { Asked, Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { RadioGroup, SelectField } from '../../ui/Field.tsx';

type Wanted = 'good' | 'poor';

/** Auditors' evidence to choose from, by criterion, already masked. */
export function EvidenceList({ halfTermId }: { halfTermId: string }) {
  const candidates = useQuery(api.reports.candidates.queryOptions({ input: { halfTermId } }));
  return (
    <Asked query={candidates} loading="Masking the evidence">
      {(list) =>
        list.length === 0 ? (
          <p>No auditor has put down evidence on a plan that counts in this half-term.</p>
        ) : (
          <Choices halfTermId={halfTermId} candidates={list} />
        )
      }
    </Asked>
  );
}

function Choices({ halfTermId, candidates }: { halfTermId: string; candidates: readonly ExcerptCandidate[] }) {
  const [wanted, setWanted] = useState<Wanted>('good');
  const [criterion, setCriterion] = useState('');
  const choose = useMutation(api.reports.chooseExcerpt.mutationOptions());
  const own = candidates.filter(({ isGood }) => isGood === (wanted === 'good'));
  const criteria = new Map(own.map((each) => [each.criterionId, each.criterion]));
  const shown = own.filter(({ criterionId }) => criterion === '' || criterionId === criterion);
  const groups = [...Map.groupBy(shown, ({ criterionId }) => criterionId)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return (
    <div className="stack">
      <div className="row">
        <RadioGroup
          legend="Evidence of"
          name="evidence-kind"
          choices={[
            { value: 'good', label: 'Good practice' },
            { value: 'poor', label: 'What is to be mended' },
          ]}
          value={wanted}
          onChange={({ target }) => {
            setWanted(target.value === 'poor' ? 'poor' : 'good');
            setCriterion('');
          }}
        />
        <SelectField
          label="Criterion"
          value={criterion}
          emptyLabel="All with evidence"
          choices={[...criteria]
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([id, text]) => ({ value: id, label: `${id} ${text}` }))}
          onChange={({ currentTarget: { value } }) => {
            setCriterion(value);
          }}
        />
      </div>
      {choose.isError ? <Failed error={choose.error} /> : null}
      {groups.length === 0 ? <p>There is no such evidence.</p> : null}
      {groups.map(([id, quotes]) => (
        <section key={id} className="stack-tight" aria-labelledby={`evidence-${id}`}>
          <h3 id={`evidence-${id}`}>
            {id} {quotes[0]?.criterion}
          </h3>
          <ul className="list-plain stack-tight">
            {quotes.map(({ evidenceId, masked, planReference, isChosen }) => (
              <li key={evidenceId} className="evidence">
                <blockquote>{masked}</blockquote>
                <Button
                  size="small"
                  disabled={isChosen}
                  isBusy={choose.isPending && choose.variables.evidenceId === evidenceId}
                  onClick={() => {
                    choose.mutate({ halfTermId, evidenceId });
                  }}
                >
                  {isChosen ? 'Chosen' : 'Choose'}
                  <span className="visually-hidden">
                    {' '}
                    from plan {planReference}: {masked}
                  </span>
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
