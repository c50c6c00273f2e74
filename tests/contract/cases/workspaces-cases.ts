import { PASSPHRASE, WORKSPACE_INPUT } from '../../support/workspace-input.ts';
import { type Case, wrong } from '../story.ts';

export const WORKSPACES_CASES: Record<string, Case> = {
  'workspaces.list': { happy: ({ client }) => client.workspaces.list() },
  'workspaces.current': { happy: ({ client }) => client.workspaces.current() },
  'workspaces.ratePassphrase': {
    happy: ({ client }) => client.workspaces.ratePassphrase({ passphrase: 'abc', names: [] }),
    foreign: (client) => client.workspaces.ratePassphrase(wrong({ passphrase: 1, names: [] })),
  },
  'workspaces.create': {
    // The story begins with it, so here it meets the workspace that is there.
    happy: ({ client }) => client.workspaces.create(WORKSPACE_INPUT),
    answers: 'WORKSPACE_EXISTS',
    foreign: (client) => client.workspaces.create(Object.assign({ extra: true }, WORKSPACE_INPUT)),
  },
  'workspaces.unlock': {
    happy: async ({ client }) => {
      const opened = await client.workspaces.current();
      if (opened.status !== 'open') throw new Error('not open');
      await client.workspaces.lock();
      return client.workspaces.unlock({ workspaceId: opened.file.id, passphrase: PASSPHRASE });
    },
    foreign: (client) => client.workspaces.unlock({ workspaceId: '../etc', passphrase: 'x' }),
  },
  'workspaces.choose': { happy: ({ client }) => client.workspaces.choose() },
  'workspaces.lock': {
    happy: async ({ client }) => {
      const locked = await client.workspaces.lock();
      if (locked.status !== 'locked') throw new Error('not locked');
      await client.workspaces.unlock({ workspaceId: locked.file.id, passphrase: PASSPHRASE });
      return locked;
    },
  },
  'workspaces.leave': {
    happy: async ({ client }) => {
      const opened = await client.workspaces.current();
      if (opened.status !== 'open') throw new Error('not open');
      const left = await client.workspaces.leave();
      await client.workspaces.unlock({ workspaceId: opened.file.id, passphrase: PASSPHRASE });
      return left;
    },
  },
  'workspaces.stillHere': { happy: ({ client }) => client.workspaces.stillHere() },
  'workspaces.setIdleMinutes': {
    happy: ({ client }) => client.workspaces.setIdleMinutes({ minutes: 20 }),
    foreign: (client) => client.workspaces.setIdleMinutes({ minutes: 0 }),
  },
  'workspaces.changePassphrase': {
    happy: ({ client }) => client.workspaces.changePassphrase({ current: PASSPHRASE, next: PASSPHRASE }),
    foreign: (client) => client.workspaces.changePassphrase({ current: '', next: '' }),
  },
  'workspaces.makeSample': {
    happy: async ({ client }) => {
      // Broken off after its first word of progress: the whole of it is tested with the sample itself.
      const controller = new AbortController();
      const events = await client.workspaces.makeSample(undefined, { signal: controller.signal });
      const first = await events.next();
      controller.abort();
      await events.return(undefined);
      return first.value;
    },
  },
  'workspaces.verify': { happy: ({ client }) => client.workspaces.verify() },
};
