import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ActionFilter } from '../../../shared/contract/actions.ts';
import { ACTION_LEVELS, type ActionLevel, actionDue } from '../../../shared/domain/actions.ts';
import { count } from '../../../shared/domain/calendar-date.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Checkbox, RadioGroup, SelectField } from '../../ui/Field.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { ActionList } from './ActionList.tsx';
import { LEVEL_CHOICES, LEVEL_WORDS } from './action-words.ts';
import { NewAction } from './NewAction.tsx';
import { ReAudits } from './ReAudits.tsx';
import { YouSaidWeDid } from './YouSaidWeDid.tsx';
import './actions.css';

const LIST = { id: 'list', label: 'Actions' };
const DONE = { id: 'done', label: 'You said, we did' };
const AGAIN = { id: 'again', label: 'Re-audits' };

/** Everything that is to change, with who does it and by when; what was done; and the plans to be audited again. */
export function ActionsPage() {
  const [part, setPart] = useState('list');
  const [isAdding, setIsAdding] = useState(false);
  const mayAdd = useHasRole('qa_lead', 'chair', 'designated_officer');
  const maySeeGrades = useHasRole('qa_lead', 'chair');
  return (
    <div className="page">
      <PageHeader
        title="Actions"
        actions={
          mayAdd ? (
            <Button
              look="primary"
              onClick={() => {
                setIsAdding(true);
              }}
            >
              Add an action…
            </Button>
          ) : undefined
        }
      />
      <Tabs
        label="Parts of the actions"
        tabs={maySeeGrades ? [LIST, DONE, AGAIN] : [LIST, DONE]}
        selected={part}
        onSelect={setPart}
      >
        {part === 'done' ? <YouSaidWeDid /> : part === 'again' ? <ReAudits /> : <AllActions />}
      </Tabs>
      {isAdding ? (
        <ActionBeyondPlans
          onClose={() => {
            setIsAdding(false);
          }}
        />
      ) : null}
    </div>
  );
}

const EVERYTHING: ActionFilter = { level: null, planId: null, service: null, state: 'open', isMine: false };
const STATE_CHOICES = [
  { value: 'open', label: 'Open' },
  { value: 'overdue', label: 'Overdue' },
  { value: 'done', label: 'Done' },
  { value: 'dropped', label: 'Dropped' },
] as const;
const PAGE = 50;

function AllActions() {
  const [filter, setFilter] = useState(EVERYTHING);
  const [limit, setLimit] = useState(PAGE);
  const list = useQuery(
    api.actions.list.queryOptions({ input: { filter, limit }, placeholderData: (before) => before }),
  );
  const narrow = (change: Partial<ActionFilter>) => {
    setFilter({ ...filter, ...change });
    setLimit(PAGE);
  };
  return (
    <div className="stack">
      <div className="actions-page__filters">
        <SelectField
          label="State"
          emptyLabel="All"
          choices={STATE_CHOICES}
          value={filter.state ?? ''}
          onChange={({ target }) => {
            narrow({ state: STATE_CHOICES.find(({ value }) => value === target.value)?.value ?? null });
          }}
        />
        <SelectField
          label="Level"
          emptyLabel="All"
          choices={ACTION_LEVELS.map((level) => ({ value: level, label: LEVEL_WORDS[level] }))}
          value={filter.level ?? ''}
          onChange={({ target }) => {
            narrow({ level: ACTION_LEVELS.find((level) => level === target.value) ?? null });
          }}
        />
        <SelectField
          label="Service"
          emptyLabel="All"
          choices={(list.data?.services ?? []).map((service) => ({ value: service, label: service }))}
          value={filter.service ?? ''}
          onChange={({ target }) => {
            narrow({ service: target.value === '' ? null : target.value });
          }}
        />
        <Checkbox
          label="Mine only"
          checked={filter.isMine}
          onChange={({ target }) => {
            narrow({ isMine: target.checked });
          }}
        />
      </div>
      <Asked query={list} loading="Reading the actions">
        {({ actions, today, matching }) =>
          actions.length === 0 ? (
            <EmptyState title="No such actions" action={<Link href="/plans">Go to the plans</Link>}>
              <p>
                What should change in one plan is put down on that plan’s page, once its auditors have submitted. What a
                service or the whole system should change is added here.
              </p>
            </EmptyState>
          ) : (
            <>
              <p className="soft">{count(matching, 'action')}</p>
              <ActionList actions={actions} today={today} label="Actions" />
              {matching > actions.length ? (
                <Button
                  onClick={() => {
                    setLimit(Math.min(limit + PAGE, 500));
                  }}
                >
                  Show more
                </Button>
              ) : null}
            </>
          )
        }
      </Asked>
    </div>
  );
}

function ActionBeyondPlans({ onClose }: { onClose: () => void }) {
  const list = useQuery(api.actions.list.queryOptions({ input: { filter: EVERYTHING, limit: PAGE } }));
  const [level, setLevel] = useState<ActionLevel>('service');
  if (list.data === undefined) return null;
  const { today } = list.data;
  return (
    <NewAction
      title="Add an action for a service or the system"
      place={{ kind: 'change', level, planId: null, documentId: null, criterionId: null }}
      due={actionDue({ stage: null, finalDue: null, nextReviewDue: null }, today)}
      onClose={onClose}
    >
      <RadioGroup
        legend="Level"
        name="level"
        choices={LEVEL_CHOICES}
        value={level}
        onChange={({ target }) => {
          setLevel(target.value === 'system' ? 'system' : 'service');
        }}
      />
    </NewAction>
  );
}
