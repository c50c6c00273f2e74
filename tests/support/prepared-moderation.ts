import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ContractRouterClient } from '@orpc/contract';
import * as z from 'zod';
import type { Contract } from '../../shared/contract/contract.ts';
import type { Agency } from '../../shared/contract/person.ts';
import { isGoodOrBetter } from '../../shared/domain/grading/grade-order.ts';
import type { RootCause } from '../../shared/domain/grading/root-causes.ts';
import type { PlanFacts, Response, Rubric } from '../../shared/domain/rubric/rubric.ts';
import { builtInRubric } from '../../shared/domain/rubric/built-in-rubric.ts';
import { planAudit } from '../e2e/answer-plan.ts';
import { httpClient, startLocalHost } from './local-host.ts';
import { madeOnce } from './made-once.ts';
import { WORKSPACE_INPUT } from './workspace-input.ts';

export type Client = ContractRouterClient<Contract>;

/** Everyone's PIN in a prepared panel. */
export const PANEL_PIN = '8250';

export interface PanelAuditor {
  id: string;
  name: string;
  agency: Agency;
}

export interface PanelPlan {
  documentId: string;
  reference: string;
}

/** Adds an auditor who has chosen PANEL_PIN; whoever was signed in (with `pin`) is again afterwards. */
export async function addAuditor(
  client: Client,
  name: string,
  agency: Agency,
  lead: { id: string; pin: string },
): Promise<PanelAuditor> {
  const { id } = await client.people.add({ name, agency, team: '', roles: ['auditor'], signsIn: true });
  await client.people.signOut();
  await client.people.choosePin({ personId: id, pin: PANEL_PIN });
  await client.people.signIn({ personId: lead.id, pin: lead.pin });
  return { id, name, agency };
}

/** Loads a document of the test plans and files it as a final under a plan of its own. */
export async function addPlan(client: Client, folder: string, reference: string): Promise<PanelPlan> {
  const bytes = readFileSync(path.resolve('tests/corpus/plans', folder, 'final.docx'));
  let documentId = '';
  for await (const event of await client.documents.import({ file: new File([bytes], `${reference}.docx`) })) {
    if (event.kind === 'done') documentId = event.document.id;
  }
  await client.documents.file({
    documentId,
    stage: 'final',
    issuedOn: '2026-11-02',
    plan: {
      kind: 'new',
      fields: {
        reference,
        initials: 'AB',
        name: null,
        dateOfBirth: '2019-03-04',
        planType: 'new',
        ncYear: 3,
        setting: null,
        primaryNeed: null,
        locality: null,
      },
    },
  });
  return { documentId, reference };
}

export interface GradingToGive {
  roundId: string;
  documentId: string;
  rubric: Rubric;
  given: Record<string, Response>;
  facts?: PlanFacts;
  /** Why it falls short, by criterion. */
  causes?: Record<string, RootCause>;
}

/** Grades a document in the name of whoever is signed in, with every quote and comment that is asked for, and submits. */
export async function gradeDocument(
  client: Client,
  grading: GradingToGive,
): Promise<{ auditId: string; overallGrade: string | null }> {
  const auditId = await answerDocument(client, grading);
  const submitted = await client.audits.submit({ auditId });
  return { auditId, overallGrade: submitted.grading.overallGrade };
}

/** The same, and leaves it open. Gives the audit's id. */
export async function answerDocument(
  client: Client,
  { roundId, documentId, rubric, given, facts = {}, causes = {} }: GradingToGive,
): Promise<string> {
  const { model, document } = await client.documents.get({ documentId });
  const blocks = model.blocks.filter(({ text }) => text.length >= 30).slice(5, 25);
  let audit = await client.audits.open({ documentId, roundId });
  for (const fact of audit.grading.missingFacts) {
    audit = await client.audits.setFact({ auditId: audit.id, fact, value: facts[fact] ?? false });
  }
  const { standards } = audit;
  // Of a part of the standards not every fact is asked for.
  const used = Object.fromEntries(
    Object.entries(audit.facts).map(([id, { value }]) => [id, standards === null ? value : (value ?? false)]),
  );
  const { answers } = planAudit(rubric, used, { given, quotes: blocks.map(({ id }) => id) });
  for (const { criterion, standard, response, comment, quote, absentIn } of answers) {
    if (standards !== null && !standards.includes(standard)) continue;
    await client.audits.saveAnswer({
      auditId: audit.id,
      criterionId: criterion,
      change: {
        response,
        comment,
        absentIn: absentIn === '' ? [] : [absentIn],
        ...(causes[criterion] === undefined ? {} : { rootCause: causes[criterion] }),
      },
    });
    const block = blocks.find(({ id }) => id === quote);
    if (block === undefined) continue;
    await client.audits.addEvidence({
      auditId: audit.id,
      criterionId: criterion,
      anchor: {
        kind: 'text',
        sha256: document.sha256,
        spans: [{ block: block.id, start: 0, end: 30 }],
        quote: block.text.slice(0, 30),
        before: '',
        after: '',
      },
    });
  }
  return audit.id;
}

