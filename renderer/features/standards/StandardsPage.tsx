import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { count } from '../../../shared/domain/calendar-date.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TextField } from '../../ui/Field.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { GradeScale } from './GradeScale.tsx';
import { searchStandards } from './search-standards.ts';
import { StandardPart } from './StandardPart.tsx';
import { VersionsPart } from './VersionsPart.tsx';
import './standards.css';

/**
 * The quality standards in full, to read and to search: what is asked, what good looks like, what the law says. Beside
 * them their versions, and for the QA lead the way to a new one.
 */
export function StandardsPage({ part, rubricId }: { part: string | undefined; rubricId: string | undefined }) {
  const [, navigate] = useLocation();
  const tab = part === 'versions' ? 'versions' : 'read';
  const current = useQuery(
    api.rubrics.current.queryOptions({ staleTime: Number.POSITIVE_INFINITY, enabled: rubricId === undefined }),
  );
  const chosen = useQuery(
    api.rubrics.get.queryOptions({
      input: { rubricId: rubricId ?? '' },
      staleTime: Number.POSITIVE_INFINITY,
      enabled: rubricId !== undefined,
    }),
  );
  const rubric = rubricId === undefined ? current : chosen;
  return (
    <div className="page">
      <PageHeader title="Standards">
        {rubric.data === undefined ? undefined : (
          <p>
            {rubric.data.rubric.title}, version {rubric.data.rubric.version}
          </p>
        )}
      </PageHeader>
      <Tabs
        label="Standards"
        tabs={[
          { id: 'read', label: 'Read' },
          { id: 'versions', label: 'Versions' },
        ]}
        selected={tab}
        onSelect={(id) => {
          navigate(id === 'versions' ? '/standards/versions' : '/standards');
        }}
      >
        {tab === 'versions' ? (
          <VersionsPart
            onRead={(id) => {
              navigate(`/standards/read/${id}`);
            }}
          />
        ) : (
          <Asked query={rubric} loading="Reading the standards">
            {(stored) => <StandardsReader key={stored.id} rubric={stored.rubric} />}
          </Asked>
        )}
      </Tabs>
    </div>
  );
}

function StandardsReader({ rubric }: { rubric: Rubric }) {
  const [search, setSearch] = useState('');
  const found = searchStandards(rubric.standards, search);
  const criteria = found.reduce((sum, entry) => sum + entry.criteria.length, 0);
  return (
    <div className="standards">
      <div className="standards__aside stack">
        <search>
          <TextField
            label="Search the standards"
            type="search"
            placeholder="Baseline, regulation 12, therapy…"
            value={search}
            onChange={(event) => {
              setSearch(event.target.value);
            }}
          />
        </search>
        <output className="soft small standards__count">
          {count(found.length, 'standard')}, {criteria} {criteria === 1 ? 'criterion' : 'criteria'}
        </output>
        <nav aria-label="Standards">
          <ul className="list-plain standards__list">
            {found.map(({ standard }) => (
              <li key={standard.id}>
                <button
                  type="button"
                  className="standards__jump"
                  onClick={() => {
                    // The hash is the route: jump by hand, and take the keyboard along.
                    document.querySelector<HTMLElement>(`#${CSS.escape(headingId(standard.id))}`)?.focus();
                  }}
                >
                  <span className="standards__id">{standard.id}</span> {standard.shortTitle || standard.title}
                </button>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <div className="stack-loose">
        {search === '' ? <GradeScale rubric={rubric} /> : null}
        {found.length === 0 ? (
          <EmptyState
            title="No standard speaks of that"
            action={
              <Button
                onClick={() => {
                  setSearch('');
                }}
              >
                Show all standards
              </Button>
            }
          >
            <p>Try fewer words, or another form of the word.</p>
          </EmptyState>
        ) : null}
        {found.map(({ standard, criteria: shown }) => (
          <StandardPart
            key={standard.id}
            rubric={rubric}
            standard={standard}
            criteria={shown}
            headingId={headingId(standard.id)}
          />
        ))}
      </div>
    </div>
  );
}

function headingId(standardId: string): string {
  return `standard-${standardId}`;
}
