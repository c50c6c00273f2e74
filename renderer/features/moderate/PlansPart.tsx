import { useMutation } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { ModerationList, ToModerate } from '../../../shared/contract/moderation.ts';
import type { Round } from '../../../shared/contract/rounds.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { AgreementDraws } from './AgreementDraws.tsx';
import { PlanTable } from './PlanTable.tsx';

export interface PartProps {
  round: Round;
  list: ModerationList;
  rubric: Rubric;
}

/** The round's documents as the panel takes them: the largest disagreement first. */
export function PlansPart({ round, list, rubric, isModerator }: PartProps & { isModerator: boolean }) {
  const documents = list.documents.filter(({ isCalibration }) => !isCalibration || !isModerator);
  const of = (holds: (document: ToModerate) => boolean): ToModerate[] => documents.filter(holds);
  const ready = of(({ state, isCalibration }) => state === 'ready' && !isCalibration);
  if (documents.length === 0) {
    return (
      <EmptyState
        title={isModerator ? 'Nobody is asked to grade anything yet' : 'Nothing of yours to moderate'}
        action={
          isModerator ? (
            <Link href="/round/assign" className={buttonClass('primary')}>
              Assign the round’s plans
            </Link>
          ) : (
            <Link href="/" className={buttonClass('primary')}>
              Go to my queue
            </Link>
          )
        }
      >
        <p>
          {isModerator
            ? 'Once two auditors have graded a plan alone and submitted, their answers stand here side by side.'
            : 'Plans that you and others grade stand here. Their answers are shown once all have submitted.'}
        </p>
      </EmptyState>
    );
  }
  return (
    <div className="stack">
      {isModerator && ready.length > 0 ? <Begin roundId={round.id} count={ready.length} /> : null}
      <PlanTable
        title="To discuss"
        note="The largest disagreement first: by grade, then limiting and key criteria, then how many differ."
        documents={of(({ state, reasons }) => state === 'open' && reasons.length > 0)}
        rubric={rubric}
        isFirst
      />
      {isModerator ? <AgreementDraws round={round} list={list} /> : null}
      <PlanTable
        title="Auditors agree"
        note="No rule asks the panel to discuss these."
        documents={of(({ state, reasons }) => state === 'open' && reasons.length === 0)}
        rubric={rubric}
      />
      <PlanTable title="Agreed" documents={of(({ state }) => state === 'agreed')} rubric={rubric} />
      <PlanTable
        title="Not open yet"
        note="Until all who are asked have submitted, nobody is shown another’s answers. Then the panel can begin with them."
        documents={of(({ state }) => state === 'waiting' || state === 'ready')}
        rubric={rubric}
      />
      <PlanTable
        title="One auditor only"
        note="Nothing to settle: these count as not moderated, and the report says so."
        documents={of(({ state }) => state === 'alone')}
        rubric={rubric}
      />
    </div>
  );
}

function Begin({ roundId, count }: { roundId: string; count: number }) {
  const begin = useMutation(api.moderation.begin.mutationOptions());
  const plans = count === 1 ? '1 plan is' : `${count} plans are`;
  return (
    <Notice
      tone="info"
      title={`${plans} ready: all who were asked have submitted.`}
      advice="Beginning shows what each auditor answered, side by side. From then on none of these audits can be reopened: changes are made here."
      action={
        <Button
          look="primary"
          isBusy={begin.isPending}
          onClick={() => {
            begin.mutate({ roundId });
          }}
        >
          {count === 1 ? 'Begin with this plan' : `Begin with these ${count} plans`}
        </Button>
      }
    >
      {begin.isError ? <Failed error={begin.error} /> : null}
    </Notice>
  );
}
