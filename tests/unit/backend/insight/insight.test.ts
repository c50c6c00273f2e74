import { describe, expect, test } from 'vitest';
import type { Role } from '../../../../shared/contract/meta.ts';
import type { InsightPart } from '../../../../shared/domain/insight/insight-blocks.ts';
import { type InsightFilter, NO_INSIGHT_FILTER } from '../../../../shared/domain/insight/insight-filter.ts';
import { countIn, type CountTable } from '../../../../shared/domain/report/count-table.ts';
import { builtInRubric } from '../../../../shared/domain/rubric/built-in-rubric.ts';
import { createGradingsFiller, type GradingsFiller } from '../../../support/fill-gradings.ts';
import { newWorkspace } from '../../../support/new-workspace.ts';
import { type Client, LEADS_PIN, PANEL_PIN } from '../../../support/prepared-moderation.ts';

const met = () => 'met' as const;

describe('who is told', () => {
  test('a lead who audits a plan with another is told nothing of it until the panel has opened it, and looking ends nothing', async () => {
    const { client, me, fill, roundId, raw, figures } = await panel();
    const other = fill.person('Briar Tolland', 'health');
    const mine = version(fill, roundId, 'FM-MINE', [me, other]);
    version(fill, roundId, 'FM-ALONE', [me]);
    version(fill, roundId, 'FM-OTHER', [other]);
    const before = await figures('grades');
    expect(before).toMatchObject({ heldBack: 1, counted: { plans: 2, of: 2 } });
    const references = async () =>
      (await behind(client, 'groups', 'by-need', 'all')).plans.map((plan) => plan.reference);
    expect(await references()).toEqual(['FM-ALONE', 'FM-OTHER']);
    const shown = () => raw.prepare('select document_id from answers_shown').pluck().all();
    expect(shown()).not.toContain(mine.documentId);
    await client.moderation.begin({ roundId });
    expect(await figures('grades')).toMatchObject({ heldBack: 0, counted: { plans: 3, of: 3 } });
    expect(await references()).toContain('FM-MINE');
  });

  test('figures are kept as seen, and do not lock what others graded; the list of plans does', async () => {
    const { client, me, fill, roundId, raw, figures } = await panel();
    const { documentId } = version(fill, roundId, 'FM-1', [fill.person('Briar Tolland', 'health')]);
    const kept = (table: string) => raw.prepare<[], string>(`select document_id from ${table}`).pluck().all();
    await figures('standards');
    expect([kept('answers_seen'), kept('answers_shown')]).toEqual([[documentId], []]);
    expect(raw.prepare('select person_id from answers_seen').pluck().all()).toEqual([me]);
    await behind(client, 'standards', 'standards-chosen', 'S01');
    expect(kept('answers_shown')).toEqual([documentId]);
  });

  test('a manager sees settled plans of their own teams, as supervision does, and nothing of auditors', async () => {
    const { client, fill, roundId, figures, signInAs } = await panel();
    const [one, other] = [fill.person('Briar Tolland', 'health'), fill.person('Corin Vale', 'social_care')];
    version(fill, roundId, 'FM-NORTH', [one], 'North');
    version(fill, roundId, 'FM-NORTH-2', [one, other], 'North');
    version(fill, roundId, 'FM-SOUTH', [one], 'South');
    await signInAs('Maren Holt', 'locality_manager', 'North');
    const found = await figures('groups');
    expect(found).toMatchObject({ view: 'own_teams', teams: ['North'], counted: { plans: 1, of: 1 } });
    expect(found.parts).not.toContain('agreement');
    const listed = await behind(client, 'groups', 'by-need', 'all');
    expect(listed.plans.map(({ reference }) => reference)).toEqual(['FM-NORTH']);
    expect((await figures('agreement')).blocks.filter(({ kind }) => kind === 'counts')).toHaveLength(1);
  });

  test('a board reader sees what was published, with what it hides hidden, and no plan', async () => {
    const { client, fill, roundId, figures, signInAs, signInAgain } = await panel();
    const auditor = fill.person('Briar Tolland', 'health');
    for (let at = 0; at < 12; at += 1) version(fill, roundId, `FM-${at}`, [auditor]);
    await signInAs('Bo Tarn', 'board_reader', '');
    expect(await figures('grades')).toMatchObject({ view: 'published', blocks: [], choices: { halfTerms: [] } });
    await signInAgain();
    await client.reports.freeze({ halfTermId: '2026-27/2', edition: 'publishable', threshold: 5 });
    version(fill, roundId, 'FM-LATER', [auditor]);
    await signInAs('Ivo Larch', 'board_reader', '');
    const found = await figures('grades', { ...NO_INSIGHT_FILTER, groups: { team: 'North' } });
    expect(found).toMatchObject({
      view: 'published',
      counted: null,
      leading: [],
      filter: { groups: {}, to: '2026-27/2' },
    });
    expect(found.choices.halfTerms).toEqual([{ id: '2026-27/2', label: '2026/27 Aut 2', plans: null }]);
    const table = tableOf(found.blocks, 'overall-final-new');
    // Not thirteen: what was settled since is no board's to tell from what it was before.
    expect(countIn(table, table.rows[0] ?? { id: '', label: '', isTotal: false, counts: [] }, 'total')?.n).toBe(12);
    await expect(behind(client, 'groups', 'by-need', 'all')).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

test('narrowed to one value the figures are those of its plans, and a row leads to exactly them', async () => {
  const { client, fill, roundId, figures } = await panel();
  const auditor = fill.person('Briar Tolland', 'health');
  for (const [at, need] of ['Autism', 'Autism', 'Hearing', null].entries()) {
    const { cycleId } = fill.plan({ reference: `FM-${at}`, need });
    const rubricId = fill.rubricId;
    fill.version({ cycleId, stage: 'final', roundId, rubricId, audits: [{ auditorId: auditor, answer: met }] });
  }
  const found = await figures('groups', { ...NO_INSIGHT_FILTER, groups: { need: 'Autism' } });
  expect(found.counted).toEqual({ plans: 2, of: 4, noun: 'plans' });
  expect(found.notes).toEqual([expect.stringContaining('Only 2 plans are left')]);
  const { plans, total } = await behind(client, 'groups', 'by-need', 'Autism');
  expect([total, plans.map(({ reference }) => reference).toSorted()]).toEqual([2, ['FM-0', 'FM-1']]);
  await expect(behind(client, 'agencies', 'advice', 'health')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

function behind(client: Client, part: InsightPart, tableId: string, rowId: string) {
  return client.insight.plans({ filter: NO_INSIGHT_FILTER, part, tableId, rowId, limit: 50 });
}

function version(
  fill: GradingsFiller & { rubricId: string },
  roundId: string,
  reference: string,
  auditors: readonly string[],
  team = 'North',
) {
  const { cycleId } = fill.plan({ reference, team });
  const audits = auditors.map((auditorId) => ({ auditorId, answer: met }));
  return fill.version({ cycleId, stage: 'final', roundId, rubricId: fill.rubricId, audits });
}

function tableOf(blocks: readonly { kind: string; table?: CountTable }[], id: string): CountTable {
  const found = blocks.flatMap(({ table }) => (table?.id === id ? [table] : []))[0];
  if (found === undefined) throw new Error(`There is no table ${id}.`);
  return found;
}

/** A QA lead and chair who is signed in, and what writes graded plans into her workspace. */
async function panel() {
  const { client, session, me } = await newWorkspace('2026-11-20T09:00:00Z');
  await client.people.changePin({ current: '', next: LEADS_PIN });
  const { state } = session;
  if (state.status !== 'open') throw new Error('The workspace is not open.');
  const { raw } = state.workspace;
  const { id: rubricId } = await client.rubrics.current();
  const { id: roundId } = await client.rounds.current();
  return {
    client,
    me,
    raw,
    roundId,
    fill: { ...createGradingsFiller(raw, builtInRubric()), rubricId },
    figures: (part: InsightPart, filter: InsightFilter = NO_INSIGHT_FILTER) => client.insight.figures({ filter, part }),
    signInAgain: () => client.people.signIn({ personId: me, pin: LEADS_PIN }),
    signInAs: async (name: string, role: Role, team: string): Promise<void> => {
      const { id } = await client.people.add({ name, agency: 'education', team, roles: [role], signsIn: true });
      await client.people.signOut();
      await client.people.choosePin({ personId: id, pin: PANEL_PIN });
      await client.people.signIn({ personId: id, pin: PANEL_PIN });
    },
  };
}
