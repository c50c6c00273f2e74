import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../../shared/contract/contract.ts';
import { SAMPLE_PIN } from '../../../shared/domain/sample-pin.ts';
import type { SampleClock } from './sample-clock.ts';
import type { SamplePlanData } from './sample-manifest.ts';

export type SampleClient = ContractRouterClient<Contract>;

/** A plan that stands in the sample's register, with its documents by file name. */
export interface RegisteredPlan {
  id: string;
  cycleId: string;
  data: SamplePlanData;
}

/** What the makers of the sample's parts share: the calls, the clock, and who and what there is so far. */
export interface SampleWorld {
  client: SampleClient;
  clock: SampleClock;
  /** The folder of the fictional plans. */
  folder: string;
  signal: AbortSignal | undefined;
  /** Tells of the next step, and ends the making where it was cancelled. */
  step: (message: string) => void;
  /** From here on calls are this person's. */
  as: (name: string) => Promise<void>;
  idOf: (name: string) => string;
  /** Undefined for somebody outside the workspace. */
  findId: (name: string) => string | undefined;
  /** By reference. */
  plans: Map<string, RegisteredPlan>;
  /** Documents' ids by file name. */
  documents: Map<string, string>;
  /** The rounds' ids, in their order. */
  rounds: string[];
}

/** Signs people in by name, each with the sample's PIN, and only where another is there. */
export function createDoor(client: SampleClient) {
  const ids = new Map<string, string>();
  let inside = '';
  return {
    ids,
    idOf(name: string): string {
      const id = ids.get(name);
      if (id === undefined) throw new Error(`Nobody called ${name} is in the sample.`);
      return id;
    },
    async as(name: string): Promise<void> {
      if (inside === name) return;
      await client.people.signIn({ personId: this.idOf(name), pin: SAMPLE_PIN });
      inside = name;
    },
    /** Reads who there is. */
    async learn(): Promise<void> {
      for (const { id, name } of await client.people.list()) ids.set(name, id);
    },
  };
}

export function planOf(world: SampleWorld, reference: string): RegisteredPlan {
  const plan = world.plans.get(reference);
  if (plan === undefined) throw new Error(`The sample's register has no plan ${reference}.`);
  return plan;
}

export function documentOf(world: SampleWorld, file: string): string {
  const id = world.documents.get(file);
  if (id === undefined) throw new Error(`The sample has not loaded ${file}.`);
  return id;
}
