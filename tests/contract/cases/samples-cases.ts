import { type SampleInput } from '../../../shared/contract/samples.ts';
import { type Case, FIELDS, NOBODY, type Story, wrong } from '../story.ts';
import { WHOLE_FRAME } from '../../support/whole-frame.ts';

/** A round of the case's own, so that the story's stays as it is. */
async function newRound({ client }: Story): Promise<string> {
  const fields = { kind: 'random' as const, theme: '', panelDate: '2026-12-16', gradingDue: null, copyFrom: null };
  return (await client.rounds.create(fields)).id;
}

async function newPlan({ client }: Story): Promise<string> {
  return (await client.plans.create({ ...FIELDS, reference: `FM-${Math.random()}` })).id;
}

function inputFor(roundId: string): SampleInput {
  return {
    roundId,
    method: 'stratified',
    strataBy: ['plan_type'],
    allocation: 'proportional',
    size: 1,
    filter: WHOLE_FRAME,
  };
}

async function drawn(story: Story) {
  await newPlan(story);
  await newPlan(story);
  const roundId = await newRound(story);
  const { plans } = await story.client.samples.draw({ ...inputFor(roundId), seed: 7 });
  return { roundId, planId: plans[0]?.planId ?? '' };
}

export const SAMPLES_CASES: Record<string, Case> = {
  'samples.get': {
    happy: ({ client, roundId }) => client.samples.get({ roundId }),
    foreign: (client) => client.samples.get({ roundId: 'x' }),
  },
  'samples.preview': {
    happy: ({ client, roundId }) => client.samples.preview(inputFor(roundId)),
    foreign: (client) => client.samples.preview({ ...inputFor(NOBODY), size: 0 }),
  },
  'samples.draw': {
    happy: (story) => drawn(story),
    foreign: (client) => client.samples.draw({ ...inputFor(NOBODY), seed: -1 }),
  },
  'samples.drawAgain': {
    happy: async (story) => story.client.samples.drawAgain({ roundId: (await drawn(story)).roundId }),
    foreign: (client) => client.samples.drawAgain({ roundId: 'x' }),
  },
  'samples.swap': {
    happy: async (story) => story.client.samples.swap({ ...(await drawn(story)), reason: 'Moved away.' }),
    foreign: (client) => client.samples.swap({ roundId: NOBODY, planId: NOBODY, reason: ' ' }),
  },
  'samples.pick': {
    happy: async (story) =>
      story.client.samples.pick({
        roundId: await newRound(story),
        planIds: [await newPlan(story)],
        reason: 'Asked for by the family.',
      }),
    foreign: (client) => client.samples.pick({ roundId: NOBODY, planIds: wrong('all'), reason: 'x' }),
  },
  'samples.takeOut': {
    happy: async (story) => story.client.samples.takeOut({ ...(await drawn(story)), reason: 'The plan has ceased.' }),
    foreign: (client) => client.samples.takeOut({ roundId: NOBODY, planId: 'x', reason: 'x' }),
  },
  'samples.bringBack': {
    happy: async (story) => {
      const plan = await drawn(story);
      await story.client.samples.takeOut({ ...plan, reason: 'The plan has ceased.' });
      return story.client.samples.bringBack(plan);
    },
    foreign: (client) => client.samples.bringBack({ roundId: NOBODY, planId: 'x' }),
  },
};
