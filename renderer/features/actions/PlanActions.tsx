import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Cycle, Plan } from '../../../shared/contract/plans.ts';
import { actionDue, type DueRule } from '../../../shared/domain/actions.ts';
import { datesByKind } from '../../../shared/domain/timeline/dates-in-use.ts';
import { finalStanding, statutoryTimeline } from '../../../shared/domain/timeline/statutory-timeline.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { versionsInOrder, versionWords } from '../../api/plan-versions.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { ActionList } from './ActionList.tsx';
import { NewAction } from './NewAction.tsx';
import './actions.css';

/** The actions of one plan, and the way to put down another. */
export function PlanActions({ planId }: { planId: string }) {
  const filter = { level: null, planId, service: null, state: null, isMine: false };
  const list = useQuery(api.actions.list.queryOptions({ input: { filter, limit: 200 } }));
  const mayAdd = useHasRole('qa_lead', 'chair', 'auditor', 'designated_officer');
  const [added, setAdded] = useState<'change' | 're_audit' | null>(null);
  return (
    <section className="panel stack" aria-labelledby="actions-heading">
      <div className="row row--apart">
        <h2 id="actions-heading">Actions</h2>
        {mayAdd ? (
          <div className="row">
            <Button
              size="small"
              onClick={() => {
                setAdded('change');
              }}
            >
              Add an action…
            </Button>
            <Button
              size="small"
              look="quiet"
              onClick={() => {
                setAdded('re_audit');
              }}
            >
              Ask for a re-audit…
            </Button>
          </div>
        ) : null}
      </div>
      <Asked query={list} loading="Reading the plan’s actions">
        {({ actions, today }) =>
          actions.length === 0 ? (
            <p className="soft">
              Nothing is to be changed yet. Once its auditors have submitted, what they found can be put down here.
            </p>
          ) : (
            <ActionList actions={actions} today={today} label="Actions on this plan" isPlanNamed={false} />
          )
        }
      </Asked>
      {added === null ? null : (
        <NewPlanAction
          planId={planId}
          kind={added}
          onClose={() => {
            setAdded(null);
          }}
        />
      )}
    </section>
  );
}

function NewPlanAction({
  planId,
  kind,
  onClose,
}: {
  planId: string;
  kind: 'change' | 're_audit';
  onClose: () => void;
}) {
  const plan = useQuery(api.plans.get.queryOptions({ input: { planId } }));
  const cycles = useQuery(api.plans.cycles.queryOptions({ input: { planId } }));
  return (
    <Asked query={plan}>
      {(found) => (
        <Asked query={cycles}>
          {(clocks) => (
            <ActionOnPlan plan={found} today={clocks.today} cycles={clocks.cycles} kind={kind} onClose={onClose} />
          )}
        </Asked>
      )}
    </Asked>
  );
}

function ActionOnPlan({
  plan,
  today,
  cycles,
  kind,
  onClose,
}: {
  plan: Plan;
  today: string;
  cycles: readonly Cycle[];
  kind: 'change' | 're_audit';
  onClose: () => void;
}) {
  const rubric = useQuery(api.rubrics.current.queryOptions({ staleTime: Infinity }));
  const versions = versionsInOrder(plan.documents).toReversed();
  const [documentId, setDocumentId] = useState(versions[0]?.id ?? '');
  const [criterionId, setCriterionId] = useState('');
  const document = versions.find(({ id }) => id === documentId);
  const cycle = cycles.find(({ id }) => id === document?.cycleId) ?? cycles[0];
  const criteria = (rubric.data?.rubric.standards ?? []).flatMap((standard) =>
    standard.criteria.map(({ id, text }) => ({ value: id, label: `${id} ${shortened(text)}` })),
  );
  return (
    <NewAction
      title={kind === 'change' ? 'Add an action' : 'Ask for a re-audit'}
      words={kind === 'change' ? '' : 'Audit this plan again.'}
      place={{
        kind,
        level: 'plan',
        planId: plan.id,
        documentId: documentId === '' ? null : documentId,
        criterionId: criterionId === '' ? null : criterionId,
      }}
      due={kind === 'change' ? dueOf(document?.stage ?? null, cycle, today) : dueOf(null, undefined, today)}
      onClose={onClose}
    >
      {versions.length === 0 ? null : (
        <SelectField
          label="Version"
          emptyLabel="No version of its own"
          choices={versions.map((each) => ({ value: each.id, label: versionWords(each) }))}
          value={documentId}
          onChange={({ target }) => {
            setDocumentId(target.value);
          }}
        />
      )}
      {kind === 'change' ? (
        <SelectField
          label="Criterion"
          isOptional
          emptyLabel="None in particular"
          choices={criteria}
          value={criterionId}
          onChange={({ target }) => {
            setCriterionId(target.value);
          }}
        />
      ) : null}
    </NewAction>
  );
}

/** By when it makes sense, from the statutory clocks of the version's cycle. */
function dueOf(stage: string | null, cycle: Cycle | undefined, today: string): DueRule {
  if (cycle === undefined) return actionDue({ stage, finalDue: null, nextReviewDue: null }, today);
  const { planType, ncYear, exceptions } = cycle;
  const clocks = { planType, ncYear, exceptions, dates: datesByKind(cycle.dates) };
  const nextReviewDue = statutoryTimeline(clocks, today).find(({ id }) => id === 'next-review')?.due ?? null;
  return actionDue({ stage, finalDue: finalStanding(clocks).due, nextReviewDue }, today);
}

const LONGEST_LABEL = 90;

function shortened(text: string): string {
  return text.length <= LONGEST_LABEL ? text : `${text.slice(0, LONGEST_LABEL)}…`;
}
