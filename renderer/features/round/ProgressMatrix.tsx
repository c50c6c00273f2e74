import { Link } from 'wouter';
import type { Assignment } from '../../../shared/contract/assignments.ts';
import { AGENCY_WORDS, STAGE_WORDS } from '../../api/field-words.ts';
import { useGradually } from '../../ui/use-gradually.ts';
import { boardRows } from './board-rows.ts';
import { progressWords } from './round-words.ts';
import { Scrolled } from './Scrolled.tsx';

const NO_BOARD = { documents: [], withoutDocument: [], auditors: [], standards: [] };

/** Plans down, auditors across, and in each place a word. */
export function ProgressMatrix({ live }: { live: readonly Assignment[] }) {
  const auditors = [...new Map(live.map(({ auditor }) => [auditor.id, auditor])).values()].toSorted((one, other) =>
    one.name.localeCompare(other.name, 'en-GB'),
  );
  const rows = useGradually(boardRows(NO_BOARD, live));
  return (
    <Scrolled label="Progress, plan by plan, scrollable" isTall>
      <table className="table round__matrix">
        <caption className="visually-hidden">Progress by plan and auditor</caption>
        <thead>
          <tr>
            <th scope="col">Plan</th>
            {auditors.map(({ id, name, agency }) => (
              <th key={id} scope="col">
                {name}
                <span className="round__agency">{AGENCY_WORDS[agency]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.documentId}>
              <th scope="row">
                <Link href={`/plans/${row.planId}`}>{row.planReference}</Link>{' '}
                <span className="soft">{row.stage === null ? '' : STAGE_WORDS[row.stage]}</span>
              </th>
              {auditors.map(({ id }) => (
                <td key={id}>
                  <Cell assignment={row.assignments.find(({ auditor }) => auditor.id === id)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

function Cell({ assignment }: { assignment: Assignment | undefined }) {
  if (assignment === undefined) {
    return (
      <span className="soft">
        <span aria-hidden="true">·</span>
        <span className="visually-hidden">Not asked</span>
      </span>
    );
  }
  return (
    <>
      {progressWords(assignment.progress)}
      {assignment.isLate ? <strong className="late round__late">Late</strong> : null}
    </>
  );
}
