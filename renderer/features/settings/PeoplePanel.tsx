import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Person } from '../../../shared/contract/person.ts';
import { Asked, Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { useHasRole, useOpenWorkspace } from '../../api/open-workspace.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ChangePinDialog } from './ChangePinDialog.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { PersonDialog } from './PersonDialog.tsx';
import { RolesTable } from './RolesTable.tsx';
import { TakeOutDialog } from './TakeOutDialog.tsx';

/** Who takes part, from which agency, as what; my own PIN. */
export function PeoplePanel() {
  const { person: me } = useOpenWorkspace();
  const mayChange = useHasRole('qa_lead');
  const people = useQuery(api.people.list.queryOptions());
  const [edited, setEdited] = useState<Person | 'new' | null>(null);
  const [leaving, setLeaving] = useState<Person | null>(null);
  const [isChangingPin, setIsChangingPin] = useState(false);
  const setActive = useMutation(api.people.setActive.mutationOptions());
  return (
    <Asked query={people} loading="Reading who is here">
      {(list) => (
        <div className="stack">
          {me.hasPin ? null : (
            <Notice
              tone="info"
              title="You have no PIN yet."
              advice="Where several people take turns at one machine, each comes in by a PIN. Choose yours before you add others."
            />
          )}
          <div className="row">
            {mayChange ? (
              <Button
                look="primary"
                icon={<Icon name="plus" />}
                onClick={() => {
                  if (me.hasPin) setEdited('new');
                  else setIsChangingPin(true);
                }}
              >
                Add a person…
              </Button>
            ) : null}
            <Button
              onClick={() => {
                setIsChangingPin(true);
              }}
            >
              {me.hasPin ? 'Change my PIN…' : 'Choose my PIN…'}
            </Button>
          </div>
          {setActive.isError ? <Failed error={setActive.error} /> : null}
          <PeopleTable
            people={list}
            myId={me.id}
            mayChange={mayChange}
            onEdit={setEdited}
            onSetActive={(person, isActive) => {
              if (isActive) setActive.mutate({ personId: person.id, isActive });
              else setLeaving(person);
            }}
          />
          <RolesTable />
          <PersonDialog
            key={edited === null || edited === 'new' ? String(edited) : edited.id}
            person={edited}
            teams={[...new Set(list.map(({ team }) => team).filter((team) => team !== ''))].toSorted()}
            onClose={() => {
              setEdited(null);
            }}
          />
          {leaving === null ? null : (
            <TakeOutDialog
              person={leaving}
              onClose={() => {
                setLeaving(null);
              }}
            />
          )}
          <ChangePinDialog
            isOpen={isChangingPin}
            onClose={() => {
              setIsChangingPin(false);
            }}
          />
        </div>
      )}
    </Asked>
  );
}
