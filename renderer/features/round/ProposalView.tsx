import type { Board, Proposal } from '../../../shared/contract/assignments.ts';
import { AGENCY_WORDS } from '../../api/field-words.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Table } from '../../ui/Table.tsx';
import { standardsWords, unfilledWords } from './round-words.ts';

/** What would be given to whom, how much that makes for each, and what nobody could take and why. */
export function ProposalView({ proposal, board }: { proposal: Proposal; board: Board }) {
  const auditors = new Map(proposal.loads.map((each) => [each.auditorId, each]));
  const byPlan = [...Map.groupBy(proposal.assigned, ({ planReference }) => planReference)];
  return (
    <>
      {proposal.unfilled.length === 0 ? null : (
        <Notice
          tone="warning"
          title={
            proposal.unfilled.length === 1
              ? '1 place could not be filled.'
              : `${proposal.unfilled.length} places could not be filled.`
          }
          advice="Add people to the round, choose another rule, or go on without."
        >
          <ul className="list">
            {[...Map.groupBy(proposal.unfilled, unfilledWords)].map(([words, places]) => (
              <li key={words}>
                {words} <span className="soft">({places.map(({ planReference }) => planReference).join(', ')})</span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {proposal.assigned.length === 0 ? (
        <Notice tone="info" title="There is nothing more to assign by this rule." />
      ) : (
        <div className="round__proposal">
          <Table caption={`Proposed: ${proposal.assigned.length} for ${byPlan.length} plans`}>
            <thead>
              <tr>
                <th scope="col">Plan</th>
                <th scope="col">Auditors</th>
              </tr>
            </thead>
            <tbody>
              {byPlan.map(([reference, places]) => (
                <tr key={reference}>
                  <th scope="row">{reference}</th>
                  <td>
                    <ul className="list-plain">
                      {places.map(({ auditorId, standards }) => {
                        const auditor = auditors.get(auditorId);
                        return (
                          <li key={auditorId}>
                            {auditor?.name}{' '}
                            <span className="soft">
                              {auditor === undefined ? '' : AGENCY_WORDS[auditor.agency]}
                              {standards === null ? '' : `: ${standardsWords(standards, board.standards)}`}
                            </span>
                          </li>
                        );
                      })}
                    </ul>
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
          <Table caption="Load, with what they have already">
            <thead>
              <tr>
                <th scope="col">Auditor</th>
                <th scope="col" className="table__number">
                  Plans
                </th>
              </tr>
            </thead>
            <tbody>
              {proposal.loads.map(({ auditorId, name, agency, plans }) => (
                <tr key={auditorId}>
                  <th scope="row">
                    {name} <span className="soft">{AGENCY_WORDS[agency]}</span>
                  </th>
                  <td className="table__number">{plans}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      )}
      {proposal.withoutDocument.length === 0 ? null : (
        <Disclosure summary={`Left aside for want of a document: ${proposal.withoutDocument.length}`}>
          <p>{proposal.withoutDocument.join(', ')}</p>
        </Disclosure>
      )}
    </>
  );
}
