import type { DocumentSummary, Plan, Stage } from '../../../shared/contract/plans.ts';

export type WorkState = 'no_documents' | 'to_begin' | 'under_way' | 'submitted';

export interface RegisterFilter {
  /** Any of the words in any of the columns in sight. */
  text: string;
  stage: Stage | '';
  work: WorkState | '';
}

export type SortColumn =
  | 'reference'
  | 'initials'
  | 'name'
  | 'planType'
  | 'ncYear'
  | 'primaryNeed'
  | 'locality'
  | 'work';

export interface RegisterSort {
  column: SortColumn;
  direction: 'ascending' | 'descending';
}

/** The plans that a filter lets through, in the order asked for. Names are searched only while they are in sight. */
export function registerRows(
  plans: readonly Plan[],
  filter: RegisterFilter,
  sort: RegisterSort,
  isNameShown: boolean,
): Plan[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const rows = plans.filter((plan) => {
    if (filter.stage !== '' && !plan.documents.some((document) => document.stage === filter.stage)) return false;
    if (filter.work !== '' && workState(plan.documents) !== filter.work) return false;
    const text = searchText(plan, isNameShown);
    return words.every((word) => text.includes(word));
  });
  const sign = sort.direction === 'ascending' ? 1 : -1;
  return rows.sort((one, other) => {
    const a = sortValue(one, sort.column);
    const b = sortValue(other, sort.column);
    // What is not known stands last, whichever way the column is sorted.
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const order = typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
    return order === 0 ? collator.compare(one.reference, other.reference) : sign * order;
  });
}

/** How far the person in front of the screen is with a plan's documents; the least finished counts. */
export function workState(documents: readonly DocumentSummary[]): WorkState {
  if (documents.length === 0) return 'no_documents';
  if (documents.every((document) => document.myAudit?.state === 'submitted')) return 'submitted';
  return documents.some((document) => document.myAudit !== null) ? 'under_way' : 'to_begin';
}

export const WORK_WORDS: Record<WorkState, string> = {
  no_documents: 'No documents',
  to_begin: 'To begin',
  under_way: 'Under way',
  submitted: 'Submitted',
};

/** Reference 'W-9' comes before 'W-10'. */
const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });

const WORK_ORDER: readonly WorkState[] = ['to_begin', 'under_way', 'submitted', 'no_documents'];

function sortValue(plan: Plan, column: SortColumn): string | number | null {
  if (column === 'work') return WORK_ORDER.indexOf(workState(plan.documents));
  const value = plan[column];
  return value === '' ? null : value;
}

function searchText(plan: Plan, isNameShown: boolean): string {
  return [
    plan.reference,
    plan.initials,
    plan.planType.replaceAll('_', ' '),
    plan.setting,
    plan.primaryNeed,
    plan.locality,
    isNameShown ? plan.name : null,
  ]
    .filter((part) => part !== null)
    .join(' ')
    .toLowerCase();
}
