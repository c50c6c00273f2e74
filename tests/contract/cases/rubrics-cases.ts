import rubricData from '../../../shared/domain/rubric/rubric-default.json' with { type: 'json' };
import { updateStandard } from '../../../shared/domain/rubric/rubric-edits.ts';
import { type Case, NOBODY, type Story, wrong } from '../story.ts';

async function begun({ client, rubricId }: Story) {
  return client.rubrics.begin({ rubricId });
}

const AT = { draftId: NOBODY, revision: 1 };

export const RUBRICS_CASES: Record<string, Case> = {
  'rubrics.current': { happy: ({ client }) => client.rubrics.current() },
  'rubrics.get': {
    happy: ({ client, rubricId }) => client.rubrics.get({ rubricId }),
    foreign: (client) => client.rubrics.get({ rubricId: 'default' }),
  },
  'rubrics.versions': { happy: ({ client }) => client.rubrics.versions() },
  'rubrics.export': {
    happy: ({ client, rubricId }) => client.rubrics.export({ rubricId }),
    foreign: (client) => client.rubrics.export({ rubricId: 'default' }),
  },
  'rubrics.drafts': { happy: ({ client }) => client.rubrics.drafts() },
  'rubrics.draft': {
    happy: async (story) => story.client.rubrics.draft({ draftId: (await begun(story)).id }),
    foreign: (client) => client.rubrics.draft({ draftId: 'x' }),
  },
  'rubrics.effect': {
    happy: async (story) => {
      const { id: draftId, revision } = await begun(story);
      return story.client.rubrics.effect({ draftId, revision });
    },
    foreign: (client) => client.rubrics.effect({ ...AT, draftId: 'x' }),
  },
  'rubrics.begin': {
    happy: (story) => begun(story),
    foreign: (client) => client.rubrics.begin({ rubricId: 'x' }),
  },
  'rubrics.save': {
    happy: async (story) => {
      const { id: draftId, revision, rubric, effectiveFrom, note } = await begun(story);
      return story.client.rubrics.save({ draftId, revision, rubric, effectiveFrom, note });
    },
    foreign: (client) => client.rubrics.save({ ...AT, rubric: wrong({}), effectiveFrom: null, note: '' }),
  },
  'rubrics.discard': {
    happy: async (story) => story.client.rubrics.discard({ draftId: (await begun(story)).id }),
    foreign: (client) => client.rubrics.discard({ draftId: 'x' }),
  },
  'rubrics.publish': {
    happy: async (story) => {
      const { id: draftId, rubric, revision: first } = await begun(story);
      const { revision } = await story.client.rubrics.save({
        draftId,
        revision: first,
        rubric: updateStandard(rubric, 'S01', { weight: 9 }),
        effectiveFrom: '2027-01-04',
        note: 'Form counts for a little more.',
      });
      return story.client.rubrics.publish({ draftId, revision });
    },
    foreign: (client) => client.rubrics.publish({ ...AT, draftId: 'x' }),
  },
  'rubrics.import': {
    happy: ({ client }) => client.rubrics.import({ file: new File([JSON.stringify(rubricData)], 'standards.json') }),
    foreign: (client) => client.rubrics.import({ file: wrong('standards.json') }),
  },
};
