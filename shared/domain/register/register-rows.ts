import { ageOn } from '../calendar-date.ts';
import { cleanLine, cleanName } from '../names.ts';
import {
  CYCLE_DATES,
  type CycleDateKind,
  type CyclePart,
  cycleDateWords,
  type LawfulException,
} from '../timeline/cycle-dates.ts';
import { importColumns, type ImportKind, PART_COLUMNS } from './register-columns.ts';
import {
  isNothing,
  plainName,
  readDate,
  readExceptions,
  readNames,
  type Reading,
  readPlanType,
  readYear,
  readYesNo,
  type RegisterPlanType,
} from './register-values.ts';

/** What a row of a file says of a plan: only what it says, so that an update leaves the rest as it is. */
export interface RegisterRecord {
  reference: string;
  plan: {
    initials?: string;
    name?: string;
    dateOfBirth?: string;
    primaryNeed?: string;
    locality?: string;
    team?: string;
    isLookedAfter?: boolean;
    isKnownToSocialCare?: boolean;
  };
  cycle: { planType?: RegisterPlanType; ncYear?: number; setting?: string; settingType?: string };
  dates: Partial<Record<CycleDateKind, string>>;
  exceptions?: LawfulException[];
  people: Partial<Record<CyclePart, string[]>>;
  result?: { gradedOn: string | null; overall: string | null; grades: { section: string; grade: string }[] };
}

/** What stands in a row's way: at a cell (its column), or with the row as a whole. */
export interface RowProblem {
  column: number | null;
  message: string;
}

export interface RowReading {
  record: RegisterRecord;
  problems: RowProblem[];
  isEmpty: boolean;
}

/** Young people have plans until their 26th birthday at the latest. */
const OLDEST = 26;
const LONGEST_TEXT = 300;
const LONGEST_REFERENCE = 200;
/** What a spreadsheet shows where a formula came to nothing, such as a look-up without a match. */
const FORMULA_ERROR = /^#(?:N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BUSY!|GETTING_DATA)$/i;
/** What stands in the first column of a sheet's last row. */
const TOTAL = /^(?:grand |sub-?)?totals?\b/i;

/** Reads one row by the columns that a person has confirmed. `headers` name the grades of past results. */
export function readRow(
  kind: ImportKind,
  columns: readonly (string | null)[],
  headers: readonly string[],
  cells: readonly string[],
  today: string,
): RowReading {
  const problems: RowProblem[] = [];
  const record: RegisterRecord = { reference: '', plan: {}, cycle: {}, dates: {}, people: {} };
  const grades: { section: string; grade: string }[] = [];
  const result = { gradedOn: null as string | null, overall: null as string | null, grades };
  const names = { first: '', last: '' };
  const at: Record<string, number> = {};

  const read = <Value>(column: number, reading: Reading<Value>): Value | undefined => {
    if (reading.ok) return reading.value ?? undefined;
    problems.push({ column, message: reading.problem });
    return undefined;
  };

  for (const [column, id] of columns.entries()) {
    const cell = (cells[column] ?? '').trim();
    if (id === null || cell === '') continue;
    at[id] = column;
    readCell(id, column, cell);
  }

  function readCell(id: string, column: number, cell: string): void {
    const { kind: type } = importColumns(kind).find((one) => one.id === id) ?? { kind: 'text' };
    if (FORMULA_ERROR.test(cell)) {
      problems.push({ column, message: `“${cell}” is what a formula came to: write the value, or leave it empty.` });
    } else if (id === 'reference') {
      record.reference = cleanLine(cell);
      if (cell.length > LONGEST_REFERENCE)
        problems.push({ column, message: 'The reference has more than 200 letters.' });
    } else if (id in PART_COLUMNS) {
      const part = PART_COLUMNS[id];
      const people = readNames(cell);
      if (part !== undefined && people.length > 0) record.people[part] = people;
    } else if (type === 'date') {
      const date = read(column, readDate(cell));
      if (date === undefined) return;
      if (id === 'dateOfBirth') record.plan.dateOfBirth = date;
      else if (id === 'gradedOn') result.gradedOn = date;
      else if (isDateKind(id)) record.dates[id] = date;
    } else if (id === 'planType') assign(record.cycle, 'planType', read(column, readPlanType(cell)));
    else if (id === 'ncYear') assign(record.cycle, 'ncYear', read(column, readYear(cell)));
    else if (id === 'isLookedAfter' || id === 'isKnownToSocialCare')
      assign(record.plan, id, read(column, readYesNo(cell)));
    else if (id === 'exceptions') assign(record, 'exceptions', read(column, readExceptions(cell)));
    else if (isNothing(cell)) return;
    else if (cell.length > LONGEST_TEXT) problems.push({ column, message: 'This has more than 300 letters.' });
    else if (id === 'firstName') names.first = cell;
    else if (id === 'lastName') names.last = cell;
    else if (id === 'overall') result.overall = cell;
    else if (id === 'sectionGrade') grades.push({ section: headers[column] ?? '', grade: cell });
    else if (id === 'setting' || id === 'settingType') record.cycle[id] = cleanLine(cell);
    else if (id === 'initials') record.plan.initials = cleanLine(cell).slice(0, 10);
    else if (id === 'name') record.plan.name = plainName(cell);
    else if (id === 'primaryNeed' || id === 'locality' || id === 'team') record.plan[id] = cleanLine(cell);
  }

  const isEmpty = cells.every((cell) => cell.trim() === '');
  if (names.first !== '' || names.last !== '') record.plan.name ??= plainName(`${names.first} ${names.last}`);
  if (record.plan.name !== undefined) record.plan.initials ??= initialsOf(record.plan.name);
  if (kind === 'results') {
    record.result = result;
    if (!isEmpty && result.overall === null && grades.length === 0)
      problems.push({ column: null, message: 'There is no grade in this row.' });
    if (result.gradedOn !== null && result.gradedOn > today)
      problems.push({ column: at['gradedOn'] ?? null, message: 'This day has not come yet.' });
  }
  if (TOTAL.test(record.reference) && Object.keys(at).length === 1)
    problems.push({ column: null, message: 'This row holds a total, and no plan.' });
  if (record.reference === '' && !problems.some(({ column }) => column !== null && column === at['reference']))
    problems.push({
      column: columns.indexOf('reference') < 0 ? null : columns.indexOf('reference'),
      message: 'The reference is missing.',
    });
  problems.push(...impossible(record, at, today));
  return { record, problems, isEmpty };
}

