import type { Assignment } from '../../../shared/contract/assignments.ts';
import { Table } from '../../ui/Table.tsx';

/** Assignments that were moved or withdrawn, with why. */
export function PastAssignments({ past }: { past: readonly Assignment[] }) {
  return (
    <Table caption="Moved or withdrawn" isCaptionHidden>
      <thead>
        <tr>
          <th scope="col">Plan</th>
          <th scope="col">Was given to</th>
          <th scope="col">What happened</th>
        </tr>
      </thead>
      <tbody>
        {past.map(({ id, planReference, auditor, state, reason }) => (
          <tr key={id}>
            <th scope="row">{planReference}</th>
            <td>{auditor.name}</td>
            <td>
              {state === 'moved' ? 'Moved to someone else' : 'Withdrawn'}: {reason}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
