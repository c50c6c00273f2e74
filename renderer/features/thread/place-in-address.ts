import type { PlanPlace } from '../../../shared/contract/threads.ts';
import type { ToShow } from './PlanPane.tsx';

/** Where a place of a document is looked at in its thread. */
export function threadPath(documentId: string, at?: PlanPlace['at']): string {
  const path = `/thread/${documentId}`;
  return at === undefined ? path : `${path}?at=${encodeURIComponent(`${at.block}:${at.start}-${at.end}`)}`;
}

/** The place that an address names; null where it names none. */
export function placeInAddress(hash: string): ToShow | null {
  const at = new URLSearchParams(hash.split('?', 2)[1] ?? '').get('at');
  const [, block, start, end] = /^(.+):(\d+)-(\d+)$/u.exec(at ?? '') ?? [];
  if (block === undefined || start === undefined || end === undefined) return null;
  return { anchor: null, place: { kind: 'spans', spans: [{ block, start: Number(start), end: Number(end) }] } };
}
