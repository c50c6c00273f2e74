import type { Person } from '../../../shared/contract/person.ts';
import { AGENCY_WORDS, ROLE_WORDS } from '../../api/field-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Table } from '../../ui/Table.tsx';

/** People by name; those who no longer take part stand last, since what they did stays. */
export function PeopleTable({
  people,
  myId,
  mayChange,
  onEdit,
  onSetActive,
}: {
  people: readonly Person[];
  myId: string;
  mayChange: boolean;
  onEdit: (person: Person) => void;
  onSetActive: (person: Person, isActive: boolean) => void;
}) {
  const ordered = people.toSorted(
    (a, b) => Number(b.isActive) - Number(a.isActive) || a.name.localeCompare(b.name, 'en-GB'),
  );
  return (
    <Table caption="People in this workspace">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Agency</th>
          <th scope="col">Team</th>
          <th scope="col">Roles</th>
          <th scope="col">Comes in by</th>
          {mayChange ? (
            <th scope="col">
              <span className="visually-hidden">Changes</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {ordered.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              {person.name}
              {person.id === myId ? <span className="soft"> (you)</span> : null}
              {person.isActive ? null : <span className="soft"> (no longer takes part)</span>}
            </th>
            <td>{AGENCY_WORDS[person.agency]}</td>
            <td>{person.team}</td>
            <td>{person.roles.map((role) => ROLE_WORDS[role]).join(', ')}</td>
            <td>{waysIn(person)}</td>
            {mayChange ? (
              <td>
                <div className="row row--tight">
                  <Button
                    size="small"
                    aria-label={`Change ${person.name}`}
                    onClick={() => {
                      onEdit(person);
                    }}
                  >
                    Change…
                  </Button>
                  {person.id === myId ? null : (
                    <Button
                      size="small"
                      look="quiet"
                      aria-label={person.isActive ? `Take out ${person.name}` : `Bring back ${person.name}`}
                      onClick={() => {
                        onSetActive(person, !person.isActive);
                      }}
                    >
                      {person.isActive ? 'Take out…' : 'Bring back'}
                    </Button>
                  )}
                </div>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function waysIn({ isActive, signsIn, hasPin }: Person): string {
  if (!isActive || !signsIn) return 'Does not sign in';
  return hasPin ? 'PIN' : 'Chooses a PIN at first';
}
