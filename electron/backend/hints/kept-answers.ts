/**
 * Keeps the answers asked for last by their keys, at most `most`; whoever asks for one that is being made gets the same.
 * One that fails is not kept.
 */
export function createKeptAnswers<Answer>(most: number): (key: string, make: () => Promise<Answer>) => Promise<Answer> {
  // In the order of their last use.
  const kept = new Map<string, Promise<Answer>>();
  return async (key, make) => {
    const answer = kept.get(key) ?? make();
    kept.delete(key);
    kept.set(key, answer);
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    try {
      return await answer;
    } catch (error) {
      if (kept.get(key) === answer) kept.delete(key);
      throw error;
    }
  };
}
