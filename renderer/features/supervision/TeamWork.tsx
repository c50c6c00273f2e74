import type { TeamPage } from '../../../shared/contract/supervision.ts';

/** What is still to be done on the team's plans, and which are owed a re-audit. */
export function TeamWork({ page: { actions, reAudits } }: { page: TeamPage }) {
  return (
    <div className="supervision__columns">
      <section className="stack-tight" aria-labelledby="open-actions-heading">
        <h2 id="open-actions-heading">Open actions</h2>
        {actions.length === 0 ? (
          <p className="soft">None is open on your team’s plans.</p>
        ) : (
          <ul className="list">
            {actions.map(({ id, reference, words, owner, standing }) => (
              <li key={id}>
                <strong>{reference}</strong>: {words}{' '}
                <span className="soft">
                  {owner} · {standing}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="stack-tight" aria-labelledby="re-audits-heading">
        <h2 id="re-audits-heading">Re-audits due</h2>
        {reAudits.length === 0 ? (
          <p className="soft">None of your team’s plans is owed one.</p>
        ) : (
          <ul className="list">
            {reAudits.map(({ id, reference, standing }) => (
              <li key={id}>
                <strong>{reference}</strong> <span className="soft">{standing}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}
