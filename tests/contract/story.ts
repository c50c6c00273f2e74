import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DocumentSummary, PlanFields } from '../../shared/contract/plans.ts';
import type { Anchor } from '../../shared/domain/document-model.ts';
import { WORKSPACE_INPUT } from '../support/workspace-input.ts';
import type { Client, Door } from './doors.ts';

const PLAN = path.resolve('tests/corpus/plans/s01-willowshire-amara');
export const STORY_PIN = '4071';
export const STORY_TEAM = 'North locality';
export const NOBODY = '00000000-0000-4000-8000-000000000000';

export const FIELDS: PlanFields = {
  reference: 'FM-001',
  initials: 'AB',
  name: null,
  dateOfBirth: '2019-03-04',
  planType: 'new',
  ncYear: 3,
  setting: null,
  primaryNeed: null,
  locality: null,
};

export interface Story {
  door: Door;
  client: Client;
  /** Who made the workspace, with STORY_PIN as the PIN. */
  personId: string;
  document: DocumentSummary;
  planId: string;
  roundId: string;
  auditId: string;
  rubricId: string;
}

export interface Case {
  /** Calls it as it is meant to be called. */
  happy: (story: Story) => Promise<unknown>;
  /** The refusal that the story's state calls for, where it is not yet ready to be done. */
  answers?: string;
  /** Calls it with input that its schema refuses; absent where there is no input. */
  foreign?: (client: Client) => Promise<unknown>;
}

/** Input of the wrong shape on purpose: what a hostile or broken caller would send. */
export function wrong(input: unknown): never {
  return input as never;
}

export const audit = ({ auditId }: Story) => ({ auditId, criterionId: 'S01.C1' });

export async function beginStory(door: Door): Promise<Story> {
  const { client } = door;
  await client.workspaces.create(WORKSPACE_INPUT);
  const { id: personId, name, agency, roles } = await client.people.changePin({ current: '', next: STORY_PIN });
  // Roles that nobody is given who makes a workspace.
  const others = ['designated_officer', 'locality_manager', 'caseworker'] as const;
  const fields = { name, agency, team: STORY_TEAM, roles: [...roles, ...others], signsIn: true };
  await client.people.update({ personId, fields });
  const { id: roundId } = await client.rounds.current();
  const { id: rubricId } = await client.rubrics.current();
  const { document } = await load(client, 'final.pdf');
  const plan = await client.documents.file({
    documentId: document.id,
    stage: 'final',
    issuedOn: '2026-11-02',
    plan: { kind: 'new', fields: FIELDS },
  });
  const { id: auditId } = await client.audits.open({ documentId: document.id, roundId });
  return { door, client, personId, document, planId: plan.id, roundId, auditId, rubricId };
}

export async function load(client: Client, name: string) {
  const file = new File([readFileSync(path.join(PLAN, name))], name);
  for await (const event of await client.documents.import({ file })) {
    if (event.kind === 'done') return event;
  }
  throw new Error('The import ended without a document.');
}

export async function firstWords(client: Client, document: DocumentSummary): Promise<Anchor> {
  const { model } = await client.documents.get({ documentId: document.id });
  const block = model.blocks.find((candidate) => candidate.text.length > 20);
  if (!block) throw new Error('no text');
  const quote = block.text.slice(0, 20);
  return {
    kind: 'text',
    sha256: document.sha256,
    spans: [{ block: block.id, start: 0, end: 20 }],
    quote,
    before: '',
    after: '',
  };
}
