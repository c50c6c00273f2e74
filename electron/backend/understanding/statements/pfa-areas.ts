import type { PfaArea } from './assessment.ts';
import { findDeadlines, LOOSE } from './deadline.ts';
import { PFA_NOT_A_SIGN, PFA_SIGNS } from './pfa-words.ts';
import { findAll, type Seen, wordPattern, without } from './word-pattern.ts';

/** The areas of Preparing for Adulthood that a result touches, at any age, each with the words that say so. */
export function findPfaAreas(text: string): { area: PfaArea; seen: Seen[] }[] {
  const bare = without(text, [
    ...findDeadlines(text),
    ...findAll(text, LOOSE),
    ...findAll(text, MEANS),
    ...findAll(text, WITNESS),
    ...findAll(text, PFA_NOT_A_SIGN),
  ]);
  const found = new Map(PFA_SIGNS.map(({ area, pattern }) => [area, findAll(bare, pattern)]));
  const has = (area: PfaArea): boolean => (found.get(area)?.length ?? 0) > 0;
  // Looking after a condition is health, though done by oneself; being in a team or club is company, though exercise.
  if (has('health') && isAll(found.get('independent_living') ?? [], ASKING) && CONDITION_CARE.test(bare))
    found.set('independent_living', []);
  if (has('community_inclusion') && isAll(found.get('health') ?? [], EXERCISE)) found.set('health', []);
  if (has('health') && EMOTION.test(bare) && isAll(found.get('independent_living') ?? [], ASKING))
    found.set('independent_living', []);
  return [...found].flatMap(([area, seen]) => (seen.length === 0 ? [] : [{ area, seen }]));
}

/** Help on the way, and who checks: no part of the result. */
const MEANS =
  /(?:^|(?<=, ))(?:with|through|as a result of|following|after|given|thanks to) (?!peers|friends|his|her|other|classmates)[^,]{3,60},/giu;
const WITNESS = wordPattern(
  '(?:as )?(?:shown|seen|recorded|logged|noted|measured|checked|reported|observed|judged|confirmed) (?:by|in|on|at) [^,.]{3,50}|according to [^,.]{3,40}|with (?:his|her|their) (?:mum|mother|dad|father|parents?|family) (?:beside|nearby)|without (?:his|her) (?:mum|mother|dad|father)|so that (?:the |other |all )*(?:staff|teach\\p{L}+|class|adults?|pupils|others)[^.]*|before (?:each|every) [\\p{L} ]{2,20} test',
);
const ASKING = /ask|tell|help|choos|own|alone|himself|herself|independent|dress|buy|organis|remember/iu;
const CONDITION_CARE =
  /catheter|stoma|inhaler|insulin|blood sugar|medic|hearing aid|splint|gastrostomy|peak flow|epilep|prescription|diabet|asthma|glucose|feed(?:s|ing)? (?:pump|tube)|doctor|nurse|pain|seizure|physio|orthotic|glasses|orthos|brace|tablet|allerg/iu;
const EXERCISE = /swim|cycl|exercis|run|walk|sport|active|fit|train|bik|jump|climb|danc|physical/iu;
const EMOTION =
  /angr|anger|anxi|worr|calm|emotion|feel|upset|mood|stress|frustrat|cross|sad|overwhelm|panic|cry|regulat|meltdown|self-harm|mental/iu;

function isAll(seen: readonly Seen[], pattern: RegExp): boolean {
  return seen.every(({ text }) => pattern.test(text));
}
