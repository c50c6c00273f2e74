import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, client } from '../../api/client.ts';
import { createActiveClock } from './active-time.ts';

/** How often the time is kept. */
const KEEP_EVERY_MS = 30_000;
const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'scroll'] as const;

/** Counts the time that the auditor is at work on an open audit, and keeps it. */
export function useActiveTime(auditId: string, isLocked: boolean): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (isLocked) return undefined;
    const clock = createActiveClock(Date.now);
    async function keep(): Promise<void> {
      const seconds = clock.take();
      if (seconds === 0) return;
      try {
        const { activeSeconds } = await client.audits.addTime({ auditId, seconds: Math.min(seconds, 3600) });
        queryClient.setQueryData(api.audits.get.queryKey({ input: { auditId } }), (held) =>
          held === undefined ? held : { ...held, activeSeconds },
        );
      } catch {
        // Half a minute of counting is nothing to stop an auditor for; answers tell when saving fails.
      }
    }
    const touch = (): void => {
      clock.touch();
    };
    touch();
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, touch, { capture: true, passive: true });
    const timer = setInterval(() => void keep(), KEEP_EVERY_MS);
    return () => {
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, touch, { capture: true });
      clearInterval(timer);
      void keep();
    };
  }, [auditId, isLocked, queryClient]);
}
