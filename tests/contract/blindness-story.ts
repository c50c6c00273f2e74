import { createRouterClient } from '@orpc/server';
import type { Backend } from '../../electron/backend/create-backend.ts';
import type { Audit } from '../../shared/contract/audits.ts';
import type { Role } from '../../shared/contract/meta.ts';
import type { Agency } from '../../shared/contract/person.ts';
import { updateStandard } from '../../shared/domain/rubric/rubric-edits.ts';
import type { Response } from '../../shared/domain/rubric/rubric.ts';
import { PASSPHRASE, WORKSPACE_INPUT } from '../support/workspace-input.ts';
import { measureFields } from './cases/measures-cases.ts';
import type { Client, Door } from './doors.ts';
import { FIELDS, firstWords, load, STORY_PIN } from './story.ts';

/** Words that only the first auditor writes. A search for any of them in what somebody else is told finds a leak. */
export const SECRETS = {
  comment: 'marigold lantern',
  quote: 'thistledown ferry',
  note: 'copper heron',
  phrase: 'velvet quarry',
  dismissal: 'gooseberry anvil',
  flag: 'juniper kettle',
  reopening: 'walnut sextant',
  actionAnswer: 'bramble turnstile',
} as const;

/** What the first auditor does; two worlds that differ in nothing else must look the same to everybody else. */
export interface World {
  /** For as many criteria as allow it. */
  response: Response;
  /** Whether answers are saved again, and there are notes, quotes, phrases and dismissed hints as well. */
  isThorough: boolean;
}

export interface Viewer {
  id: string;
  /** What they are to the document. */
  as: string;
  isToldOfFlags: boolean;
}

export interface BlindStory {
  door: Door;
  /** Serves whoever is signed in at the door, without its transport: to get things done. */
  inside: Client;
  roundId: string;
  planId: string;
  documentId: string;
  rubricId: string;
  /** Standards under which hardly any grade stays as it is; at its second revision. */
  rubricDraftId: string;
  first: string;
  second: string;
  writer: string;
  firstAudit: string;
  secondAudit: string;
  viewers: readonly Viewer[];
  signIn: (personId: string) => Promise<void>;
}

