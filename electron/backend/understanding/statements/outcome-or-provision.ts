import { type Judged, judged, SOURCES } from './assessment.ts';
import { findDeadlines } from './deadline.ts';
import { findNeed } from './needs.ts';
import { AMOUNT } from './number-words.ts';
import { findContext, findPurposes } from './result-part.ts';
import { OTHERS, PEERS, ROLE } from './roles.ts';
import { findDurations, findFrequencies } from './provision-times.ts';
import { findAll, findFirst, type Seen, wordPattern, without } from './word-pattern.ts';

/**
 * Whether a statement tells of a change or benefit for the person. With the support words taken away a result must be
 * left: receiving, attending, being helped or taught, and what others will do are provision; taking part in school,
 * work or community life is not. Help named only as the means to a stated result does no harm.
 */
export function judgeOutcome(text: string): Judged {
  const bare = without(text, [
    ...findDeadlines(text),
    ...findAll(text, END_OF_PLAN),
    ...findContext(text),
    ...findPurposes(text),
  ]);
  for (const { rule, reason, pattern } of RULES) {
    const seen = findFirst(bare, pattern);
    if (seen !== null && !isExcused(bare, seen, rule))
      return judged(false, rule, reason, SOURCES.outcomeNotProvision, [seen]);
  }
  const amount = findDeadlines(text).length > 0 ? null : findAmountAlone(bare);
  if (amount !== null)
    return judged(
      false,
      'help-alone',
      'It names help by its amount, without saying what changes.',
      SOURCES.outcomeNotProvision,
      [amount],
    );
  const need = findNeed(text);
  if (need !== null)
    return judged(false, 'need', 'It says how things are now, not what changes.', SOURCES.outcomeNotProvision, [need]);
  return judged(true, 'result', 'It tells of something that changes for the person.', SOURCES.outcomeNotProvision);
}

/** "Intensive interaction, 10 mins x 3 daily": how often and how long, and nobody who does anything. */
function findAmountAlone(text: string): Seen | null {
  if (SOMEBODY_DOES.test(text)) return null;
  const [often] = findFrequencies(text);
  return often !== undefined && findDurations(text).length > 0 ? often : null;
}

const SOMEBODY_DOES =
  /\b(?:will|shall|can|to|is|are|am|was|has|have|able|out of|in (?:\d+|two|three|four|five|ten)|fewer|less|more|without)\b|^[\s,]*\p{L}+ing\b|\d+ ?\/ ?\d+/iu;

/** No end point, but no plan that somebody is to write either. */
const END_OF_PLAN = wordPattern(
  '(?:by the end )?of (?:the|this|his|her|their|my) (?:final |new |amended |EHC )*(?:plan|EHCP)(?: (?:being (?:issued|finalised|agreed|signed)|starting|start date|date))?',
);

const HELP =
  '(?:support|help|someone|input|meetings?|pre-?teaching|therapy|therapies|interventions?|sessions?|teaching|tuition|time with|adult time|hours|assistance|counselling|mentoring|coaching|training|provision|programmes?|packages?|plans?|assessments?|reviews?|visits?|appointments?|referral|equipment|resources|laptop|tablet|computer|iPad|chair|wheelchair|hoist|radio aid|device|timetable|workstation|desk|space|room|hub|environment|adviser|advisor|mentor|assistant|teacher|therapist|worker|nurse|trainer|tutor|coach|counsellor|psychologist|carer|signer|scribe|note-taker|key adult|key worker|adult|place (?:on|in a|in the|at a)|placement|budget|payments?|break|breaks|respite|opportunit(?:y|ies)|activities|strategies in place|adjustments|arrangements|exam concessions|extra time|differentiated \\p{L}+|curriculum|ratio|supervision|monitoring|contact with|workstation|hydrotherapy|physiotherapy|physio|lessons (?:in|with)|catch-up|training|games group|clinic|diet plan|sensory diet|care plan|profile|passport|checklist|visual aids|group|tasks broken|work broken|instructions|transport|taxi|escort|interpreter|blocks? of|course of|programme of|supports|class sizes?|scaffold(?:s|ing)|staffing|reading pen|(?:coloured )?overlays?|ear defenders|headphones|fidget|wobble (?:cushion|stool)|writing slope|sloping board|pencil grips?|word mats?|weighted \\p{L}+|talker|communication (?:book|aid|board)|visuals|check-ins?|1:1s|one-to-ones|meet and greet|key ?worker|hydro|cop(?:y|ies) of|home-school (?:book|diary|log)|home-to-school book|TA|LSA|HLTA|teaching assistant|standing frame|(?:hearing|eye|sight|vision|blood|swallow) tests?|check-?ups?)';
