import { NUMBER } from './number-words.ts';
import {
  isCountedThing,
  isCountLimit,
  isHarmlessAdjective,
  isMonth,
  isNumbered,
  isSizedGroup,
} from './vague-exactness.ts';
import { type Seen, wordPattern } from './word-pattern.ts';

/** What the rest of the sentence gives exactly. */
export interface Exactness {
  frequency: readonly Seen[];
  duration: readonly Seen[];
  who: readonly Seen[];
}

export interface VagueWords {
  family: 'access' | 'condition' | 'frequency' | 'amount' | 'soft verb' | 'empty noun' | 'time';
  pattern: RegExp;
  /** True where the rest of the sentence makes these words exact. */
  isExact?: (text: string, seen: Seen, exactness: Exactness) => boolean;
}

/** Occasions that anyone can tell: "at every change of lesson", not "each week". */
const EVENT = /lesson|time|day|(?:each|every) (?!week|month|fortnight|term|half|year|so|now)/i;
const HAS_RATE = (_text: string, _seen: Seen, { frequency, duration, who }: Exactness): boolean =>
  frequency.length > 0 && (duration.length > 0 || who.length > 0 || frequency.some((seen) => EVENT.test(seen.text)));
const HAS_AMOUNT = (_text: string, _seen: Seen, { frequency, duration }: Exactness): boolean =>
  frequency.length > 0 && duration.length > 0;
const HAS_OFTEN = (_text: string, _seen: Seen, { frequency }: Exactness): boolean => frequency.length > 0;
const EMPTY_NOUN =
  '(?:support|help|input|involvement|intervention|interventions|provision|assistance|guidance|monitoring|adult support|in-class support|supervision|contact|advice|work|package|attention)';
const PERSON = "(?:he|she|they|it|[A-Z][\\p{L}'-]+|the (?:child|pupil|young person))";

