import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { PLAN_TYPES } from '../../../shared/contract/plans.ts';
import { yearGroup } from '../../../shared/domain/rubric/rubric-words.ts';
import { api } from '../../api/client.ts';
import { PLAN_TYPE_CHOICES, STAGE_CHOICES } from '../../api/field-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { type Choice, SelectField, TextField } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useNamesShown } from '../../ui/names-store.ts';
import { type RegisterView, useSearchWords } from './register-view.ts';

/** A pause in typing after which the register is asked. */
const PAUSE_MS = 120;

const YES_OR_NO: readonly Choice[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];
const WORK: readonly (Choice & { value: NonNullable<RegisterView['filter']['myWork']> })[] = [
  { value: 'to_begin', label: 'To begin' },
  { value: 'under_way', label: 'Under way' },
  { value: 'submitted', label: 'Submitted' },
];

/** What the register is narrowed to. */
export function RegisterFilters({
  filter,
  onChange,
}: {
  filter: RegisterView['filter'];
  onChange: (filter: RegisterView['filter']) => void;
}) {
  const { isShown: isNameShown, toggle } = useNamesShown();
  const choices = useQuery(api.plans.choices.queryOptions());
  const { teams = [], localities = [], ncYears = [] } = choices.data ?? {};
  const hasMore = [filter.planType, filter.ncYear, filter.team, filter.locality, filter.isAudited].some(
    (value) => value !== null,
  );
  return (
    <search className="stack">
      <div className="register__filters">
        <SearchWords />
        <SelectField
          label="Stage"
          emptyLabel="Any"
          choices={[...STAGE_CHOICES, { value: 'none', label: 'No documents' }]}
          value={filter.stage ?? ''}
          onChange={(event) => {
            const { value } = event.target;
            const stage = value === 'none' ? value : STAGE_CHOICES.find((choice) => choice.value === value)?.value;
            onChange({ ...filter, stage: stage ?? null });
          }}
        />
        <SelectField
          label="My audits"
          emptyLabel="Any"
          choices={WORK}
          value={filter.myWork ?? ''}
          onChange={(event) => {
            const chosen = WORK.find(({ value }) => value === event.target.value);
            onChange({ ...filter, myWork: chosen?.value ?? null });
          }}
        />
        <YesOrNo
          label="Late"
          value={filter.isLate}
          onChange={(isLate) => {
            onChange({ ...filter, isLate });
          }}
        />
        <Button icon={<Icon name="eye" />} aria-pressed={isNameShown} onClick={toggle}>
          {isNameShown ? 'Hide names' : 'Show names'}
        </Button>
      </div>
      <Disclosure summary="More to narrow by" isOpenAtFirst={hasMore}>
        <div className="register__more">
          <SelectField
            label="Kind of plan"
            emptyLabel="Any"
            choices={PLAN_TYPE_CHOICES}
            value={filter.planType ?? ''}
            onChange={(event) => {
              onChange({ ...filter, planType: PLAN_TYPES.find((type) => type === event.target.value) ?? null });
            }}
          />
          <SelectField
            label="School year"
            emptyLabel="Any"
            choices={ncYears.map((year) => ({ value: String(year), label: yearGroup(year) }))}
            value={filter.ncYear === null ? '' : String(filter.ncYear)}
            onChange={({ target }) => {
              onChange({ ...filter, ncYear: target.value === '' ? null : Number(target.value) });
            }}
          />
          <SelectField
            label="Locality"
            emptyLabel="Any"
            choices={localities.map(asChoice)}
            value={filter.locality ?? ''}
            onChange={({ target }) => {
              onChange({ ...filter, locality: target.value === '' ? null : target.value });
            }}
          />
          <SelectField
            label="Team"
            emptyLabel="Any"
            choices={teams.map(asChoice)}
            value={filter.team ?? ''}
            onChange={({ target }) => {
              onChange({ ...filter, team: target.value === '' ? null : target.value });
            }}
          />
          <YesOrNo
            label="Audited"
            value={filter.isAudited}
            onChange={(isAudited) => {
              onChange({ ...filter, isAudited });
            }}
          />
        </div>
      </Disclosure>
    </search>
  );
}

function SearchWords() {
  const { text, set } = useSearchWords();
  const [typed, setTyped] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => {
      set(typed);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [typed, set]);
  // Cleared from elsewhere.
  const [known, setKnown] = useState(text);
  if (known !== text) {
    setKnown(text);
    setTyped(text);
  }
  return (
    <TextField
      label="Find"
      type="search"
      placeholder="Reference, initials, setting, need…"
      value={typed}
      maxLength={200}
      onChange={(event) => {
        setTyped(event.target.value);
      }}
    />
  );
}

function YesOrNo({
  label,
  value,
  onChange,
}: {
  label: string;
  value: boolean | null;
  onChange: (value: boolean | null) => void;
}) {
  return (
    <SelectField
      label={label}
      emptyLabel="Any"
      choices={YES_OR_NO}
      value={value === null ? '' : value ? 'yes' : 'no'}
      onChange={({ target }) => {
        onChange(target.value === '' ? null : target.value === 'yes');
      }}
    />
  );
}

function asChoice(value: string): Choice {
  return { value, label: value };
}
