import type { SamplePlanData } from './sample-manifest.ts';
import type { SampleClient, SampleWorld } from './sample-world.ts';

/** The register's columns as the council's own system names them. */
const COLUMNS: readonly [
  header: string,
  cell: (plan: SamplePlanData) => string | number | boolean | null | undefined,
][] = [
  ['Case reference', ({ reference }) => reference],
  ['Initials', ({ initials }) => initials],
  ['Full name', ({ name }) => name],
  ['DOB', ({ dateOfBirth }) => dateOfBirth],
  ['Plan type', ({ planType }) => planType],
  [
    'Year group',
    ({ ncYear }) => (ncYear === null ? '' : ncYear < 0 ? 'Nursery' : ncYear === 0 ? 'Reception' : `Year ${ncYear}`),
  ],
  ['School', ({ setting }) => setting],
  ['School type', ({ settingType }) => settingType],
  ['Primary need', ({ primaryNeed }) => primaryNeed],
  ['Locality', ({ locality }) => locality],
  ['Team', ({ team }) => team],
  ['LAC', ({ isLookedAfter }) => yesNo(isLookedAfter)],
  ['Open to social care', ({ isKnownToSocialCare }) => yesNo(isKnownToSocialCare)],
  ['EHC coordinator', ({ writer }) => writer],
  ['Signed off by', ({ signedOffBy }) => signedOffBy],
  ['Request received', ({ dates }) => dates.requestReceived],
  ['Decision to assess', ({ dates }) => dates.decisionToAssess],
  ['Draft sent', ({ dates }) => dates.draftSent],
  ['Final issued', ({ dates }) => dates.finalIssued],
  ['Review meeting', ({ dates }) => dates.reviewMeeting],
  ['Notice of changes', ({ dates }) => dates.noticeOfChanges],
  ['Amended final', ({ dates }) => dates.amendedFinal],
  ['Lawful exception', ({ exceptions }) => exceptions.join('; ')],
];

/** What another tool had graded before the partnership came to this one. */
const PAST_RESULTS = [
  ['MD-16-0003', '11/11/2025', 'Good', 'Good', 'Good', 'Requires improvement'],
  ['MD-17-0009', '18/11/2025', 'Requires improvement', 'Good', 'Requires improvement', 'Requires improvement'],
  ['MD-19-0031', '02/12/2025', 'Requires improvement', 'Good', 'Requires improvement', 'Inadequate'],
  ['MD-21-0066', '09/12/2025', 'Inadequate', 'Requires improvement', 'Inadequate', 'Inadequate'],
  ['MD-23-0178', '20/01/2026', 'Good', 'Good', 'Good', 'Good'],
];
const RESULT_HEADERS = ['Case reference', 'Date of audit', 'Overall grade', 'Section B', 'Section E', 'Section F'];

/** Imports the plans that come into the register on a day, from a table as a case system exports it. */
export async function importRegister(world: SampleWorld, plans: readonly SamplePlanData[], day: string): Promise<void> {
  const rows = plans.map((plan) => COLUMNS.map(([, cell]) => cell({ ...plan, dates: datesUntil(day, plan.dates) })));
  const headers = COLUMNS.map(([header]) => header);
  await importTable(world.client, 'register', `register ${day}.csv`, [headers, ...rows]);
  const { rows: listed } = await world.client.plans.page({
    filter: {
      text: '',
      isNameSearched: false,
      planType: null,
      ncYear: null,
      team: null,
      locality: null,
      stage: null,
      isAudited: null,
      isLate: null,
      myWork: null,
    },
    sort: { column: 'reference', direction: 'ascending' },
    offset: 0,
    limit: 200,
  });
  for (const data of plans) {
    const row = listed.find(({ reference }) => reference === data.reference);
    if (row === undefined) throw new Error(`${data.reference} did not come into the register.`);
    const { cycleId } = await world.client.plans.get({ planId: row.id });
    world.plans.set(data.reference, { id: row.id, cycleId, data });
  }
}

export async function importPastResults({ client }: SampleWorld): Promise<void> {
  await importTable(client, 'results', 'audits 2025.csv', [RESULT_HEADERS, ...PAST_RESULTS]);
}

async function importTable(
  client: SampleClient,
  kind: 'register' | 'results',
  fileName: string,
  table: readonly (readonly (string | number | boolean | null | undefined)[])[],
): Promise<void> {
  const csv = table.map((row) => row.map((cell) => quoted(String(cell ?? ''))).join(',')).join('\r\n');
  const file = new File([`\uFEFF${csv}\r\n`], fileName, { type: 'text/csv' });
  const { uploadId, columns } = await client.register.upload({ file, kind });
  await client.register.apply({ uploadId, columns, onKnown: 'update', mends: [], leftOut: [] });
}

/** A register knows what has happened. */
function datesUntil(day: string, dates: SamplePlanData['dates']): SamplePlanData['dates'] {
  return Object.fromEntries(Object.entries(dates).filter(([, date]) => date <= day));
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function yesNo(value: boolean | null): string {
  return value === null ? '' : value ? 'Yes' : 'No';
}
