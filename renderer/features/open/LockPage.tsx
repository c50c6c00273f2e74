import { useMutation } from '@tanstack/react-query';
import type { CurrentWorkspace } from '../../../shared/contract/workspaces.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Entrance } from './Entrance.tsx';
import { UnlockForm } from './UnlockForm.tsx';

/** The workspace is shut but not left: after the passphrase the same screen is there again. */
export function LockPage({ workspace }: { workspace: Extract<CurrentWorkspace, { status: 'locked' }> }) {
  const leave = useMutation(api.workspaces.leave.mutationOptions());
  const name = workspace.file.fileName.replace(/\.goldthread$/i, '');
  return (
    <Entrance>
      <section className="stack">
        <PageHeader title="Locked" eyebrow={name}>
          <p>
            {workspace.reason === 'idle'
              ? 'Goldthread locked this workspace because nobody was at the machine.'
              : 'You locked this workspace.'}{' '}
            Everything that was shown as saved is kept. After unlocking you are back where you were.
          </p>
        </PageHeader>
        <UnlockForm
          file={workspace.file}
          cancelLabel="Open another workspace"
          onCancel={() => {
            // Another workspace has other plans: the address of this one's would lead nowhere.
            window.location.hash = '#/';
            leave.mutate(undefined);
          }}
        />
        {leave.isError ? <Failed error={leave.error} /> : null}
      </section>
    </Entrance>
  );
}
