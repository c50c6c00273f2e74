import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { addDays } from '../../shared/domain/calendar-date.ts';
import { builtInRubric } from '../../shared/domain/rubric/built-in-rubric.ts';
import { httpClient, startLocalHost } from './local-host.ts';
import { madeOnce } from './made-once.ts';
import { makeXlsx, type XlsxCell } from './make-xlsx.ts';
import {
  answerDocument,
  type Client,
  GOOD,
  gradeDocument,
  LEADS_PIN,
  LOWER,
  PANEL_PIN,
} from './prepared-moderation.ts';
import { PASSPHRASE, WORKSPACE_INPUT } from './workspace-input.ts';

/** The six who grade, one of them for the parent carer forum. */
export const AUDITORS = [
  { name: 'Evan Pike', agency: 'Education' },
  { name: 'Gale Rudd', agency: 'Education' },
  { name: 'Briar Tolland', agency: 'Health' },
  { name: 'Fern Oakes', agency: 'Health' },
  { name: 'Corin Ashby', agency: 'Social care' },
  { name: 'Della Marsh', agency: 'Parent carer forum' },
] as const;
export const LEAD = WORKSPACE_INPUT.person.name;
export const CHAIR = 'Idris Vane';
export const OFFICER = 'Tamsin Gorse';
export const MANAGER = 'Maren Holt';
export const CASEWORKER = 'Oz Fell';
export const TEAM = 'North dale';
export const PLANS = 60;
export const SAMPLED = 12;

export const TODAY = new Date().toISOString().slice(0, 10);
/** Five weeks are left of the twenty. */
const REQUESTED = addDays(TODAY, -15 * 7);

const HEADERS = [
  'Case ref',
  'Forename',
  'Surname',
  'D.O.B.',
  'Year group',
  'Plan type',
  'Team',
  'Case officer',
  'Date of request',
];
const FIRST_NAMES = ['Amara', 'Bevan', 'Cerys', 'Dylan', 'Esme', 'Fintan'];
const LAST_NAMES = ['Brook', 'Carrow', 'Dell', 'Fern', 'Gale', 'Heath', 'Ivory', 'Jay', 'Kell', 'Lark'];

export function referenceOf(at: number): string {
  return `FM-26-${String(at + 1).padStart(4, '0')}`;
}

/** A new plan, and not an amended one. */
export function isNew(reference: string): boolean {
  return isNewAt(Number(reference.slice(-4)) - 1);
}

function isNewAt(at: number): boolean {
  return at % 3 !== 0;
}

/** Sixty invented plans as a workbook. Rows 3, 4 and 5 are bad: no reference, no such day, a reference twice. */
export function sixtyPlans(): Buffer {
  const rows = Array.from({ length: PLANS }, (_, at): XlsxCell[] => [
    referenceOf(at),
    FIRST_NAMES[at % FIRST_NAMES.length] ?? '',
    LAST_NAMES[at % LAST_NAMES.length] ?? '',
    `0${(at % 9) + 1}/03/${2010 + (at % 8)}`,
    `Year ${14 - (at % 8)}`,
    isNewAt(at) ? 'New' : 'Amended',
    at % 2 === 0 ? TEAM : 'Coast',
    isNewAt(at) ? CASEWORKER : 'TANSY, Bryony',
    { date: excelDay(REQUESTED) },
  ]);
  const [, second = [], third = [], fourth = []] = rows;
  second[0] = '';
  third[3] = '31/02/2014';
  fourth[0] = referenceOf(0);
  return Buffer.from(makeXlsx([{ name: 'Open plans', rows: [HEADERS, ...rows] }]));
}

/** Excel's number of a day. */
function excelDay(day: string): number {
  return Math.round((Date.parse(day) - Date.parse('1899-12-30')) / 86_400_000);
}

const CORPUS = 'tests/corpus/plans';
const SAMPLE = 'electron/backend/sample/plans';
/** A draft first, whose final comes later; then finals. */
const FILES = [
  `${CORPUS}/s01-willowshire-amara/draft.docx`,
  `${CORPUS}/s02-willowshire-jasper/final.docx`,
  `${CORPUS}/s03-cinderhill-priya/final.docx`,
  `${CORPUS}/s04-ravensea-dylan/final.docx`,
  `${CORPUS}/s05-middlefen-elsie/final.docx`,
  `${CORPUS}/s02-willowshire-jasper/final.pdf`,
  `${CORPUS}/s03-cinderhill-priya/final.pdf`,
  `${SAMPLE}/MD-17-0009 LW EHCP amended final.docx`,
  `${SAMPLE}/MD-21-0066 JB EHCP amended final.docx`,
  `${SAMPLE}/MD-26-0412 TF EHCP final.docx`,
  `${SAMPLE}/MD-26-0468 HM EHCP final.docx`,
  `${SAMPLE}/MD-T-26-0017 OP EHCP amended final.docx`,
  `${CORPUS}/s05-middlefen-elsie/final.pdf`,
];
const LATER_FINAL = `${CORPUS}/s01-willowshire-amara/final.docx`;

export interface NamedFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A document for each of the plans, the first of them a draft, as files whose names begin with the references. */
export function documentsOf(references: readonly string[]): NamedFile[] {
  return references.map((reference, at) => named(FILES[at] ?? '', reference, at === 0 ? 'draft' : 'final'));
}

export function laterFinalOf(reference: string): NamedFile {
  return named(LATER_FINAL, reference, 'final');
}

