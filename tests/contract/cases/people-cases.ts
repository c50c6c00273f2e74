import { PASSPHRASE } from '../../support/workspace-input.ts';
import { type Case, NOBODY, STORY_PIN, wrong } from '../story.ts';

/** Does not sign in, so that the story's own person stays the only one who does. */
function person() {
  return {
    name: `Briar ${Math.random()}`,
    agency: 'health' as const,
    team: '',
    roles: ['auditor' as const],
    signsIn: false,
  };
}

export const PEOPLE_CASES: Record<string, Case> = {
  'people.list': { happy: ({ client }) => client.people.list() },
  'people.atDoor': { happy: ({ client }) => client.people.atDoor() },
  'people.signIn': {
    happy: ({ client, personId }) => client.people.signIn({ personId, pin: STORY_PIN }),
    foreign: (client) => client.people.signIn({ personId: NOBODY, pin: wrong(4071) }),
  },
  'people.choosePin': {
    happy: ({ client, personId }) => client.people.choosePin({ personId, pin: '8250' }),
    answers: 'PIN_CHOSEN',
    foreign: (client) => client.people.choosePin({ personId: 'x', pin: STORY_PIN }),
  },
  'people.resetPin': {
    happy: ({ client, personId }) => client.people.resetPin({ personId, passphrase: PASSPHRASE, pin: STORY_PIN }),
    foreign: (client) => client.people.resetPin({ personId: NOBODY, passphrase: '', pin: STORY_PIN }),
  },
  'people.changePin': {
    happy: ({ client }) => client.people.changePin({ current: STORY_PIN, next: STORY_PIN }),
    foreign: (client) => client.people.changePin(wrong({ next: STORY_PIN })),
  },
  'people.signOut': {
    happy: async ({ client, personId }) => {
      const out = await client.people.signOut();
      await client.people.signIn({ personId, pin: STORY_PIN });
      return out;
    },
  },
  'people.add': {
    happy: ({ client }) => client.people.add(person()),
    foreign: (client) => client.people.add({ ...person(), roles: [] }),
  },
  'people.update': {
    happy: async ({ client }) => {
      const { id } = await client.people.add(person());
      return client.people.update({ personId: id, fields: { ...person(), team: 'West' } });
    },
    foreign: (client) => client.people.update({ personId: NOBODY, fields: { ...person(), name: ' ' } }),
  },
  'people.setActive': {
    happy: async ({ client }) => {
      const { id } = await client.people.add(person());
      return client.people.setActive({ personId: id, isActive: false });
    },
    foreign: (client) => client.people.setActive({ personId: NOBODY, isActive: wrong('no') }),
  },
};
