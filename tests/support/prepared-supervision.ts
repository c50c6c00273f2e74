import * as z from 'zod';
import { builtInRubric } from '../../shared/domain/rubric/built-in-rubric.ts';
import type { Role } from '../../shared/contract/meta.ts';
import type { RootCause } from '../../shared/domain/grading/root-causes.ts';
import type { Response } from '../../shared/domain/rubric/rubric.ts';
import { httpClient, startLocalHost } from './local-host.ts';
import { madeOnce } from './made-once.ts';
import {
  addAuditor,
  addPlan,
  type Client,
  GOOD,
  gradeDocument,
  LEADS_PIN,
  LOWER,
  PANEL_PIN,
} from './prepared-moderation.ts';
import { WORKSPACE_INPUT } from './workspace-input.ts';

export const MANAGER = 'Maren Holt';
export const CASEWORKER = 'Ada Fenn';
export const TEAM = 'North locality';

/** Whose it is that a plan falls short: the writer's, and that of vague advice. */
export const CAUSES: Record<string, RootCause> = { 'S07.C4': 'writing', 'S06.C1': 'advice_vague' };

/**
 * Makes a workspace with a team: a manager, two caseworkers, and three plans of Ada Fenn's. FM-1 was graded by two and
 * agreed, FM-2 by one alone, FM-3 waits for its second auditor. FM-4 is another team's. The QA lead is signed in.
 */
export async function prepareTeam(client: Client) {
  await client.workspaces.create(WORKSPACE_INPUT);
  const { id: leadId } = await client.people.changePin({ current: '', next: LEADS_PIN });
  const lead = { id: leadId, pin: LEADS_PIN };
  const rubric = builtInRubric();
  const briar = await addAuditor(client, 'Briar Tolland', 'health', lead);
  const corin = await addAuditor(client, 'Corin Vale', 'social_care', lead);
  const add = async (name: string, team: string, role: Role, signsIn = true): Promise<string> => {
    const { id } = await client.people.add({ name, agency: 'education', team, roles: [role], signsIn });
    if (!signsIn) return id;
    await client.people.signOut();
    await client.people.choosePin({ personId: id, pin: PANEL_PIN });
    await client.people.signIn({ personId: lead.id, pin: lead.pin });
    return id;
  };
  const managerId = await add(MANAGER, TEAM, 'locality_manager');
  const otherManagerId = await add('Piers Dale', 'South locality', 'locality_manager');
  const adaId = await add(CASEWORKER, TEAM, 'caseworker');
  const ivoId = await add('Ivo Larch', TEAM, 'caseworker', false);
  const otherId = await add('Bo Tarn', 'South locality', 'caseworker');

  const { id: roundId } = await client.rounds.current();
  const signIn = (id: string) => client.people.signIn({ personId: id, pin: id === leadId ? LEADS_PIN : PANEL_PIN });
  const file = async (folder: string, reference: string, writerId: string, team: string) => {
    const { documentId } = await addPlan(client, folder, reference);
    const { planId } = (await client.documents.get({ documentId })).document;
    if (planId === null) throw new Error('not filed');
    const { id, cycleId, createdAt: _createdAt, documents: _documents, ...fields } = await client.plans.get({ planId });
    await client.plans.update({ planId: id, fields: { ...fields, name: 'Juniper Ashdown', team } });
    await client.plans.setPeople({ cycleId, part: 'wrote', personIds: [writerId] });
    return { documentId, planId };
  };
  const grade = async (documentId: string, auditorId: string, given: Record<string, Response>) => {
    await signIn(auditorId);
    await gradeDocument(client, { roundId, documentId, rubric, given, causes: CAUSES });
    await signIn(leadId);
  };
  const assign = (documentId: string, auditorId: string) =>
    client.assignments.assign({ roundId, documentId, auditorId, standards: null, dueOn: null });

  const agreed = await file('s01-willowshire-amara', 'FM-1', adaId, TEAM);
  const alone = await file('s02-willowshire-jasper', 'FM-2', adaId, TEAM);
  const waiting = await file('s03-cinderhill-priya', 'FM-3', adaId, TEAM);
  for (const { documentId } of [agreed, waiting]) {
    await assign(documentId, briar.id);
    await assign(documentId, corin.id);
  }
  await assign(alone.documentId, briar.id);
  await grade(agreed.documentId, briar.id, LOWER);
  await grade(agreed.documentId, corin.id, LOWER);
  await grade(alone.documentId, briar.id, GOOD);
  await grade(waiting.documentId, briar.id, LOWER);
  await client.moderation.begin({ roundId });
  await client.moderation.agree({ roundId, documentId: agreed.documentId });
  return {
    rubric,
    roundId,
    leadId,
    briarId: briar.id,
    corinId: corin.id,
    managerId,
    otherManagerId,
    adaId,
    ivoId,
    otherId,
    agreed,
    alone,
    waiting,
  };
}

/** The same in a data folder, by a host that has ended. */
export const prepareTeamIn = madeOnce('team', z.void(), async (dataFolder) => {
  const host = await startLocalHost(dataFolder);
  await prepareTeam(await httpClient(host.entryUrl));
  await host.stop();
});
