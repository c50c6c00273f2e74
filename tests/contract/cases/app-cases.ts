import { type Case, wrong } from '../story.ts';

export const APP_CASES: Record<string, Case> = {
  'app.info': { happy: ({ client }) => client.app.info() },
  'app.setTheme': {
    happy: ({ client }) => client.app.setTheme({ theme: 'dark' }),
    foreign: (client) => client.app.setTheme({ theme: wrong('sepia') }),
  },
};
