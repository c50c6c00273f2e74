import type { Sheet } from '../../../shared/contract/supervision.ts';
import { count } from '../../../shared/domain/calendar-date.ts';
import { SHARE_WORDS } from '../../../shared/domain/supervision/supervision-causes.ts';
import { Table } from '../../ui/Table.tsx';

/** Strengths first, then what to work on, then whose the shortfalls are. */
export function SheetFindings({ sheet }: { sheet: Sheet }) {
  const { strengths, points, plans } = sheet;
  return (
    <>
      <section className="panel stack" aria-labelledby="strengths-heading">
        <h2 id="strengths-heading">Strengths</h2>
        {strengths.length === 0 ? (
          <p className="soft">
            {plans.length === 0
              ? 'They are named once a plan of theirs has a settled result.'
              : 'None can be named yet: no criterion was met with words of a plan to show it.'}
          </p>
        ) : (
          strengths.map(({ criterionId, text, standardTitle, met, applicable, excerpts }) => (
            <article key={criterionId} className="stack-tight" aria-label={text}>
              <h3>{text}</h3>
              <p className="small soft">
                {standardTitle} · met in {met} of {count(applicable, 'plan')}
              </p>
              <Excerpts excerpts={excerpts} />
            </article>
          ))
        )}
      </section>
      <section className="panel stack" aria-labelledby="points-heading">
        <h2 id="points-heading">To work on</h2>
        {points.length === 0 ? (
          <p className="soft">
            {plans.length === 0
              ? 'Nothing yet.'
              : 'Nothing was found wanting for a cause that is the writer’s. What advice, template and process leave wanting is counted below.'}
          </p>
        ) : (
          points.map((point) => (
            <article key={point.criterionId} className="stack-tight" aria-label={point.text}>
              <h3>{point.text}</h3>
              <p className="small soft">
                {point.standardTitle} · not fully met in {point.missed} of {count(point.applicable, 'plan')} ·{' '}
                {point.isCauseKnown
                  ? `cause: ${point.causes.join(', ').toLowerCase()}`
                  : 'nobody said why: talk about it first'}
              </p>
              <Excerpts excerpts={point.excerpts} />
              {point.whatGoodLooksLike === '' ? null : (
                <p>
                  <strong>What good looks like:</strong> {point.whatGoodLooksLike}
                </p>
              )}
            </article>
          ))
        )}
      </section>
      <Shares sheet={sheet} />
    </>
  );
}

function Excerpts({ excerpts }: { excerpts: Sheet['points'][number]['excerpts'] }) {
  if (excerpts.length === 0) return null;
  return (
    <ul className="list-plain stack-tight">
      {excerpts.map(({ plan, quote, absentIn, comment }) => (
        <li key={`${plan} ${quote ?? ''} ${comment}`} className="supervision__excerpt">
          {quote === null ? null : <q>{quote}</q>}
          {quote === null && absentIn.length > 0 ? (
            <span>
              Absent from {absentIn.length === 1 ? 'Section' : 'Sections'} {absentIn.join(', ')}.
            </span>
          ) : null}
          {comment === '' ? null : <span className="supervision__comment"> {comment}</span>}
          <span className="small soft"> {plan}</span>
        </li>
      ))}
    </ul>
  );
}

function Shares({ sheet: { shares, criteriaMet, plans } }: { sheet: Sheet }) {
  const total = shares.reduce((sum, { n }) => sum + n, 0);
  return (
    <section className="panel stack-tight" aria-labelledby="shares-heading">
      <h2 id="shares-heading">Whose the shortfalls are</h2>
      {plans.length === 0 ? null : <p>Criteria met in these plans: {criteriaMet}.</p>}
      {total === 0 ? (
        <p className="soft">No criterion was found wanting.</p>
      ) : (
        <Table caption="Shortfalls by cause" isCaptionHidden>
          <thead>
            <tr>
              <th scope="col">Cause, as the auditors saw it</th>
              <th scope="col" className="table__number supervision__of">
                Of {total}
              </th>
            </tr>
          </thead>
          <tbody>
            {shares.map(({ share, n, causes }) => (
              <tr key={share}>
                <th scope="row">
                  {SHARE_WORDS[share]}
                  {causes.length === 0 ? null : (
                    <span className="soft">
                      {' '}
                      {causes.map((cause) => `${cause.words.toLowerCase()} ${cause.n}`).join(', ')}
                    </span>
                  )}
                </th>
                <td className="table__number">{n}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <p className="small soft">
        A writer answers for the writing, and for advice that was left out or weakened. Weak advice, a template, a
        process and a family that nobody reached are not theirs.
      </p>
    </section>
  );
}
