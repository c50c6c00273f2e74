import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AdviceGaps } from '../../../shared/contract/advice.ts';
import {
  type AdviceCounts,
  FEWEST_FOR_PERCENT,
  sameService,
  shareWords,
} from '../../../shared/domain/advice/advice-gaps.ts';
import type { OfficerAgency } from '../../../shared/domain/advice/advice-log.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { Table } from '../../ui/Table.tsx';
import { LetterDialog } from './LetterDialog.tsx';

/** What recurs by service and profession, in all rounds or in one; and the letters to the services. */
export function GapsPart({ agency, mayWrite }: { agency: OfficerAgency; mayWrite: boolean }) {
  const gaps = useQuery(api.advice.gaps.queryOptions({ input: { agency } }));
  const [roundId, setRoundId] = useState<string | null>(null);
  const [service, setService] = useState<string | null>(null);
  return (
    <Asked query={gaps} loading="Counting the advice">
      {({ rows, rounds }) =>
        rows.length === 0 ? (
          <EmptyState title="No advice of this agency is in the log yet">
            <p>Open a draft and confirm what its Section K lists; what recurs then shows here.</p>
          </EmptyState>
        ) : (
          <div className="stack">
            <SelectField
              label="Round"
              className="advice__round"
              emptyLabel="All rounds"
              choices={rounds.map(({ id, label }) => ({ value: id, label }))}
              value={roundId ?? ''}
              onChange={({ target }) => {
                setRoundId(target.value === '' ? null : target.value);
              }}
            />
            <Table caption="Advice by service and profession" isCaptionHidden>
              <thead>
                <tr>
                  <th scope="col">Service</th>
                  <th scope="col">Answers</th>
                  <th scope="col">Late</th>
                  <th scope="col">Missing</th>
                  <th scope="col">Left open in the advice</th>
                  <th scope="col">In plans</th>
                  {mayWrite ? <th scope="col">Letter</th> : null}
                </tr>
              </thead>
              <tbody>
                {countsIn(rows, roundId).map(({ row, counts }, at, all) => (
                  <tr key={`${row.service} ${row.profession}`}>
                    <th scope="row">
                      {row.service}
                      {row.profession === '' || sameService(row.profession, row.service) ? null : (
                        <span className="advice__soft">, {row.profession}</span>
                      )}
                    </th>
                    <td>
                      {counts.received} received, {counts.nil} nil
                    </td>
                    <td className="advice__share">{shareWords(counts.late, counts.timed)}</td>
                    <td className="advice__share">{shareWords(counts.missing, counts.requests)}</td>
                    <td>{openWords(counts)}</td>
                    <td>{findingWordsOf(counts)}</td>
                    {mayWrite ? (
                      <td>
                        {all.findIndex((other) => sameService(other.row.service, row.service)) === at ? (
                          <Button
                            size="small"
                            onClick={() => {
                              setService(row.service);
                            }}
                          >
                            Letter<span className="visually-hidden"> to {row.service}</span>…
                          </Button>
                        ) : null}
                      </td>
                    ) : null}
                  </tr>
                ))}
              </tbody>
            </Table>
            <p className="advice__soft">
              A nil return is an answer and is counted apart from advice that is missing. Under {FEWEST_FOR_PERCENT},
              counts are shown without a percentage.
            </p>
            {service === null ? null : (
              <LetterDialog
                agency={agency}
                service={service}
                roundId={roundId}
                onClose={() => {
                  setService(null);
                }}
              />
            )}
          </div>
        )
      }
    </Asked>
  );
}

type GapRow = AdviceGaps['rows'][number];

function countsIn(rows: readonly GapRow[], roundId: string | null): { row: GapRow; counts: AdviceCounts }[] {
  return rows.flatMap((row) => {
    const counts = roundId === null ? row : row.byRound.find((round) => round.roundId === roundId)?.counts;
    return counts === undefined ? [] : [{ row, counts }];
  });
}

function openWords({ unanswered: { needs, provision, outcomes }, received }: AdviceCounts): string {
  const parts = [
    needs > 0 ? `needs ${shareWords(needs, received)}` : '',
    provision > 0 ? `provision ${shareWords(provision, received)}` : '',
    outcomes > 0 ? `outcomes ${shareWords(outcomes, received)}` : '',
  ].filter((words) => words !== '');
  return parts.length === 0 ? 'Nothing noted' : parts.join('; ');
}

function findingWordsOf({ passages, findings }: AdviceCounts): string {
  if (passages === 0) return 'Not compared';
  const parts = [
    `faithful ${shareWords(findings.faithful, passages)}`,
    findings.weakened > 0 ? `weakened ${findings.weakened}` : '',
    findings.missing > 0 ? `missing ${findings.missing}` : '',
    findings.misplaced > 0 ? `misplaced ${findings.misplaced}` : '',
  ];
  return parts.filter((words) => words !== '').join(', ');
}
