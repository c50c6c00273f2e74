import type { QueryClient } from '@tanstack/react-query';
import { forgetAfter, noticeShut } from './query-client.ts';

/**
 * Runs a call that answers with a stream of events to its end, then forgets what it touched, as for any command.
 * Rejects with what the call failed with; abort the call's own signal to cancel it.
 */
export async function runStream<Event>(
  queryClient: QueryClient,
  path: readonly string[],
  call: () => Promise<AsyncIterable<Event>>,
  onEvent: (event: Event) => void,
): Promise<void> {
  try {
    for await (const event of await call()) onEvent(event);
  } catch (error) {
    noticeShut(queryClient, error);
    throw error;
  } finally {
    forgetAfter(queryClient, path);
  }
}
