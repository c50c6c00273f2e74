import type { NewAction } from '../../../shared/contract/actions.ts';
import { SAMPLE_CHAIR, SAMPLE_LEAD } from './sample-partnership.ts';
import { documentOf, planOf, type SampleWorld } from './sample-world.ts';

/** Of so many actions on plans one is still open when the next round comes. */
const LEFT_OPEN = 3;

/** Grades that ask for something to be done. */
const BELOW_GOOD = new Set(['requires_improvement', 'inadequate']);

/** What a shortfall in a criterion asks of a plan, of a service and of the whole system. */
const ASKS: Readonly<Record<string, string>> = {
  'S07.C2': 'Say how often, for how long and in what size of group each item of Section F is given.',
  'S07.C1': 'Say in Section F what is to be provided, in place of opportunities for it.',
  'S06.C2': 'Write the second outcome again as one result that can be seen.',
  'S05.C1': 'Ask social care for its advice again, and put what it says into Section D.',
  'S03.C3': 'Add a dated baseline to Section B from the psychologist’s report.',
  'S02.C3': 'Speak with the parents and put their own words into Section A.',
  'S01.C2': 'Take out the other child’s details today and issue the plan again.',
};

interface WiderAction {
  round: number;
  level: 'service' | 'system';
  service: string;
  words: string;
  owner: string;
  dueOn: string;
  /** What shows that it was done, and on which day. */
  done?: { on: string; evidence: string };
}

const WIDER: readonly WiderAction[] = [
  {
    round: 0,
    level: 'service',
    service: 'Speech and language therapy',
    words: 'Advice to give the length and number of sessions, and not “input as required”.',
    owner: 'Gareth Pipit',
    dueOn: '2026-07-03',
    done: { on: '2026-07-08', evidence: 'A new advice form is in use; eight of nine reports in June gave amounts.' },
  },
  {
    round: 0,
    level: 'system',
    service: '',
    words: 'A check of names and dates of birth before any plan is issued.',
    owner: 'Juniper Ashdown',
    dueOn: '2026-06-12',
    done: { on: '2026-06-30', evidence: 'The check stands in the sign-off form, and managers confirm it each week.' },
  },
  {
    round: 1,
    level: 'service',
    service: 'Early help',
    words: 'Answer each request for advice, also where the family is not known: visit, or say who was asked.',
    owner: 'Ada Whitethroat',
    dueOn: '2026-10-02',
    done: {
      on: '2026-10-14',
      evidence: 'Visits are made within four weeks; no nil returns by form alone since September.',
    },
  },
  {
    round: 1,
    level: 'service',
    service: 'Educational psychology',
    words: 'Give a dated baseline with each need, so that Section B can be measured from.',
    owner: 'Dr Hester Bullfinch',
    dueOn: '2026-09-25',
  },
  {
    round: 2,
    level: 'system',
    service: '',
    words: 'Training for all plan writers in outcomes that can be seen, counted and dated.',
    owner: 'Ruth Lapwing',
    dueOn: '2026-11-30',
  },
  {
    round: 2,
    level: 'service',
    service: 'Community paediatrics',
    words: 'Say what a condition means for the school day, not its name alone.',
    owner: 'Dr Imogen Sedge',
    dueOn: '2026-12-11',
  },
];

/** What the panel asks for after a round: of plans that fell short, of services and of the system. */
export async function askForActions(world: SampleWorld, roundId: string, round: number): Promise<void> {
  const { client } = world;
  await world.as(SAMPLE_LEAD);
  const { documents } = await client.moderation.list({ roundId });
  for (const { documentId, planId, planReference, grade, state, isCalibration, stage } of documents) {
    if (state !== 'agreed' || isCalibration || grade === null || !BELOW_GOOD.has(grade)) continue;
    const { data } = planOf(world, planReference);
    const version = data.documents.find(({ file }) => world.documents.get(file) === documentId);
    const criterionId = version?.audits[0]?.findings.find(
      ({ criterion, response }) => response !== 'met' && ASKS[criterion] !== undefined,
    )?.criterion;
    if (criterionId === undefined || stage === 'draft') continue;
    await client.actions.create({
      ...ofPlan(planId, documentId, roundId, criterionId),
      owner: ownerOf(world, data.writer),
      dueOn: null,
    });
  }
  for (const { level, service, words, owner, dueOn } of WIDER.filter((one) => one.round === round)) {
    await client.actions.create({
      kind: 'change',
      level,
      planId: null,
      documentId: null,
      roundId: null,
      criterionId: null,
      words,
      service,
      owner: ownerOf(world, owner),
      dueOn,
    });
  }
}

