import { useState } from 'react';
import { Link } from 'wouter';
import type { Assignment, Board } from '../../../shared/contract/assignments.ts';
import type { Round } from '../../../shared/contract/rounds.ts';
import { AGENCY_WORDS, STAGE_WORDS } from '../../api/field-words.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { Button } from '../../ui/Button.tsx';
import { Table } from '../../ui/Table.tsx';
import { useGradually } from '../../ui/use-gradually.ts';
import { AssignByHand } from './AssignByHand.tsx';
import { ChangeAssignment } from './ChangeAssignment.tsx';
import { type BoardRow, boardRows } from './board-rows.ts';
import { AssignmentLine } from './AssignmentLine.tsx';
import { ReopenAudit } from './ReopenAudit.tsx';
import { reopenStanding, standardsWords } from './round-words.ts';

/** Every document of the round with its auditors, to be changed by hand. */
export function AssignmentTable({ round, board, live }: { round: Round; board: Board; live: readonly Assignment[] }) {
  const mayChange = useHasRole('qa_lead');
  const [changed, setChanged] = useState<{ row: BoardRow; assignment: Assignment } | null>(null);
  const [given, setGiven] = useState<BoardRow | null>(null);
  const [reopened, setReopened] = useState<{ assignment: Assignment; auditId: string } | null>(null);
  const rows = useGradually(boardRows(board, live));
  return (
    <>
      <Table caption="Documents and their auditors" isCaptionHidden>
        <thead>
          <tr>
            <th scope="col">Plan</th>
            <th scope="col">Version</th>
            <th scope="col">Auditors</th>
            {mayChange ? (
              <th scope="col">
                <span className="visually-hidden">Changes</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.documentId}>
              <th scope="row">
                <Link href={`/plans/${row.planId}`}>{row.planReference}</Link>{' '}
                <span className="soft">{row.planInitials}</span>
              </th>
              <td>{row.stage === null ? '' : STAGE_WORDS[row.stage]}</td>
              <td>
                {row.assignments.length === 0 ? <span className="soft">Nobody yet</span> : null}
                <ul className="list-plain">
                  {row.assignments.map((assignment) => (
                    <li key={assignment.id} className="round__assignment">
                      <span>
                        {assignment.auditor.name}{' '}
                        <span className="soft">
                          {AGENCY_WORDS[assignment.auditor.agency]} ·{' '}
                          {standardsWords(assignment.standards, board.standards)} ·{' '}
                          <AssignmentLine assignment={assignment} />
                        </span>
                      </span>
                      {mayChange && assignment.progress !== 'submitted' ? (
                        <Button
                          size="small"
                          look="quiet"
                          aria-label={`Change ${assignment.auditor.name} on ${row.planReference}…`}
                          onClick={() => {
                            setChanged({ row, assignment });
                          }}
                        >
                          Change…
                        </Button>
                      ) : null}
                      {mayChange ? (
                        <Reopening
                          assignment={assignment}
                          onReopen={(auditId) => {
                            setReopened({ assignment, auditId });
                          }}
                        />
                      ) : null}
                    </li>
                  ))}
                </ul>
              </td>
              {mayChange ? (
                <td className="round__deeds">
                  <Button
                    size="small"
                    aria-label={`Assign ${row.planReference}…`}
                    onClick={() => {
                      setGiven(row);
                    }}
                  >
                    Assign…
                  </Button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </Table>
      {changed === null ? null : (
        <ChangeAssignment
          key={changed.assignment.id}
          board={board}
          {...changed}
          onClose={() => {
            setChanged(null);
          }}
        />
      )}
      {reopened === null ? null : (
        <ReopenAudit
          key={reopened.auditId}
          {...reopened}
          onClose={() => {
            setReopened(null);
          }}
        />
      )}
      {given === null ? null : (
        <AssignByHand
          key={given.documentId}
          round={round}
          board={board}
          row={given}
          onClose={() => {
            setGiven(null);
          }}
        />
      )}
    </>
  );
}

/** Of a submitted audit: opening it again, or why that is no longer possible. */
function Reopening({ assignment, onReopen }: { assignment: Assignment; onReopen: (auditId: string) => void }) {
  const { auditor, planReference, auditId } = assignment;
  const standing = reopenStanding(assignment);
  if (standing === 'not_submitted' || auditId === null) return null;
  if (standing === 'shown') return <span className="small soft">Answers were shown: changed in moderation only</span>;
  return (
    <Button
      size="small"
      look="quiet"
      aria-label={`Reopen ${auditor.name} on ${planReference}…`}
      onClick={() => {
        onReopen(auditId);
      }}
    >
      Reopen…
    </Button>
  );
}
