import { useQuery } from '@tanstack/react-query';
import { formatDate } from '../../../shared/domain/calendar-date.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { useOpenWorkspace } from '../../api/open-workspace.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { DistributionSoFar } from './DistributionSoFar.tsx';
import { nextStep, queueOf, roundLine } from './next-step.ts';
import { NextStepPanel } from './NextStepPanel.tsx';
import { QueueList } from './QueueList.tsx';
import { RoundLine } from './RoundLine.tsx';
import './home.css';

/** Where the round stands, what to do next, and what is in front of me. */
export function HomePage() {
  const { person } = useOpenWorkspace();
  const round = useQuery(api.rounds.current.queryOptions());
  const documents = useQuery(api.plans.queue.queryOptions());
  const tray = useQuery(api.documents.tray.queryOptions());
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
      <Asked query={documents} loading="Looking up the round">
        {(items) => (
          <Asked query={tray} loading="Looking for documents to file">
            {(waiting) => {
              const queue = queueOf(items);
              const isAllSubmitted =
                queue.submitted.length > 0 && queue.underWay.length === 0 && queue.toBegin.length === 0;
              return (
                <>
                  <RoundLine stages={roundLine(queue, waiting.length)} />
                  <NextStepPanel step={nextStep(queue, waiting.length)} roundId={round.data?.id} />
                  <QueueList queue={queue} waiting={waiting.length} />
                  {isAllSubmitted && round.data !== undefined ? <DistributionSoFar roundId={round.data.id} /> : null}
                </>
              );
            }}
          </Asked>
        )}
      </Asked>
    </div>
  );
}
