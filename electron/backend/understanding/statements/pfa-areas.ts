import type { PfaArea } from './assessment.ts';
import { findDeadlines, LOOSE } from './deadline.ts';
import { findContext, findPurposes } from './result-part.ts';
import { PFA_NOT_A_SIGN, PFA_SIGNS } from './pfa-words.ts';
import { PEERS } from './roles.ts';
import { findAll, type Seen, wordPattern, without } from './word-pattern.ts';

/** The areas of Preparing for Adulthood that a result touches, at any age, each with the words that say so. */
export function findPfaAreas(text: string): { area: PfaArea; seen: Seen[] }[] {
  const bare = without(
    text,
    NOT_THE_RESULT.flatMap((pattern) => findAll(text, pattern)),
  );
  const result = without(bare, [...findDeadlines(text), ...findContext(text)]);
  const areas = areasIn(without(result, findPurposes(text)));
  // A general skill may take its area from what it is for ("so that he can make friends").
  return areas.length > 0 ? areas : areasIn(result);
}

function areasIn(text: string): { area: PfaArea; seen: Seen[] }[] {
  const found = new Map(PFA_SIGNS.map(({ area, pattern }) => [area, findAll(text, pattern)]));
  const isOnly = (area: PfaArea, pattern: RegExp): boolean => {
    const seen = found.get(area) ?? [];
    return seen.length > 0 && seen.every((each) => pattern.test(each.text));
  };
  const has = (area: PfaArea): boolean => (found.get(area)?.length ?? 0) > 0;
  // Looking after a condition or a feeling is health, though done by oneself or by asking.
  const isCare = has('health') && (CONDITION_CARE.test(text) || EMOTION.test(text));
  if (isCare && isOnly('independent_living', ASKING)) found.set('independent_living', []);
  if (has('health') && BOWEL.test(text) && isOnly('independent_living', /toilet|clean|wash/iu))
    found.set('independent_living', []);
  // Being in a team or club is company, though exercise; eating with cutlery and cleaning teeth are self-care.
  if (has('community_inclusion') && isOnly('health', EXERCISE)) found.set('health', []);
  if (isOnly('independent_living', TABLE_SKILLS) && isOnly('health', TABLE_AND_TEETH)) found.set('health', []);
  if (has('community_inclusion') && isOnly('health', /^feels?$/iu)) found.set('health', []);
  if ((has('independent_living') || has('employment')) && isOnly('community_inclusion', /^café$/iu))
    found.set('community_inclusion', []);
  // What is done in a job belongs to the job; what is ordered or booked online is not life online.
  if (has('employment') && isOnly('independent_living', SHOP_WORK)) found.set('independent_living', []);
  // Where the work is done says nothing of the worker's own health or leisure.
  if (has('employment') && isOnly('health', WORKPLACE)) found.set('health', []);
  if (has('employment') && isOnly('community_inclusion', WORKPLACE)) found.set('community_inclusion', []);
  // A walk with an aid is getting about; saying what one would like to eat is saying; being sure of a thing is of that thing.
  if (isOnly('health', EXERCISE) && AIDED_WALK.test(text)) found.set('health', []);
  if (has('independent_living') && isOnly('health', AT_TABLE) && CHOOSING_FOOD.test(text)) found.set('health', []);
  if ([...found.keys()].some((area) => area !== 'health' && has(area)) && isOnly('health', /^confiden/iu))
    found.set('health', []);
  // "At four playtimes out of five" is when; and what others ask is no asking of one's own.
  if ((has('independent_living') || has('health')) && isOnly('community_inclusion', /^playtimes?$/iu))
    found.set('community_inclusion', []);
  if (has('community_inclusion') && isOnly('independent_living', /^(?:to )?ask|invit/iu) && OTHERS_ASK.test(text))
    found.set('independent_living', []);
  if (isOnly('community_inclusion', /^online$/iu) && (has('health') || has('independent_living') || has('employment')))
    found.set('community_inclusion', []);
  return [...found].flatMap(([area, seen]) => (seen.length === 0 ? [] : [{ area, seen }]));
}

/** Help on the way, and who checks: no part of the result. */
const MEANS =
  /(?:^|(?<=, ))(?:with|through|as a result of|following|after|given|thanks to) (?!peers|friends|his|her|other|classmates)[^,]{3,60},/giu;
const WITNESS = wordPattern(
  '(?:as )?(?:shown|seen|recorded|logged|noted|measured|checked|reported|observed|judged|confirmed) (?:by|in|on|at) [^,.]{3,50}|according to [^,.]{3,40}|with (?:his|her|their) (?:mum|mother|dad|father|parents?|family) (?:beside|nearby)|without (?:his|her) (?:mum|mother|dad|father)|so that (?:the |other |all )*(?:staff|teach\\p{L}+|class|adults?|pupils|others|corridors?|rooms?|hall|lessons?|assembly|playground)[^.]*|before (?:each|every) [\\p{L} ]{2,20} test',
);
const ASKING =
  /ask|say|show|need|request|tell|help|choos|own|alone|himself|herself|independent|dress|buy|organis|remember/iu;
const CONDITION_CARE =
  /catheter|stoma|inhaler|insulin|blood sugar|medic|hearing aid|splint|gastrostomy|peak flow|epilep|prescription|diabet|asthma|glucose|feed(?:s|ing)? (?:pump|tube)|doctor|nurse|pain|seizure|physio|orthotic|glasses|orthos|brace|tablet|allerg/iu;
const EXERCISE = /swim|cycl|exercis|run|walk|sport|active|fit|train|bik|jump|climb|danc|physical/iu;
const EMOTION =
  /angr|anger|anxi|worr|calm|emotion|feel|upset|mood|stress|frustrat|cross|sad|overwhelm|panic|cry|regulat|meltdown|self-harm|mental/iu;
/** "eats with a knife and fork", "cleans his teeth": only with these is eating a skill of daily living, not of diet. */
const TABLE_SKILLS = /knife|fork|spoon|cup|beaker|cutlery|cut|cook|pour|brush|tooth|clean|hygiene|wash|wip|tray|bag/iu;
const TABLE_AND_TEETH = /^(?:swimming|eat(?:s|ing)?|drink.*|foods?|teeth|tooth\p{L}*|brushing|swallow.*|chew.*)$/iu;
const WORKPLACE =
  /^(?:hospital|clinic|surgery|the surgery to|doctors?|nurse|dentist|optician|pharmac\p{L}+|gym|café|museum|theatre|cinema|leisure centre|park)$/iu;
const AIDED_WALK = /\bwalk\p{L}*\b.*\b(?:cane|frame|walker|rollator|crutches|sticks?)\b/iu;
const AT_TABLE = /^(?:eat(?:s|ing)?|drink.*|meals a day|foods?)$/iu;
const CHOOSING_FOOD = /\b(?:wants?|would like|chooses?|prefers?) to (?:eat|drink)\b/iu;
const OTHERS_ASK = new RegExp(`^\\s*,?\\s*${PEERS}(?: [\\p{L}\\p{N}'-]+){0,8}? (?:will|to) `, 'iu');
const BOWEL = /bowel|catheter|stoma|constipat|laxative/iu;
const SHOP_WORK =
  /money|choos|on time|arriv|decision|shop|pric|till|order|pour|cash|coffee|drink|customer|sandwich|cook|wash|bake|pack|wants/iu;

const NOT_THE_RESULT: readonly RegExp[] = [LOOSE, MEANS, WITNESS, PFA_NOT_A_SIGN];
