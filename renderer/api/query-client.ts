import { getContractRouter, isContractProcedure } from '@orpc/contract';
import { ORPCError } from '@orpc/client';
import { hashKey, MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { contract } from '../../shared/contract/contract.ts';
import type { Topic } from '../../shared/contract/meta.ts';
import { type CurrentWorkspace, currentWorkspaceSchema } from '../../shared/contract/workspaces.ts';
import { api } from './client.ts';

/**
 * The cache of what the backend knows. No screen forgets anything by hand: after each command the cache reads in the
 * contract which topics it touches, and asks again for those in sight. Where a call finds the workspace shut, the
 * current workspace is asked for, so that the lock screen shows.
 */
export function createQueryClient(): QueryClient {
  const queryClient: QueryClient = new QueryClient({
    defaultOptions: {
      // Nothing here goes over a network, so "offline" means nothing.
      queries: { networkMode: 'always', retry: shouldRetry, staleTime: 5000, refetchOnWindowFocus: true },
      mutations: { networkMode: 'always', retry: false },
    },
    queryCache: new QueryCache({
      onSuccess: (data, query) => {
        if (hashKey(query.queryKey) === CURRENT) noticePerson(data);
      },
      onError: (error) => {
        noticeShut(queryClient, error);
      },
    }),
    mutationCache: new MutationCache({
      onSuccess: (data, _variables, _onMutateResult, mutation) => {
        // At once, and not when the answer is read again: by then the next person may have gone somewhere.
        noticePerson(data);
        const path = calledPath(mutation.options.mutationKey);
        if (path !== undefined) forgetAfter(queryClient, path, data);
      },
      onError: (error) => {
        noticeShut(queryClient, error);
      },
    }),
  });
  let person: string | null = null;
  // In a browser the same session may stand in several tabs: who changes the person in one changes it in all.
  others.addEventListener('message', () => {
    void queryClient.invalidateQueries({ queryKey: api.workspaces.current.key() });
  });
  return queryClient;

  /** Before anything is drawn: nothing that one person has read, or is in the middle of, is there for the next. */
  function noticePerson(data: unknown): void {
    const current = currentWorkspaceSchema.safeParse(data);
    if (!current.success) return;
    const now = personIn(current.data);
    // Between two people the session is nobody's for a moment.
    if (now === null) return;
    if (person !== null && now !== person) {
      forgetWorkspace(queryClient);
      window.location.hash = '#/';
    }
    person = now;
  }
}

const others = new BroadcastChannel('goldthread-person');
const CURRENT = hashKey(api.workspaces.current.queryKey());

/**
 * Forgets what a command touched. The mutation cache calls it; a stream (documents.import, workspaces.makeSample) is no
 * mutation, so whoever runs one calls it at the end, through `runStream`.
 */
export function forgetAfter(queryClient: QueryClient, path: readonly string[], output?: unknown): void {
  const current = currentWorkspaceSchema.safeParse(output);
  if (current.success) {
    if (personIn(queryClient.getQueryData(api.workspaces.current.queryKey())) !== personIn(current.data)) {
      // Nothing that one person has read is there for the next.
      forgetWorkspace(queryClient);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target: it is of this origin alone
      others.postMessage('changed');
    }
    queryClient.setQueryData(api.workspaces.current.queryKey(), current.data);
    if (current.data.status !== 'open') {
      // Everything else is about to leave the screen; asking for it again would only be refused.
      void queryClient.invalidateQueries({ queryKey: api.workspaces.list.key() });
      return;
    }
  }
  for (const topic of touchedBy(path)) void queryClient.invalidateQueries({ queryKey: [[topic]] });
}

function personIn(current: CurrentWorkspace | undefined): string | null {
  return current?.status === 'open' ? current.person.id : null;
}

/** Topics that a command of the contract touches; none for an unknown path. */
export function touchedBy(path: readonly string[]): readonly Topic[] {
  const procedure = getContractRouter(contract, path);
  if (!isContractProcedure(procedure)) return [];
  const touches: unknown = procedure['~orpc'].meta['touches'];
  return Array.isArray(touches) ? touches : [];
}

/** Drops everything read from a workspace, so that nothing of it stays in memory behind a lock. */
export function forgetWorkspace(queryClient: QueryClient): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => !isOutsideWorkspace(queryKey) });
  queryClient.getMutationCache().clear();
}

function isOutsideWorkspace(queryKey: readonly unknown[]): boolean {
  const path = queryKey[0];
  return Array.isArray(path) && (path[0] === 'workspaces' || path[0] === 'app') && path[1] !== 'verify';
}

function calledPath(mutationKey: readonly unknown[] | undefined): readonly string[] | undefined {
  const path = mutationKey?.[0];
  return Array.isArray(path) && path.every((part) => typeof part === 'string') ? path : undefined;
}

export function noticeShut(queryClient: QueryClient, error: unknown): void {
  if (
    error instanceof ORPCError &&
    (error.code === 'WORKSPACE_LOCKED' || error.code === 'NO_WORKSPACE' || error.code === 'NOT_SIGNED_IN')
  ) {
    void queryClient.invalidateQueries({ queryKey: api.workspaces.current.key() });
  }
}

/** A refusal is an answer; only a lost connection is worth another try. */
function shouldRetry(failures: number, error: unknown): boolean {
  return !(error instanceof ORPCError) && failures < 2;
}
