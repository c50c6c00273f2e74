import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useLayoutEffect } from 'react';
import { Asked } from '../api/Asked.tsx';
import type { CurrentWorkspace } from '../../shared/contract/workspaces.ts';
import { api } from '../api/client.ts';
import { OpenWorkspaceContext } from '../api/open-workspace.ts';
import { forgetWorkspace } from '../api/query-client.ts';
import { clearModeration } from '../features/moderate/moderate-store.ts';
import { clearImports } from '../features/plans/imports-store.ts';
import { Loading } from '../ui/Progress.tsx';
import { useToasts } from '../ui/toast-store.ts';
import { Frame } from './Frame.tsx';

const OpenPage = lazy(async () => ({ default: (await import('../features/open/OpenPage.tsx')).OpenPage }));
const SignInPage = lazy(async () => ({ default: (await import('../features/open/SignInPage.tsx')).SignInPage }));
const LockPage = lazy(async () => ({ default: (await import('../features/open/LockPage.tsx')).LockPage }));

/** How often the window asks whether the idle lock has shut: content may stay in sight this long after it. */
const WATCH_MS = 10_000;

/**
 * Shows the frame only while a workspace is open. The route stays in the address, so that after unlocking one is back
 * where one was; what was read is dropped from memory at once. Another person begins at the beginning.
 */
export function WorkspaceGate() {
  const queryClient = useQueryClient();
  const current = useQuery(
    api.workspaces.current.queryOptions({ staleTime: 0, refetchInterval: WATCH_MS, refetchIntervalInBackground: true }),
  );
  const isShut = current.data !== undefined && current.data.status !== 'open';
  // Before the screen in front of the lock asks for anything: what it has begun to ask for must not be dropped as well.
  useLayoutEffect(() => {
    if (!isShut) return;
    forgetWorkspace(queryClient);
    useToasts.setState({ toasts: [] });
    clearImports();
    clearModeration();
  }, [isShut, queryClient]);
  return (
    <Asked query={current} loading="Starting Goldthread">
      {(workspace) =>
        workspace.status === 'open' ? (
          <OpenWorkspaceContext value={workspace}>
            <Frame key={`${workspace.file.id} ${workspace.person.id}`} />
          </OpenWorkspaceContext>
        ) : (
          <Suspense fallback={<Loading />}>{entranceFor(workspace)}</Suspense>
        )
      }
    </Asked>
  );
}

function entranceFor(workspace: Exclude<CurrentWorkspace, { status: 'open' }>) {
  if (workspace.status === 'locked') return <LockPage workspace={workspace} />;
  return workspace.status === 'signed_out' ? <SignInPage workspace={workspace} /> : <OpenPage />;
}
