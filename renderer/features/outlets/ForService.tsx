import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OutletChoices } from '../../../shared/contract/outlets.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { SelectField } from '../../ui/Field.tsx';
import { isBarePaper } from './bare-paper.ts';
import { Examples } from './Examples.tsx';
import { PaperBlocks } from '../../ui/PaperBlocks.tsx';
import { AS_PUBLISHED, HowFields, RunFields } from './RunFields.tsx';
import { SaveButtons } from './SaveButtons.tsx';
import { ServiceAgencies } from './ServiceAgencies.tsx';
import { FOR_OUTSIDE, latestRun } from './outlet-choice.ts';

const FORMATS = [
  { format: 'docx', label: 'Export to Word' },
  { format: 'html', label: 'HTML' },
] as const;

/** Two pages for a service: how the standards it leads were graded, why plans fell short, and its advice. */
export function ForService({ choices }: { choices: OutletChoices }) {
  const { halfTerms, agencies } = choices;
  const [agency, setAgency] = useState(agencies[0]?.id ?? '');
  const [chosen, setService] = useState<string | null>(null);
  const [run, setRun] = useState(latestRun(halfTerms));
  const [how, setHow] = useState(FOR_OUTSIDE);
  const services = agencies.find(({ id }) => id === agency)?.services ?? [];
  // One that has been said to be another agency's meanwhile is this one's no more.
  const service = chosen !== null && services.includes(chosen) ? chosen : null;
  const input = { for: { agency, service }, run, ...how };
  const paper = useQuery(api.outlets.feedback.queryOptions({ input, enabled: agency !== '' }));
  return (
    <div className="stack">
      <div className="row outlets__choice">
        <SelectField
          label="Agency"
          value={agency}
          choices={agencies.map(({ id, label }) => ({ value: id, label }))}
          onChange={({ currentTarget: { value } }) => {
            setAgency(value);
            setService(null);
          }}
        />
        {services.length === 0 ? null : (
          <SelectField
            label="Service"
            value={service ?? ''}
            emptyLabel="The agency as a whole"
            choices={services.map((name) => ({ value: name, label: name }))}
            onChange={({ currentTarget: { value } }) => {
              setService(value === '' ? null : value);
            }}
          />
        )}
        <RunFields halfTerms={halfTerms} choice={run} onChoice={setRun} />
        <HowFields choice={how} onChoice={setHow} hint={AS_PUBLISHED} />
      </div>
      <SaveButtons
        label="Export the feedback"
        formats={FORMATS}
        make={(format) => api.outlets.exportFeedback.call({ ...input, format })}
        whyNot={
          paper.data !== undefined && isBarePaper(paper.data)
            ? 'There is nothing to export yet: no figure, no example and no action is in this feedback.'
            : null
        }
      />
      <ServiceAgencies choices={choices} />
      <Examples agency={agency} run={run} />
      <Asked query={paper} loading="Counting the gradings">
        {({ title, subtitle, marking, details, blocks }) => (
          <article className="outlets__sheet stack" aria-label="The feedback">
            <header className="stack-tight">
              <p className="soft small">{marking}</p>
              <p className="outlets__title">{title}</p>
              <p>{subtitle}</p>
              <p className="soft small">{details}</p>
            </header>
            <PaperBlocks blocks={blocks} />
          </article>
        )}
      </Asked>
    </div>
  );
}
