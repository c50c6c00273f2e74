import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../api/client.ts';

/** A word to the idle lock at most this often. */
const AT_MOST_EVERY_MS = 60_000;

/** The lock's own timer comes first. */
const AFTER_LOCK_MS = 200;

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Puts the idle lock off while a hand is really at the machine; time alone, or a film on another screen, does not. */
export function useStillHere(): void {
  const queryClient = useQueryClient();
  const { mutate, data } = useMutation(api.workspaces.stillHere.mutationOptions());
  const locksAt = data?.locksAt ?? null;
  useEffect(() => {
    if (locksAt === null) return undefined;
    // At the very moment of the idle lock, so that nothing stays in sight behind it.
    const timer = setTimeout(
      () => void queryClient.invalidateQueries({ queryKey: api.workspaces.current.key() }),
      Math.max(0, Date.parse(locksAt) - Date.now()) + AFTER_LOCK_MS,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [locksAt, queryClient]);
  useEffect(() => {
    let lastAt = 0;
    onSign();
    function onSign() {
      const now = Date.now();
      if (now - lastAt < AT_MOST_EVERY_MS) return;
      lastAt = now;
      mutate(undefined);
    }
    for (const sign of SIGNS) window.addEventListener(sign, onSign, { passive: true });
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, onSign);
    };
  }, [mutate]);
}
