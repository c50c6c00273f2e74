import { EVERY_PLAN } from '../../../shared/contract/plans.ts';
import { type Case, FIELDS, NOBODY, type Story, wrong } from '../story.ts';

const PAGE = {
  filter: EVERY_PLAN,
  sort: { column: 'reference', direction: 'ascending' },
  offset: 0,
  limit: 50,
} as const;

async function currentCycle({ client, planId }: Story): Promise<string> {
  const { cycles } = await client.plans.cycles({ planId });
  return cycles[0]?.id ?? NOBODY;
}

export const PLANS_CASES: Record<string, Case> = {
  'plans.page': {
    happy: ({ client }) => client.plans.page(PAGE),
    foreign: (client) => client.plans.page({ ...PAGE, limit: 100_000 }),
  },
  'plans.choices': { happy: ({ client }) => client.plans.choices() },
  'plans.queue': { happy: ({ client }) => client.plans.queue() },
  'plans.get': {
    happy: ({ client, planId }) => client.plans.get({ planId }),
    foreign: (client) => client.plans.get({ planId: 'x' }),
  },
  'plans.cycles': {
    happy: ({ client, planId }) => client.plans.cycles({ planId }),
    foreign: (client) => client.plans.cycles({ planId: 'x' }),
  },
  'plans.create': {
    happy: ({ client }) => client.plans.create({ ...FIELDS, reference: `FM-${Math.random()}` }),
    foreign: (client) => client.plans.create({ ...FIELDS, reference: '  ' }),
  },
  'plans.update': {
    happy: ({ client, planId }) => client.plans.update({ planId, fields: { ...FIELDS, setting: 'Alder School' } }),
    foreign: (client) => client.plans.update({ planId: NOBODY, fields: { ...FIELDS, dateOfBirth: '2019-02-30' } }),
  },
  'plans.setDate': {
    happy: async (story) =>
      story.client.plans.setDate({ cycleId: await currentCycle(story), kind: 'requestReceived', date: '2026-06-01' }),
    foreign: (client) => client.plans.setDate({ cycleId: NOBODY, kind: 'requestReceived', date: '1 June' }),
  },
  'plans.setExceptions': {
    happy: async (story) =>
      story.client.plans.setExceptions({ cycleId: await currentCycle(story), exceptions: ['away'] }),
    foreign: (client) => client.plans.setExceptions({ cycleId: NOBODY, exceptions: wrong(['staff_shortage']) }),
  },
  'plans.setPeople': {
    happy: async (story) => {
      // Somebody who is not asked to audit the plan.
      const { id } = await story.client.people.add({
        name: 'Perpetua Wold',
        agency: 'education',
        team: '',
        roles: ['caseworker'],
        signsIn: false,
      });
      return story.client.plans.setPeople({ cycleId: await currentCycle(story), part: 'signed_off', personIds: [id] });
    },
    foreign: (client) => client.plans.setPeople({ cycleId: NOBODY, part: wrong('read'), personIds: [] }),
  },
  'plans.beginCycle': {
    happy: async ({ client }) => {
      const { id } = await client.plans.create({ ...FIELDS, reference: `FM-${Math.random()}` });
      return client.plans.beginCycle({ planId: id, planType: 'reviewed' });
    },
    foreign: (client) => client.plans.beginCycle({ planId: NOBODY, planType: wrong('renewed') }),
  },
  'plans.removeCycle': {
    happy: async ({ client }) => {
      const { id } = await client.plans.create({ ...FIELDS, reference: `FM-${Math.random()}` });
      const { cycles } = await client.plans.beginCycle({ planId: id, planType: 'reviewed' });
      return client.plans.removeCycle({ cycleId: cycles[0]?.id ?? NOBODY });
    },
    foreign: (client) => client.plans.removeCycle({ cycleId: 'x' }),
  },
  'plans.remove': {
    happy: async ({ client }) => {
      const { id } = await client.plans.create({ ...FIELDS, reference: `FM-${Math.random()}` });
      return client.plans.remove({ planId: id });
    },
    foreign: (client) => client.plans.remove({ planId: 'x' }),
  },
};
