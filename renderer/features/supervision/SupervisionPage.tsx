import { useState } from 'react';
import type { Role } from '../../../shared/contract/meta.ts';
import { useOpenWorkspace } from '../../api/open-workspace.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { MySheet } from './MySheet.tsx';
import { OpeningsTable } from './OpeningsTable.tsx';
import { RepliesToAnswer } from './RepliesToAnswer.tsx';
import { TeamPart } from './TeamPart.tsx';
import './supervision.css';

const PARTS: readonly { id: string; label: string; role: Role }[] = [
  { id: 'team', label: 'My team', role: 'locality_manager' },
  { id: 'own', label: 'My sheet', role: 'caseworker' },
  { id: 'replies', label: 'Replies', role: 'chair' },
  { id: 'openings', label: 'Who opened sheets', role: 'qa_lead' },
];

/** What agreed gradings say in supervision: a manager's team, a caseworker's own sheet, the chair's replies. */
export function SupervisionPage() {
  const { person } = useOpenWorkspace();
  const parts = PARTS.filter(({ role }) => person.roles.includes(role));
  const [chosen, setChosen] = useState(parts[0]?.id ?? '');
  return (
    <div className="page">
      <PageHeader title="Supervision">
        <p>Agreed gradings, used fairly: strengths first, by criterion, and never as a league table.</p>
      </PageHeader>
      {parts.length === 0 ? (
        <EmptyState title="Supervision is between a caseworker and their manager">
          <p>Managers see their own team here, and caseworkers their own sheet.</p>
        </EmptyState>
      ) : parts.length === 1 ? (
        <Part id={chosen} />
      ) : (
        <Tabs label="Parts of supervision" tabs={parts} selected={chosen} onSelect={setChosen}>
          <Part id={chosen} />
        </Tabs>
      )}
    </div>
  );
}

function Part({ id }: { id: string }) {
  if (id === 'team') return <TeamPart />;
  if (id === 'own') return <MySheet />;
  return id === 'replies' ? <RepliesToAnswer /> : <OpeningsTable isOwn={false} />;
}
