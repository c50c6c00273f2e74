import type { MeasureFields } from '../../../shared/domain/measures.ts';
import { type Case, NOBODY, type Story, wrong } from '../story.ts';

let made = 0;

export function measureFields(name: string): MeasureFields {
  return {
    name,
    unit: 'percent',
    better: 'higher',
    counted: { kind: 'good_or_better' },
    plans: 'new',
    stage: 'final',
    roundKind: 'random',
    theme: '',
    milestones: [{ on: '2026-06-30', value: 50 }],
    target: 75,
    tolerance: 5,
    source: 'Recovery plan',
    owner: { personId: null, name: 'Assistant director' },
    note: '',
  };
}

const READING = { on: '2025-10-31', n: 6, of: 20, percent: null, note: '' };

async function begun({ client }: Story) {
  made += 1;
  return client.measures.create({ fields: measureFields(`Plans good or better ${made}`) });
}

export const MEASURES_CASES: Record<string, Case> = {
  'measures.list': { happy: ({ client }) => client.measures.list() },
  'measures.create': {
    happy: begun,
    foreign: (client) => client.measures.create({ fields: { ...measureFields('x'), name: ' ' } }),
  },
  'measures.update': {
    happy: async (story) => {
      const { id: measureId, revision, name } = await begun(story);
      return story.client.measures.update({ measureId, revision, fields: { ...measureFields(name), target: 80 } });
    },
    foreign: (client) =>
      client.measures.update({
        measureId: NOBODY,
        revision: 0,
        fields: wrong({ ...measureFields('x'), better: 'up' }),
      }),
  },
  'measures.setRetired': {
    happy: async (story) => story.client.measures.setRetired({ measureId: (await begun(story)).id, isRetired: true }),
    foreign: (client) => client.measures.setRetired({ measureId: 'x', isRetired: true }),
  },
  'measures.addReading': {
    happy: async (story) =>
      story.client.measures.addReading({ measureId: (await begun(story)).id, replaces: null, reading: READING }),
    foreign: (client) =>
      client.measures.addReading({ measureId: NOBODY, replaces: null, reading: { ...READING, percent: 101 } }),
  },
  'measures.withdrawReading': {
    happy: async (story) => {
      const { id: measureId } = await begun(story);
      const { byHand } = await story.client.measures.addReading({ measureId, replaces: null, reading: READING });
      return story.client.measures.withdrawReading({ measureId, readingId: byHand[0]?.id ?? NOBODY });
    },
    foreign: (client) => client.measures.withdrawReading({ measureId: NOBODY, readingId: 'x' }),
  },
};
