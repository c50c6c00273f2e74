import { type Judged, judged, SOURCES } from './assessment.ts';
import { findDeadlines } from './deadline.ts';
import { findContext } from './result-part.ts';
import { PEERS } from './roles.ts';
import { findFirst, wordPattern, without } from './word-pattern.ts';

/** Whether the text itself shows that an outcome cannot be relied on to be reached; the baseline is for people to judge. */
export function judgeAchievable(text: string): Judged {
  const bare = without(text, [...findDeadlines(text), ...findContext(text)]);
  const source = `${SOURCES.outcomes}: achievable`;
  const hasEnd = findDeadlines(text).length > 0;
  for (const { rule, reason, pattern, isOnlyWithoutEnd } of RULES) {
    const seen = isOnlyWithoutEnd === true && hasEnd ? null : findFirst(bare, pattern);
    if (seen !== null) return judged(false, rule, reason, source, [seen]);
  }
  return judged(
    true,
    'no-obstacle-seen',
    'No absolute, cure, life-long hope or dependence on others was seen.',
    source,
  );
}

/** People outside the team who are to choose the person, as the subject of the sentence. */
export const OTHERS_CHOOSE = wordPattern(
  "(?<=^[\\s,]*)(?:an?|the|two|three|four|at least \\p{L}+|other|more|most|all|some|his|her|their|local|[A-Z]\\p{L}+'s) (?!(?:[\\p{L}'-]+ ){0,5}?(?:school|staff|teachers?|assistants?|council|authority|SENCO|therapist|nurse|parents?) )(?:(?!will )[\\p{L}'-]+ ){1,6}?(?:(?:will|to|has|have) (?:have )?)?(?:offers|picks|chooses|selects|invites|elects|hires|employs|takes(?= [\\p{L}'-]+ on)|accepts|includes|welcomes|befriends|promotes|(?<=(?:will|to|has|have|have have) )(?:offer|offered|give|given|hire|hired|employ|employed|take on|taken on|taken|take|choose|chosen|pick|picked|select|selected|invite|invited|ask|asked|elect|elected|vote|accept|accepted|like|love|befriend|befriended|want|welcome|include|respect|let|promote))(?= (?:[\\p{L}'-]+ ){0,3}?(?:an?|the|him|her|them|me|on|to|for|as|[A-Z]\\p{L}+))",
);

const CONDITION =
  '(?:autism|autistic|ADHD|ADD|dyslexia|dyslexic|dyspraxia|epilepsy|epileptic|asthma|diabetes|diabetic|tics|Tourette|stammer|stutter|anxiety|anxious|depression|depressed|disabled|disability|seizures?|cerebral palsy|deaf|blind|hearing loss|fits|meltdowns?|eczema|allerg(?:y|ies)|pain|incontinence|OCD|PDA|condition|diagnosis|symptoms?|needs|special needs|SEN|behaviour)';