function named(file: string, reference: string, stage: string): NamedFile {
  const extension = path.extname(file);
  return {
    name: `${reference} ${stage}${extension}`,
    mimeType: extension === '.pdf' ? 'application/pdf' : 'application/octet-stream',
    buffer: readFileSync(path.resolve(file)),
  };
}

/** What others do in the meantime, each by their own PIN, through the contract; by a host of its own that ends with it. */
export async function meanwhile(dataFolder: string, deed: (panel: PanelYear) => Promise<void>): Promise<void> {
  const host = await startLocalHost(dataFolder);
  try {
    const client = await httpClient(host.entryUrl);
    const [file] = await client.workspaces.list();
    await client.workspaces.unlock({ workspaceId: file?.id ?? '', passphrase: PASSPHRASE });
    await deed(await panelYear(client));
  } finally {
    await host.stop();
  }
}

/** What others do while nobody is at the screen; the QA lead is signed in before and after each. */
export interface PanelYear {
  /** Everyone chooses a PIN, the chair with the passphrase. */
  choosePins(names: readonly string[]): Promise<void>;
  /** Reads what the forum is asked for, and ticks it. */
  tickMasks(): Promise<void>;
  /** Names the document of a plan to be graded by all. */
  calibrate(reference: string): Promise<void>;
  /**
   * All who were asked and have not handed in do so, but for these plans and people, or of one plan alone; two to a plan
   * differ on one answer. Gives how many did.
   */
  gradeAll(options?: { except?: readonly string[]; only?: string }): Promise<number>;
  /** Answers all of a plan's latest document in an auditor's name, and leaves it to them to submit. */
  answer(name: string, reference: string): Promise<void>;
}

async function panelYear(client: Client): Promise<PanelYear> {
  const rubric = builtInRubric();
  const people = new Map((await client.people.atDoor()).map(({ id, name }) => [name, id]));
  const idOf = (name: string): string => people.get(name) ?? '';
  const signIn = (name: string) =>
    client.people.signIn({ personId: idOf(name), pin: name === LEAD ? LEADS_PIN : PANEL_PIN });
  await signIn(LEAD);
  const { id: roundId } = await client.rounds.current();

  async function documentOf(reference: string): Promise<string> {
    const filter = { text: reference, isNameSearched: false, planType: null, ncYear: null, team: null, locality: null };
    const { rows } = await client.plans.page({
      filter: { ...filter, stage: null, isAudited: null, isLate: null, myWork: null },
      sort: { column: 'reference', direction: 'ascending' },
      offset: 0,
      limit: 1,
    });
    const plan = await client.plans.get({ planId: rows[0]?.id ?? '' });
    return plan.documents.at(-1)?.id ?? '';
  }

  return {
    async choosePins(names: readonly string[]): Promise<void> {
      await client.people.signOut();
      for (const name of names) {
        const personId = idOf(name);
        await (name === CHAIR
          ? client.people.resetPin({ personId, passphrase: PASSPHRASE, pin: PANEL_PIN })
          : client.people.choosePin({ personId, pin: PANEL_PIN }));
        await client.people.signOut();
      }
      await signIn(LEAD);
    },

    async tickMasks(): Promise<void> {
      for (const { documentId, state } of await client.masking.list({ roundId })) {
        if (state === 'checked') continue;
        const { digest } = await client.masking.get({ documentId });
        await client.masking.confirm({ documentId, digest });
      }
    },

    async calibrate(reference: string): Promise<void> {
      const documentId = await documentOf(reference);
      await client.moderation.nameCalibration({ roundId, documentId });
    },

    async gradeAll({ except = [], only } = {}) {
      const wanted = (await client.assignments.list({ roundId })).filter(
        ({ state, progress, planReference }) =>
          state === 'assigned' && progress !== 'submitted' && (only === undefined || only === planReference),
      );
      const graded = new Set<string>();
      let submitted = 0;
      for (const { name } of AUDITORS) {
        const own = wanted.filter(
          ({ auditor, planReference }) =>
            auditor.name === name && !except.includes(planReference) && !except.includes(name),
        );
        if (own.length === 0) continue;
        await signIn(name);
        for (const { documentId } of own) {
          const given = graded.has(documentId) ? LOWER : GOOD;
          graded.add(documentId);
          submitted += 1;
          await gradeDocument(client, { roundId, documentId, rubric, given });
        }
      }
      await signIn(LEAD);
      return submitted;
    },

    async answer(name: string, reference: string): Promise<void> {
      const documentId = await documentOf(reference);
      await signIn(name);
      await answerDocument(client, { roundId, documentId, rubric, given: GOOD });
    },
  };
}

/** A workspace with the six and the chair, everyone with a PIN, and nothing else. */
export const makeEmptyPanel = madeOnce('empty-panel', z.void(), async (dataFolder) => {
  const host = await startLocalHost(dataFolder);
  const client = await httpClient(host.entryUrl);
  await client.workspaces.create(WORKSPACE_INPUT);
  await client.people.changePin({ current: '', next: LEADS_PIN });
  const agencies = {
    Education: 'education',
    Health: 'health',
    'Social care': 'social_care',
    'Parent carer forum': 'parent_carer_forum',
  } as const;
  for (const { name, agency } of AUDITORS) {
    await client.people.add({ name, agency: agencies[agency], team: '', roles: ['auditor'], signsIn: true });
  }
  await client.people.add({ name: CHAIR, agency: 'education', team: '', roles: ['chair'], signsIn: true });
  await (await panelYear(client)).choosePins([...AUDITORS.map(({ name }) => name), CHAIR]);
  await host.stop();
});
