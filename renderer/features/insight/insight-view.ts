import { useSyncExternalStore } from 'react';
import { INSIGHT_PARTS, type InsightPart } from '../../../shared/domain/insight/insight-blocks.ts';
import { type InsightFilter, NO_INSIGHT_FILTER } from '../../../shared/domain/insight/insight-filter.ts';
import { DIVISIONS } from '../../../shared/domain/report/divisions.ts';

/** How the figures are looked at: in the address, so that going back, or a bookmark, brings it back. */
export interface InsightView {
  part: InsightPart;
  /** Only what was chosen; what is left open is filled in by whoever answers. */
  filter: InsightFilter;
}

const FIRST: InsightPart = 'grades';
const CHOICES = ['from', 'to', 'series', 'standards'] as const;

/** The view that an address's query asks for; what it does not know is left out. */
export function readView(search: string): InsightView {
  const query = new URLSearchParams(search);
  const groups: InsightFilter['groups'] = {};
  for (const id of DIVISIONS) {
    const value = query.get(id);
    if (value !== null) groups[id] = value;
  }
  const filter: InsightFilter = { ...NO_INSIGHT_FILTER, groups };
  for (const name of CHOICES) filter[name] = query.get(name);
  return { part: INSIGHT_PARTS.find((part) => part === query.get('part')) ?? FIRST, filter };
}

/** The query that brings a view back; empty for the first. */
export function writeView({ part, filter }: InsightView): string {
  const query = new URLSearchParams();
  if (part !== FIRST) query.set('part', part);
  for (const name of CHOICES) {
    const value = filter[name];
    if (value !== null) query.set(name, value);
  }
  for (const id of DIVISIONS) {
    const value = filter.groups[id];
    if (value !== undefined) query.set(id, value);
  }
  return query.toString();
}

/** The address's view, and a way to change it in place. */
export function useInsightView(): [InsightView, (view: InsightView) => void] {
  const query = useSyncExternalStore(subscribe, currentQuery);
  return [
    readView(query),
    (view) => {
      replaceQuery(writeView(view));
    },
  ];
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
