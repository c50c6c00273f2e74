import { createRouterClient } from '@orpc/server';
import type { Backend } from '../../electron/backend/create-backend.ts';
import type { Role } from '../../shared/contract/meta.ts';
import type { Agency } from '../../shared/contract/person.ts';
import type { Anchor } from '../../shared/domain/document-model.ts';
import type { Response } from '../../shared/domain/rubric/rubric.ts';
import { PASSPHRASE, WORKSPACE_INPUT } from '../support/workspace-input.ts';
import type { Client, Door } from './doors.ts';
import { FIELDS, load, STORY_PIN } from './story.ts';

/** What the story's plan says of a child and of those around them; none of it may be in a representative's hands. */
export const CANARIES = [
  'Amara',
  'Fieldgate',
  'Grace',
  'Michael',
  'Joel',
  'Riverbank',
  'Sedge Lane',
  'Willowbourne',
  'WL1 1ZZ',
  'Ironmonger',
  'Lyddington',
  'Rosalind Tupper',
  'Wrenfield',
  '2016-04-11',
  '11 April 2016',
  '11/04/2016',
] as const;

const SAID =
  'Amara Fieldgate (born 11/04/2016) told Stella Ironmonger of Riverbank that Joel and Grace live in Sedge Lane.';

export interface MaskingStory {
  door: Door;
  /** Serves whoever is signed in, without a transport: to get things done. */
  inside: Client;
  roundId: string;
  planId: string;
  draftId: string;
  finalId: string;
  /** The SHA-256 of the final's bytes. */
  finalSha256: string;
  rubricId: string;
  lead: string;
  representative: string;
  colleague: string;
  signIn: (personId: string) => Promise<void>;
  /** Ticks both versions, as the QA lead. */
  tick: () => Promise<void>;
  /** The colleague grades the final, naming everybody in whatever can be typed. */
  colleagueGrades: () => Promise<string>;
  /** The representative grades it too, and the panel begins: answers, notes and actions with names in them. */
  panelMeets: () => Promise<void>;
}

