import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import type { PassphraseRating } from '../../../shared/contract/workspaces.ts';

/** Guesses needed grow tenfold per point; 3 stands up to an offline attack on a slow hash (zxcvbn, Wheeler 2016). */
const ENOUGH_SCORE = 3;
const FEWEST_CHARACTERS = 12;
const WORDS = ['very weak', 'weak', 'fair', 'strong', 'very strong'] as const;

/** The dictionaries are large, so they are loaded when first needed, and ranked once. */
let rater: Promise<ZxcvbnFactory> | undefined;

/** Rates a passphrase, with the partnership's and the person's names counted as easy to guess. */
export async function ratePassphrase(passphrase: string, names: string[]): Promise<PassphraseRating> {
  rater ??= loadRater();
  // A hundred characters say all there is to say, and bound the time of the matching.
  const result = (await rater).check(passphrase.slice(0, 100), [...names, 'goldthread']);
  const advice = [result.feedback.warning, ...result.feedback.suggestions].filter(
    (line) => line !== null && line !== '',
  );
  if (passphrase.length < FEWEST_CHARACTERS) advice.unshift(`Use at least ${FEWEST_CHARACTERS} characters.`);
  // What is too short to be taken is not called strong either.
  const score = passphrase.length < FEWEST_CHARACTERS ? Math.min(result.score, ENOUGH_SCORE - 1) : result.score;
  return {
    score,
    words: WORDS[score] ?? WORDS[0],
    isEnough: score >= ENOUGH_SCORE,
    advice: advice.map((line) => String(line)),
  };
}

async function loadRater(): Promise<ZxcvbnFactory> {
  const { ZxcvbnFactory } = await import('@zxcvbn-ts/core');
  const common = await import('@zxcvbn-ts/language-common');
  const english = await import('@zxcvbn-ts/language-en');
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: english.translations,
  });
}
