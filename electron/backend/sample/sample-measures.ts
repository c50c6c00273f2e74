import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../../shared/contract/contract.ts';
import type { HandReadingFields, MeasureFields } from '../../../shared/domain/measures.ts';

/**
 * Two plans of one invented partnership, each with a path of its own: an improvement plan that speaks of all reviews,
 * and a recovery plan that speaks of new plans first and of all plans later. They have the steps and denominators of a
 * real area's two plans (field brief §16.2), a year later, so that the sample's half-terms lie among their milestones.
 */
export const SAMPLE_MEASURES: readonly { fields: MeasureFields; readings: readonly HandReadingFields[] }[] = [
  {
    fields: {
      ...good('all'),
      counted: { kind: 'reviews_good_or_better' },
      name: 'Improvement plan: QA reviews good or better',
      milestones: [
        { on: '2025-07-31', value: 30 },
        { on: '2025-10-31', value: 40 },
        { on: '2026-01-31', value: 50 },
        { on: '2026-04-30', value: 60 },
        { on: '2026-07-31', value: 70 },
        { on: '2026-10-31', value: 75 },
      ],
      target: 75,
      source: 'Marrowdale local area improvement plan, May 2025, success measure 1',
      owner: { personId: null, name: 'Assistant director, education' },
    },
    readings: [
      { on: '2025-10-14', n: 9, of: 24, percent: null, note: 'Paper to the partnership board, November 2025' },
    ],
  },
  {
    fields: {
      ...good('new'),
      name: 'Recovery plan: new plans good or better',
      milestones: [
        { on: '2026-06-30', value: 50 },
        { on: '2026-12-31', value: 75 },
      ],
      target: null,
      source: 'Marrowdale EHCP and annual review recovery plan 2025–27',
      owner: { personId: null, name: 'Head of SEND' },
    },
    readings: [],
  },
  {
    fields: {
      ...good('all'),
      name: 'Recovery plan: all plans good or better',
      milestones: [{ on: '2027-12-31', value: 80 }],
      target: 100,
      source: 'Marrowdale EHCP and annual review recovery plan 2025–27',
      owner: { personId: null, name: 'Head of SEND' },
    },
    readings: [],
  },
  {
    fields: {
      ...good('new'),
      name: 'Improvement plan: new plans within 20 weeks',
      counted: { kind: 'in_time' },
      milestones: [
        { on: '2025-04-30', value: 15 },
        { on: '2025-07-31', value: 26 },
        { on: '2025-10-31', value: 37 },
        { on: '2026-01-31', value: 49 },
        { on: '2026-04-30', value: 57 },
        { on: '2026-07-31', value: 67 },
        { on: '2026-10-31', value: 75 },
      ],
      target: 75,
      source: 'Marrowdale local area improvement plan, May 2025, success measure 1',
      owner: { personId: null, name: 'Head of SEND' },
    },
    readings: [
      { on: '2022-10-31', n: null, of: null, percent: 29, note: 'Baseline in the improvement plan' },
      { on: '2023-10-31', n: null, of: null, percent: 38, note: 'Baseline in the improvement plan' },
      { on: '2024-10-31', n: null, of: null, percent: 33, note: 'Baseline in the improvement plan' },
    ],
  },
];

/** Puts the sample's measures into an open workspace, in the name of the QA lead who is signed in. */
export async function addSampleMeasures(client: Pick<ContractRouterClient<Contract>, 'measures'>): Promise<void> {
  for (const { fields, readings } of SAMPLE_MEASURES) {
    const { id: measureId } = await client.measures.create({ fields });
    for (const reading of readings) await client.measures.addReading({ measureId, replaces: null, reading });
  }
}

/** Finals in rounds drawn at random, graded good or better. */
function good(
  plans: MeasureFields['plans'],
): Omit<MeasureFields, 'name' | 'milestones' | 'target' | 'source' | 'owner'> {
  return {
    unit: 'percent',
    better: 'higher',
    counted: { kind: 'good_or_better' },
    plans,
    stage: 'final',
    roundKind: 'random',
    theme: '',
    tolerance: 5,
    note: '',
  };
}
