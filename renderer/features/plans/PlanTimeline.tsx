import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Cycle } from '../../../shared/contract/plans.ts';
import { formatDate } from '../../../shared/domain/calendar-date.ts';
import { datesByKind } from '../../../shared/domain/timeline/dates-in-use.ts';
import { yearGroup } from '../../../shared/domain/rubric/rubric-words.ts';
import { rightsPassOn, schoolStage } from '../../../shared/domain/timeline/school-stage.ts';
import { statutoryTimeline, type TimelineStep } from '../../../shared/domain/timeline/statutory-timeline.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { planTypeWords } from '../../../shared/domain/register/plan-type-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { BeginCycleDialog, TakeCycleBack } from './BeginCycle.tsx';
import { CycleDates } from './CycleDates.tsx';
import { CycleExceptions } from './CycleExceptions.tsx';
import { CyclePeople } from './CyclePeople.tsx';
import { TimelinePicture } from './TimelinePicture.tsx';
import './timeline.css';

/** The plan's days against the law's, for its current cycle; earlier cycles can be opened. */
export function PlanTimeline({ planId, mayEdit }: { planId: string; mayEdit: boolean }) {
  const query = useQuery(api.plans.cycles.queryOptions({ input: { planId } }));
  const [isBeginning, setIsBeginning] = useState(false);
  return (
    <section className="panel stack" aria-labelledby="timeline-heading">
      <div className="row row--apart">
        <h2 id="timeline-heading">Statutory timeline</h2>
        {mayEdit ? (
          <Button
            size="small"
            onClick={() => {
              setIsBeginning(true);
            }}
          >
            Begin a review or reassessment…
          </Button>
        ) : null}
      </div>
      <Asked query={query} loading="Reckoning the dates">
        {({ today, dateOfBirth, cycles }) => {
          const [current, ...earlier] = cycles;
          if (current === undefined) return null;
          return (
            <>
              <StageFacts ncYear={current.ncYear} dateOfBirth={dateOfBirth} today={today} />
              <OneCycle cycle={current} reviewedOn={null} today={today} mayEdit={mayEdit} />
              {current.canRemove && mayEdit ? <TakeCycleBack cycle={current} /> : null}
              {earlier.map((cycle, at) => (
                <Disclosure key={cycle.id} summary={`Before: ${planTypeWords(cycle.planType).toLowerCase()}`}>
                  <OneCycle cycle={cycle} reviewedOn={reviewOf(cycles[at])} today={today} mayEdit={mayEdit} />
                </Disclosure>
              ))}
            </>
          );
        }}
      </Asked>
      {isBeginning ? (
        <BeginCycleDialog
          planId={planId}
          onClose={() => {
            setIsBeginning(false);
          }}
        />
      ) : null}
    </section>
  );
}

/** Year group, key stage and phase, and when the rights pass: what the person's age and year mean for the plan. */
function StageFacts({
  ncYear,
  dateOfBirth,
  today,
}: {
  ncYear: number | null;
  dateOfBirth: string | null;
  today: string;
}) {
  const parts: string[] = [];
  if (ncYear !== null) {
    const { keyStage, phase } = schoolStage(ncYear);
    parts.push(`${yearGroup(ncYear)}, ${keyStage.toLowerCase()}, ${phase.toLowerCase()}.`);
  }
  if (dateOfBirth !== null) {
    const on = rightsPassOn(dateOfBirth);
    parts.push(
      on > today
        ? `Rights pass to the young person after ${formatDate(on)}.`
        : `The young person has held the rights since ${formatDate(on)}.`,
    );
  }
  return parts.length === 0 ? null : <p>{parts.join(' ')}</p>;
}

function OneCycle({
  cycle,
  reviewedOn,
  today,
  mayEdit,
}: {
  cycle: Cycle;
  reviewedOn: string | null;
  today: string;
  mayEdit: boolean;
}) {
  const steps = statutoryTimeline(
    {
      planType: cycle.planType,
      dates: datesByKind(cycle.dates),
      exceptions: cycle.exceptions,
      ncYear: cycle.ncYear,
      reviewedOn,
    },
    today,
  );
  return (
    <div className="stack">
      <h3>{planTypeWords(cycle.planType)}</h3>
      {steps.length === 0 ? (
        <p className="soft">No date of this cycle is known yet.</p>
      ) : (
        <>
          <TimelinePicture steps={steps} today={today} />
          <ol className="list-plain timeline">
            {steps.map((step) => (
              <Step key={step.id} step={step} />
            ))}
          </ol>
        </>
      )}
      <CycleDates cycle={cycle} mayEdit={mayEdit} />
      <CycleExceptions cycle={cycle} mayEdit={mayEdit} />
      <CyclePeople cycle={cycle} mayEdit={mayEdit} />
    </div>
  );
}

const MARKS: Record<TimelineStep['state'], IconName> = {
  in_time: 'check',
  late: 'warning',
  overdue: 'warning',
  excepted: 'info',
  due: 'chevron',
  unknown: 'minus',
};

function Step({ step }: { step: TimelineStep }) {
  const { state, label, words, done, due, rule, isLaw } = step;
  const detail = [
    done === null || step.id === 'comments' ? '' : `done ${formatDate(done)}`,
    due === null || step.id === 'comments' ? '' : `${isLaw ? 'last day' : 'aim'} ${formatDate(due)}`,
    words.includes(rule) ? '' : rule,
  ].filter(Boolean);
  return (
    <li className={`timeline__step timeline__step--${state}`}>
      <Icon name={MARKS[state]} />
      <div>
        <p className="timeline__label">{label}</p>
        <p className="timeline__words">{words}</p>
        <p className="soft small">{detail.join('; ')}</p>
      </div>
    </li>
  );
}

/** The meeting that the cycle after this one began with. */
function reviewOf(next: Cycle | undefined): string | null {
  return next?.dates.find(({ kind }) => kind === 'reviewMeeting')?.date ?? null;
}