/** What has been done by a day is marked as done, with what shows it; plans of earlier rounds were put right for the most part. */
export async function settleActions(world: SampleWorld, day: string, inRound: readonly string[]): Promise<void> {
  const { client } = world;
  await world.as(SAMPLE_LEAD);
  const filter = { level: null, planId: null, service: null, state: 'open', isMine: false } as const;
  const { actions } = await client.actions.list({ filter, limit: 500, isGlance: true });
  const settle = (actionId: string, evidence: string) =>
    client.actions.settle({ actionId, state: 'done', evidence, quote: null });
  const ofPlans = actions.filter(({ kind, level }) => kind === 'change' && level === 'plan');
  for (const [at, { id }] of ofPlans.entries()) {
    if (at % LEFT_OPEN !== LEFT_OPEN - 1)
      await settle(id, 'The plan was amended and sent to the family with the change marked.');
  }
  for (const { id, kind, plan, words, createdAt } of actions) {
    const { done } = WIDER.find((one) => one.words === words) ?? {};
    if (done !== undefined && done.on <= day) await settle(id, done.evidence);
    // A re-audit that was owed before this round, and came along with it.
    const isLookedAt = kind === 're_audit' && plan !== null && inRound.includes(plan.reference) && createdAt < day;
    if (isLookedAt && !createdAt.startsWith(day.slice(0, 7))) {
      await settle(id, 'Graded again by two agencies, and agreed by the panel.');
    }
  }
}

/** What a draft must mend before it goes final; the audit of the final asks whether it did. */
export async function askOfDraft(world: SampleWorld, roundId: string, reference: string): Promise<void> {
  const { id: planId, data } = planOf(world, reference);
  const draft = data.documents.find(({ stage }) => stage.endsWith('draft'));
  if (draft === undefined) throw new Error(`${reference} has no draft.`);
  const documentId = documentOf(world, draft.file);
  const found = draft.audits[0]?.findings.filter(({ response }) => response !== 'met') ?? [];
  for (const { criterion, comment } of found.slice(0, 3)) {
    await world.client.actions.create({
      ...ofPlan(planId, documentId, roundId, criterion),
      words: `Before the final: ${comment}`,
      owner: ownerOf(world, data.writer),
      dueOn: null,
    });
  }
}

/** What cannot wait: raised by whoever reads the plan, and dealt with. */
export async function raiseFlag(
  world: SampleWorld,
  {
    auditor,
    auditId,
    kind,
    words,
    answer,
  }: {
    auditor: string;
    auditId: string;
    kind: 'another_childs_data' | 'unlawful_plan';
    words: string;
    /** How it was dealt with; null while it is open. */
    answer: string | null;
  },
): Promise<void> {
  const { client } = world;
  await world.as(auditor);
  const ownerId = world.idOf(answer === null ? SAMPLE_CHAIR : SAMPLE_LEAD);
  const { id: flagId } = await client.flags.raise({ auditId, kind, words, ownerId });
  if (answer === null) return;
  await world.as(SAMPLE_LEAD);
  await client.flags.acknowledge({ flagId, words: 'Seen. I am on it now.' });
  if (kind === 'another_childs_data') await client.flags.tellOfficer({ flagId });
  await client.flags.resolve({ flagId, words: answer });
}

function ofPlan(planId: string, documentId: string, roundId: string, criterionId: string) {
  return {
    kind: 'change',
    level: 'plan',
    planId,
    documentId,
    roundId,
    criterionId,
    words: ASKS[criterionId] ?? 'Put right what the audit found.',
    service: '',
  } as const satisfies Partial<NewAction>;
}

function ownerOf(world: SampleWorld, name: string | null) {
  if (name === null) return { personId: world.idOf(SAMPLE_LEAD), name: '' };
  const personId = world.findId(name);
  return personId === undefined ? { personId: null, name } : { personId, name: '' };
}
