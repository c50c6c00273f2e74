import { findDeadlines } from './deadline.ts';
import type { Seen } from './word-pattern.ts';

/**
 * A statement that only tells how things are with the person now: a condition, what they find hard, what they cannot do.
 * That is Section B, C or D, and neither an outcome nor provision (SEND Code of Practice 9.62: the sections are to be
 * kept apart). What follows it ("…, so a teaching assistant will …") makes it something else.
 */
export function findNeed(text: string): Seen | null {
  if (GOES_ON.test(text) || findDeadlines(text).length > 0) return null;
  for (const pattern of NEEDS) {
    const match = pattern.exec(text);
    if (match !== null) return { start: match.index, end: match.index + match[0].length, text: match[0] };
  }
  return null;
}

const GOES_ON =
  /\b(?:will|shall|should|must|can (?!be )(?!find)|is to|are to|to be|therefore|requires?|needs?|so (?:that|he|she|they|the|an?))\b/iu;

const BECAUSE =
  '(?:(?:[Dd]ue to|[Bb]ecause of|[Oo]wing to|[Aa]s a result of|[Oo]n account of|[Gg]iven|[Ww]ith) [^,.]{3,60}?,? )?';
const NO_NAME =
  '(?!(?:Never|Always|Sometimes|All|Any|Each|Every|Staff|School|College|Nursery|Access|Health|Children|Pupils|Parents|Adults|Teachers|There|This|It|One|Two|Three|No|Provision|Support|Therapy) )';
const PERSON = `(?:[Hh]e|[Ss]he|[Tt]hey|I|${NO_NAME}\\p{Lu}[\\p{L}'-]+(?: \\p{Lu}[\\p{L}'-]+)?)`;
const OFTEN =
  '(?:(?:also|still|often|always|currently|sometimes|frequently|usually|generally|easily|quickly|very|quite|extremely|highly|significantly|severely|particularly|presently|really) )*';
const CONDITION =
  "(?:difficult(?:y|ies)|delays?|disorders?|impairments?|impaired|syndrome|diagnos[ie]s|disabilit(?:y|ies)|problems? (?:with|in)|trouble|limited|poor|weak|low|reduced|delayed|immature|short attention|restricted|gaps in|autism|autistic|ADHD|epilepsy|dyslexia|dyspraxia|asthma|diabetes|cerebral palsy|Down's|anxiety|hearing loss|complex (?:medical |health )?needs|sensory needs|medical needs)";
const UPSET =
  '(?:anxious|distressed|upset|overwhelmed|dysregulated|tired|fatigued|frustrated|agitated|angry|confused|distracted)';
const BELOW =
  '(?:unclear|delayed|poor|limited|weak|below|behind|impaired|immature|low|slow|disordered|restricted|affected|hard|difficult|unintelligible|inconsistent|unsteady|unable|reluctant|isolated|vulnerable|at risk|non-verbal|pre-verbal|deaf|blind|autistic|dependent on|sensitive to|easily led|scared of|afraid of|frightened of)';

const NEEDS: readonly RegExp[] = [
  // "Lola has a poor working memory."
  new RegExp(
    `^\\s*${BECAUSE}${PERSON} ${OFTEN}(?:has|have) (?:(?!(?:support|access|help|time|sessions?|lessons?|use|therapy|hours?) )[\\p{L}-]+ ){0,4}?${CONDITION}(?!\\p{L})`,
    'u',
  ),
  // "Neve cannot see the whiteboard"; "he finds it hard to share"; "she becomes distressed by noise".
  new RegExp(
    `^\\s*${BECAUSE}${PERSON} ${OFTEN}(?:finds? [^.]{0,50}?(?:hard|difficult|tricky|challenging|overwhelming|confusing|frightening|distressing|stressful|tiring)|struggles?|cannot|can't|can find [^.]{0,40}?(?:hard|difficult|overwhelming)|lacks?|tires|avoids|refuses|forgets|presents with|experiences|suffers from|does(?: not|n't) (?:yet |always |often |like |have |know |understand|speak|see|hear|talk|communicate|cope|recogni[sz]e|respond|initiate|concentrate|tolerate|retain)|(?:becomes?|gets?|(?:is|are|am)) ${OFTEN}${UPSET}|(?:is|are|am) ${OFTEN}(?:${BELOW}|(?:\\p{L}+ )?(?:months|years) behind|working (?:at|below|towards)))(?!\\p{L})`,
    'u',
  ),
  // "Ben's speech is unclear."
  new RegExp(
    `^\\s*${BECAUSE}(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y|${NO_NAME}\\p{Lu}[\\p{L}'-]+'s?) (?:[\\p{L}-]+ ){1,5}?(?:is|are|remains?|falls?|can be|was) ${OFTEN}${BELOW}(?!\\p{L})`,
    'u',
  ),
];