/** Answers that make a plan good: hedged wording in Section F caps it. */
export const GOOD: Record<string, Response> = { 'S07.C4': 'partly' };
/** The same but for one answer to a key criterion, which makes the plan require improvement. */
export const LOWER: Record<string, Response> = { ...GOOD, 'S06.C1': 'not_met' };

export interface PreparedModeration {
  roundId: string;
  documentId: string;
  otherId: string;
  /** A criterion that the two answered differently. */
  different: string;
}

/**
 * One document that two auditors have graded and submitted, one grade apart, as calls of the QA lead who is signed in
 * with `pin`; she is again afterwards.
 */
export async function prepareModeration(
  client: Client,
  { roundId, lead, rubric }: { roundId: string; lead: { id: string; pin: string }; rubric: Rubric },
): Promise<PreparedModeration> {
  const auditors = [
    await addAuditor(client, 'Briar Tolland', 'health', lead),
    await addAuditor(client, 'Corin Vale', 'social_care', lead),
  ];
  const { documentId } = await addPlan(client, 's02-willowshire-jasper', 'FM-MOD');
  for (const { id } of auditors) {
    await client.assignments.assign({ roundId, documentId, auditorId: id, standards: null, dueOn: null });
  }
  const grades: (string | null)[] = [];
  for (const [at, { id }] of auditors.entries()) {
    await client.people.signIn({ personId: id, pin: PANEL_PIN });
    const given = at === 0 ? GOOD : LOWER;
    grades.push((await gradeDocument(client, { roundId, documentId, rubric, given })).overallGrade);
  }
  await client.people.signIn({ personId: lead.id, pin: lead.pin });
  if (grades.filter((grade) => grade !== null && isGoodOrBetter(rubric, grade)).length !== 1) {
    throw new Error(`The two gradings were to be one on each side of good, not ${grades.join(' and ')}.`);
  }
  return { roundId, documentId, otherId: auditors[1]?.id ?? '', different: 'S06.C1' };
}

/** The PIN of the QA lead and chair of a prepared panel. */
export const LEADS_PIN = '4071';

/**
 * Makes a workspace whose two auditors have graded two plans and submitted: on FM-0 they agree, on FM-1 they are one
 * grade apart. FM-C waits, and nobody is asked to grade it. Ends the host that made it.
 */
export const preparePanel = madeOnce('panel', z.void(), async (dataFolder) => {
  const rubric = builtInRubric();
  const host = await startLocalHost(dataFolder);
  const client = await httpClient(host.entryUrl);
  await client.workspaces.create(WORKSPACE_INPUT);
  const { id } = await client.people.changePin({ current: '', next: LEADS_PIN });
  const lead = { id, pin: LEADS_PIN };
  const auditors = [
    await addAuditor(client, 'Briar Tolland', 'health', lead),
    await addAuditor(client, 'Corin Vale', 'social_care', lead),
  ];
  const { id: roundId } = await client.rounds.current();
  await client.rounds.setMembers({ roundId, personIds: auditors.map((auditor) => auditor.id) });
  const plans = [
    await addPlan(client, 's01-willowshire-amara', 'FM-0'),
    await addPlan(client, 's02-willowshire-jasper', 'FM-1'),
  ];
  await addPlan(client, 's03-cinderhill-priya', 'FM-C');
  for (const { documentId } of plans) {
    for (const auditor of auditors) {
      await client.assignments.assign({ roundId, documentId, auditorId: auditor.id, standards: null, dueOn: null });
    }
  }
  for (const [who, auditor] of auditors.entries()) {
    await client.people.signIn({ personId: auditor.id, pin: PANEL_PIN });
    for (const [which, { documentId }] of plans.entries()) {
      await gradeDocument(client, { roundId, documentId, rubric, given: who === 1 && which === 1 ? LOWER : GOOD });
    }
  }
  await client.people.signIn({ personId: id, pin: LEADS_PIN });
  await host.stop();
});