/** Tell-tale wording of provision, by family. */
export const VAGUE: readonly VagueWords[] = [
  {
    family: 'access',
    pattern: wordPattern(
      '(?:(?:have|has|flexible|regular|supported|easy|be given|be able to|frequent|planned|with|open) )*access to|able to access|exposure to',
    ),
    isExact: (text, seen, exactness) =>
      !/flexible|regular|frequent/i.test(seen.text) && (HAS_RATE(text, seen, exactness) || isCountedThing(text, seen)),
  },
  {
    family: 'access',
    pattern: wordPattern(
      '(?:(?:lots|plenty) of |a (?:range|variety|number|lot) of |many |more |regular |frequent |planned |structured |increased |ample |additional |further |daily |supported |various |as many |some )*opportunit(?:y|ies)(?: (?:to|for))?',
    ),
    isExact: (text, seen, exactness) =>
      HAS_AMOUNT(text, seen, exactness) && !/lots|plenty|range|many|regular|frequent|ample/i.test(seen.text),
  },
  {
    family: 'condition',
    pattern: wordPattern(
      `(?:where(?:ver)?|when(?:ever)?|if|as(?: and (?:when|where))?|should this be|unless|in so far as|insofar as|so far as|as far as|to the extent) (?:(?:it is|this is|is|are|that is|deemed|considered|felt|thought|felt to be|clinically|reasonably|practically|and when|or if) )*(?:appropriate|necessary|needed|required|possible|practicable|practical|available|feasible|relevant|suitable|indicated|advised|agreed|applicable|desired|helpful|beneficial|requested|able|useful|allowed|permitted|convenient|recommended)(?: by)?`,
    ),
  },
  {
    family: 'condition',
    pattern: wordPattern(
      "(?:as|if|when|where|when(?:ever)?) (?:poss|nec|req'?d|req|approp|avail)|(?:if|when(?:ever)?|where) (?:feeling )?(?:dysregulated|upset|anxious|overwhelmed|distressed|struggling|unsettled|stressed|heightened|in crisis|tired)|ASAP|little and often|on (?:request|demand)|by request|an? bit of|bits of|(?:if|when(?:ever)?|where) (?:there(?:'s| is)|we have|staff have) (?:any )?(?:time|space|cover|capacity|room|staff)(?: available| free)?|should (?:he|she|they|it|this) (?:wish|want|need|require|be needed)(?: it)?|(?:if|when) (?:wanted|wished|asked for)|when(?:ever)? it suits|can be (?:offered|made available|arranged|considered)",
    ),
  },
  { family: 'amount', pattern: /~(?=\s?\d)|(?<![\p{L}\p{N}])(?:c\.?(?=\s?\d)|(?<=\d\s?-?)ish(?!\p{L}))/gu },
  { family: 'condition', pattern: wordPattern('as and when(?: (?:required|needed|necessary|appropriate|possible))?') },
  {
    family: 'condition',
    pattern: wordPattern(
      `(?:as (?:often|much|long|many \\p{L}+|far|frequently) as|(?:when(?:ever)?|where(?:ver)?|if|as)) ${PERSON} (?:feels? (?:\\p{L}+ )?(?:need|it|ready|able|like)?|needs?|requires?|wants?|wishes|finds? it (?:difficult|hard|helpful)|is (?:ready|able|struggling|upset|anxious|overwhelmed|dysregulated|tired)|(?:would )?likes?|becomes? (?:upset|anxious|distressed|overwhelmed|dysregulated|tired|ready)|struggles|appears|seems|gets (?:upset|tired|anxious))(?: (?:them|it|this|one|to|this support))?`,
      'gu',
    ),
  },
  {
    family: 'condition',
    pattern: wordPattern(
      'as (?:often|much|far|soon|long|well|many|frequently|quickly|independently) as (?:is |are )?(?:possible|practicable|necessary|needed|required|practical|they can|he can|she can|he is able|she is able)',
    ),
  },
  {
    family: 'condition',
    pattern: wordPattern(
      "subject to (?:[\\p{L}]+ )?[\\p{L}]+|(?:where|if|when|as|provided) (?:[\\p{L}]+ )?(?:resources?|funding|funds|staffing|staff|time|space|timetables?|timetabling|capacity|circumstances|budgets?|availability|numbers) (?:is |are |will |can )?(?:permits?|allows?|available|are available|dictate|be found|permitting)|within (?:the )?(?:(?:available|existing|current|normal|usual|its|their) )+(?:resources|budgets?|staffing|capacity|funding|means)|(?:if|when(?:ever)?|where(?:ver)?|provided) (?:an? |the |any )?(?:[\\p{L}]+ ){0,2}?(?:one|someone|somebody|anyone|assistant|teacher|therapist|adult|member of staff) (?:is|are) (?:available|free|on duty)|(?:resources|staffing|time|funding|timetable|weather) permitting|(?:depending|dependent|contingent|conditional) (?:up)?on|at (?:the )?(?:[\\p{L}'-]+ ){0,3}?discretion(?: of)?|pending|according to (?:need|his needs|her needs|their needs|availability|demand)|in line with need|based on need|if at all possible|where at all possible|whenever the opportunity arises",
    ),
  },
  {
    family: 'condition',
    pattern: wordPattern(
      '(?:still |yet )?to be (?:agreed|determined|confirmed|arranged|decided|discussed|advised|finalised|negotiated|established|identified|considered|explored|reviewed as|scheduled|set)|TBC|TBA|TBD|PRN|p\\.r\\.n\\.|as (?:advised|recommended|directed|agreed|suggested|determined|deemed|identified|specified|outlined)(?: (?:necessary|appropriate))? (?:by|with)|felt to be (?:suitable|appropriate|necessary|helpful|needed)|(?:considered|deemed|thought) (?:to be )?(?:suitable|appropriate|necessary|helpful|beneficial)|as deemed (?:necessary|appropriate)|or (?:as )?otherwise agreed|by (?:mutual )?agreement|by arrangement|by negotiation',
    ),
  },
  {
    family: 'frequency',
    pattern: wordPattern(
      `(?:on an? (?:very |more |fairly )?(?:regular|frequent|ongoing|needs[- ]led|as-needed|as needed|flexible|ad hoc|informal|continuing|occasional|when needed) basis|at (?:regular|frequent|suitable|appropriate|agreed) (?:intervals|times|points)|at intervals(?! (?:of|to be))|from time to time|every now and (?:then|again)|now and (?:then|again)|at times|as (?:a )?matter of routine|regularly|frequently|periodic(?:ally)?|occasional(?:ly)?|on occasions?|sometimes|throughout(?=\\s*(?:[,.;]|$)|,? (?:to|as|when|with) )|(?<!how )often(?! as)|routinely|intermittent(?:ly)?(?! catheter)|ad hoc|most (?:days|mornings|lessons|weeks|afternoons|evenings|of the time|nights|school days|subjects)|(?:some|many) (?:days|mornings|lessons|weeks|evenings|afternoons)|much of the (?:day|time|week)|for (?:much|most|some|part) of the (?:day|week|time|lesson)|at various (?:times|points)|more often|every so often|repeatedly|consistently|where opportunities arise)`,
    ),
    isExact: (text, seen, exactness) =>
      /^(?:regularly|frequently|routinely|consistently|at regular intervals|repeatedly)$/i.test(seen.text) &&
      HAS_OFTEN(text, seen, exactness),
  },
  {
    family: 'frequency',
    pattern: wordPattern(
      // Monitoring and supervision say what is done; support and involvement do not.
      `(?:regular|frequent|ongoing|on-going|continued|continuing|continuous)(?: (?!monitoring|supervision)${EMPTY_NOUN})?(?!-size|-sized| size| print| sized| basis| intervals| school| lessons? | class(?:es|room)?)`,
    ),
    isExact: (text, seen, exactness) => HAS_OFTEN(text, seen, exactness) && /^(?:regular|frequent)$/i.test(seen.text),
  },
  {
    family: 'amount',
    pattern: wordPattern(`up to(?= (?:${NUMBER}|an?|half))`),
    isExact: (text, seen) => isCountLimit(text, seen),
  },
  {
    family: 'amount',
    pattern: wordPattern(
      `(?:approximately|approx\\.?|circa|roughly|nearly|almost|in the region of|somewhere between|or so|or thereabouts|give or take)|(?:around|about)(?= (?:${NUMBER}|once|twice|half|an? (?:hour|day|half|quarter|week|minute|dozen)|half))`,
    ),
  },
  {
    family: 'amount',
    pattern: wordPattern('some(?! of these)(?= [\\p{L}\\p{N}])(?: (?:support|help|input|time))?'),
    isExact: (text, seen) => /^some (?:days|mornings)/i.test(text.slice(seen.start)),
  },
  {
    family: 'amount',
    pattern: wordPattern(
      `an? (?:wide |broad |full |whole )?(?:range|variety|number|selection|mixture|series|lot|deal|array) of(?: (?:strategies|approaches|interventions|activities|resources|techniques|support|methods))?|(?:lots|plenty) of|(?:various|several|numerous|many|multiple|a few|few|a couple of|varied|as many)(?= [\\p{L}\\p{N}])`,
    ),
    isExact: (text, seen) =>
      /^few|^many|^multiple/i.test(seen.text) &&
      /no fewer|how many|as many as/i.test(text.slice(Math.max(0, seen.start - 8), seen.end + 3)),
  },
  {
    family: 'amount',
    pattern: wordPattern(
      `(?:an? )?(?:(?:very )?(?:high|higher|greater|good|enhanced|increased|significant|appropriate|suitable|adequate|sufficient|reasonable|raised|additional|considerable|low|certain)) (?:level|levels|degree|amount|amounts) of|(?:increased|enhanced|additional|extra|significant|substantial|considerable|intensive|higher|greater|improved|maximum|more|further) ${EMPTY_NOUN}`,
    ),
    isExact: (text, seen) => isNumbered(text, seen),
  },
  {
    family: 'amount',
    pattern: wordPattern(
      '(?:sufficient(?:ly)?|adequate(?:ly)?|(?<!age-|age |developmentally |developmentally-|more )appropriate(?:ly)?|suitable|suitably|reasonable(?: adjustments)?|enough|ample|increased|enhanced|substantial|significant|considerable|proportionate|relevant|necessary|required(?! by the exam)|needed|additional|extra|further|minimal|optimal|bespoke|individualised(?= (?:support|approach|provision|package|curriculum|strategies))|tailored(?: (?:support|approaches|approach|provision|curriculum|strategies))?|personalised(?= (?:support|approach|provision|package|curriculum))|differentiated (?:approach|approaches)|specialised (?:support|provision)|flexible|flexibly|flexibility|as much|the usual|ordinarily available)',
    ),
    isExact: (text, seen) => isHarmlessAdjective(text, seen),
  },
  {
    family: 'amount',
    pattern: wordPattern(
      '(?:in )?small[- ]groups?(?: (?:work|sessions?|support|setting|teaching|interventions?|activities))?(?! of)',
    ),
    isExact: (text, seen) => isSizedGroup(text, seen),
  },
  {
    family: 'soft verb',
    pattern: wordPattern(
      '(?:would|should|could|may|might|will|shall|to|is to|are to|must|need to|needs to)? ?(?:also )?(?:be |remain )?(?:mindful of|aware of|encouraged to|signposted to|sensitive to|alert to|considered for|referred (?:to|for)|looked into|explored|invited to consider|urged to|vigilant)',
    ),
    isExact: (_text, seen) => /^\s*(?:will |to )?(?:aware|explored)$/i.test(seen.text),
  },
  {
    family: 'soft verb',
    pattern: wordPattern(
      '(?:(?:will|should|would|may|might|could|shall|to|must|can) )(?:also )?(?:look (?:into|at|to|towards)|keep an eye on|consider(?: [\\p{L}]+ing)?|explore|try to|aim to|seek to|endeavour to|strive to|attempt to|work towards|think about|bear in mind|hope to|be prepared to|liaise|try and|do (?:its|their|his|her) best to|make every effort to|investigate|give consideration to|keep (?:[\\p{L}]+ )?in mind|be open to|monitor(?= [\\p{L}]+ ?\\.))|(?:aims?|tries|seeks|hopes|intends?) to|would (?:benefit from|be (?:helpful|useful|beneficial|desirable)|help|like)|consideration (?:will|should|to|may|could|might|needs to|must)(?: also)?(?: be)?(?: given)?(?: to)?|every effort (?:will|is to|to|should|must|shall)(?: be)? (?:be )?made|best endeavours|it (?:is|would be) (?:recommended|advised|suggested|hoped|anticipated|helpful|useful|envisaged|expected)(?: (?:that|if))?|(?:is|are) (?:recommended|advised|suggested|encouraged|hoped|invited|expected) to|(?:is|are) recommended',
    ),
  },
  {
    family: 'soft verb',
    pattern: wordPattern(
      '(?<!(?<!hoped |suggested |recommended |felt |proposed |thought |envisaged )that [\\p{L}]+ |which [\\p{L}]+ |so |who )(?:should|could|might)(?: (?:also |ideally |normally |always )?(?:have|be)(?: (?:given|offered|provided|used|made|available|able to|encouraged|considered))?)?',
    ),
  },
  {
    family: 'soft verb',
    pattern: wordPattern('may(?: (?:also )?(?:need|be|require|benefit from|have|include|help|want))?', 'gu'),
    isExact: (text, seen) => isMonth(text, seen),
  },
  {
    family: 'soft verb',
    pattern: wordPattern(
      'perhaps|possibly|maybe|potentially|probably|hopefully|ideally|likely to(?: be)?|usually|normally|typically(?! developing)|generally|if (?:he|she|they) (?:wishes|agrees?|chooses?)|preferably|mostly|largely|mainly|primarily|in principle|in general|as a rule|where the need arises|should the need arise|as the need arises',
    ),
  },
  {
    family: 'empty noun',
    pattern: wordPattern(
      'input(?= (?:from|by|on|into|for|to|as|when|if|where|will|is|PRN|\\.)|\\.|$|,)|(?:an? )?(?:holistic|comprehensive|coordinated|co-ordinated|integrated|robust|multi-agency|multi-disciplinary|individualised|personalised|bespoke|appropriate|enhanced|support|therapeutic|full) ?(?:package|programme|plan) of (?:support|care|help|measures|intervention|provision|strategies)|(?:an? )?(?:package|programme|menu|suite|toolkit|framework) of (?:support|care|help|measures|interventions?|strategies)|(?:an? )?(?:holistic|robust|consistent|nurturing|multi-sensory-based|whole-school|graduated|positive|joined-up|therapeutic|calm) (?:package|support package|approach|support|arrangements|strategies|systems)|targeted (?:interventions?|support|work|help)|(?:an? )?(?:enhanced|bespoke|holistic|comprehensive|tailored|individualised|personalised|appropriate|intensive) (?:[\\p{L}-]+ )?packages?|support packages?|robust(?:ly)?|holistic(?:ally)?|(?:close |good |effective |regular |ongoing )?liaison(?= (?:with|between|as)|\\s*\\.|$)|(?:close |good |effective |regular |ongoing )?communication (?:with|between)|signposting|the usual support|general support|specialist input|pastoral support|emotional support|in-class support|adult support(?= (?:will|to|in|with|when|for|\\.)|\\.|$)|moral support|(?:high[- ])?quality first teaching|high[- ]quality (?:teaching|support|provision)|best practice|good practice',
    ),
    isExact: (text, seen, exactness) =>
      !/holistic|robust|package|targeted|input/i.test(seen.text) && HAS_AMOUNT(text, seen, exactness),
  },
  {
    family: 'empty noun',
    // Named strategies ("three calming strategies") say what; "strategies" alone do not.
    pattern: wordPattern(
      '(?<=^\\s*)(?:strategies|approaches|techniques|interventions)(?! (?:set out|listed|named|in the|from the))|(?:agreed|appropriate|suitable|effective|positive|different|consistent|various|behaviour(?: management)?|support) strategies',
    ),
  },
  {
    family: 'soft verb',
    pattern: wordPattern(
      '(?:will |to |would |is to |are to )?(?:be considered|be explored|be looked (?:at|into)|be thought about|be investigated|be kept under review|be kept in mind|be monitored(?= ?(?:\\.|$|as |by school|by staff)))|continues? to (?:monitor|support|be (?:involved|supported|monitored|offered)|work (?:with|alongside)|liaise|help|advise|oversee|offer (?:support|advice|help))|(?:remain|remains|stay|stays|be kept|keep) (?:involved|informed|in touch|in contact|under review|up to date)|light[- ]touch|low[- ]level|hands[- ]off|where (?:he|she|they) (?:can|is able)|at a later (?:date|stage|time)|when (?:staff|adults|someone) (?:is|are|can)(?: [\\p{L}]+)?',
    ),
  },
  {
    family: 'condition',
    pattern: wordPattern(
      '(?:if|when|where|once|provided(?: that)?|should) (?:an? |the |any )?(?:[\\p{L}]+ )?(?:funding|place|places|space|slot|vacancy|opportunity|need|situation|capacity|staffing|resources?|money|budget|panel) (?:is|are|can be|becomes?|arises?|comes? up|allows?|permits?|agrees?|has been) ?(?:agreed|approved|available|found|secured|released|granted|identified|in place|up)?',
    ),
  },
  {
    family: 'condition',
    // Left to whoever is there on the day, or to what they think best.
    pattern: wordPattern(
      '(?:what(?:so)?ever|whichever|whoever|however)(?! (?:the|his|her|their) (?:weather|time|day|season)) (?:(?:else|other|more|[\\p{L}]+) ){0,3}?(?:(?:is|are)(?= (?:most|best|felt|thought|deemed|judged|free|useful|appropriate|helpful|needed|necessary|suitable|available|relevant|required|easiest|convenient|on duty|around))|it takes|seems?|appears?|proves?|suits?|works?|feels?|helps?|fits?|comes? up|arises?)(?: (?:on duty|around|most|more|best|felt|thought|deemed|judged|to be|then|on the day|free|useful|appropriate|helpful|needed|necessary|suitable|suited|available|relevant|required|easiest|convenient|him|her|them))*|any (?:[\\p{L}]+ )?(?:adult|teacher|assistant|member of staff|person|staff) (?:who|that) (?:is|are) (?:free|available|around|on duty)|of (?:some|any) (?:kind|sort|form|type|description)|some (?:kind|sort|form|type)s? of',
    ),
  },
  {
    family: 'time',
    pattern: wordPattern(
      'in (?:good time|due course|a timely (?:manner|way|fashion)|the (?:near )?future|the longer term|time)|timely|when ready|once (?:settled|ready|available|in place|established|a place (?:is|becomes) available)|at (?:an|the) (?:appropriate|suitable|right|earliest) (?:time|opportunity|point|moment)|at the earliest opportunity|promptly|over time|initially|gradually|as soon as|sooner or later|eventually|for as long as(?! (?:this|the|his|her) (?:EHCP?|education, health and care )?plan (?:is (?:in force|maintained|in place)|remains|stands|lasts|runs))|until (?:no longer|such time)[\\p{L} ]{0,20}|at some (?:point|stage)|and so on|etc|amongst other things|or similar(?: [\\p{L}]+)?|or equivalent|or other [\\p{L}]+|as part of normal (?:teaching|practice)|such as',
    ),
    isExact: (text, seen, exactness) =>
      /^(?:or equivalent|or similar|such as|initially|gradually|in time|as soon as|promptly|or other .*|over time)$/i.test(
        seen.text,
      ) &&
      (/such as|initially|promptly|equivalent|as soon as|or other|in time|gradually/i.test(seen.text) ||
        HAS_AMOUNT(text, seen, exactness)),
  },
];
