/** Turns calls of a callback into an async iteration, so that progress can stream while a promise is under way. */
export async function* whileRunning<Event, Result>(
  start: (emit: (event: Event) => void) => Promise<Result>,
): AsyncGenerator<Event, Result> {
  const waiting: Event[] = [];
  const state = { isDone: false, wake: (): void => undefined };
  const emit = (event: Event): void => {
    waiting.push(event);
    state.wake();
  };
  const work = start(emit).finally(() => {
    state.isDone = true;
    state.wake();
  });
  // Its failure is thrown by the last await; without this a failure during a yield would count as unhandled.
  work.catch(() => undefined);
  while (!state.isDone || waiting.length > 0) {
    const event = waiting.shift();
    if (event !== undefined) yield event;
    else {
      await new Promise<void>((resolve) => {
        state.wake = resolve;
        if (state.isDone || waiting.length > 0) resolve();
      });
    }
  }
  return work;
}