const SOME_WORDS = "(?:(?!so |that |to |which |when )[\\p{L}\\p{N}'/-]+,? ){0,7}?";
const WILL =
  '(?:(?:will|shall|should|can|must|is going to|are going to|needs? to|is to|are to|to) (?:also |then |continue to |be able to |have |have been |be |now |regularly |still |each week |soon )*)';
/** "will have done sixty hours" is a thing done, "will have named mentors" a thing given. */
const NOT_PERFECT =
  '(?! (?:also |now |already |successfully )*(?!named|trained|dedicated|shared|increased|adapted|enhanced|targeted|structured|differentiated|personali[sz]ed|individuali[sz]ed|tailored|planned|specialised|continued|weighted|modified|reduced|timetabled|supervised|sustained|allocated|assigned|qualified|experienced|supported)(?:[\\p{L}]+ed|done|spent|taken|gone|made|found|held|kept|learnt|left|met|paid|read|run|saved|sold|swum|taught|written|won|worn|built|chosen|eaten|shown|spoken|begun|become|drawn|driven|ridden|slept|got to|grown|given))';
const PASSIVE =
  'in use|up and running|on order|on (?:the|a) (?:rota|timetable)|pre-?taught|seated|positioned|told|shown|read to|fed|informed|consulted|kept informed|cared for|looked after|listened to|replaced|ordered|recruited|found (?:for|a)|provided|given|offered|supported|helped|assisted|taught|encouraged|referred|assessed|reviewed|monitored|allocated|assigned|introduced to|prompted|allowed|enabled|exposed to|placed|withdrawn (?:from|for)|taken (?:to|out|through)|enrolled (?:in|on) (?:a|an|the) (?:[\\p{L}-]+ ){0,3}?(?:programme|intervention|group)|signposted|coached|mentored|trained|tutored|observed by|reminded|checked|weighed|escorted|transported|discharged|discussed|considered|prescribed|supplied|issued|fitted|installed|purchased|bought|arranged|organised|set up|put in place|in place|carried out|completed by|drawn up|written (?:by|for)|updated|shared with|held|made available|available|delivered|commissioned|funded|identified (?:by|for)|established|implemented|included (?:on|in) (?:a|the) (?:programme|caseload)|in receipt of|on the (?:waiting list|caseload)|seen by|known to|open to|under the care of|offered|facilitated|scheduled|booked|created|developed (?:by|with|for)|sought|requested|submitted|sent|followed by staff|modelled|tested by|screened|accompanied|supervised';

/** How an outcome without a verb begins ("Improved attendance"): a change in the person. */
const BETTER =
  '(?:(?:an? |for |towards )?(?:better|improved|greater|stronger|increased|increasing|more|fewer|less|reduced|good|positive|secure|independent|independence|confident|confidence|happy|healthy|healthier|improvements?|progress|success|success(?:ful)?|full)(?! (?:adult|staff|support|help|input|therapy|hours|sessions|teaching|time|access|tuition|supervision|\\p{L}+ support)))';
const VERBS =
  'will|shall|should|can|could|must|is|are|has|have|to|and|he|she|they|I|you|we|uses|asks|joins|makes|takes|goes|travels|tells|attends|keeps|follows|writes|reads|says|plays|chooses|manages|completes|sits|walks|shares|finds|leaves|finishes|gets|eats|[\\p{L}]+s (?:his|her|their)';

interface Rule {
  rule: string;
  reason: string;
  pattern: RegExp;
}

/** What staff and parents do for somebody, in the present: "adults use short sentences", "the OT reviews the sling". */
const DOES_FOR =
  '(?:(?:use|provide|model|follow|know|understand|review|visit|sit|meet|support|help|teach|deliver|monitor|liaise|adapt|differentiate|offer|give|check|plan|lead|run|train|work|write|share|attend|act|respond|recogni[sz]e|encourage|prompt|remind|supervise|allow|make|keep|get|take|have|speak|talk|wait|break|set|stay|record|assess|prepare|arrange|ensure|set up|update|send|ask|pre-?teach|scribe|read|sign|repeat|simplify|notice|accompany|escort|watch|carry out|stand|go|come|learn|join|agree)s?|teaches|watches|carries out|has|goes through)';