/** Two auditors on one document. The first has submitted; the second, who holds every role there is, has begun. */
export async function beginBlindStory(backend: Backend, door: Door, world: World): Promise<BlindStory> {
  const inside: Client = createRouterClient(backend.router, { context: { session: door.session } });
  await inside.workspaces.create(WORKSPACE_INPUT);
  const { id: leadId } = await inside.people.changePin({ current: '', next: STORY_PIN });
  const add = async (name: string, agency: Agency, roles: Role[], team = 'North locality'): Promise<string> => {
    const { id } = await inside.people.add({ name, agency, team, roles, signsIn: true });
    return id;
  };
  const first = await add('Briar Tolland', 'health', ['auditor']);
  const everyRole: Role[] = ['auditor', 'qa_lead', 'chair', 'designated_officer', 'locality_manager'];
  // Of another team than the plan's: nobody audits what they supervise.
  const second = await add('Corin Vale', 'social_care', everyRole, 'South locality');
  const other = await add('Dilys Marsh', 'education', ['auditor']);
  const chair = await add('Edda Quill', 'education', ['chair']);
  const manager = await add('Maren Holt', 'education', ['locality_manager']);
  const writer = await add('Ada Fenn', 'education', ['caseworker']);
  const { id: roundId } = await inside.rounds.current();
  const { id: rubricId } = await inside.rubrics.current();
  const draft = await inside.rubrics.begin({ rubricId });
  await inside.rubrics.save({
    draftId: draft.id,
    revision: draft.revision,
    rubric: updateStandard(draft.rubric, 'S01', { weight: 900 }),
    effectiveFrom: null,
    note: '',
  });
  const { document } = await load(inside, 'final.pdf');
  const plan = { kind: 'new' as const, fields: FIELDS };
  const { id: planId, cycleId } = await inside.documents.file({
    documentId: document.id,
    stage: 'final',
    issuedOn: '2026-11-02',
    plan,
  });
  await inside.plans.setPeople({ cycleId, part: 'wrote', personIds: [writer] });
  const earlier = await inside.actions.create({
    kind: 'change',
    level: 'plan',
    planId,
    documentId: null,
    roundId: null,
    criterionId: null,
    words: 'Say how often the therapist comes.',
    service: '',
    owner: { personId: leadId, name: '' },
    dueOn: null,
  });
  await inside.measures.create({ fields: measureFields('Plans good or better') });
  for (const auditorId of [first, second]) {
    await inside.assignments.assign({ roundId, documentId: document.id, auditorId, standards: null, dueOn: null });
  }
  for (const personId of [first, second, other, chair, manager, writer]) {
    await inside.people.signOut();
    await inside.people.resetPin({ personId, passphrase: PASSPHRASE, pin: STORY_PIN });
  }
  const signIn = async (personId: string): Promise<void> => {
    await inside.people.signIn({ personId, pin: STORY_PIN });
  };

  await signIn(first);
  const { id: firstAudit } = await inside.audits.open({ documentId: document.id, roundId });
  const anchor = { ...(await firstWords(inside, document)), before: SECRETS.quote };
  await answerAll(inside, firstAudit, world.response);
  if (world.isThorough) {
    const answer = { auditId: firstAudit, criterionId: 'S01.C1' };
    await inside.audits.saveAnswer({ ...answer, change: { comment: `${SECRETS.comment}, again` } });
    await inside.audits.addEvidence({ auditId: firstAudit, criterionId: 'S01.C1', anchor });
    await inside.audits.saveAnswer({ ...answer, change: { rootCause: 'advice_vague' } });
    await inside.audits.saveNote({ auditId: firstAudit, standardId: 'S01', note: SECRETS.note });
    await inside.audits.addTime({ auditId: firstAudit, seconds: 777 });
    await inside.phrases.add({ ...answer, words: SECRETS.phrase, isShared: true });
    const [hint] = await inside.hints.list({ auditId: firstAudit });
    const comment = SECRETS.actionAnswer;
    await inside.actions.answer({ auditId: firstAudit, actionId: earlier.id, answer: 'answered', comment });
    await drawThread(inside, document.id);
    await inside.hints.dismiss({ auditId: firstAudit, hintId: hint?.id ?? '', reason: SECRETS.dismissal });
  } else {
    // No audit is submitted before it has answered earlier actions.
    await inside.actions.answer({ auditId: firstAudit, actionId: earlier.id, answer: 'not_answered', comment: '' });
  }
  // In both worlds, for whoever acts on it is told; and that an audit was reopened is told to everybody.
  await inside.flags.raise({ auditId: firstAudit, kind: 'safeguarding', words: SECRETS.flag, ownerId: chair });
  await inside.audits.submit({ auditId: firstAudit });
  await inside.audits.reopen({ auditId: firstAudit, reason: world.isThorough ? SECRETS.reopening : 'A slip.' });
  await inside.audits.submit({ auditId: firstAudit });

  await signIn(second);
  const { id: secondAudit } = await inside.audits.open({ documentId: document.id, roundId });
  return {
    door,
    inside,
    roundId,
    planId,
    documentId: document.id,
    rubricId,
    rubricDraftId: draft.id,
    first,
    second,
    writer,
    firstAudit,
    secondAudit,
    viewers: [
      { id: second, as: 'the second auditor, who is QA lead and chair too', isToldOfFlags: false },
      { id: other, as: 'an auditor who is not asked', isToldOfFlags: false },
      { id: chair, as: 'the chair', isToldOfFlags: true },
      { id: manager, as: 'the manager of the plan’s team', isToldOfFlags: false },
      { id: writer, as: 'the plan’s writer', isToldOfFlags: false },
      { id: leadId, as: 'the QA lead, who may audit too', isToldOfFlags: true },
    ],
    signIn,
  };
}

/** Confirms one suggested link, refuses another, and draws one that nobody suggested. */
async function drawThread(client: Client, documentId: string): Promise<void> {
  const { passages, suggestions } = await client.threads.get({ documentId });
  const end = (id: string) => {
    const passage = passages.find((each) => each.id === id);
    if (!passage) throw new Error('no such passage');
    return { part: passage.part, anchor: passage.anchor };
  };
  const [first, second] = suggestions;
  const need = passages.find(({ part }) => part === 'need');
  const outcome = passages.find(({ part }) => part === 'outcome');
  if (!first || !second || !need || !outcome) throw new Error('nothing to draw');
  await client.threads.link({ documentId, from: end(first.fromId), to: end(first.toId), isConfirmed: true });
  await client.threads.refuse({ documentId, from: end(second.fromId), to: end(second.toId) });
  await client.threads.link({ documentId, from: end(need.id), to: end(outcome.id), isConfirmed: false });
}

/** Answers whatever is still to be answered or to be known, alike as far as the standards allow. */
export async function answerAll(client: Client, auditId: string, response: Response): Promise<Audit> {
  let audit = await client.audits.get({ auditId });
  const { rubric } = await client.rubrics.get({ rubricId: audit.rubricId });
  for (const fact of audit.grading.missingFacts) {
    const { type, values } = rubric.planFacts.find(({ id }) => id === fact) ?? {};
    const value = type === 'boolean' ? true : type === 'integer' ? 4 : (values?.[0] ?? '');
    audit = await client.audits.setFact({ auditId, fact, value });
  }
  const change = { response, comment: `${SECRETS.comment}, ${response}`, absentIn: ['F'] };
  for (const { criteria } of audit.grading.standards) {
    for (const { id, applies } of criteria) {
      if (applies === 'applies') audit = await client.audits.saveAnswer({ auditId, criterionId: id, change });
    }
  }
  return audit;
}
