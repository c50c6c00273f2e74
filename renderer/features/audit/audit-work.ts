import type { QueryClient } from '@tanstack/react-query';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Audit } from '../../../shared/contract/audits.ts';
import { api, client } from '../../api/client.ts';
import { forgetAfter, noticeShut } from '../../api/query-client.ts';
import type { Change } from './changes.ts';
import { createSaveQueue, type SaveQueue } from './save-queue.ts';

/** An auditor's unsaved work on one audit, and the way back. It outlives the screen, so that leaving it loses nothing. */
export interface AuditWork {
  queue: SaveQueue;
  /** What takes the last changes back, the latest last. */
  undo: StoreApi<{ steps: readonly Change[] }>;
  /** Criteria in which someone is typing what has not reached the queue yet. */
  typing: StoreApi<{ criteria: ReadonlySet<string> }>;
}

const works = new Map<string, AuditWork>();

/** The work on an audit: what still waits from before, or a clean start. */
export function workOn(auditId: string, queryClient: QueryClient): AuditWork {
  const known = works.get(auditId);
  if (known !== undefined) return known;
  const work: AuditWork = {
    queue: createSaveQueue({
      send: async (change) => {
        try {
          return await sendChange(auditId, change);
        } catch (error) {
          noticeShut(queryClient, error);
          throw error;
        }
      },
      onSaved: (audit, change) => {
        const key = api.audits.get.queryKey({ input: { auditId } });
        // An answer that was asked for before this save must not come in after it.
        void queryClient.cancelQueries({ queryKey: key });
        queryClient.setQueryData(key, audit);
        forgetAfter(queryClient, ['audits', change.kind === 'fact' ? 'setFact' : 'saveAnswer']);
      },
      now: () => new Date().toISOString(),
    }),
    undo: createStore<{ steps: readonly Change[] }>(() => ({ steps: [] })),
    typing: createStore<{ criteria: ReadonlySet<string> }>(() => ({ criteria: new Set<string>() })),
  };
  works.set(auditId, work);
  return work;
}

/** Gives up a change that another window was before, and shows what was saved there. */
export function showSaved(work: AuditWork, auditId: string, queryClient: QueryClient): void {
  work.queue.giveUp();
  void queryClient.invalidateQueries({ queryKey: api.audits.get.queryKey({ input: { auditId } }) });
}

/** Forgets the work on an audit that is left, where nothing of it waits any more. */
export function leaveWork(auditId: string): void {
  const work = works.get(auditId);
  if (work !== undefined && work.queue.state.getState().waiting.length === 0) works.delete(auditId);
}

function withoutKind<Sent extends Change>({ kind: _kind, ...rest }: Sent): Omit<Sent, 'kind'> {
  return rest;
}

function sendChange(auditId: string, change: Change): Promise<Audit> {
  switch (change.kind) {
    case 'answer':
      return client.audits.saveAnswer({ auditId, ...withoutKind(change) });
    case 'add_evidence':
      return client.audits.addEvidence({ auditId, criterionId: change.criterionId, anchor: change.anchor });
    case 'remove_evidence':
      return client.audits.removeEvidence({ auditId, evidenceId: change.evidenceId });
    case 'fact':
      return client.audits.setFact({ auditId, ...withoutKind(change) });
    case 'developmental': {
      const { standardId, isDevelopmental } = change;
      return client.audits.setDevelopmental({ auditId, standardId, isDevelopmental });
    }
    default:
      return change satisfies never;
  }
}
