import { EVERY_PLAN } from '../../../shared/contract/plans.ts';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { MAY_READ_PLANS } from '../../../shared/contract/meta.ts';
import type { Round } from '../../../shared/contract/rounds.ts';
import { formatDate } from '../../../shared/domain/calendar-date.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { useHasRole, useOpenWorkspace } from '../../api/open-workspace.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { DistributionSoFar } from './DistributionSoFar.tsx';
import { FlagsPanel } from './FlagsPanel.tsx';
import { nextStep, queueOf } from './next-step.ts';
import { NextStepPanel } from './NextStepPanel.tsx';
import { OwnPlaces } from './OwnPlaces.tsx';
import { QueueList } from './QueueList.tsx';
import { roundLine } from './round-line.ts';
import { RoundLine } from './RoundLine.tsx';
import './home.css';

/** Where the round stands, what to do next, and what is in front of me; `actions` are those that I own. */
export function HomePage({ actions }: { actions: ReactNode }) {
  const { person } = useOpenWorkspace();
  const round = useQuery(api.rounds.current.queryOptions());
  const mayReadPlans = useHasRole(...MAY_READ_PLANS);
  const halfTerm = round.data?.halfTerm;
  return (
    <div className="page stack-loose">
      <PageHeader
        title={halfTerm === undefined ? 'Home' : `${halfTerm.label} ${halfTerm.schoolYear.replace('-', '/')}`}
        windowTitle="Home"
        eyebrow={`Good to see you, ${person.name}`}
      >
        {round.data === undefined ? undefined : <p>The panel meets on {formatDate(round.data.panelDate)}.</p>}
      </PageHeader>
      <FlagsPanel />
      {mayReadPlans ? (
        <PanelHome round={round.data} ownPlaces={<OwnPlaces roles={person.roles} />} actions={actions} />
      ) : (
        <OwnPlaces roles={person.roles} />
      )}
      {mayReadPlans ? null : actions}
    </div>
  );
}

/** The round as those see it who read its plans. */
function PanelHome({
  round,
  ownPlaces,
  actions,
}: {
  round: Round | undefined;
  ownPlaces: ReactNode;
  actions: ReactNode;
}) {
  const documents = useQuery(api.plans.queue.queryOptions());
  const tray = useQuery(api.documents.tray.queryOptions());
  const isLead = useHasRole('qa_lead');
  const isChair = useHasRole('chair');
  const isAuditor = useHasRole('auditor');
  // One row is enough to know whether there are any plans.
  const register = useQuery(api.plans.page.queryOptions({ input: ONE_PLAN, enabled: isLead }));
  const masking = useQuery(
    api.masking.list.queryOptions({
      input: { roundId: round?.id ?? '' },
      enabled: isLead && round !== undefined && round.assigned + round.calibrating > 0,
    }),
  );
  return (
    <Asked query={documents} loading="Looking up the round">
      {(items) => (
        <Asked query={tray} loading="Looking for documents to file">
          {(waiting) => {
            const queue = queueOf(items);
            const standing = {
              round,
              waiting: waiting.length,
              plans: register.data?.all ?? 0,
              unchecked: (masking.data ?? []).filter(({ state }) => state !== 'checked').length,
              isLead,
              isChair,
              isAuditor,
            };
            const isAllSubmitted =
              queue.submitted.length > 0 && queue.underWay.length === 0 && queue.toBegin.length === 0;
            return (
              <>
                <RoundLine stages={roundLine(queue, standing)} isLinked={isLead || isChair} />
                {isLead || isChair || isAuditor ? <NextStepPanel step={nextStep(queue, standing)} /> : null}
                <QueueList queue={queue} waiting={waiting.length} />
                {ownPlaces}
                {actions}
                {isAllSubmitted && round !== undefined ? <DistributionSoFar roundId={round.id} /> : null}
              </>
            );
          }}
        </Asked>
      )}
    </Asked>
  );
}

const ONE_PLAN = {
  filter: EVERY_PLAN,
  sort: { column: 'reference' as const, direction: 'ascending' as const },
  offset: 0,
  limit: 1,
};
