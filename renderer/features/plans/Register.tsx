import { useState } from 'react';
import { Link } from 'wouter';
import type { DocumentSummary, Plan } from '../../../shared/contract/plans.ts';
import { count } from '../../../shared/domain/calendar-date.ts';
import { yearGroup } from '../../../shared/domain/rubric-words.ts';
import { planTypeWords, STAGE_CHOICES, STAGE_WORDS } from '../../api/field-words.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useNamesShown } from '../../ui/names-store.ts';
import { SortHeader, Table } from '../../ui/Table.tsx';
import { registerRows, WORK_WORDS } from './register-rows.ts';
import type { RegisterFilter, RegisterSort, SortColumn, WorkState } from './register-rows.ts';

const NO_FILTER: RegisterFilter = { text: '', stage: '', work: '' };

/** Every plan in the workspace, to look through, filter and sort. */
export function Register({ plans }: { plans: readonly Plan[] }) {
  const { isShown: isNameShown, toggle } = useNamesShown();
  const [filter, setFilter] = useState(NO_FILTER);
  const [sort, setSort] = useState<RegisterSort>({ column: 'reference', direction: 'ascending' });
  const rows = registerRows(plans, filter, sort, isNameShown);

  function head(column: SortColumn, label: string) {
    const direction = sort.column === column ? sort.direction : null;
    return (
      <SortHeader
        label={label}
        direction={direction}
        onSort={() => {
          setSort({ column, direction: direction === 'ascending' ? 'descending' : 'ascending' });
        }}
      />
    );
  }

  return (
    <section className="stack" aria-labelledby="register-heading">
      <h2 id="register-heading" className="visually-hidden">
        The register
      </h2>
      <search className="register__filters">
        <TextField
          label="Find"
          type="search"
          placeholder="Reference, initials, setting, need…"
          value={filter.text}
          onChange={(event) => {
            setFilter({ ...filter, text: event.target.value });
          }}
        />
        <SelectField
          label="Stage"
          emptyLabel="Any"
          choices={STAGE_CHOICES}
          value={filter.stage}
          onChange={(event) => {
            const stage = STAGE_CHOICES.find(({ value }) => value === event.target.value)?.value ?? '';
            setFilter({ ...filter, stage });
          }}
        />
        <SelectField
          label="My audits"
          emptyLabel="Any"
          choices={Object.entries(WORK_WORDS).map(([value, label]) => ({ value, label }))}
          value={filter.work}
          onChange={(event) => {
            const work = event.target.value;
            setFilter({ ...filter, work: Object.hasOwn(WORK_WORDS, work) ? (work as WorkState) : '' });
          }}
        />
        <Button icon={<Icon name="eye" />} aria-pressed={isNameShown} onClick={toggle}>
          {isNameShown ? 'Hide names' : 'Show names'}
        </Button>
      </search>
      <output className="soft small register__count">
        {rows.length === plans.length
          ? count(plans.length, 'plan')
          : `${rows.length} of ${count(plans.length, 'plan')}`}
      </output>
      {rows.length === 0 ? (
        <EmptyState
          title="No plan is like that"
          action={
            <Button
              onClick={() => {
                setFilter(NO_FILTER);
              }}
            >
              Show all plans
            </Button>
          }
        />
      ) : (
        <Table caption="Plans in the register" isCaptionHidden>
          <thead>
            <tr>
              {head('reference', 'Reference')}
              {head('initials', 'Initials')}
              {isNameShown ? head('name', 'Name') : null}
              {head('planType', 'Kind')}
              {head('ncYear', 'Year')}
              {head('primaryNeed', 'Primary need')}
              {head('locality', 'Locality')}
              {head('work', 'Documents and my audits')}
            </tr>
          </thead>
          <tbody>
            {rows.map((plan) => (
              <tr key={plan.id}>
                <th scope="row">
                  <Link href={`/plans/${plan.id}`}>{plan.reference}</Link>
                </th>
                <td>{plan.initials}</td>
                {isNameShown ? <td>{plan.name ?? ''}</td> : null}
                <td>{planTypeWords(plan.planType)}</td>
                <td className="register__year">{plan.ncYear === null ? '' : yearGroup(plan.ncYear)}</td>
                <td>{plan.primaryNeed ?? ''}</td>
                <td>{plan.locality ?? ''}</td>
                <td>
                  {plan.documents.length === 0 ? (
                    <span className="soft">No documents</span>
                  ) : (
                    <ul className="list-plain">
                      {plan.documents.map((document) => (
                        <li key={document.id}>{documentWords(document)}</li>
                      ))}
                    </ul>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}

/** "Draft: 12 of 64 answered" */
function documentWords({ stage, myAudit }: DocumentSummary): string {
  const name = stage === null ? 'Document' : STAGE_WORDS[stage];
  if (myAudit === null) return `${name}: to begin`;
  if (myAudit.state === 'submitted') return `${name}: submitted`;
  return `${name}: ${myAudit.answered} of ${myAudit.toAnswer} answered`;
}
