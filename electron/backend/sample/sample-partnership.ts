import type { CreateWorkspaceInput } from '../../../shared/contract/workspaces.ts';
import type { PersonFields } from '../../../shared/contract/people.ts';
import type { Edition } from '../../../shared/domain/report/report-model.ts';

/** The partnership that the sample is of: invented, as everyone and everything in it. */

/** Shown to whoever opens the sample: it protects nobody, since nobody in it lives. */
export const SAMPLE_PASSPHRASE = 'kestrel over larkspur, seven oaks';

export const SAMPLE_LEAD = 'Juniper Ashdown';
export const SAMPLE_CHAIR = 'Marcus Thirlby';
/** A parent carer representative, who reads plans with their names masked. */
export const SAMPLE_REPRESENTATIVE = 'Bethan Pryce';
export const SAMPLE_DCO = 'Dr Imogen Vance';
export const SAMPLE_DSCO = 'Samuel Okoro';

/** Those who read whole plans on the panel; two of different agencies have each plan. */
export const SAMPLE_AUDITORS = ['Priya Nair', 'Tom Halloran', 'Owen Calder', 'Leona Achebe'];

/** Who takes part, beside the QA lead. */
export const SAMPLE_PEOPLE: readonly PersonFields[] = [
  person(SAMPLE_CHAIR, 'education', '', 'chair'),
  person('Priya Nair', 'education', '', 'auditor'),
  person('Tom Halloran', 'education', '', 'auditor'),
  person('Owen Calder', 'health', '', 'auditor'),
  person('Leona Achebe', 'social_care', '', 'auditor'),
  person(SAMPLE_REPRESENTATIVE, 'parent_carer_forum', '', 'auditor'),
  person(SAMPLE_DCO, 'health', '', 'designated_officer'),
  person(SAMPLE_DSCO, 'social_care', '', 'designated_officer'),
  person('Ruth Lapwing', 'education', 'Town team; Coast team', 'locality_manager'),
  person('Colm Nuthatch', 'education', 'Dales team', 'locality_manager'),
  person('Anwen Siskin', 'education', 'Town team', 'caseworker'),
  person('Petra Dunnock', 'education', 'Dales team', 'caseworker'),
  { ...person('Wilf Sandpiper', 'education', 'Coast team', 'caseworker'), signsIn: false },
  { ...person('Silas Dabchick', 'education', 'Dales team', 'caseworker'), signsIn: false },
  person('Alma Wexford', 'education', '', 'board_reader'),
];

function person(
  name: string,
  agency: PersonFields['agency'],
  team: string,
  role: PersonFields['roles'][number],
): PersonFields {
  return { name, agency, team, roles: [role], signsIn: true };
}

/** School years with their half-terms, as the council has them. */
export const SAMPLE_CALENDAR: readonly CreateWorkspaceInput['halfTerm'][] = [
  ...year('2025-26', [
    ['2025-09-03', '2025-10-24'],
    ['2025-11-03', '2025-12-19'],
    ['2026-01-05', '2026-02-13'],
    ['2026-02-23', '2026-04-02'],
    ['2026-04-20', '2026-05-22'],
    ['2026-06-01', '2026-07-21'],
  ]),
  ...year('2026-27', [
    ['2026-09-02', '2026-10-23'],
    ['2026-11-02', '2026-12-18'],
    ['2027-01-04', '2027-02-12'],
    ['2027-02-22', '2027-03-25'],
    ['2027-04-12', '2027-05-28'],
    ['2027-06-07', '2027-07-22'],
  ]),
];

function year(schoolYear: string, days: readonly (readonly [start: string, end: string])[]) {
  const labels = ['Autumn 1', 'Autumn 2', 'Spring 1', 'Spring 2', 'Summer 1', 'Summer 2'];
  return days.map(([start, end], at) => ({ schoolYear, number: at + 1, label: labels[at] ?? '', start, end }));
}

/** A half-term's round and the days of its work, each from 1 as the plans' `joins` name it. */
export interface SampleRound {
  panelDate: string;
  gradingDue: string;
  /** When plans are imported and drawn, when they are graded, and when the panel sits. */
  setUpOn: string;
  gradedOn: string;
  panelOn: string;
  seed: number;
  size: number;
  strataBy: 'plan_type' | 'team';
  /** A plan's reference: everyone grades it first, to compare. */
  calibration?: string;
  /** A plan that is drawn and has no final yet: the reserve of its stratum takes its place. */
  swap?: { reference: string; reason: string };
  /** The half-term's report, in the edition that is frozen once the panel has met. */
  reports?: { halfTermId: string; edition: Edition };
}

export const SAMPLE_ROUNDS: readonly SampleRound[] = [
  {
    panelDate: '2026-05-19',
    gradingDue: '2026-05-14',
    setUpOn: '2026-04-27',
    gradedOn: '2026-05-05',
    panelOn: '2026-05-19',
    seed: 20_260_501,
    size: 8,
    strataBy: 'plan_type',
  },
  {
    panelDate: '2026-07-07',
    gradingDue: '2026-07-02',
    setUpOn: '2026-06-29',
    gradedOn: '2026-06-30',
    panelOn: '2026-07-07',
    seed: 20_260_608,
    size: 9,
    strataBy: 'plan_type',
    calibration: 'MD-25-0640',
    reports: { halfTermId: '2025-26/6', edition: 'publishable' },
  },
  {
    panelDate: '2026-10-13',
    gradingDue: '2026-10-08',
    setUpOn: '2026-09-15',
    gradedOn: '2026-09-29',
    panelOn: '2026-10-13',
    seed: 20_260_903,
    size: 9,
    strataBy: 'plan_type',
    reports: { halfTermId: '2026-27/1', edition: 'internal' },
  },
  {
    panelDate: '2026-11-20',
    gradingDue: '2026-11-17',
    setUpOn: '2026-11-03',
    gradedOn: '2026-11-10',
    panelOn: '2026-11-20',
    seed: 20_261_214,
    size: 9,
    strataBy: 'team',
    swap: { reference: 'MD-19-0031', reason: 'The amended final is not out yet.' },
  },
];

/** The first of the rounds, which a workspace is created with. */
export const SAMPLE_WORKSPACE: Omit<CreateWorkspaceInput, 'passphrase'> = {
  partnershipName: 'Marrowdale Local Area SEND Partnership',
  areaCode: 'MD',
  person: { name: SAMPLE_LEAD, agency: 'education' },
  halfTerm: { schoolYear: '2025-26', number: 5, label: 'Summer 1', start: '2026-04-20', end: '2026-05-22' },
  round: { kind: 'random', theme: '', panelDate: '2026-05-19' },
};

/** On this panel date the plans that were written by hand are graded. */
export const SAMPLE_PANEL_DATE = '2026-11-20';
/** The moment at which the sample's story begins. */
export const SAMPLE_BEGINS = '2026-04-20T08:30';
