import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { Round } from '../../../shared/contract/rounds.ts';
import type { Sample } from '../../../shared/contract/samples.ts';
import { count } from '../../../shared/domain/calendar-date.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { DrawnList } from './DrawnList.tsx';
import { GonePlans } from './GonePlans.tsx';
import { HowDrawn } from './HowDrawn.tsx';
import { NotDrawn } from './NotDrawn.tsx';
import { PickPlans } from './PickPlans.tsx';
import { SampleDraw } from './SampleDraw.tsx';

/** The plans of the round: drawn so that it can be defended, then changed by hand with a reason each. */
export function SamplePart({ round }: { round: Round }) {
  const sample = useQuery(api.samples.get.queryOptions({ input: { roundId: round.id } }));
  return (
    <Asked query={sample} loading="Reading the sample">
      {(found) => <Chosen round={round} sample={found} />}
    </Asked>
  );
}

function Chosen({ round, sample }: { round: Round; sample: Sample }) {
  const mayChange = useHasRole('qa_lead');
  const [isPicking, setIsPicking] = useState(false);
  const inRound = sample.plans.filter(({ state }) => state === 'in');
  const gone = sample.plans.filter(({ state }) => state !== 'in');
  const hasBegun = sample.draw !== null || sample.plans.length > 0;
  const [moves, setMoves] = useState(0);
  const focusList = () => {
    setMoves(moves + 1);
  };
  const draw = <SampleDraw round={round} sample={sample} onDrawn={focusList} />;
  const pick = (
    <Button
      onClick={() => {
        setIsPicking(true);
      }}
    >
      Pick plans by hand…
    </Button>
  );
  return (
    <div className="stack-loose">
      {hasBegun ? (
        <section className="stack" aria-labelledby="plans-heading">
          <div className="row row--apart">
            <ListHeading moves={moves}>{count(inRound.length, 'plan')} in this round</ListHeading>
            <div className="row">
              {mayChange ? pick : null}
              {round.plansWithoutDocument === 0 ? null : (
                <Link href={`/round/documents/${round.id}`} className={buttonClass('quiet')}>
                  {round.plansWithoutDocument === 1
                    ? '1 has no document yet'
                    : `${round.plansWithoutDocument} have no document yet`}
                </Link>
              )}
            </div>
          </div>
          <NotDrawn round={round} />
          {inRound.length === 0 ? (
            <EmptyState title="No plan is left in this round">
              <p>Bring one back from below, pick one by hand, or draw again.</p>
            </EmptyState>
          ) : (
            <DrawnList round={round} plans={inRound} isDrawn={sample.draw !== null} onGone={focusList} />
          )}
          {gone.length === 0 ? null : <GonePlans roundId={round.id} plans={gone} onBack={focusList} />}
          <HowDrawn round={round} sample={sample} />
        </section>
      ) : null}
      {mayChange ? (
        hasBegun ? (
          <Disclosure summary={sample.draw === null ? 'Draw a sample' : 'Draw anew'}>{draw}</Disclosure>
        ) : (
          <section className="stack" aria-labelledby="draw-heading">
            <div className="row row--apart">
              <h2 id="draw-heading">Draw the sample</h2>
              {pick}
            </div>
            {draw}
          </section>
        )
      ) : hasBegun ? null : (
        <EmptyState title="No plans yet">
          <p>The QA lead draws this round’s sample here.</p>
        </EmptyState>
      )}
      <PickPlans
        roundId={round.id}
        isOpen={isPicking}
        taken={inRound.map(({ planId }) => planId)}
        onClose={() => {
          setIsPicking(false);
        }}
      />
    </div>
  );
}

/** What had the focus goes with its row, or with the form: on to the list's heading, as soon as that is there. */
function ListHeading({ moves, children }: { moves: number; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (moves > 0) heading.current?.focus();
  }, [moves]);
  return (
    <h2 id="plans-heading" ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}
