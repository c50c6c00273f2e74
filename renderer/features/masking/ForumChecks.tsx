import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { STAGE_WORDS } from '../../api/field-words.ts';
import { Table } from '../../ui/Table.tsx';
import { formatDateTime } from '../../ui/dates.ts';
import { STATE_WORDS } from './mask-groups.ts';

/** Plans of a round that the parent carer forum is asked to audit, and whether each may be opened; nothing where it is asked for none. */
export function ForumChecks({ roundId }: { roundId: string }) {
  const asked = useQuery(api.masking.list.queryOptions({ input: { roundId } }));
  return (
    <Asked query={asked} loading="Looking at what the forum audits">
      {(documents) =>
        documents.length === 0 ? null : (
          <section className="panel stack" aria-labelledby="forum-checks">
            <h2 id="forum-checks">For the parent carer forum</h2>
            <p className="soft">
              Its representatives read these plans with names, dates of birth, settings and places masked, once you have
              read them so and ticked them.
            </p>
            <Table caption="Plans that the parent carer forum audits" isCaptionHidden>
              <thead>
                <tr>
                  <th scope="col">Plan</th>
                  <th scope="col">Asked</th>
                  <th scope="col">Masks</th>
                </tr>
              </thead>
              <tbody>
                {documents.map(({ documentId, planReference, stage, auditors, state, check }) => (
                  <tr key={documentId}>
                    <th scope="row">
                      <Link href={`/documents/${documentId}/masking`}>
                        {planReference}
                        {stage === null ? '' : `, ${STAGE_WORDS[stage].toLowerCase()}`}
                      </Link>
                    </th>
                    <td>{auditors.join(', ')}</td>
                    <td>
                      {STATE_WORDS[state]}
                      {state !== 'checked' || check === null ? '' : ` (${check.by}, ${formatDateTime(check.at)})`}
                    </td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </section>
        )
      }
    </Asked>
  );
}
