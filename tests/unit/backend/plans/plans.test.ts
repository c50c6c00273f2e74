import { beforeAll, describe, expect, test } from 'vitest';
import { EVERY_PLAN, type PlanFields, type RegisterFilter } from '../../../../shared/contract/plans.ts';
import { datesByKind } from '../../../../shared/domain/timeline/dates-in-use.ts';
import { statutoryTimeline } from '../../../../shared/domain/timeline/statutory-timeline.ts';
import { newWorkspace, sharedWorkspace } from '../../../support/new-workspace.ts';
import type { Client } from '../../../support/prepared-moderation.ts';

const FIELDS: PlanFields = {
  reference: 'FM-1',
  initials: 'AB',
  name: null,
  dateOfBirth: '2015-03-04',
  planType: 'new',
  ncYear: 6,
  setting: null,
  primaryNeed: null,
  locality: null,
};

describe('cycles', () => {
  let client: Client;
  beforeAll(async () => {
    const opened = await sharedWorkspace('2026-05-14T09:00:00Z');
    ({ client } = opened);
    return opened.close;
  });

  test('a date entered sets the clocks going, and taken out stops them', async () => {
    const { id: planId, cycleId } = await client.plans.create({ ...FIELDS, reference: 'C-1' });
    const set = await client.plans.setDate({ cycleId, kind: 'requestReceived', date: '2026-01-06' });
    expect(set.today).toBe('2026-05-14');
    const [cycle] = set.cycles;
    if (cycle === undefined) throw new Error('no cycle');
    expect(cycle.dates).toEqual([
      { kind: 'requestReceived', date: '2026-01-06', source: 'register', stage: null, documentSays: null },
    ]);
    const steps = statutoryTimeline({ ...cycle, dates: datesByKind(cycle.dates) }, set.today);
    expect(steps.find(({ id }) => id === 'final')?.words).toBe('Due 26 May 2026, 12 days left');
    const out = await client.plans.setDate({ cycleId, kind: 'requestReceived', date: null });
    expect(out.cycles[0]?.dates).toEqual([]);
    expect(await client.plans.cycles({ planId })).toEqual(out);
  });

  test('who had a part in it is kept, each once, and nobody unknown', async () => {
    const { cycleId } = await client.plans.create({ ...FIELDS, reference: 'C-2' });
    const [person] = await client.people.list();
    if (person === undefined) throw new Error('nobody');
    const { cycles } = await client.plans.setPeople({ cycleId, part: 'advised', personIds: [person.id, person.id] });
    expect(cycles[0]?.people).toEqual([{ personId: person.id, name: person.name, part: 'advised' }]);
    const unknown = client.plans.setPeople({ cycleId, part: 'wrote', personIds: [cycleId] });
    await expect(unknown).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('a review begun has its own kind and dates, goes on in the same year and setting, and can be taken back', async () => {
    const plan = await client.plans.create({ ...FIELDS, reference: 'C-3', setting: 'Alder School' });
    const begun = await client.plans.beginCycle({ planId: plan.id, planType: 'reviewed' });
    expect(begun.cycles).toMatchObject([
      { sequence: 2, isCurrent: true, planType: 'reviewed', ncYear: 6, setting: 'Alder School', canRemove: true },
      { sequence: 1, isCurrent: false, planType: 'new', canRemove: false },
    ]);
    expect(await client.plans.get({ planId: plan.id })).toMatchObject({ planType: 'reviewed' });
    await client.plans.setDate({ cycleId: begun.cycles[0]?.id ?? '', kind: 'reviewMeeting', date: '2026-02-03' });
    const back = await client.plans.removeCycle({ cycleId: begun.cycles[0]?.id ?? '' });
    expect(back.cycles).toMatchObject([{ sequence: 1, isCurrent: true }]);
    const first = client.plans.removeCycle({ cycleId: back.cycles[0]?.id ?? '' });
    await expect(first).rejects.toMatchObject({ code: 'CYCLE_IN_USE' });
  });
});

describe('the register by page', () => {
  let client: Client;
  const references = async (filter: Partial<RegisterFilter>, more: Record<string, unknown> = {}) => {
    const { rows } = await client.plans.page({
      filter: { ...EVERY_PLAN, ...filter },
      sort: { column: 'reference', direction: 'ascending' },
      offset: 0,
      limit: 50,
      ...more,
    });
    return rows.map(({ reference }) => reference);
  };

  beforeAll(async () => {
    const opened = await sharedWorkspace('2026-05-14T09:00:00Z');
    ({ client } = opened);
    const plans: [Partial<PlanFields>, string | null][] = [
      [{ reference: 'W-10', ncYear: 9, team: 'North team', name: 'Dylan Carrow' }, '2026-01-06'],
      [{ reference: 'W-9', ncYear: null, planType: 'reviewed', locality: 'Coast' }, null],
      [{ reference: 'w-100', ncYear: 2, setting: '50%_School' }, '2025-10-01'],
      [{ reference: 'X-1', ncYear: 11, team: 'North team' }, '2025-10-01'],
    ];
    for (const [fields, requested] of plans) {
      const { cycleId } = await client.plans.create({ ...FIELDS, ...fields });
      if (requested !== null) await client.plans.setDate({ cycleId, kind: 'requestReceived', date: requested });
      if (fields.reference === 'X-1') await client.plans.setExceptions({ cycleId, exceptions: ['away'] });
    }
    return opened.close;
  });

  test('numbers in references sort as numbers, either way', async () => {
    expect(await references({})).toEqual(['W-9', 'W-10', 'w-100', 'X-1']);
    const backwards = { sort: { column: 'reference', direction: 'descending' } };
    expect(await references({}, backwards)).toEqual(['X-1', 'w-100', 'W-10', 'W-9']);
  });

  test.each(['ascending', 'descending'])('what is not known stands last, %s', async (direction) => {
    const sorted = await references({}, { sort: { column: 'ncYear', direction } });
    expect(sorted.at(-1)).toBe('W-9');
    expect(sorted[0]).toBe(direction === 'ascending' ? 'w-100' : 'X-1');
  });

  test('late is late without an exception, on the day', async () => {
    expect(await references({ isLate: true })).toEqual(['w-100']);
    expect(await references({ isLate: false })).toEqual(['W-9', 'W-10', 'X-1']);
  });

  test('every filter narrows, and words are found as they are typed', async () => {
    expect(await references({ team: 'North team' })).toEqual(['W-10', 'X-1']);
    expect(await references({ planType: 'reviewed' })).toEqual(['W-9']);
    expect(await references({ ncYear: 11 })).toEqual(['X-1']);
    expect(await references({ locality: 'Coast' })).toEqual(['W-9']);
    expect(await references({ stage: 'none' })).toHaveLength(4);
    expect(await references({ stage: 'draft' })).toEqual([]);
    expect(await references({ isAudited: false })).toHaveLength(4);
    expect(await references({ myWork: 'to_begin' })).toEqual([]);
    expect(await references({ text: 'north W-1' })).toEqual(['W-10']);
    expect(await references({ text: '%_' })).toEqual(['w-100']);
    expect(await references({ text: 'Carrow' })).toEqual([]);
    expect(await references({ text: 'carrow', isNameSearched: true })).toEqual(['W-10']);
  });

  test.each(["O'Neill", 'O’Neill', 'OʼNeill'])('a name and a place are found by any apostrophe: %s', async (kept) => {
    const opened = await newWorkspace('2026-05-14T09:00:00Z');
    const place = kept.replace(/^O(.)Neill$/, 'St Mary$1s');
    const find = async (text: string) => {
      const filter = { ...EVERY_PLAN, text, isNameSearched: true };
      const sort = { column: 'reference', direction: 'ascending' } as const;
      const { rows } = await opened.client.plans.page({ filter, sort, offset: 0, limit: 9 });
      return rows.map(({ reference }) => reference);
    };
    await opened.client.plans.create({ ...FIELDS, reference: 'N-1', name: `Orla ${kept}`, setting: 'Elm Lane' });
    await opened.client.plans.create({ ...FIELDS, reference: 'N-2', setting: `${place} Primary School` });
    await opened.client.plans.create({ ...FIELDS, reference: 'N-3', name: 'Orla Oneill', setting: 'St Marys' });
    for (const sign of ["'", '’', '‘', 'ʼ']) {
      expect(await find(`o${sign}neill`)).toEqual(['N-1']);
      expect(await find(`st mary${sign}s primary`)).toEqual(['N-2']);
    }
  });

  test('pages follow each other and say how many there are', async () => {
    const sort = { column: 'reference', direction: 'ascending' } as const;
    const page = await client.plans.page({ filter: { ...EVERY_PLAN, team: 'North team' }, sort, offset: 1, limit: 1 });
    expect(page).toMatchObject({
      matching: 2,
      all: 4,
      rows: [{ reference: 'X-1', finalDue: '2026-02-18', isExcepted: true }],
    });
  });

  test('what can be narrowed by is what there is', async () => {
    expect(await client.plans.choices()).toEqual({
      teams: ['North team'],
      localities: ['Coast'],
      ncYears: [2, 9, 11],
    });
  });
});
