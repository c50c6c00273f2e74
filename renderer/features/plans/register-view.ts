import { useSyncExternalStore } from 'react';
import { create } from 'zustand';
import {
  PLAN_TYPES,
  REGISTER_COLUMNS,
  type RegisterColumn,
  type RegisterFilter,
  STAGES,
} from '../../../shared/contract/plans.ts';

/** How the register is looked at. What is narrowed by stands in the address; the words searched for do not. */
export interface RegisterView {
  filter: Omit<RegisterFilter, 'text' | 'isNameSearched'>;
  sort: { column: RegisterColumn; direction: 'ascending' | 'descending' };
}

export const NO_FILTER: RegisterView['filter'] = {
  planType: null,
  ncYear: null,
  team: null,
  locality: null,
  stage: null,
  isAudited: null,
  isLate: null,
  myWork: null,
};

const WORK = ['to_begin', 'under_way', 'submitted'] as const;

/** The view that an address's query asks for; what it does not know is left out. */
export function readView(search: string): RegisterView {
  const query = new URLSearchParams(search);
  const year = query.get('year');
  return {
    filter: {
      planType: oneOf(PLAN_TYPES, query.get('type')),
      ncYear: year !== null && /^-?\d{1,2}$/.test(year) ? Number(year) : null,
      team: query.get('team'),
      locality: query.get('locality'),
      stage: oneOf([...STAGES, 'none'], query.get('stage')),
      isAudited: yesOrNo(query.get('audited')),
      isLate: yesOrNo(query.get('late')),
      myWork: oneOf(WORK, query.get('mine')),
    },
    sort: {
      column: oneOf(REGISTER_COLUMNS, query.get('sort')) ?? 'reference',
      direction: query.get('order') === 'descending' ? 'descending' : 'ascending',
    },
  };
}

/** The query that brings a view back; empty for the whole register by reference. */
export function writeView({ filter, sort }: RegisterView): string {
  const query = new URLSearchParams();
  const put = (name: string, value: string | number | null) => {
    if (value !== null) query.set(name, String(value));
  };
  put('type', filter.planType);
  put('year', filter.ncYear);
  put('team', filter.team);
  put('locality', filter.locality);
  put('stage', filter.stage);
  put('audited', filter.isAudited === null ? null : filter.isAudited ? 'yes' : 'no');
  put('late', filter.isLate === null ? null : filter.isLate ? 'yes' : 'no');
  put('mine', filter.myWork);
  if (sort.column !== 'reference') put('sort', sort.column);
  if (sort.direction !== 'ascending') put('order', sort.direction);
  return query.toString();
}

/** The address's view, and a way to change it in place: going on and back again brings it back. */
export function useRegisterView(): [RegisterView, (view: RegisterView) => void] {
  const query = useSyncExternalStore(subscribe, currentQuery);
  return [readView(query), (view) => replaceQuery(writeView(view))];
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('hashchange', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('hashchange', listener);
  };
}

/** The address is in the hash, and so is its query. */
function currentQuery(): string {
  return window.location.hash.split('?').slice(1).join('?');
}

function replaceQuery(query: string): void {
  if (query === currentQuery()) return;
  const [path = ''] = window.location.hash.split('?', 1);
  window.history.replaceState(window.history.state, '', query === '' ? path : `${path}?${query}`);
  for (const listener of listeners) listener();
}

/** Words searched for may be a child's name, so they stay out of the address and its history. */
export const useSearchWords = create<{ text: string; set: (text: string) => void }>()((set) => ({
  text: '',
  set: (text) => {
    set({ text });
  },
}));

function oneOf<Value extends string>(values: readonly Value[], text: string | null): Value | null {
  return values.find((value) => value === text) ?? null;
}

function yesOrNo(text: string | null): boolean | null {
  return text === 'yes' ? true : text === 'no' ? false : null;
}
