import { type Case } from '../story.ts';

export const PEOPLE_CASES: Record<string, Case> = {
  'people.list': { happy: ({ client }) => client.people.list() },
};
