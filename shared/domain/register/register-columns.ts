import { CYCLE_DATES, type CycleDateKind, cycleDateWords, type CyclePart } from '../timeline/cycle-dates.ts';

/** What a column of somebody's register may be to ours. */
export type ImportColumnKind = 'text' | 'date' | 'year' | 'yes_no' | 'plan_type' | 'exceptions' | 'people' | 'grade';

export interface ImportColumn {
  id: string;
  label: string;
  kind: ImportColumnKind;
  /** Header words of case systems and spreadsheets, plain and in small letters; the first is the template's. */
  words: readonly string[];
  /** Words that name it only by themselves: beside others they may be about something else. */
  alone?: readonly string[];
  example: string;
  isRequired?: boolean;
  /** Several columns of a file may be this. */
  isRepeated?: boolean;
}

/** The parts that people of an import had in a cycle. */
export const PART_COLUMNS: Readonly<Record<string, CyclePart>> = {
  caseworker: 'wrote',
  supervisor: 'supervised',
  advisers: 'advised',
  signedOffBy: 'signed_off',
};

const DATE_HEADERS: Record<CycleDateKind, readonly string[]> = {
  requestReceived: [
    'request received',
    'date of request',
    'request date',
    'ehcna request',
    'date requested',
    'referral date',
    'received',
  ],
  decisionToAssess: ['decision to assess', 'assessment agreed', 'agreed to assess', 'decision date', 'week 6 decision'],
  decisionNotToIssue: ['decision not to issue', 'refusal to issue', 'not issued'],
  transferredIn: ['transferred in on', 'date moved in', 'transfer date', 'move in date'],
  reviewMeeting: ['review meeting', 'annual review date', 'ar date', 'date of review', 'last review', 'review held'],
  reviewDecision: ['review decision', 'ar decision'],
  noticeOfChanges: ['notice of changes', 'amendment notice', 'notice to amend', 'proposed amendments sent'],
  draftSent: ['draft sent', 'draft issued', 'date of draft', 'draft plan date', 'draft date'],
  finalIssued: [
    'final issued',
    'final plan issued',
    'date of final',
    'final plan date',
    'ehcp issued',
    'issue date',
    'date issued',
    'final date',
    'plan start date',
  ],
  amendedFinal: ['amended final issued', 'amended final', 'final amended'],
  nextReview: ['next review', 'review due', 'next ar', 'next annual review'],
};

