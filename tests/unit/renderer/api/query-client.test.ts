import { ORPCError } from '@orpc/client';
import { MutationObserver } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import type { CurrentWorkspace } from '../../../../shared/contract/workspaces.ts';
import { api } from '../../../../renderer/api/client.ts';
import { createQueryClient, forgetWorkspace, touchedBy } from '../../../../renderer/api/query-client.ts';

const LOCKED: CurrentWorkspace = {
  status: 'locked',
  reason: 'by_hand',
  file: {
    id: '0123456789abcdef',
    fileName: 'Willowshire.goldthread',
    folder: 'Documents',
    modifiedAt: '2026-11-05T09:00:00.000Z',
    bytes: 1,
    isSample: false,
  },
};

describe('the query cache', () => {
  it('reads in the contract what a command touches', () => {
    expect(touchedBy(['plans', 'update'])).toEqual(['plans', 'audits', 'hints', 'insight', 'reports', 'trail']);
    expect(touchedBy(['plans', 'queue'])).toEqual([]);
    expect(touchedBy(['no', 'such'])).toEqual([]);
    // What is made for others is made of published reports.
    for (const command of ['freeze', 'withdraw']) expect(touchedBy(['reports', command])).toContain('outlets');
  });

  it('forgets the touched topics, and only those, once a command has succeeded', async () => {
    const queryClient = createQueryClient();
    const plans = api.plans.queue.queryKey();
    const standards = api.rubrics.current.queryKey();
    queryClient.setQueryData(plans, []);
    queryClient.setQueryData(standards, { id: '', digest: '', rubric: undefined as never });
    const command = new MutationObserver(queryClient, {
      mutationKey: api.plans.update.mutationKey(),
      mutationFn: () => Promise.resolve('done'),
    });
    await command.mutate();
    expect(queryClient.getQueryState(plans)?.isInvalidated).toBe(true);
    expect(queryClient.getQueryState(standards)?.isInvalidated).toBe(false);
  });

  it('takes the current workspace from the command that changed it', async () => {
    const queryClient = createQueryClient();
    const command = new MutationObserver(queryClient, {
      mutationKey: api.workspaces.lock.mutationKey(),
      mutationFn: () => Promise.resolve(LOCKED),
    });
    await command.mutate();
    expect(queryClient.getQueryData(api.workspaces.current.queryKey())).toEqual(LOCKED);
  });

  it('asks for the current workspace when a call finds it locked', async () => {
    const queryClient = createQueryClient();
    queryClient.setQueryData(api.workspaces.current.queryKey(), LOCKED);
    const refused = queryClient.fetchQuery({
      queryKey: api.plans.queue.queryKey(),
      queryFn: () => Promise.reject(new ORPCError('WORKSPACE_LOCKED')),
    });
    await expect(refused).rejects.toMatchObject({ code: 'WORKSPACE_LOCKED' });
    expect(queryClient.getQueryState(api.workspaces.current.queryKey())?.isInvalidated).toBe(true);
  });

  it('keeps nothing of a workspace behind its lock', () => {
    const queryClient = createQueryClient();
    queryClient.setQueryData(api.plans.queue.queryKey(), []);
    queryClient.setQueryData(api.workspaces.current.queryKey(), LOCKED);
    forgetWorkspace(queryClient);
    expect(queryClient.getQueryData(api.plans.queue.queryKey())).toBeUndefined();
    expect(queryClient.getQueryData(api.workspaces.current.queryKey())).toEqual(LOCKED);
  });
});
