import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Progress } from '../../../shared/contract/workspaces.ts';
import { addDays } from '../../../shared/domain/calendar-date.ts';
import { makeNewestRound } from './newest-round.ts';
import { askForActions, raiseFlag, settleActions } from './sample-actions.ts';
import type { SampleClock } from './sample-clock.ts';
import { importAnswers } from './sample-families.ts';
import { sampleManifestSchema, type SamplePlanData } from './sample-manifest.ts';
import { addSampleMeasures } from './sample-measures.ts';
import { SAMPLE_LEAD, SAMPLE_ROUNDS, type SampleRound } from './sample-partnership.ts';
import { addPeople } from './sample-people.ts';
import { importRegister } from './sample-register.ts';
import { assignRound, drawPlans, gradeRound, loadDrawn, ownAudits, panelDay, setUpRound } from './sample-rounds.ts';
import { supervise } from './sample-supervision.ts';
import { createDoor, documentOf, planOf, type SampleClient, type SampleWorld } from './sample-world.ts';

/** Within the resources folder of a packaged application; the build copies it there. */
export const SAMPLE_RESOURCE = 'sample';
const PLANS_FOLDER = fileURLToPath(new URL('plans/', import.meta.url));

/** The plan in which another child's name stands. */
const BREACHED = 'MD-25-0624';
/** Counts of 1 to 4 are hidden in what is published. */
const USUAL_THRESHOLD = 5;
/** By then some of what a panel asked for is done. */
const DAYS_TO_ACT = 3;

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
      done += 1;
    },
    as: (name) => door.as(name),
    idOf: (name) => door.idOf(name),
    findId: (name) => door.ids.get(name),
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
const STEPS = 138;

async function makeRound(
  world: SampleWorld,
  round: SampleRound,
  place: number,
  joining: readonly SamplePlanData[],
): Promise<void> {
  const { client, clock } = world;
  clock.moveTo(`${round.setUpOn}T09:00`);
  await world.as(SAMPLE_LEAD);
  world.step('Importing the register');
  await importRegister(world, joining, round.setUpOn);
  const roundId = await setUpRound(world, round, place);
  const references = await drawPlans(world, roundId, round);
  if (place === SAMPLE_ROUNDS.length - 1) {
    await makeNewestRound(world, { round, roundId, joining });
    return;
  }
  await loadDrawn(world, references, round.setUpOn);
  if (round.calibration !== undefined) await setUpCalibration(world, roundId, round.calibration, round.setUpOn);
  await assignRound(world, roundId, round);
  clock.moveTo(`${round.gradedOn}T09:00`);
  await gradeRound(world, roundId);
  if (place === 0) await flagBreach(world, roundId);
  clock.moveTo(`${round.panelOn}T09:30`);
  world.step('Settling what differs');
  await panelDay(world, roundId, []);
  world.step('Seeing to what comes of it');
  await askForActions(world, roundId, place);
  await client.actions.oweReAudits({ roundId, sharePercent: 0, seed: round.seed });
  clock.moveTo(`${addDays(round.panelOn, DAYS_TO_ACT)}T10:00`);
  await importAnswers(world, references, place, round.panelOn);
  await settleActions(world, addDays(round.panelOn, DAYS_TO_ACT), references);
  if (round.reports !== undefined) {
    await world.as(SAMPLE_LEAD);
    await client.reports.freeze({ ...round.reports, threshold: USUAL_THRESHOLD });
  }
  if (place === SAMPLE_ROUNDS.length - 2) await supervise(world, { roundId, asked: 'MD-26-0131' });
}

/** Another child's name stood in a plan: told and dealt with on the day. */
async function flagBreach(world: SampleWorld, roundId: string): Promise<void> {
  const [own] = await ownAudits(world, roundId, BREACHED);
  if (own === undefined) throw new Error(`Nobody grades ${BREACHED} in its round.`);
  await raiseFlag(world, {
    ...own,
    kind: 'another_childs_data',
    words: 'Section D tells of another child, by name.',
    answer:
      'The plan was called back and issued again. The other family was told; the data protection officer closed it.',
  });
}

/** Everyone on the round grades one plan, to compare; it counts nowhere. */
async function setUpCalibration(world: SampleWorld, roundId: string, reference: string, day: string): Promise<void> {
  await loadDrawn(world, [reference], day);
  const file = planOf(world, reference).data.documents[0]?.file ?? '';
  await world.client.moderation.nameCalibration({ roundId, documentId: documentOf(world, file) });
}
