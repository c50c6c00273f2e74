import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { api } from '../api/client.ts';
import { describeError, isRefusal } from '../api/errors.ts';
import { useOpenWorkspace } from '../api/open-workspace.ts';
import { Button, buttonClass } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';

/** Whose hands the work is in; where others can come to this machine, the way to let the next one in. */
export function PersonMenu() {
  const { person } = useOpenWorkspace();
  const people = useQuery(api.people.atDoor.queryOptions());
  const signOut = useMutation(api.people.signOut.mutationOptions());
  const [isTold, setIsTold] = useState(false);
  if ((people.data?.length ?? 0) < 2) return null;
  const refusal = signOut.isError ? describeError(signOut.error) : null;
  return (
    <>
      <Button
        size="small"
        icon={<Icon name="swap" />}
        className="frame__person"
        title={`${person.name} is signed in. Let someone else come to this machine.`}
        aria-label={`Signed in as ${person.name}. Change person`}
        isBusy={signOut.isPending}
        onClick={() => {
          signOut.mutate(undefined, {
            onSuccess: () => {
              // The next person begins at the beginning, not at this one's page.
              window.location.hash = '#/';
            },
            onError: () => {
              setIsTold(true);
            },
          });
        }}
      >
        {person.name}
      </Button>
      <Dialog
        isOpen={isTold && refusal !== null}
        title={refusal?.message ?? ''}
        onClose={() => {
          setIsTold(false);
        }}
      >
        <p>{refusal?.advice}</p>
        {isRefusal(signOut.error, 'OWN_PIN_NEEDED') ? (
          <Link
            href="/settings"
            className={buttonClass('primary')}
            onClick={() => {
              setIsTold(false);
            }}
          >
            Go to Settings
          </Link>
        ) : null}
      </Dialog>
    </>
  );
}