/** Dates that cannot be together, or not yet. */
function impossible(record: RegisterRecord, at: Readonly<Record<string, number>>, today: string): RowProblem[] {
  const found: RowProblem[] = [];
  const say = (id: string, message: string) => found.push({ column: at[id] ?? null, message });
  const { dateOfBirth } = record.plan;
  if (dateOfBirth !== undefined) {
    const age = ageOn(dateOfBirth, today);
    if (age === undefined) say('dateOfBirth', 'This person is not born yet.');
    else if (age >= OLDEST) say('dateOfBirth', `This person would be ${age}: a plan ends before 26.`);
  }
  const { dates } = record;
  for (const kind of CYCLE_DATES) {
    const date = dates[kind];
    if (date === undefined) continue;
    if (kind !== 'nextReview' && date > today) say(kind, 'This day has not come yet.');
    if (dateOfBirth !== undefined && date < dateOfBirth) say(kind, 'This is before the person was born.');
  }
  for (const [earlier, later] of ORDER) {
    const [first, second] = [dates[earlier], dates[later]];
    if (first !== undefined && second !== undefined && second < first) {
      say(later, `This is before “${cycleDateWords(earlier).toLowerCase()}”.`);
    }
  }
  return found;
}

const ORDER: readonly [CycleDateKind, CycleDateKind][] = [
  ['requestReceived', 'decisionToAssess'],
  ['requestReceived', 'draftSent'],
  ['requestReceived', 'finalIssued'],
  ['draftSent', 'finalIssued'],
  ['reviewMeeting', 'noticeOfChanges'],
  ['reviewMeeting', 'amendedFinal'],
  ['noticeOfChanges', 'amendedFinal'],
];

/** The kind of plan where the file says none: dates of a review speak for a review. */
export function kindOfRecord({ cycle, dates }: RegisterRecord): RegisterPlanType {
  if (cycle.planType !== undefined) return cycle.planType;
  if (dates.transferredIn !== undefined) return 'transferred_in';
  const isReview =
    dates.reviewMeeting !== undefined || dates.amendedFinal !== undefined || dates.noticeOfChanges !== undefined;
  return isReview && dates.requestReceived === undefined ? 'reviewed' : 'new';
}

/** 'Amara Okafor-Lee' as "AO". */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.slice(0, 1).toUpperCase() ?? '')
    .join('');
}

/** References are one where a person would say so: capitals and spaces at the ends make no difference. */
export function sameReference(reference: string): string {
  return cleanName(reference).toLowerCase();
}

function isDateKind(id: string): id is CycleDateKind {
  return CYCLE_DATES.some((kind) => kind === id);
}

function assign<Holder, Key extends keyof Holder>(holder: Holder, key: Key, value: Holder[Key] | undefined): void {
  if (value !== undefined) holder[key] = value;
}
