import { useQuery } from '@tanstack/react-query';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { AGENCY_WORDS, ROLE_WORDS } from '../../api/field-words.ts';
import { useOpenWorkspace } from '../../api/open-workspace.ts';
import { Table } from '../../ui/Table.tsx';

/** Who is in this workspace, from which agency, as what. */
export function PeoplePanel() {
  const { person } = useOpenWorkspace();
  const people = useQuery(api.people.list.queryOptions());
  return (
    <Asked query={people} loading="Reading who is here">
      {(list) => (
        <Table caption="People in this workspace">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Agency</th>
              <th scope="col">Roles</th>
            </tr>
          </thead>
          <tbody>
            {list.map((entry) => (
              <tr key={entry.id}>
                <th scope="row">
                  {entry.name}
                  {entry.id === person.id ? <span className="soft"> (you)</span> : null}
                </th>
                <td>{AGENCY_WORDS[entry.agency]}</td>
                <td>{entry.roles.map((role) => ROLE_WORDS[role]).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Asked>
  );
}
