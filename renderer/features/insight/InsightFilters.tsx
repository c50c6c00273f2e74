import type { Insight } from '../../../shared/contract/insight.ts';
import { type InsightFilter, NO_INSIGHT_FILTER } from '../../../shared/domain/insight/insight-filter.ts';
import { DIVISIONS, divisionWords } from '../../../shared/domain/report/divisions.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { type Choice, SelectField } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';

type Offered = Insight['choices']['series'];

/** Which plans are counted: a run of half-terms, one kind of plan, and groups to narrow by. */
export function InsightFilters({
  insight,
  given,
  onChange,
}: {
  insight: Insight;
  /** What was chosen, without what was filled in for it. */
  given: InsightFilter;
  onChange: (filter: InsightFilter) => void;
}) {
  const { choices, filter, view } = insight;
  const isPublished = view === 'published';
  const groups = choices.groups.filter(({ id, values }) => values.length > 1 || given.groups[id] !== undefined);
  return (
    <search className="stack-tight" aria-label="Which plans are counted">
      <div className="insight__filters">
        <SelectField
          label={isPublished ? 'Half-term' : 'From'}
          choices={asChoices(choices.halfTerms, filter.from)}
          value={filter.from ?? ''}
          onChange={({ target: { value } }) => {
            onChange({ ...given, from: value, to: isPublished ? value : filter.to });
          }}
        />
        {isPublished ? null : (
          <>
            <SelectField
              label="To"
              choices={asChoices(choices.halfTerms, filter.to)}
              value={filter.to ?? ''}
              onChange={({ target: { value } }) => {
                onChange({ ...given, from: filter.from, to: value });
              }}
            />
            <SelectField
              label="Kind of plan and sample"
              className="insight__series"
              choices={asChoices(choices.series, filter.series)}
              value={filter.series ?? ''}
              onChange={({ target: { value } }) => {
                // Another kind of plan may have been graded by other standards, and has other groups.
                onChange({ ...given, series: value, standards: null, groups: {} });
              }}
            />
          </>
        )}
        {choices.standards.length > 1 || given.standards !== null ? (
          <SelectField
            label="Version of the standards"
            className="insight__standards"
            choices={asChoices(choices.standards, filter.standards)}
            value={filter.standards ?? ''}
            onChange={({ target: { value } }) => {
              onChange({ ...given, standards: value });
            }}
          />
        ) : null}
      </div>
      {groups.length === 0 ? null : (
        <Disclosure summary="Narrow by a group of plans">
          <div className="insight__groups">
            {groups.map(({ id, label, values }) => (
              <SelectField
                key={id}
                label={label}
                emptyLabel="All"
                choices={asChoices(values, given.groups[id] ?? null)}
                value={given.groups[id] ?? ''}
                onChange={({ target: { value } }) => {
                  onChange({ ...given, groups: withGroup(given.groups, id, value === '' ? null : value) });
                }}
              />
            ))}
          </div>
        </Disclosure>
      )}
      <Chips insight={insight} given={given} onChange={onChange} />
    </search>
  );
}

/** What was chosen, each to be taken away again. */
function Chips({
  insight,
  given,
  onChange,
}: {
  insight: Insight;
  given: InsightFilter;
  onChange: (filter: InsightFilter) => void;
}) {
  const chips: { words: string; without: InsightFilter }[] = [];
  if (given.from !== null || given.to !== null) {
    chips.push({ words: insight.runName, without: { ...given, from: null, to: null } });
  }
  if (given.series !== null) {
    const label = insight.choices.series.find(({ id }) => id === given.series)?.label ?? given.series;
    chips.push({ words: label, without: { ...given, series: null } });
  }
  if (given.standards !== null) {
    const label =
      insight.choices.standards.find(({ id }) => id === given.standards)?.label ?? 'Version of the standards';
    chips.push({ words: label, without: { ...given, standards: null } });
  }
  for (const id of DIVISIONS) {
    const value = given.groups[id];
    if (value !== undefined) {
      chips.push({
        words: `${divisionWords(id)}: ${value}`,
        without: { ...given, groups: withGroup(given.groups, id, null) },
      });
    }
  }
  if (chips.length === 0) return null;
  return (
    <ul className="list-plain row" aria-label="Filters in use">
      {chips.map(({ words, without }) => (
        <li key={words}>
          <Button
            size="small"
            className="insight__chip"
            icon={<Icon name="close" />}
            onClick={() => {
              onChange(without);
            }}
          >
            <span className="visually-hidden">Take away the filter </span>
            {words}
          </Button>
        </li>
      ))}
      <li>
        <Button
          size="small"
          look="quiet"
          onClick={() => {
            onChange(NO_INSIGHT_FILTER);
          }}
        >
          Clear all
        </Button>
      </li>
    </ul>
  );
}

function withGroup(
  groups: InsightFilter['groups'],
  id: (typeof DIVISIONS)[number],
  value: string | null,
): InsightFilter['groups'] {
  const { [id]: _before, ...others } = groups;
  return value === null ? others : { ...others, [id]: value };
}

/** With how many plans each would leave; what is in use is there even where no plan has it. */
function asChoices(offered: Offered, used: string | null): Choice[] {
  const known = offered.map(({ id, label, plans }) => ({
    value: id,
    label: plans === null ? label : `${label} (${plans})`,
  }));
  return used === null || offered.some(({ id }) => id === used)
    ? known
    : [...known, { value: used, label: `${used} (0)` }];
}
