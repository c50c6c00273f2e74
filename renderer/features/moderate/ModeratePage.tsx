import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Round } from '../../../shared/contract/rounds.ts';
import { formatDate } from '../../../shared/domain/calendar-date.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { AgreementPart } from './AgreementPart.tsx';
import { CalibrationPart } from './CalibrationPart.tsx';
import { PanelDayPart } from './PanelDayPart.tsx';
import { PlansPart } from './PlansPart.tsx';
import './moderate.css';

const PARTS = [
  { id: 'plans', label: 'Plans' },
  { id: 'day', label: 'Panel day' },
  { id: 'agreement', label: 'Agreement' },
  { id: 'calibration', label: 'Calibration' },
] as const;

/** The panel's day: what to talk about, who came, how far auditors agree, what was graded to compare. */
export function ModeratePage() {
  const round = useQuery(api.rounds.current.queryOptions());
  const maySee = useHasRole('qa_lead', 'chair', 'auditor');
  if (!maySee) {
    return (
      <div className="page">
        <PageHeader title="Moderate" />
        <EmptyState title="Moderation is for the panel">
          <p>The chair, the QA lead and the auditors of a plan settle here what they graded alone.</p>
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="page">
      <Asked query={round} loading="Reading the round">
        {(found) => <Parts round={found} />}
      </Asked>
    </div>
  );
}

function Parts({ round }: { round: Round }) {
  const isModerator = useHasRole('qa_lead', 'chair');
  const [part, setPart] = useState<string>('plans');
  const list = useQuery(api.moderation.list.queryOptions({ input: { roundId: round.id } }));
  const rubric = useQuery(
    api.rubrics.get.queryOptions({ input: { rubricId: round.rubricId }, staleTime: Number.POSITIVE_INFINITY }),
  );
  return (
    <>
      <PageHeader title="Moderate">
        <p>
          {round.halfTerm.label} {round.halfTerm.schoolYear.replace('-', '/')}, panel on {formatDate(round.panelDate)}
        </p>
      </PageHeader>
      <Asked query={rubric} loading="Opening the standards">
        {(stored) => (
          <Asked query={list} loading="Reading what was graded">
            {(found) => {
              const shared = { round, list: found, rubric: stored.rubric };
              if (!isModerator) return <PlansPart {...shared} isModerator={false} />;
              return (
                <Tabs label="Moderation" tabs={PARTS} selected={part} onSelect={setPart}>
                  {part === 'plans' ? <PlansPart {...shared} isModerator /> : null}
                  {part === 'day' ? <PanelDayPart {...shared} /> : null}
                  {part === 'agreement' ? <AgreementPart {...shared} /> : null}
                  {part === 'calibration' ? <CalibrationPart {...shared} /> : null}
                </Tabs>
              );
            }}
          </Asked>
        )}
      </Asked>
    </>
  );
}
