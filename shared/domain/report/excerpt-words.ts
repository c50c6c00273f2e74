import { MASK_WORDS } from '../masking/masking.ts';

/**
 * What a person may make of a quote for a report: less of it, or more of it masked. Whatever they leave out in the
 * middle must be seen to be missing, so that no plan is made to say what it does not.
 */

/** What stands for words that were left out. */
export const LEFT_OUT = '…';

type Token = { kind: 'word'; word: string } | { kind: 'mask' } | { kind: 'gap' };

const LABEL = new RegExp(`^\\[(?:${Object.values(MASK_WORDS).join('|')})(?: \\d{1,3})?\\]$`, 'u');
const TOKENS = /\[[^\]]*\]|\.{3}|…|[\p{L}\p{M}\p{N}]+|[[\]]/gu;

/** Why `edited` is not a shorter or more masked form of `masked`; null where it is. */
export function excerptProblem(masked: string, edited: string): string | null {
  const wanted = tokensOf(edited);
  if (wanted === null) return 'Square brackets may only hold what the rules mask with, such as [child] or [place].';
  if (!wanted.some(({ kind }) => kind === 'word')) return 'There must be words of the plan left.';
  const whole = tokensOf(masked) ?? [];
  return canBeRead(whole, wanted)
    ? null
    : `Words of a plan may only be left out or masked, not changed. Put ${LEFT_OUT} where something in the middle is left out.`;
}

/** All places that the words so far can have led to are kept, since a word may stand in a quote twice. */
function canBeRead(whole: readonly Token[], wanted: readonly Token[]): boolean {
  let places = new Set(whole.keys());
  for (const token of wanted) {
    const next = new Set<number>();
    for (const place of places) {
      if (token.kind === 'word' && isWord(whole[place], token.word)) next.add(place + 1);
      // A gap leaves out nothing or more; a mask stands for itself, or for one word or more that it hides.
      const from = token.kind === 'gap' ? place : place + 1;
      if (token.kind !== 'word') for (let at = from; at <= whole.length; at += 1) next.add(at);
    }
    if (next.size === 0) return false;
    places = next;
  }
  return true;
}

function isWord(token: Token | undefined, word: string): boolean {
  return token?.kind === 'word' && token.word === word;
}

/** Words, masks and gaps; punctuation is left to the person. Null where brackets hold anything else. */
function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = [];
  for (const [token] of text.matchAll(TOKENS)) {
    if (token === LEFT_OUT || token === '...') tokens.push({ kind: 'gap' });
    else if (!/[[\]]/.test(token)) tokens.push({ kind: 'word', word: token });
    else if (token === `[${LEFT_OUT}]` || token === '[...]') tokens.push({ kind: 'gap' });
    else if (LABEL.test(token)) tokens.push({ kind: 'mask' });
    else return null;
  }
  return tokens;
}