/** Every column of the register, in the order of the template. */
export const REGISTER_IMPORT: readonly ImportColumn[] = [
  {
    id: 'reference',
    label: 'Reference',
    kind: 'text',
    isRequired: true,
    example: 'MD-26-0001',
    words: [
      'reference',
      'ref',
      'plan ref',
      'plan reference',
      'case number',
      'case id',
      'case ref',
      'pupil id',
      'person id',
      'client id',
      'upn',
      'id',
      'unique id',
      'liquidlogic id',
      'ehcp number',
      'child id',
    ],
  },
  {
    id: 'initials',
    label: 'Initials',
    kind: 'text',
    example: 'AB',
    words: ['initials', 'child initials', 'cyp initials'],
  },
  {
    id: 'name',
    label: 'Name',
    kind: 'text',
    example: '',
    words: [
      'name',
      'full name',
      'child name',
      'childs name',
      'pupil name',
      'name of child',
      'cyp name',
      'young person',
    ],
  },
  {
    id: 'firstName',
    label: 'First name',
    kind: 'text',
    example: '',
    words: ['first name', 'forename', 'forenames', 'given name', 'child forename'],
  },
  {
    id: 'lastName',
    label: 'Last name',
    kind: 'text',
    example: '',
    words: ['last name', 'surname', 'family name', 'child surname'],
  },
  {
    id: 'dateOfBirth',
    label: 'Date of birth',
    kind: 'date',
    example: '04/03/2015',
    words: ['date of birth', 'dob', 'd o b', 'birth date', 'born'],
  },
  {
    id: 'planType',
    label: 'Kind of plan',
    kind: 'plan_type',
    example: 'New',
    words: [
      'kind of plan',
      'plan type',
      'type of plan',
      'type',
      'ehcp type',
      'plan kind',
      'assessment type',
      'workflow',
      'status of plan',
    ],
  },
  {
    id: 'ncYear',
    label: 'School year',
    kind: 'year',
    example: 'Year 6',
    words: [
      'school year',
      'year group',
      'nc year',
      'ncy',
      'year',
      'yr',
      'yr group',
      'national curriculum year',
      'nc yr',
    ],
  },
  {
    id: 'setting',
    label: 'Setting',
    kind: 'text',
    example: 'Alder Primary School',
    words: [
      'setting',
      'school',
      'school name',
      'current school',
      'placement',
      'establishment',
      'base',
      'provision name',
      'setting name',
      'education setting',
    ],
  },
  {
    id: 'settingType',
    label: 'Kind of setting',
    kind: 'text',
    example: 'Mainstream primary',
    words: [
      'kind of setting',
      'setting type',
      'school type',
      'type of school',
      'placement type',
      'provision type',
      'type of setting',
      'establishment type',
    ],
  },
  {
    id: 'primaryNeed',
    label: 'Primary need',
    kind: 'text',
    example: 'Autistic spectrum disorder',
    words: [
      'primary need',
      'sen primary need',
      'primary sen',
      'need',
      'sen type',
      'main need',
      'primary area of need',
      'sen need',
      'primary send need',
      'category of need',
    ],
  },
  {
    id: 'locality',
    label: 'Locality',
    kind: 'text',
    example: 'North',
    words: ['locality', 'area', 'district', 'patch', 'ward', 'cluster', 'region'],
  },
  {
    id: 'team',
    label: 'Team',
    kind: 'text',
    example: 'North team',
    words: ['team', 'send team', 'case team', 'allocated team', 'casework team'],
  },
  {
    id: 'isLookedAfter',
    label: 'Looked after',
    kind: 'yes_no',
    example: 'No',
    words: [
      'looked after',
      'lac',
      'cla',
      'cic',
      'child in care',
      'child looked after',
      'looked after child',
      'in care',
    ],
  },
  {
    id: 'isKnownToSocialCare',
    label: 'Known to social care',
    kind: 'yes_no',
    example: 'No',
    words: [
      'known to social care',
      'social care',
      'open to social care',
      'csc',
      'cin',
      'child in need',
      'social care involvement',
      'social worker',
    ],
  },
  {
    id: 'caseworker',
    label: 'Caseworker',
    kind: 'people',
    example: 'Bryony Tansy',
    words: [
      'caseworker',
      'case worker',
      'case officer',
      'plan writer',
      'ehc coordinator',
      'ehcp coordinator',
      'send officer',
      'written by',
      'author',
      'sen officer',
      'ehc co ordinator',
      'plan coordinator',
      'allocated worker',
      'key worker',
    ],
  },
  {
    id: 'supervisor',
    label: 'Supervisor',
    kind: 'people',
    example: 'Oz Fell',
    words: ['supervisor', 'team manager', 'manager', 'supervised by', 'locality manager', 'line manager'],
  },
  {
    id: 'advisers',
    label: 'Advised by',
    kind: 'people',
    example: '',
    words: ['advised by', 'advisers', 'advice givers', 'professionals'],
  },
  {
    id: 'signedOffBy',
    label: 'Signed off by',
    kind: 'people',
    example: '',
    words: ['signed off by', 'sign off', 'quality assured by', 'signed off', 'approved by'],
  },
  ...CYCLE_DATES.map((kind): ImportColumn => ({
    id: kind,
    label: cycleDateWords(kind),
    kind: 'date',
    example: dateExample(kind),
    words: DATE_HEADERS[kind],
    // 'Requested' is when the assessment was; 'Advice requested' is another day.
    ...(kind === 'requestReceived' ? { alone: ['requested'] } : {}),
  })),
  {
    id: 'exceptions',
    label: 'Lawful exception',
    kind: 'exceptions',
    example: '',
    words: [
      'lawful exception',
      'exception',
      'exceptions',
      'exception reason',
      'exemption',
      'reason for delay',
      'exception applied',
    ],
  },
];

function dateExample(kind: CycleDateKind): string {
  const examples: Partial<Record<CycleDateKind, string>> = {
    requestReceived: '06/01/2026',
    decisionToAssess: '13/02/2026',
    draftSent: '14/04/2026',
    finalIssued: '20/05/2026',
  };
  return examples[kind] ?? '';
}

/** The columns of past results from another tool; every other column may be the grade of a section or standard. */
export const RESULTS_IMPORT: readonly ImportColumn[] = [
  { ...column('reference'), words: column('reference').words },
  {
    id: 'gradedOn',
    label: 'Date of the audit',
    kind: 'date',
    example: '12/05/2025',
    words: [
      'date of the audit',
      'audit date',
      'date of audit',
      'date',
      'graded on',
      'completed',
      'date completed',
      'audited on',
      'review date',
    ],
  },
  {
    id: 'overall',
    label: 'Overall grade',
    kind: 'text',
    example: 'Good',
    words: [
      'overall grade',
      'overall',
      'grade',
      'overall rating',
      'rating',
      'overall judgement',
      'judgement',
      'outcome',
      'result',
      'score',
    ],
  },
  {
    id: 'sectionGrade',
    label: 'Grade of a section',
    kind: 'grade',
    example: 'Good',
    isRepeated: true,
    words: ['section a', 'section b', 'section e', 'section f'],
  },
];

function column(id: string): ImportColumn {
  const found = REGISTER_IMPORT.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no column ${id}.`);
  return found;
}

export type ImportKind = 'register' | 'results';

export function importColumns(kind: ImportKind): readonly ImportColumn[] {
  return kind === 'register' ? REGISTER_IMPORT : RESULTS_IMPORT;
}

/** An empty register to fill in: headers and one line that shows how, as CSV that Excel opens as it is. */
export function importTemplate(kind: ImportKind): string {
  const columns = importColumns(kind);
  const line = (cells: readonly string[]) =>
    cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
  return `\uFEFF${line(columns.map(({ label }) => label))}\r\n${line(columns.map(({ example }) => example))}\r\n`;
}
