import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OutletChoices } from '../../../shared/contract/outlets.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { ForBoard } from './ForBoard.tsx';
import { ForRegion } from './ForRegion.tsx';
import { ForRun } from './ForRun.tsx';
import { ForService } from './ForService.tsx';
import { ForWriter } from './ForWriter.tsx';
import './outlets.css';

const TABS = [
  { id: 'service', label: 'A service' },
  { id: 'plan', label: 'A plan’s writer' },
  { id: 'board', label: 'The board’s scorecard' },
  { id: 'run', label: 'Several half-terms' },
  { id: 'region', label: 'A region' },
];

/** What leaves the panel for others: services, whoever wrote a plan, the performance board, a region. */
export function OutletsPage() {
  const mayGive = useHasRole('qa_lead', 'chair');
  const choices = useQuery(api.outlets.choices.queryOptions({ enabled: mayGive }));
  const [tab, setTab] = useState('service');
  if (!mayGive) {
    return (
      <div className="page">
        <PageHeader title="For others" />
        <EmptyState title="This is for the QA lead and the chair">
          <p>Ask one of them for a copy. Who holds which role stands in Settings.</p>
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="page stack">
      <PageHeader title="For others" />
      <Tabs label="Whom it is for" tabs={TABS} selected={tab} onSelect={setTab}>
        <Asked query={choices} loading="Looking for half-terms and services">
          {(known) => (known.halfTerms.length === 0 ? <NothingBegun /> : <Panel tab={tab} choices={known} />)}
        </Asked>
      </Tabs>
    </div>
  );
}

function Panel({ tab, choices }: { tab: string; choices: OutletChoices }) {
  if (tab === 'board') return <ForBoard />;
  if (tab === 'run') return <ForRun choices={choices} />;
  if (tab === 'plan') return <ForWriter />;
  return tab === 'region' ? <ForRegion /> : <ForService choices={choices} />;
}

function NothingBegun() {
  return (
    <EmptyState title="No half-term has begun">
      <p>Check the calendar in Settings: what is counted here is counted by half-term.</p>
    </EmptyState>
  );
}
