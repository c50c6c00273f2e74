/** Turns calls of a callback into an async iteration, so that progress can stream while a promise is under way. */
export async function* whileRunning<Event, Result>(
  start: (emit: (event: Event) => void) => Promise<Result>,
): AsyncGenerator<Event, Result> {
  const waiting: Event[] = [];
  let wake: () => void = () => undefined;
  let isDone = false;
  const emit = (event: Event): void => {
    waiting.push(event);
    wake();
  };
  const work = start(emit).finally(() => {
    isDone = true;
    wake();
  });
  // Its failure is thrown by the last await; without this a failure during a yield would count as unhandled.
  work.catch(() => undefined);
  while (!isDone || waiting.length > 0) {
    const event = waiting.shift();
    if (event !== undefined) yield event;
    else {
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (isDone || waiting.length > 0) resolve();
      });
    }
  }
  return work;
}
