import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Audit } from '../../../shared/contract/audits.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/errors.ts';
import type { SaveStatus } from '../../ui/SaveState.tsx';
import { type AuditWork, leaveWork, workOn } from './audit-work.ts';
import { type Change, inverseOf, laidOver, type Standing, standingOf, withBefore } from './changes.ts';

/** Steps that can be taken back. */
const MOST_STEPS = 100;

export interface AuditActions {
  /** Does something, with a way back. */
  act: (change: Change) => void;
  /** Takes the last deed back; gives what was taken back, or null where there is nothing. */
  undo: () => Change | null;
}

/** An audit as it stands for the person at it, and what can be done to it. */
export function useAudit(
  rubric: Rubric,
  audit: Audit,
): { work: AuditWork; standing: Standing; status: SaveStatus; actions: AuditActions } {
  const queryClient = useQueryClient();
  const [work] = useState(() => workOn(audit.id, queryClient));
  const waiting = useStore(work.queue.state, (state) => state.waiting);
  // The queue moves on at once, the cache tells its watchers a moment later: without looking into it here, what has just
  // been saved would be gone from the screen for that moment.
  const held = queryClient.getQueryData(api.audits.get.queryKey({ input: { auditId: audit.id } })) ?? audit;
  const standing = useMemo(() => standingOf(rubric, held, waiting), [rubric, held, waiting]);
  const drawn = useRef(audit);
  useEffect(() => {
    drawn.current = audit;
  }, [audit]);
  /** As things stand this moment, drawn or not: of two keys in quick succession the second is pressed after the first. */
  const standsNow = useCallback(() => {
    const key = api.audits.get.queryKey({ input: { auditId: audit.id } });
    return laidOver(queryClient.getQueryData(key) ?? drawn.current, work.queue.state.getState().waiting);
  }, [audit.id, queryClient, work]);
  useEffect(() => {
    // What could not be saved before this screen was left is tried again now.
    if (work.queue.state.getState().waiting.length > 0) work.queue.retry();
    return () => {
      leaveWork(audit.id);
    };
  }, [audit.id, work]);
  const act = useCallback(
    (change: Change) => {
      const now = standsNow();
      const inverse = inverseOf(now, change, newKey);
      if (inverse !== null) {
        work.undo.setState(({ steps }) => ({ steps: [...steps.slice(1 - MOST_STEPS), inverse] }));
      }
      work.queue.push(withBefore(now, change));
    },
    [standsNow, work],
  );
  const undo = useCallback(() => {
    const { steps } = work.undo.getState();
    const last = steps.at(-1);
    if (last === undefined) return null;
    work.undo.setState({ steps: steps.slice(0, -1) });
    work.queue.push(withBefore(standsNow(), last));
    return last;
  }, [standsNow, work]);
  const actions = useMemo(() => ({ act, undo }), [act, undo]);
  return { work, standing, status: useSaveStatus(work, held), actions };
}

/** A name for a quote until the workspace has given it one. */
export function newKey(): string {
  return crypto.randomUUID();
}

function useSaveStatus(work: AuditWork, audit: Audit): SaveStatus {
  const { waiting, failure, savedAt } = useStore(work.queue.state);
  const isTyping = useStore(work.typing, (state) => state.criteria.size > 0);
  const savedBefore = useMemo(() => lastSaved(audit), [audit]);
  if (failure !== null && waiting.length > 0) return { kind: 'failed', message: describeError(failure).message };
  if (waiting.length > 0 || isTyping) return { kind: 'saving' };
  const at = savedAt ?? savedBefore;
  return at === null ? { kind: 'clean' } : { kind: 'saved', at };
}

function lastSaved(audit: Audit): string | null {
  const times = Object.values(audit.answers).flatMap(({ savedAt }) => (savedAt === null ? [] : [savedAt]));
  return times.sort().at(-1) ?? null;
}