const RULES: readonly { rule: string; reason: string; pattern: RegExp; isOnlyWithoutEnd?: true }[] = [
  {
    rule: 'absolute',
    reason: 'An absolute leaves no room for one bad day.',
    pattern: wordPattern(
      'always|zero (?!per|or|to|degrees)[\\p{L}]+|once and for all|for good|come what may|at no time|(?:wholly|entirely|fully) (?:free|cured|independent)|perfect attendance|not (?:a|one) (?:day|lesson|night|single [\\p{L}]+) (?:missed|off|late|without)|(?<!(?:has|have|had|is|are) )never|without ever|not ever|ever (?:again|once)|not a single|for ?ever|every last|at all times|every (?:single )?time|each and every|every single|all (?:of )?the time|(?:100|a hundred|one hundred|hundred) ?(?:%|per ?cent)|without (?:exception|fail)|on every (?:occasion|attempt)|in every (?:[\\p{L}]+ )?(?:lesson|situation|subject|test|paper|exam)s?(?! (?:for|on|during|over|this|that week))|in all (?:situations|circumstances|settings|environments|contexts)|under any circumstances|ever again|not once|not one(?= [\\p{L}-]+(?: [\\p{L}-]+)?(?:[.,]|$))|no (?:one|mistakes|errors|incidents) (?:at all|ever)|whatever happens|perfect(?:ly)?|flawless(?:ly)?|full marks in (?:every|all)|completely (?:independent|free|calm|silent)|totally|no (?:[\\p{L}-]+ ){1,3}(?:at all|whatsoever|whatever|ever)|no more (?:meltdowns|outbursts|tantrums|incidents)',
    ),
  },
  {
    rule: 'absolute',
    reason: 'An absolute leaves no room for one bad day.',
    pattern: /100\s?%/gu,
  },
  {
    rule: 'cure',
    reason: 'It promises that a condition goes away.',
    pattern: wordPattern(
      `cured?|(?:no longer|not|never) (?:have|has|be|is|suffer from|experience|show|shows|having|display) (?:[\\p{L}'-]+ ){0,3}?${CONDITION}|free (?:of|from) (?:[\\p{L}'-]+ ){0,3}?${CONDITION}|(?:grow|grown) out of|back to normal|be (?:normal|like (?:other|everyone)|fully recovered|completely well)|(?:outgrow|outgrown|overcome|overcame|recover from|got rid of|get rid of|lose|lost) (?:[\\p{L}'-]+ ){0,2}?${CONDITION}|${CONDITION} (?:will )?(?:have )?(?:disappear(?:ed)?|stop(?:ped)?|ceased?|gone|go away|be gone|resolved|vanish(?:ed)?)|catch(?:es)? up (?:fully|completely)`,
    ),
  },
  {
    rule: 'depends-on-others',
    reason: 'It depends mainly on what other people choose to do.',
    pattern: new RegExp(`^\\s*,?\\s*${PEERS}(?: [\\p{L}\\p{N}'-]+){0,8}? (?:will|should|to) `, 'giu'),
  },
  {
    rule: 'depends-on-others',
    reason: 'It depends mainly on what other people choose to do.',
    pattern: new RegExp(
      `^\\s*,?\\s*${PEERS}(?: [\\p{L}\\p{N}'-]+){0,6}? (?:plays?|likes?|asks?|invites?|chooses?|picks?|includes?|talks?|wants?|accepts?) (?:with|to|for|him|her|them|\\p{L}+)(?!\\p{L})`,
      'giu',
    ),
  },
  {
    rule: 'depends-on-others',
    reason: 'It depends mainly on what other people choose to do.',
    pattern: OTHERS_CHOOSE,
  },
  {
    rule: 'depends-on-others',
    reason: 'It depends mainly on what other people choose to do.',
    pattern:
      /^\s*,?\s*(?:nobody|no[- ]one|none of (?:the|his|her)|not one|no (?:child|pupil|student|classmate|peer|other)\p{L}*)(?:\s[\p{L}'-]+){0,6}?\s(?:will|has|have|is|are)(?!\p{L})/giu,
  },
  {
    rule: 'depends-on-others',
    reason: 'It depends mainly on what other people choose to do.',
    pattern: wordPattern(
      "(?:will|to|have) (?:be|been|get|got|feel) (?:regularly |always |fully |the )*(?:(?:invited|picked(?! up)|voted|elected|befriended|well[- ]liked|liked|loved|popular|most popular|asked to (?:play|join|dance|sit)|asked (?:out|round)|offered (?:an? )?(?:[\\p{L}-]+ )?(?:job|place|friendship|apprenticeship|contract|role|part))|(?:accepted|chosen|selected|included|welcomed|respected|approached|admired)(?: [\\p{L}'-]+){0,6}? by (?:[\\p{L}'-]+ ){0,4}?(?:classmates?|class|form|peers?|children|pupils|students|friends|others|everyone|people|employers?|team|captain|manager|coach|owner|club))|become popular",
    ),
  },
  {
    rule: 'life-long-hope',
    reason: 'A hope for life belongs in Section A; an outcome is a step that can be reached.',
    pattern: wordPattern(
      "(?:^|, |will |be |life |home |job )?one day(?! (?:a|each|per|every|in|out|at|of))|(?:the )?rest of (?:his|her|their) li(?:fe|ves)|(?:for )?as long as (?:he|she|they) lives?|all (?:his|her|their|of his|of her) (?:adult )?li(?:fe|ves)|in (?:his|her|their) adult life|into old age|(?:life's|biggest|greatest|ultimate|lifetime) (?:dream|ambition|wish|hope|goal)s?|dreams? (?:is|are|of)|when (?:he|she|they)(?: is| are|'s|'re) (?:a man|a woman|a grown-up|grown)|(?:when|once) (?:he|she|they)(?: is| are|'s|'re) (?:older|bigger),? (?:[\\p{L}'-]+ ){1,2}?(?:live in (?:his|her|their) own|marry|have children)|until (?:he|she|they) dies?|get married|be married|own (?:his|her|their) own (?:home|house|company)|when (?:he|she|they) (?:grows?|is|are) (?:up|grown[- ]up|an adult)|(?:lead|live|have|enjoy|living|leading) (?:an? |as )?(?:[\\p{L}-]+(?:,| and)? ){0,4}?(?:happy|fulfill?(?:ed|ing)|full|rich|meaningful|normal|successful|good|independent|rewarding) (?:and [\\p{L}]+ )?(?:adult |working )?(?:life|lives|career|future|marriage)|live happily|happily ever after|life-?long|for life|throughout (?:his|her|their) life|famous|millionaire|Premier League|professional (?:footballer|dancer|singer|athlete|player|gamer|actor|artist|musician)|astronaut|film star|pop star|Olympic|world champion|prime minister|dream job|YouTuber|(?:be|become) an? (?:(?:hospital|airline|famous|children's|animal|jet|brain|film|TV) )?(?:vet|doctor|pilot|lawyer|actor|singer|footballer|astronaut|surgeon|scientist|rock star|racing driver)|(?:be|become) an? (?:[\\p{L}'-]+ ){0,2}?(?:doctor|vet|pilot|surgeon|lawyer|nurse|teacher|architect|engineer|chef|writer|artist|scientist) (?:in the future|when|one day)",
    ),
  },
  {
    rule: 'life-long-hope',
    reason: 'A hope for life belongs in Section A; an outcome is a step that can be reached.',
    isOnlyWithoutEnd: true,
    pattern: wordPattern(
      '(?:run|own|start|open) (?:his|her|their) own (?:[\\p{L}]+ ){0,2}?(?:farm|business|company|shop|restaurant|salon|garage|studio|café|bakery|hotel|stables|gym|nursery)',
    ),
  },
];
