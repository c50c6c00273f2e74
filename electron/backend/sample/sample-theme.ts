import { SAMPLE_LEAD } from './sample-partnership.ts';
import { gradeRound, loadDrawn } from './sample-rounds.ts';
import { documentOf, planOf, type SampleWorld } from './sample-world.ts';

/** Finals of young people, each from an earlier half-term; one auditor reads each, so that none is moderated. */
const PLANS = [
  { reference: 'MD-15-0021', auditor: 'Tom Halloran' },
  { reference: 'MD-17-0058', auditor: 'Leona Achebe' },
  { reference: 'MD-18-0014', auditor: 'Owen Calder' },
];
const PANEL_DATE = '2026-11-18';
const DUE_ON = '2026-11-13';

/** A second, smaller round in the same half-term: plans picked for a theme, which are counted apart from those drawn at random. */
export async function lookAtTheme(world: SampleWorld, besideRoundId: string): Promise<void> {
  const { client } = world;
  await world.as(SAMPLE_LEAD);
  await loadDrawn(
    world,
    PLANS.map(({ reference }) => reference),
    PANEL_DATE,
  );
  const { id: roundId } = await client.rounds.create({
    kind: 'thematic',
    theme: 'Preparing for adulthood',
    panelDate: PANEL_DATE,
    gradingDue: DUE_ON,
    copyFrom: besideRoundId,
  });
  await client.samples.pick({
    roundId,
    planIds: PLANS.map(({ reference }) => planOf(world, reference).id),
    reason: 'Preparing for adulthood: young people in Year 11 and above.',
  });
  for (const { reference, auditor } of PLANS) {
    const file = planOf(world, reference).data.documents.at(-1)?.file ?? '';
    const documentId = documentOf(world, file);
    await client.assignments.assign({
      roundId,
      documentId,
      auditorId: world.idOf(auditor),
      standards: null,
      dueOn: DUE_ON,
    });
  }
  await gradeRound(world, roundId);
}
