import { beforeAll, describe, expect, test } from 'vitest';
import { EVERY_PLAN } from '../../../../shared/contract/plans.ts';
import type { Upload } from '../../../../shared/contract/register.ts';
import { makeXlsx } from '../../../support/make-xlsx.ts';
import { WORKSPACE_INPUT } from '../../../support/workspace-input.ts';
import { newWorkspace, sharedWorkspace } from '../../../support/new-workspace.ts';
import { addPlan, type Client } from '../../../support/prepared-moderation.ts';

const PAGE = {
  filter: EVERY_PLAN,
  sort: { column: 'reference', direction: 'ascending' },
  offset: 0,
  limit: 100,
} as const;

const file = (text: string, name = 'register.csv') => new File([text], name);
const plan = ({ uploadId, columns }: Upload) => ({
  uploadId,
  columns,
  onKnown: 'update' as const,
  mends: [],
  leftOut: [],
});
const all = { only: 'all', offset: 0, limit: 100 } as const;

const REGISTER = [
  'Case ref,Surname,Forename,DOB,Plan type,Year group,Caseworker,Team manager,Date of request,Final date,LAC',
  'A-1,Brook,Amara,04/03/2015,New,6,Bryony Tansy,Oz Fell,06/01/2026,20/05/2026,N',
  'A-2,Carrow,Dylan,31/02/2014,New,Y7,"TANSY, Bryony",Oz Fell,06/01/2026,,Y',
  ',Dell,Esme,01/09/2016,New,Y4,,,,,',
  'A-4,Fern,Gil,01/09/2010,AR,Y11,Ottoline Sedge,,,,N',
  'a-1,Hale,Ivo,01/09/2016,New,Y4,,,,,',
].join('\n');

