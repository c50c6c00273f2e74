/** Lets works on the same thing go one after the other, in the order asked for; works on different things go at once. */
export function createTurns(): <Result>(id: string, work: () => Promise<Result>) => Promise<Result> {
  const last = new Map<string, Promise<unknown>>();
  return async (id, work) => {
    const before = last.get(id);
    // A work that failed must not keep the next from its turn.
    const turn = (before ?? Promise.resolve()).then(work, work);
    last.set(id, turn);
    try {
      return await turn;
    } finally {
      if (last.get(id) === turn) last.delete(id);
    }
  };
}