const RULES: readonly Rule[] = [
  {
    rule: 'others-act',
    reason: 'It says what others will do.',
    pattern: wordPattern(
      `(?<=^\\s*(?:(?:for|by|with|in) [^,]{0,60},)?\\s*,?\\s*(?:the |an? |his |her |their |all |our |for |two |one )*)(?:${OTHERS}|(?:every(?:one|body)|anyone|all|people|those) (?:who|working|around|involved|supporting)[^,.]{0,40}?|home and school|school and home|both settings|we|agencies|(?:(?!(?:will|can|shall|to|tells?|asks?|he|she|they|I|you) )[\\p{L}'-]+ ){0,6}?${ROLE})(?:,? (?:and|or) (?:[\\p{L}'-]+ ){0,4}?(?:${OTHERS}|${ROLE}))?,? (?:[\\p{L}'-]+ ){0,6}?(?:will|shall|should|must|to|need to|needs to|are|is|can|may|${DOES_FOR})`,
    ),
  },
  {
    rule: 'thing-put-in-place',
    reason: 'Its subject is help, a plan or equipment, not the person.',
    pattern: wordPattern(
      `(?<=^\\s*,?\\s*(?:an? |the |any |some |his |her |their |all |regular |weekly |daily |appropriate |[A-Z]\\p{L}+'s |(?!(?:will|shall|should|can|could|to|is|are|has|have) )[\\p{L}-]+ ){0,5})(?:assessments?|referrals?|plans?|support|help|provision|therapy|sessions?|programmes?|equipment|risk assessment|health checks?|meetings?|visits?|strategies|interventions?|reviews?|package|placement|bathroom|ramp|hoist|laptop|transport|funding|budget|timetable|arrangements|adjustments|resources|adaptations|opportunities|input|reports?|application|profile|passport|training|advice|information|services?|course of [\\p{L}]+) (?:[\\p{L}'-]+ ){0,7}?(?:will|shall|should|to|is|are|must|has|have)(?! (?:get|help) )(?!.{0,60}, [A-Z]\\p{L}+ (?:will|can))`,
    ),
  },
  {
    rule: 'thing-put-in-place',
    reason: 'Its subject is a thing that others will see to, not the person.',
    pattern: wordPattern(
      `(?<=^[\\s,]*)(?:an?|the|all|some|any|his|her|their|my|your|[A-Z]\\p{L}+'s) (?!(?:[\\p{L}'-]+ ){0,3}?(?:children|pupils|students|classmates|peers|boys?|girls?|friends?|number|attendance|reading|speech|writing|behaviour)\\b)(?:[\\p{L}'-]+ ){1,7}?(?:will|shall|is to|are to|to) (?:have )?(?:be|been) (?:found|made|kept|used|taken|put|moved|changed|widened|lowered|raised|fitted|tried|written|chosen|named|adapted|prepared|ready|appointed|extended|ordered|replaced|added|adjusted|built|sent|ready)`,
    ),
  },
  {
    rule: 'help-alone',
    reason: 'It names help without saying what changes.',
    pattern: wordPattern(
      `(?<=^[\\s,]*)(?!${BETTER} )(?!.*\\b(?:will|shall|can|is able|to (?:be able|improve|develop|increase|become))\\b)(?:(?!(?:${VERBS}) )[\\p{L}\\p{N}'/:+&.-]+,? ){0,6}?(?:${HELP}|${ROLE}|access to|use of|lessons|support|swimming|school trips?)(?=[^.;]*[.;]?\\s*$)`,
    ),
  },
  {
    rule: 'help-alone',
    reason: 'It gives an amount of time, without saying what changes.',
    pattern: wordPattern(
      `(?<=^[\\s,]*)(?:at least |about |up to )?${AMOUNT} (?:minutes?|hours?|mins?|hrs?|days?|nights?|sessions?|lessons?|visits?)(?:'s?)? (?:a|per|each|every|of|pw|p/w|daily|weekly|with)(?!.*\\b(?:will|shall|can)\\b)`,
    ),
  },
  {
    rule: 'help-alone',
    reason: 'It says what the person needs, not what will come of it.',
    pattern: wordPattern(
      "(?<=^[\\s,]*)(?!never |no longer )[\\p{L}'-]+ (?:still |also |now )?(?:needs?|requires?)(?! (?:to (?!be|have)|only|just|no|fewer|less|at most))",
    ),
  },
  {
    rule: 'is-helped',
    reason: 'Having something done by others is done for the person.',
    pattern: wordPattern(
      `(?:will|to) have (?:had )?(?:an? |the |his |her |their )(?:[\\p{L}'-]+ ){1,4}?(?:given|reviewed|assessed|monitored|checked|adapted|fitted|replaced|repaired|serviced|installed|widened|adjusted|re-?assessed|(?:changed|adapted|cleaned|set up|fitted|done|washed|cut up|read|supervised|provided) by)`,
    ),
  },
  {
    rule: 'attends-help',
    reason: 'What others run and the person only attends is provision.',
    pattern: wordPattern(
      `(?:take part in|join|attend|go to|come to) (?!(?:[\\p{L}'-]+ ){0,4}?(?:club|team|choir|band|Scouts|Cubs|Brownies|Guides|youth|lessons?|church|mosque) )(?:[\\p{L}'-]+ ){1,6}?(?:run|led|delivered|taught|provided|given|offered) by|attend(?:s|ed)? (?:all|every|each)(?: one)? (?:of )?(?:the |his |her |their )?(?:[\\p{L}-]+ )?sessions? (?:of|in|with|on) (?:the |his |her |their |an? )?(?:[\\p{L}'-]+ ){0,4}?(?:course|programme|therapy|group|intervention|therapist|counsellor|counselling)`,
    ),
  },
  {
    rule: 'task',
    reason: 'It tells others what to do.',
    pattern: wordPattern(
      `(?<=^[\\s,]*)(?:to )?(?:continue (?:with|to (?:provide|receive|have|attend|work with|access|offer|monitor|support))|provi(?:de|sion of)|ensure|arrange|offer|refer|implement(?:ation of)?|deliver(?:y of)?|make sure|set up|allocate|liaise|introduc(?:e|tion of)|monitor|teach|encourage|allow|give|fund|consider|work (?:on|with)|look into|explore|review|put in place|put together|draw up|carry out)`,
    ),
  },
  {
    rule: 'receives',
    reason: 'Receiving help is provision; it leaves no result when the support words are taken away.',
    pattern: wordPattern(
      `${WILL}(?:receiv(?:e|es|ed|ing)|get(?:s|ting)?(?! (?:from|to|on|off|into|out|up|down|back|home|round|around|across|in|along|there|through|past|himself|herself|dressed|changed|ready)(?!\\p{L}))|got|be getting|gain access to|obtain)(?= ${SOME_WORDS}(?:${HELP}|${ROLE}|from|via|through)(?!\\p{L}))`,
    ),
  },
  {
    rule: 'receives',
    reason: 'Receiving is provision.',
    pattern: wordPattern(`(?:${WILL}|continues to |^)receiv(?:e|es|ed|ing)`),
  },
  {
    rule: 'has-access',
    reason: 'Having access to something is provision.',
    pattern: wordPattern(
      `${WILL}(?:(?:have|had|has|gain|be given|get|enjoy) ${SOME_WORDS}access to|access(?:ed|ing)? ${SOME_WORDS}(?:${HELP}|ELSA|CAMHS|SALT|OT))`,
    ),
  },
  {
    rule: 'is-helped',
    reason: 'Being supported, taught, given or referred is something done for the person.',
    pattern: wordPattern(
      `(?:will|shall|should|must|needs? to|to|is to|can|is|are) (?:also |then |now )?(?:continue to )?(?:be |get |have been |have got |feel |being |been )(?:[\\p{L}]+ly |well |fully )?(?:${PASSIVE})`,
    ),
  },
  {
    rule: 'has-resource',
    reason: 'Having a service, a person or a thing is provision.',
    pattern: wordPattern(
      `(?:${WILL}|with )?(?<=(?:will|shall|to|should|must|needs? to|continue to) (?:also |continue to |then |be )?)(?:have${NOT_PERFECT}|has|having|have had|use of|benefit from|needs?(?! (?:only|just|no more|fewer|less|no|at most))|require|have in place|have (?=(?:[\\p{L}'-]+ ){0,4}?(?:TA|LSA|HLTA|ELSA|teaching assistant)s?(?![\\p{L}-]))|(?:keep|retain)(?! (?:[\\p{L}'-]+ ){1,3}?(?:on|in|up|still|tidy|clean|dry|safe|charged|down|open|under)(?!\\p{L}))) (?!(?:an? |the |his |her )?(?:friends?|job|own (?:home|flat|house|money|place|bank|income)|place (?:on|at) (?:an? |the |his |her )?(?:[\\p{L}-]+ ){0,3}?(?:course|apprenticeship|internship|traineeship|college|university|sixth form)))${SOME_WORDS}${HELP}`,
    ),
  },
  {
    rule: 'is-helped',
    reason: 'What is looked after by others is done for the person.',
    pattern: wordPattern(
      `(?<=^[\\s,]*(?:that )?)(?:his|her|their|my|the|an?|all|[A-Z][\\p{L}-]+'s?|${OTHERS}) ?(?:[\\p{L}'-]+ ){0,4}?(?:is|are|has been|have been|gets?) (?:regularly )?(?:monitored|checked|reviewed|assessed|serviced|adapted|provided|supplied|managed|overseen|shared|updated|fitted|adjusted|supervised|trained|shown|consulted|informed|invited to|found|in place|given|funded|kept|prepared|cut up|delivered|led|run)(?! (?:on|in|out)? ?by (?:[A-Z]\\p{L}+ )?(?:himself|herself|him|her)(?!\\p{L}))`,
    ),
  },
  {
    rule: 'help-alone',
    reason: 'It names help without saying what changes.',
    pattern: wordPattern(
      `(?<=^[\\s,]*)(?:(?:small|individual|paired|targeted|direct|weekly|daily|regular|group|whole-class|one-to-one|1:1|fortnightly|short|structured)[- ])+(?:group[- ])?(?:work|teaching|support|help|input|sessions?|time|therapy|tuition|interventions?|training|programme|blocks?|slots?|lessons?|practice|exercises)(?!.*\\b(?:will|shall|can|to|so)\\b)`,
    ),
  },
  {
    rule: 'receives',
    reason: 'Going on with help is provision.',
    pattern: wordPattern(`${WILL}continue with ${SOME_WORDS}(?:${HELP}|${ROLE})`),
  },
  {
    rule: 'benefits',
    reason: 'To benefit from something is to be given it.',
    pattern: wordPattern('(?:will|would|to|should) (?:also )?benefit from'),
  },
  {
    rule: 'attends-help',
    reason: 'Attending a service or an intervention is provision.',
    pattern: wordPattern(
      `(?:attend(?:s|ed|ing)?|take part in|taken part in|participate in|engage (?:in|with)|go to|complete|completed|undertake|undergo|have|join|access) (?!(?:an? |the |his |her )?(?:youth|drama|church|scout|play ?group|cadet|after-school|sports?|football|art|music|chess|mosque|all|every|each|mainstream|full))(?:(?!(?:lessons|school(?!')|college(?!')|work|club|class|so|and|to|by)\\b)[\\p{L}\\p{N}'/-]+ ){0,6}?(?:(?<!(?:per ?cent|all|out of \\p{L}+|most) (?:of )?(?:the |his |her |their )?)sessions?|therapy|therapies|interventions?|nurture(?: group| provision)?|clinics?|counselling|programme of|course of (?:therapy|treatment)|skills group|support group|therapy group|workshops?|hydrotherapy|physiotherapy|physio|assessments?|CAMHS|tuition|mentoring|appointments? with|respite|short breaks?|circle of friends|booster (?:group|class)|speech and language group|reading group|social group|alternative provision|hydro|ELSA|SALT(?= |$)|(?<=go to .{0,20})hub|(?:management|awareness|skills|mindfulness|resilience|self-esteem|parenting|sleep|bereavement|confidence) (?:course|training|group))|take up (?:an? |the |his |her )?(?:offer of|respite|short break|counselling|therapy)`,
    ),
  },
  {
    rule: 'attends-help',
    reason: 'Working through a programme is the help, not what comes of it.',
    pattern: wordPattern(
      "(?:complet(?:e|es|ed|ing)|finish(?:es|ed|ing)?|follow(?:s|ed|ing)?|do|does|done|undertak(?:e|es|en|ing)|start(?:s|ed|ing)?|begin|continue with|work(?:s|ed|ing)? through|be on) (?:an? |the |his |her |their )?(?!(?:[\\p{L}-]+ ){0,4}?(?:internship|apprenticeship|traineeship|study|award|employment|vocational|enterprise|work experience|college|foundation|level|BTEC|Prince's Trust|leadership|volunteering|physio|exercise|fitness) )(?:(?!so|that|to|by|and|which|without)[\\p{L}\\p{N}'-]+ ){0,5}?(?:programme|intervention|blocks? of|course of (?:[\\p{L}]+ )?(?:therapy|treatment|sessions))(?! (?:by himself|by herself|alone|without|unaided|independently|on (?:his|her) own))",
    ),
  },
  {
    rule: 'works-with-helper',
    reason: 'Working with a professional is the help, not what comes of it.',
    pattern: wordPattern(
      `(?:will|to|shall|continue to) (?:continue to |regularly |also )?(?:work|meet|spend (?:[\\p{L}\\p{N}-]+ ){1,4}|be (?:seeing|meeting|working)|do (?:[\\p{L}'-]+ ){1,4}?(?=with)|practi[sc]e (?:[\\p{L}'-]+ ){1,4}?(?=with)|go over (?:[\\p{L}'-]+ ){1,4}?(?=with)|see (?=(?:with )?(?:CAMHS|SALT|OT|physio|EP))|see|be seen|engage|have contact|have met|remain (?:open|known)|stay (?:open|under)|(?:be|stay|remain) on (?=(?:an?|the) )) ?(?:[\\p{L}\\p{N}:'-]+ ){0,5}?(?:(?:with |by |to |under )?(?:an?|the|his|her|their) |with |by |(?<=see ))(?:[\\p{L}-]+ ){0,4}?(?:${ROLE}|team|service|CAMHS)`,
    ),
  },
  {
    rule: 'task',
    reason: 'A task for others is not a result for the person.',
    pattern: wordPattern(
      '(?:to be (?:referred|assessed|put in place|arranged|made|completed|provided|given|reviewed|agreed|considered|organised|explored)|(?:an?|the) (?:referral|assessment|application|plan|review|meeting) (?:to|for) .{0,40} (?:to be|will be|has been))',
    ),
  },
];

