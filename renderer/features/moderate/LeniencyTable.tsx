import { useQuery } from '@tanstack/react-query';
import type { Round } from '../../../shared/contract/rounds.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { AGENCY_WORDS } from '../../api/field-words.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Table } from '../../ui/Table.tsx';

/** How each auditor lies against what was agreed. Asked for by the chair alone, and in no report. */
export function LeniencyTable({ round }: { round: Round }) {
  const leniency = useQuery(api.moderation.leniency.queryOptions({ input: { roundId: round.id } }));
  return (
    <section className="panel stack-tight" aria-labelledby="leniency-heading">
      <h2 id="leniency-heading">For the chair alone</h2>
      <p className="soft">
        Mean steps between an auditor’s grade and the agreed one. For a word in private: with few plans it says little,
        and it is in no report. Do not show it on a projector.
      </p>
      <Disclosure summary="Show by auditor">
        <Asked query={leniency} loading="Counting">
          {(found) => (
            <Table caption="Auditors against the agreed grades" isCaptionHidden>
              <thead>
                <tr>
                  <th scope="col">Auditor</th>
                  <th scope="col" className="table__number">
                    Agreed plans
                  </th>
                  <th scope="col">Against the agreed grade</th>
                </tr>
              </thead>
              <tbody>
                {found.map(({ auditor, documents, meanSteps }) => (
                  <tr key={auditor.id}>
                    <th scope="row">
                      {auditor.name}, <span className="soft">{AGENCY_WORDS[auditor.agency].toLowerCase()}</span>
                    </th>
                    <td className="table__number">{documents}</td>
                    <td>{leniencyWords(meanSteps)}</td>
                  </tr>
                ))}
              </tbody>
            </Table>
          )}
        </Asked>
      </Disclosure>
    </section>
  );
}

function leniencyWords(meanSteps: number | null): string {
  if (meanSteps === null) return 'Nothing agreed yet';
  const steps = Math.abs(meanSteps).toFixed(1);
  if (steps === '0.0') return 'The same on average';
  return meanSteps > 0 ? `${steps} steps higher on average` : `${steps} steps lower on average`;
}
