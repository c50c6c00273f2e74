import { expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { builtInRubric } from '../../../../shared/domain/rubric/built-in-rubric.ts';
import type { Response } from '../../../../shared/domain/rubric/rubric.ts';
import { createGradingsFiller } from '../../../support/fill-gradings.ts';
import { newWorkspace } from '../../../support/new-workspace.ts';

const PUBLISHABLE = { edition: 'publishable', threshold: 5 } as const;
const SPRING = { schoolYear: '2026-27', number: 3, label: 'Spring 1', start: '2027-01-04', end: '2027-02-12' };

test('two exports of a half-term tell the same of its plans, whatever is settled or changed in between', async () => {
  const { client, raw, round, roundId, halfTermId, fill } = await panel();
  fill(30, 'FM', roundId);
  const first = await publish(client, halfTermId);
  expect(totalOf(first, '2026-27.2')).toBe('30');

  fill(3, 'LATE', roundId);
  raw.exec(`update result set overall_grade = 'inadequate', standards = replace(standards, '0', '3')
    where document_id in (select document_id from result order by document_id limit 2)`);
  const second = await publish(client, halfTermId);
  const ofPlans = (counts: ReadonlyMap<string, string>) =>
    new Map([...counts].filter(([key]) => key.startsWith('2026-27.2/final-new/')));
  expect(ofPlans(second)).toEqual(ofPlans(first));
  const inside = await client.reports.export({ halfTermId, edition: 'internal', threshold: 5, format: 'csv' });
  expect(totalOf(await countsIn(inside), '2026-27.2')).toBe('33');

  await client.partnership.setHalfTerms({ halfTerms: [SPRING] });
  fill(30, 'SP', round('2026-27/3', '2027-02-03'));
  const spring = await publish(client, '2026-27/3');
  expect(totalOf(spring, '2026-27.3')).toBe('33');
  expect(totalOf(spring, '2026-27.2')).toBe('30');
  // How many came late is nowhere.
  for (const counts of [first, second, spring]) {
    for (const [key, count] of counts)
      expect([key, count]).toEqual([key, expect.stringMatching(/^(c?|0|[5-9]|\d\d+)$/)]);
  }
});

type Counts = ReadonlyMap<string, string>;
type Panel = Awaited<ReturnType<typeof panel>>;

async function publish(client: Panel['client'], halfTermId: string): Promise<Counts> {
  const { snapshot, isNew } = await client.reports.freeze({ halfTermId, ...PUBLISHABLE });
  expect(isNew).toBe(true);
  return countsIn(await client.reports.exportFrozen({ snapshotId: snapshot.id, format: 'csv' }));
}

async function countsIn(file: File): Promise<Counts> {
  const rows: unknown = parse(await file.text(), { bom: true, columns: true });
  const known = z.array(z.looseObject({ count: z.string(), key: z.string() })).parse(rows);
  return new Map(known.map(({ key, count }) => [key, count]));
}

function totalOf(counts: Counts, period: string): string | undefined {
  return [...counts].find(
    ([key]) => key.startsWith(`${period}/final-new/`) && key.split('/').length === 4 && key.endsWith('/total'),
  )?.[1];
}

async function panel() {
  const { client, session } = await newWorkspace('2027-02-20T09:00:00Z');
  if (session.state.status !== 'open') throw new Error('The workspace is not open.');
  const { raw } = session.state.workspace;
  const { id: rubricId } = await client.rubrics.current();
  const filler = createGradingsFiller(raw, builtInRubric());
  const auditorId = filler.person('Briar Tolland', 'health');
  const round = (halfTermId: string, panelDate: string) =>
    filler.round({ halfTermId, kind: 'random', panelDate, rubricId });
  return {
    client,
    raw,
    round,
    roundId: round('2026-27/2', '2026-11-18'),
    halfTermId: '2026-27/2',
    fill: (plans: number, reference: string, roundId: string) => {
      for (let at = 0; at < plans; at += 1) {
        const { cycleId } = filler.plan({ reference: `${reference}-${at}` });
        const answer = (_: string, place: number): Response => (at % 3 === 0 && place % 2 === 0 ? 'not_met' : 'met');
        filler.version({ cycleId, stage: 'final', roundId, rubricId, audits: [{ auditorId, answer }] });
      }
    },
  };
}