const RESULT_FOLLOWS = wordPattern(
  '(?:understood|invited|accepted|chosen|picked|elected|employed|paid|selected|promoted|awarded|heard|able)',
);
const WITNESS = wordPattern(
  `(?:report|notice (?!(?:the |any |his |her |their |all |early |first |small )*(?:signs?|triggers?|signals?|changes?|when|if) )|understand (?:what|\\p{L}+'s (?:speech|words)|his (?:speech|words)|her (?:speech|words)|at least|\\d+|\\p{L}+ out of)|agree that|see (?:him|her|them|that)|record that|hear)`,
);

/** Who is free to choose, and chooses the person: a result, though not in the person's hands. */
const PICKED_BY_THE_BOSS = wordPattern(
  `(?<=^[\\s,]*)(?:(?:an?|the|his|her|their|my) )?(?:[\\p{L}'-]+ ){0,4}?(?:managers?|boss|owners?|coach|captain|directors?|supervisors?|chef|landlord|landlady|bandleader|conductor) (?:will|shall) (?:have )?(?:(?:pick|choos|chos|select|elect|appoint|hir|promot|prais|employ|accept)\\p{L}*|take(?:n)? (?=[\\p{L}'-]+ on)|offer(?:ed)? (?=[\\p{L}'-]+ (?:an? |the )?(?:[\\p{L}-]+ )?(?:job|place|role|contract|part|shift)))(?! (?:an?|the|some|suitable|appropriate|any|all|each|which|what) )`,
);

/** What looks like help but is not: peers choosing, listeners who understand, being accepted or elected. */
function isExcused(text: string, seen: Seen, rule: string): boolean {
  if (rule === 'others-act' && findFirst(text.slice(seen.start), PICKED_BY_THE_BOSS) !== null) return true;
  const after = text.slice(seen.end, seen.end + 60);
  if (/^\s*,?\s*(?:every(?:one|body)|all(?: people| those)?|people) (?:who|working|around|involved)\b/i.test(text))
    return false;
  if (
    new RegExp(`^\\s*,?\\s*${PEERS} (?:\\p{L}+ ){0,4}(?:will|to)`, 'iu').test(text) &&
    !/\b(?:staff|adults?)\b/i.test(seen.text)
  )
    return true;
  if (/^\s*(?:be able to )?/.test(after)) {
    const next = after.replace(/^\s*(?:be able to )?/, '');
    const at = next.search(new RegExp(WITNESS.source, 'iu'));
    if (at === 0) return true;
  }
  return new RegExp(RESULT_FOLLOWS.source, 'iu').test(seen.text);
}
