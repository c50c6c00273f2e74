import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { type AdviceDraft, MOST_DRAFTS } from '../../../shared/contract/advice.ts';
import { daysLeftWords, type OfficerAgency } from '../../../shared/domain/advice/advice-log.ts';
import { count, formatDate } from '../../../shared/domain/calendar-date.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Checkbox } from '../../ui/Field.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Table } from '../../ui/Table.tsx';
import { checkPath } from './officer.ts';

/** Drafts that wait for the officer, those with the fewest days left on top. */
export function DraftQueue({ agency }: { agency: OfficerAgency }) {
  const [includePast, setIncludePast] = useState(false);
  const queue = useQuery(api.advice.queue.queryOptions({ input: { agency, includePast } }));
  return (
    <div className="stack">
      <Checkbox
        label="Also drafts whose final is out"
        checked={includePast}
        onChange={({ target }) => {
          setIncludePast(target.checked);
        }}
      />
      <Asked query={queue} loading="Reading the drafts">
        {({ drafts, today, matching }) =>
          drafts.length === 0 ? (
            <EmptyState title="No draft waits for a check" action={<Link href="/plans">Go to Plans</Link>}>
              <p>A draft stands here from the moment it is filed under its plan until its final is out.</p>
            </EmptyState>
          ) : (
            <>
              <Table caption="Drafts to check" isCaptionHidden>
                <thead>
                  <tr>
                    <th scope="col">Plan</th>
                    <th scope="col">Days left</th>
                    <th scope="col">Advice of the agency</th>
                    <th scope="col">Check</th>
                    <th scope="col">Corrections</th>
                  </tr>
                </thead>
                <tbody>
                  {drafts.map((draft) => (
                    <tr key={draft.documentId}>
                      <th scope="row">
                        <Link href={checkPath(agency, draft.documentId)}>{draft.reference}</Link>{' '}
                        <span className="advice__soft">{draft.initials}</span>
                      </th>
                      <td>
                        {draft.isFinalOut ? 'The final is out' : daysLeftWords(draft.finalDue, today)}
                        {draft.isExcepted ? <span className="advice__soft">; a lawful exception applies</span> : null}
                      </td>
                      <td>{adviceWords(draft.advice)}</td>
                      <td>{checkWords(draft)}</td>
                      <td>{correctionWords(draft)}</td>
                    </tr>
                  ))}
                </tbody>
              </Table>
              {matching > MOST_DRAFTS ? (
                <p>
                  {MOST_DRAFTS} of {matching} drafts are shown, those with the fewest days left.
                </p>
              ) : null}
            </>
          )
        }
      </Asked>
    </div>
  );
}

function adviceWords({ requests, received, nil, missing, waiting }: AdviceDraft['advice']): string {
  if (requests === 0) return 'None in the log';
  return [
    received > 0 ? `${received} received` : '',
    nil > 0 ? count(nil, 'nil return') : '',
    missing > 0 ? `${missing} missing` : '',
    waiting > 0 ? `${waiting} waited for` : '',
    requests - received - nil - missing - waiting > 0
      ? `${requests - received - nil - missing - waiting} not asked`
      : '',
  ]
    .filter((words) => words !== '')
    .join(', ');
}

function checkWords({ checkedAt, findings }: AdviceDraft): string {
  const compared = count(findings, 'passage');
  if (checkedAt !== null) return `Checked ${formatDate(checkedAt.slice(0, 10))}, ${compared}`;
  return findings === 0 ? 'Not begun' : `Begun: ${compared}`;
}

function correctionWords({ correctionsToSend, correctionsSent, correctionsAnswered }: AdviceDraft): string {
  const parts = [
    correctionsToSend > 0 ? `${correctionsToSend} to send` : '',
    correctionsSent > 0 ? `${correctionsSent} sent` : '',
    correctionsAnswered > 0 ? `${correctionsAnswered} answered` : '',
  ].filter((words) => words !== '');
  return parts.length === 0 ? 'None' : parts.join(', ');
}
