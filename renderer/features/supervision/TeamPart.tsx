import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TeamPage } from '../../../shared/contract/supervision.ts';
import { counted } from '../../../shared/domain/report/report-words.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Checkbox } from '../../ui/Field.tsx';
import { Caseworkers } from './Caseworkers.tsx';
import { TeamCriteria } from './TeamCriteria.tsx';
import { TeamPlans } from './TeamPlans.tsx';
import { TeamWork } from './TeamWork.tsx';

/** A manager's own team: what its audited plans show together, by criterion, and what is owed. */
export function TeamPart() {
  const [halfTermIds, setHalfTermIds] = useState<string[] | null>(null);
  const team = useQuery(
    api.supervision.team.queryOptions({ input: { halfTermIds }, placeholderData: (before) => before }),
  );
  return (
    <Asked query={team} loading="Reading your team’s plans">
      {(page) =>
        page.teams.length === 0 ? (
          <EmptyState title="You are put down for no team">
            <p>
              You see the plans and caseworkers of your own team here. The QA lead keeps who is in which team, in
              Settings, under People.
            </p>
          </EmptyState>
        ) : (
          <div className="stack-loose">
            <Caseworkers page={page} />
            {page.halfTerms.length === 0 ? (
              <EmptyState title="No plan of your team has a settled result yet">
                <p>
                  A plan counts here once all of its auditors have submitted, and the panel has agreed it where there
                  were several.
                </p>
              </EmptyState>
            ) : (
              <Counted page={page} onChoose={setHalfTermIds} />
            )}
            <TeamWork page={page} />
          </div>
        )
      }
    </Asked>
  );
}

function Counted({ page, onChoose }: { page: TeamPage; onChoose: (ids: string[]) => void }) {
  const chosen = page.halfTerms.filter(({ isChosen }) => isChosen).map(({ id }) => id);
  return (
    <>
      <section className="stack-tight" aria-labelledby="team-heading">
        <h2 id="team-heading">{page.teams.join(', ')}</h2>
        {page.halfTerms.length === 1 ? (
          <p>{page.halfTerms[0]?.label}</p>
        ) : (
          <fieldset className="supervision__half-terms">
            <legend className="visually-hidden">Half-terms counted</legend>
            {page.halfTerms.map(({ id, label, plans, isChosen }) => (
              <Checkbox
                key={id}
                label={`${label} (${plans})`}
                checked={isChosen}
                // One always stays chosen: a page of nothing says nothing.
                disabled={isChosen && chosen.length === 1}
                onChange={({ target }) => {
                  onChoose(target.checked ? [...chosen, id] : chosen.filter((each) => each !== id));
                }}
              />
            ))}
          </fieldset>
        )}
        <p>
          {counted(page.plans.length, page.noun)} with a settled result: {gradeWords(page)}.
        </p>
        {page.isMixed ? (
          <p className="soft">
            They were graded by several versions of the standards; a criterion that was reworded counts as another.
          </p>
        ) : null}
      </section>
      <TeamCriteria page={page} />
      <TeamPlans page={page} />
    </>
  );
}

/** Counts, in the order of the scale; a team's plans are too few for percentages. */
function gradeWords({ grades, plans }: TeamPage): string {
  const parts = grades.filter(({ n }) => n > 0).map(({ label, n }) => `${n} ${label.toLowerCase()}`);
  const without = plans.filter(({ grade }) => grade === null).length;
  return [...parts, ...(without > 0 ? [`${without} without an overall grade`] : [])].join(', ');
}