/** A plan whose final a representative of the forum and a colleague are both asked to grade. */
export async function beginMaskingStory(backend: Backend, door: Door): Promise<MaskingStory> {
  const inside: Client = createRouterClient(backend.router, { context: { session: door.session } });
  await inside.workspaces.create(WORKSPACE_INPUT);
  const { id: lead } = await inside.people.changePin({ current: '', next: STORY_PIN });
  const add = async (name: string, agency: Agency, roles: Role[]): Promise<string> => {
    const { id } = await inside.people.add({ name, agency, team: '', roles, signsIn: true });
    return id;
  };
  const representative = await add('Della Marsh', 'parent_carer_forum', ['auditor']);
  const colleague = await add('Briar Tolland', 'health', ['auditor']);
  const { id: roundId } = await inside.rounds.current();
  const { id: rubricId } = await inside.rubrics.current();
  const fields = {
    ...FIELDS,
    initials: 'AF',
    name: 'Amara Fieldgate',
    dateOfBirth: '2016-04-11',
    setting: 'Riverbank Primary School',
  };
  const { document: draft } = await load(inside, 'draft.docx');
  const { document: final } = await load(inside, 'final.pdf');
  const filed = { stage: 'final' as const, issuedOn: null };
  const { id: planId } = await inside.documents.file({ ...filed, documentId: final.id, plan: { kind: 'new', fields } });
  await inside.documents.file({
    documentId: draft.id,
    stage: 'draft',
    issuedOn: null,
    plan: { kind: 'existing', planId },
  });
  // Nothing is filed of this child: only the register has the name.
  await inside.plans.create({ ...FIELDS, reference: 'MD-26-0999', initials: 'TW', name: 'Tobias Wrenfield' });
  for (const auditorId of [representative, colleague]) {
    await inside.assignments.assign({ roundId, documentId: final.id, auditorId, standards: null, dueOn: null });
  }
  const signIn = async (personId: string): Promise<void> => {
    await inside.people.signIn({ personId, pin: STORY_PIN });
  };
  for (const personId of [representative, colleague]) {
    await inside.people.signOut();
    await inside.people.resetPin({ personId, passphrase: PASSPHRASE, pin: STORY_PIN });
  }
  const of = { roundId, documentId: final.id };

  return {
    door,
    inside,
    roundId,
    planId,
    draftId: draft.id,
    finalId: final.id,
    finalSha256: final.sha256,
    rubricId,
    lead,
    representative,
    colleague,
    signIn,
    async tick() {
      await signIn(lead);
      for (const documentId of [draft.id, final.id]) {
        const { digest } = await inside.masking.get({ documentId });
        await inside.masking.confirm({ documentId, digest });
      }
    },
    async colleagueGrades() {
      await signIn(colleague);
      const { id: auditId } = await inside.audits.open(of);
      await answerAll(inside, auditId, 'partly', SAID);
      for (const anchor of await anchorsOfCanaries(inside, final.id)) {
        await inside.audits.addEvidence({ auditId, criterionId: 'S01.C1', anchor });
      }
      await inside.phrases.add({ auditId, criterionId: 'S01.C1', words: SAID, isShared: true });
      await inside.flags.raise({ auditId, kind: 'safeguarding', words: SAID, ownerId: lead });
      await inside.audits.submit({ auditId });
      return auditId;
    },
    async panelMeets() {
      await signIn(representative);
      const { id: auditId } = await inside.audits.open(of);
      await answerAll(inside, auditId, 'not_met', 'The words are plain.');
      await inside.audits.submit({ auditId });
      await signIn(lead);
      await inside.moderation.begin({ roundId });
      await inside.moderation.addNote({ ...of, criterionId: 'S01.C1', note: SAID });
      const { id: actionId } = await inside.actions.create({
        kind: 'change',
        level: 'plan',
        planId,
        documentId: final.id,
        roundId,
        criterionId: 'S01.C1',
        words: SAID,
        service: '',
        owner: { personId: null, name: 'Stella Ironmonger' },
        dueOn: null,
      });
      const quote = { documentId: final.id, text: 'Amara greets familiar people by name' };
      await inside.actions.settle({ actionId, state: 'done', evidence: SAID, quote });
      await inside.actions.create({
        kind: 'change',
        level: 'system',
        planId: null,
        documentId: null,
        roundId: null,
        criterionId: null,
        words: `${SAID} Tobias Wrenfield waits for the same.`,
        service: 'Therapies',
        owner: { personId: lead, name: '' },
        dueOn: null,
      });
    },
  };
}

async function answerAll(client: Client, auditId: string, response: Response, comment: string): Promise<void> {
  let audit = await client.audits.get({ auditId });
  const { rubric } = await client.rubrics.get({ rubricId: audit.rubricId });
  for (const fact of audit.grading.missingFacts) {
    const { type, values } = rubric.planFacts.find(({ id }) => id === fact) ?? {};
    const value = type === 'boolean' ? true : type === 'integer' ? 4 : (values?.[0] ?? '');
    audit = await client.audits.setFact({ auditId, fact, value });
  }
  const change = { response, comment, absentIn: ['F'] };
  for (const { criteria } of audit.grading.standards) {
    for (const { id, applies } of criteria) {
      if (applies === 'applies') audit = await client.audits.saveAnswer({ auditId, criterionId: id, change });
    }
  }
}

/** Quotes of the plan that hold what must not be read, with what stands around them. */
async function anchorsOfCanaries(client: Client, documentId: string): Promise<Anchor[]> {
  const { model, document } = await client.documents.get({ documentId });
  return ['Amara', 'Joel', 'Ironmonger', 'Riverbank'].flatMap((canary): Anchor[] => {
    const block = model.blocks.find(({ text }) => text.includes(canary));
    if (block === undefined) return [];
    const end = block.text.length;
    return [
      {
        kind: 'text',
        sha256: document.sha256,
        spans: [{ block: block.id, start: 0, end }],
        quote: block.text,
        before: 'Amara Fieldgate',
        after: 'Riverbank',
      },
    ];
  });
}
