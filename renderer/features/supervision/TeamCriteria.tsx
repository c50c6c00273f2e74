import { useState } from 'react';
import type { TeamPage } from '../../../shared/contract/supervision.ts';
import { counted } from '../../../shared/domain/report/report-words.ts';
import { TREND_WORDS } from '../../../shared/domain/supervision/supervision-team.ts';
import { Button } from '../../ui/Button.tsx';
import { Table } from '../../ui/Table.tsx';

const SHOWN_AT_FIRST = 10;

/** What the team's plans miss most often, with counts, and whether that changes; and which standards need work. */
export function TeamCriteria({ page }: { page: TeamPage }) {
  const [isAll, setIsAll] = useState(false);
  const { criteria, standards, trendOf, noun } = page;
  const shown = isAll ? criteria : criteria.slice(0, SHOWN_AT_FIRST);
  return (
    <>
      <section className="stack-tight" aria-labelledby="criteria-heading">
        <h2 id="criteria-heading">Criteria most often not fully met</h2>
        <p className="soft">{trendLead(trendOf, noun)}</p>
        {criteria.length === 0 ? (
          <p>Every criterion that applies was met in every plan.</p>
        ) : (
          <Table caption="Criteria not fully met" isCaptionHidden>
            <thead>
              <tr>
                <th scope="col">Criterion</th>
                <th scope="col" className="table__number">
                  Not met
                </th>
                <th scope="col" className="table__number">
                  Partly
                </th>
                <th scope="col">Together</th>
                <th scope="col">Against before</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ id, text, standardTitle, partly, notMet, words, trend }) => (
                <tr key={`${id} ${text}`}>
                  <th scope="row">
                    {id} {text} <span className="soft">· {standardTitle}</span>
                  </th>
                  <td className="table__number">{notMet}</td>
                  <td className="table__number">{partly}</td>
                  <td>{words}</td>
                  <td>{TREND_WORDS[trend]}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
        {criteria.length > SHOWN_AT_FIRST ? (
          <Button
            size="small"
            onClick={() => {
              setIsAll(!isAll);
            }}
          >
            {isAll ? `Show the first ${SHOWN_AT_FIRST}` : `Show all ${criteria.length}`}
          </Button>
        ) : null}
      </section>
      <section className="stack-tight" aria-labelledby="standards-heading">
        <h2 id="standards-heading">Standards that need work</h2>
        {standards.length === 0 ? (
          <p>No standard was graded below good.</p>
        ) : (
          <ul className="list">
            {standards.map(({ id, title, below, of }) => (
              <li key={`${id} ${title}`}>
                {title}: below good in {below} of {counted(of, noun)}
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function trendLead(trend: TeamPage['trendOf'], noun: string): string {
  if (trend === null) return 'There is no trend to tell: none of these plans was drawn at random.';
  return (
    `The last column holds the latest half-term against the others chosen, among one kind of plan alone ` +
    `(${trend.label.toLowerCase()}, drawn at random: ${counted(trend.plans, noun)}). ` +
    'A change is said only where it is larger than chance would make it.'
  );
}