describe('a register', () => {
  let client: Client;
  beforeAll(async () => {
    const opened = await sharedWorkspace('2026-11-02T09:00:00Z');
    ({ client } = opened);
    return opened.close;
  });
  const references = async () => (await client.plans.page(PAGE)).rows.map(({ reference }) => reference);

  test('is matched, mended, left out of, imported whole, told in the trail once, and taken back', async () => {
    const upload = await client.register.upload({ file: file(REGISTER), kind: 'register' });
    expect(upload).toMatchObject({ format: 'csv', rows: 5 });
    expect(upload.columns).toEqual([
      'reference',
      'lastName',
      'firstName',
      'dateOfBirth',
      'planType',
      'ncYear',
      'caseworker',
      'supervisor',
      'requestReceived',
      'finalIssued',
      'isLookedAfter',
    ]);
    const seen = await client.register.preview({ ...plan(upload), ...all, only: 'wrong' });
    expect(seen.counts).toEqual({ new: 2, update: 0, skip: 0, wrong: 3, left_out: 0 });
    expect(seen.rows.map(({ row, problems }) => [row, problems[0]?.column, problems[0]?.message])).toEqual([
      [3, 3, 'There is no such day as “31/02/2014”.'],
      [4, 0, 'The reference is missing.'],
      [6, 0, 'Row 2 has this reference already.'],
    ]);
    expect(seen.newPeople).toEqual(['Bryony Tansy', 'Oz Fell']);
    await expect(client.register.apply(plan(upload))).rejects.toMatchObject({ code: 'ROWS_WRONG' });
    expect(await references()).toEqual([]);

    const mended = {
      ...plan(upload),
      mends: [
        { row: 3, column: 3, value: '28/02/2014' },
        { row: 4, column: 0, value: 'A-3' },
      ],
      leftOut: [6],
    };
    expect(await client.register.preview({ ...mended, ...all })).toMatchObject({
      counts: { new: 4, wrong: 0, left_out: 1 },
      obstacle: null,
    });
    const before = await client.trail.list({ before: null, limit: 200 });
    const done = await client.register.apply(mended);
    expect(done).toMatchObject({ kind: 'register', added: 4, updated: 0, skipped: 1, undoneAt: null });
    const after = await client.trail.list({ before: null, limit: 200 });
    expect(after.entries.length - before.entries.length).toBe(1);
    expect(after.entries[0]).toMatchObject({ action: 'register.apply' });
    expect(JSON.stringify(after)).not.toMatch(/Brook|Tansy|A-1"/);

    expect(await references()).toEqual(['A-1', 'A-2', 'A-3', 'A-4']);
    const [first] = (await client.plans.page(PAGE)).rows;
    expect(first).toMatchObject({
      initials: 'AB',
      name: 'Amara Brook',
      finalDue: '2026-05-26',
      finalDone: '2026-05-20',
    });
    const { cycles } = await client.plans.cycles({ planId: first?.id ?? '' });
    expect(cycles[0]?.people.map(({ name, part }) => `${part} ${name}`)).toEqual([
      'wrote Bryony Tansy',
      'supervised Oz Fell',
    ]);
    const people = await client.people.list();
    expect(people.find(({ name }) => name === 'Oz Fell')).toMatchObject({
      agency: 'education',
      roles: ['caseworker'],
      hasPin: false,
      signsIn: false,
    });

    const undone = await client.register.undo({ importId: done.id });
    expect(undone.undoneAt).not.toBeNull();
    expect(await references()).toEqual([]);
    expect((await client.people.list()).map(({ name }) => name)).toEqual([WORKSPACE_INPUT.person.name]);
    expect(await client.workspaces.verify()).toMatchObject({ isSound: true });
  });

  test('over plans that are there: only what it says is changed, and undone it is as before', async () => {
    const { id: planId, cycleId } = await client.plans.create({
      reference: 'B-1',
      initials: 'ZZ',
      name: 'Zita Zorn',
      dateOfBirth: '2015-03-04',
      planType: 'new',
      ncYear: 5,
      setting: 'Alder School',
      primaryNeed: null,
      locality: 'Coast',
    });
    await client.plans.setDate({ cycleId, kind: 'requestReceived', date: '2026-01-06' });
    const before = [await client.plans.get({ planId }), await client.plans.cycles({ planId })];
    const table = 'Reference,Year group,Locality,Request received,Exception\nb-1,6,,13/01/2026,Away\nB-2,3,Town,,\n';
    const upload = await client.register.upload({ file: file(table), kind: 'register' });
    expect(await client.register.preview({ ...plan(upload), ...all, onKnown: 'skip' })).toMatchObject({
      counts: { new: 1, skip: 1 },
    });
    const done = await client.register.apply(plan(upload));
    expect(done).toMatchObject({ added: 1, updated: 1 });
    expect(await client.plans.get({ planId })).toMatchObject({
      reference: 'B-1',
      ncYear: 6,
      locality: 'Coast',
      setting: 'Alder School',
    });
    const { cycles } = await client.plans.cycles({ planId });
    expect(cycles[0]).toMatchObject({ exceptions: ['away'], dates: [{ date: '2026-01-13' }] });
    await client.register.undo({ importId: done.id });
    expect([await client.plans.get({ planId }), await client.plans.cycles({ planId })]).toEqual(before);
    expect(await references()).toEqual(['B-1']);
  });

  test('is not taken back once a plan of it was changed', async () => {
    const upload = await client.register.upload({ file: file('Reference,Year group\nC-1,6\n'), kind: 'register' });
    const done = await client.register.apply(plan(upload));
    const found = (await client.plans.page({ ...PAGE, filter: { ...PAGE.filter, text: 'C-1' } })).rows[0];
    await client.plans.beginCycle({ planId: found?.id ?? '', planType: 'reviewed' });
    await expect(client.register.undo({ importId: done.id })).rejects.toMatchObject({ code: 'IMPORT_IN_USE' });
    expect(await references()).toContain('C-1');
  });

  test('without a reference column nothing goes in', async () => {
    const upload = await client.register.upload({ file: file('Colour,Shape\nblue,round\n'), kind: 'register' });
    expect(await client.register.preview({ ...plan(upload), ...all })).toMatchObject({
      obstacle: 'Say which column is the reference: every plan needs one.',
    });
    await expect(client.register.apply(plan(upload))).rejects.toMatchObject({ code: 'ROWS_WRONG' });
  });

  test('from a workbook, by the sheet that is chosen; what is no table is refused', async () => {
    const workbook = makeXlsx([
      { name: 'Notes', rows: [['Nothing here']] },
      {
        name: 'Plans',
        rows: [
          ['Reference', 'DOB'],
          ['D-1', { date: 42_067 }],
        ],
      },
    ]);
    const upload = await client.register.upload({
      file: new File([new Uint8Array(workbook)], 'r.xlsx'),
      kind: 'register',
    });
    expect(upload.sheet).toBe('Notes');
    const { uploadId } = upload;
    const chosen = await client.register.chooseSheet({ uploadId, sheet: 'Plans' });
    expect(chosen).toMatchObject({ headers: ['Reference', 'DOB'], columns: ['reference', 'dateOfBirth'], rows: 1 });
    const broken = client.register.upload({
      file: new File([new Uint8Array(workbook.slice(0, 100))], 'r.xlsx'),
      kind: 'register',
    });
    await expect(broken).rejects.toMatchObject({ code: 'DAMAGED_FILE' });
    const old = client.register.preview({ ...plan({ ...upload, uploadId: crypto.randomUUID() }), ...all });
    await expect(old).rejects.toMatchObject({ code: 'UPLOAD_GONE' });
  });
});

test('past results of another tool are kept apart, each once, and can be taken back', async () => {
  const { client, close } = await sharedWorkspace('2026-11-02T09:00:00Z');
  const fields = { initials: '', name: null, dateOfBirth: null, planType: 'new', ncYear: null, setting: null } as const;
  const { id: planId } = await client.plans.create({ ...fields, reference: 'A-1', primaryNeed: null, locality: null });
  const table =
    'Plan ref,Audit date,Overall,Section A,Section F\nA-1,12/05/2025,Good,Good,Requires improvement\nX-9,12/05/2025,Good,,\n';
  const upload = await client.register.upload({ file: file(table), kind: 'results' });
  const seen = await client.register.preview({ ...plan(upload), ...all, only: 'wrong' });
  expect(seen.rows.map(({ problems }) => problems[0]?.message)).toEqual([
    'No plan in the register has this reference.',
  ]);
  const done = await client.register.apply({ ...plan(upload), leftOut: [3] });
  expect(await client.register.results({ planId })).toMatchObject([
    {
      gradedOn: '2025-05-12',
      overall: 'Good',
      grades: [
        { section: 'Section A', grade: 'Good' },
        { section: 'Section F', grade: 'Requires improvement' },
      ],
    },
  ]);
  const again = await client.register.upload({ file: file(table), kind: 'results' });
  expect(await client.register.preview({ ...plan(again), ...all })).toMatchObject({
    counts: { new: 0, skip: 1, wrong: 1 },
  });
  await client.register.undo({ importId: done.id });
  expect(await client.register.results({ planId })).toEqual([]);
  await close();
});

test('says where the days of a row are not those of the plan’s own documents, and what of the file stays out', async () => {
  const { client } = await newWorkspace('2026-11-02T09:00:00Z');
  await addPlan(client, 's02-willowshire-jasper', 'A-1');
  await addPlan(client, 's01-willowshire-amara', 'A-2');
  const { rows } = await client.plans.page(PAGE);
  const { cycles } = await client.plans.cycles({ planId: rows[0]?.id ?? '' });
  const said = cycles[0]?.dates.find(({ kind }) => kind === 'finalIssued');
  expect(said).toMatchObject({ date: '2026-11-02', source: 'filed', documentSays: null });
  const text = ['Ref,Final date,Mood', 'A-1,20/05/2026,fine', 'A-2,02/11/2026,', 'A-9,20/05/2026,'].join('\n');
  const upload = await client.register.upload({ file: file(text), kind: 'register' });
  expect(upload.columns).toEqual(['reference', 'finalIssued', null]);
  const seen = await client.register.preview({ ...plan(upload), ...all, only: 'differing' });
  expect(seen).toMatchObject({ differing: 1, matching: 1, counts: { new: 1, update: 2, wrong: 0 } });
  expect(seen.rows.map(({ row, remarks }) => [row, remarks])).toEqual([
    [2, ['Final issued: 20 May 2026 here, 2 November 2026 filed with the final.']],
  ]);
  await client.register.apply(plan(upload));
  const after = await client.plans.cycles({ planId: rows[0]?.id ?? '' });
  expect(after.cycles[0]?.dates.find(({ kind }) => kind === 'finalIssued')).toEqual({
    kind: 'finalIssued',
    date: '2026-05-20',
    source: 'register',
    stage: null,
    documentSays: { date: '2026-11-02', source: 'filed', stage: 'final' },
  });
});
