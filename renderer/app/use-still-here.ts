import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../api/client.ts';

/** A word to the idle lock at most this often. */
const AT_MOST_EVERY_MS = 60_000;

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Puts the idle lock off while a hand is really at the machine; time alone, or a film on another screen, does not. */
export function useStillHere(): void {
  const { mutate } = useMutation(api.workspaces.stillHere.mutationOptions());
  useEffect(() => {
    let lastAt = 0;
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
