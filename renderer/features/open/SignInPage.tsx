import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonAtDoor } from '../../../shared/contract/people.ts';
import type { CurrentWorkspace } from '../../../shared/contract/workspaces.ts';
import { SAMPLE_PIN } from '../../../shared/domain/sample-pin.ts';
import { Asked, Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Entrance } from './Entrance.tsx';
import { PeopleAtDoor } from './PeopleAtDoor.tsx';
import { SignInForm } from './SignInForm.tsx';

/** The workspace is open and nobody is in: each person comes by their own name and PIN. */
export function SignInPage({ workspace }: { workspace: Extract<CurrentWorkspace, { status: 'signed_out' }> }) {
  const people = useQuery(api.people.atDoor.queryOptions({ staleTime: 0 }));
  const [chosen, setChosen] = useState<PersonAtDoor | null>(null);
  const lock = useMutation(api.workspaces.lock.mutationOptions());
  return (
    <Entrance>
      <section className="stack">
        <PageHeader
          title={chosen === null ? 'Who is at the machine?' : chosen.name}
          eyebrow={workspace.partnership.name}
        >
          {chosen === null ? (
            <p>Choose your name. What you do from here on is done in your name, and what you answer stays yours.</p>
          ) : undefined}
        </PageHeader>
        {workspace.file.isSample ? (
          <p className="soft">
            Nobody in the sample is real. Everybody’s PIN in it is <code className="entrance__key">{SAMPLE_PIN}</code>.
          </p>
        ) : null}
        {chosen === null ? (
          <Asked query={people} loading="Reading who is here">
            {(list) => <PeopleAtDoor people={list} onChoose={setChosen} />}
          </Asked>
        ) : (
          <SignInForm
            key={chosen.id}
            person={chosen}
            onBack={() => {
              setChosen(null);
            }}
          />
        )}
        {chosen === null ? (
          <div className="row">
            <Button
              isBusy={lock.isPending}
              onClick={() => {
                lock.mutate(undefined);
              }}
            >
              Lock the workspace
            </Button>
          </div>
        ) : null}
        {lock.isError ? <Failed error={lock.error} /> : null}
      </section>
    </Entrance>
  );
}
