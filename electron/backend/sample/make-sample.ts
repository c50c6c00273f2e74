import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Progress } from '../../../shared/contract/workspaces.ts';
import type { SampleClock } from './sample-clock.ts';
import { loadDocuments } from './load-documents.ts';
import { sampleManifestSchema, type SamplePlanData } from './sample-manifest.ts';
import { addSampleMeasures } from './sample-measures.ts';
import { SAMPLE_LEAD, SAMPLE_ROUNDS, type SampleRound } from './sample-partnership.ts';
import { addPeople } from './sample-people.ts';
import { importPastResults, importRegister } from './sample-register.ts';
import { assignRound, drawPlans, gradeRound, loadDrawn, panelDay, setUpRound } from './sample-rounds.ts';
import { createDoor, planOf, type SampleClient, type SampleWorld } from './sample-world.ts';

/** Within the resources folder of a packaged application; the build copies it there. */
export const SAMPLE_RESOURCE = 'sample';
const PLANS_FOLDER = fileURLToPath(new URL('plans/', import.meta.url));

/** Plans of the newest half-term that the panel has before it and has not agreed yet. */
const LEFT_TO_AGREE = ['MD-16-0003'];

export interface MakeSampleOptions {
  /** Calls the services in process, on the open, empty workspace that is to become the sample. */
  client: SampleClient;
  /** The clock of those services. */
  clock: SampleClock;
  onProgress: (progress: Progress) => void;
  signal?: AbortSignal;
  /** The packaged application's resources; left out, the plans come from beside this file. */
  resourcesFolder?: string;
}

/**
 * Fills a workspace that has just been created with four half-terms of a partnership's work, through the same calls that
 * people's clicks make: people with their PINs, the register from a table, draws, documents, gradings with quotes, the
 * panel's agreement and what comes of it. The newest half-term is half-way, so that there is work to do. Throws the
 * signal's reason when cancelled, and where a quote is not in its plan (the sample and the reader no longer fit).
 */
export async function makeSample({
  client,
  clock,
  onProgress,
  signal,
  resourcesFolder,
}: MakeSampleOptions): Promise<void> {
  const folder = resourcesFolder === undefined ? PLANS_FOLDER : path.join(resourcesFolder, SAMPLE_RESOURCE);
  const { plans } = sampleManifestSchema.parse(JSON.parse(await readFile(path.join(folder, 'sample.json'), 'utf8')));
  const door = createDoor(client);
  let done = 0;
  const world: SampleWorld = {
    client,
    clock,
    folder,
    signal,
    step(message) {
      signal?.throwIfAborted();
      onProgress({ done, of: STEPS, message });
      done = Math.min(done + 1, STEPS - 1);
    },
    as: (name) => door.as(name),
    idOf: (name) => door.idOf(name),
    plans: new Map(),
    documents: new Map(),
    rounds: [],
  };
  world.step('Bringing people together');
  await addPeople(client, door);
  await addSampleMeasures(client);
  for (const [place, round] of SAMPLE_ROUNDS.entries()) {
    const joining = plans.filter(({ joins }) => joins === place + 1);
    await makeRound(world, round, place, joining);
  }
  onProgress({ done: STEPS, of: STEPS, message: 'The sample partnership is ready' });
}

/** Documents and gradings that are told of, and a few steps beside them. */
const STEPS = 130;

async function makeRound(
  world: SampleWorld,
  round: SampleRound,
  place: number,
  joining: readonly SamplePlanData[],
): Promise<void> {
  const { client, clock } = world;
  const isNewest = place === SAMPLE_ROUNDS.length - 1;
  clock.moveTo(`${round.setUpOn}T09:00`);
  await world.as(SAMPLE_LEAD);
  world.step('Importing the register');
  await importRegister(world, joining, round.setUpOn);
  if (isNewest) await importPastResults(world);
  const roundId = await setUpRound(world, round, place);
  const references = await drawPlans(world, roundId, round);
  if (isNewest) await loadDocuments(world, outOf(joining, '', round.setUpOn));
  else await loadDrawn(world, references, round.setUpOn);
  if (round.calibration !== undefined) await setUpCalibration(world, roundId, round.calibration, round.setUpOn);
  await assignRound(world, roundId, round);
  clock.moveTo(`${round.gradedOn}T09:00`);
  await gradeRound(world, roundId);
  clock.moveTo(`${round.panelOn}T09:30`);
  world.step('Settling what differs');
  await panelDay(world, roundId, isNewest ? LEFT_TO_AGREE : []);
  await world.as(SAMPLE_LEAD);
  if (isNewest) await loadDocuments(world, outOf(joining, round.setUpOn, round.panelOn));
  else await client.actions.oweReAudits({ roundId, sharePercent: 0, seed: round.seed });
}

/** The documents of plans that came out after one day and until another. */
function outOf(plans: readonly SamplePlanData[], after: string, until: string) {
  return plans.flatMap(({ reference, documents }) =>
    documents
      .filter(({ issuedOn }) => issuedOn !== null && issuedOn > after && issuedOn <= until)
      .map((document) => ({ reference, document })),
  );
}

/** Everyone on the round grades one plan, to compare; it counts nowhere. */
async function setUpCalibration(world: SampleWorld, roundId: string, reference: string, day: string): Promise<void> {
  await loadDrawn(world, [reference], day);
  const file = planOf(world, reference).data.documents[0]?.file ?? '';
  const documentId = world.documents.get(file);
  if (documentId === undefined) throw new Error(`${reference} has no document to compare on.`);
  await world.client.moderation.nameCalibration({ roundId, documentId });
}
