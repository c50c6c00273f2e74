import { useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense } from 'react';
import { Link } from 'wouter';
import type { Board } from '../../../shared/contract/assignments.ts';
import type { Round } from '../../../shared/contract/rounds.ts';
import { count } from '../../../shared/domain/calendar-date.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { STAGE_WORDS } from '../../api/field-words.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Table } from '../../ui/Table.tsx';

/** Which plans of the round can be audited, and which still lack a document. */
export function DocumentsPart({ round, addDocuments }: { round: Round; addDocuments: ReactNode }) {
  const board = useQuery(api.assignments.board.queryOptions({ input: { roundId: round.id } }));
  return (
    <Asked query={board} loading="Looking through the documents">
      {(found) => <Documents round={round} board={found} addDocuments={addDocuments} />}
    </Asked>
  );
}

function Documents({ round, board, addDocuments }: { round: Round; board: Board; addDocuments: ReactNode }) {
  const isLead = useHasRole('qa_lead');
  const { documents, withoutDocument } = board;
  if (documents.length === 0 && withoutDocument.length === 0) {
    return (
      <EmptyState title="No plans yet" action={<Link href={`/round/sample/${round.id}`}>Go to the sample</Link>}>
        <p>Draw the sample first; then this page shows which plans still lack a document.</p>
      </EmptyState>
    );
  }
  return (
    <div className="stack-loose">
      <section className="stack" aria-labelledby="missing-heading">
        <div className="row row--apart">
          <h2 id="missing-heading">Still without a document</h2>
          {/* By itself: were the whole screen to wait until it is loaded, the focus would be lost. */}
          {isLead && withoutDocument.length > 0 ? <Suspense fallback={null}>{addDocuments}</Suspense> : null}
        </div>
        {withoutDocument.length === 0 ? (
          <Notice
            tone="success"
            title="Every plan of the round has a document."
            action={isLead ? <Link href={`/round/assign/${round.id}`}>Go on to assigning</Link> : undefined}
          />
        ) : (
          <>
            <p>
              {withoutDocument.length === 1 ? '1 plan lacks' : `${withoutDocument.length} plans lack`} a draft or final
              in its current cycle. Add documents and file them under these references; they come into the round by
              themselves.
            </p>
            <Table caption="Plans without a document" isCaptionHidden>
              <thead>
                <tr>
                  <th scope="col">Plan</th>
                  <th scope="col">What to do</th>
                </tr>
              </thead>
              <tbody>
                {withoutDocument.map(({ planId, planReference, planInitials }) => (
                  <tr key={planId}>
                    <th scope="row">
                      {planReference} <span className="soft">{planInitials}</span>
                    </th>
                    <td>
                      <Link href={`/plans/${planId}`}>
                        Open the plan<span className="visually-hidden"> {planReference}</span> to add its document
                      </Link>
                    </td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </>
        )}
      </section>
      {documents.length === 0 ? null : (
        <Disclosure summary={`To be audited: ${count(documents.length, 'document')}`} isOpenAtFirst>
          <Table caption="Documents to be audited" isCaptionHidden>
            <thead>
              <tr>
                <th scope="col">Plan</th>
                <th scope="col">Version</th>
              </tr>
            </thead>
            <tbody>
              {documents.map(({ documentId, planId, planReference, planInitials, stage }) => (
                <tr key={documentId}>
                  <th scope="row">
                    <Link href={`/plans/${planId}`}>{planReference}</Link> <span className="soft">{planInitials}</span>
                  </th>
                  <td>{stage === null ? '' : STAGE_WORDS[stage]}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Disclosure>
      )}
    </div>
  );
}
