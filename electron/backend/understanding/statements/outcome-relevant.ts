import { type Judged, judged, SOURCES } from './assessment.ts';
import { findFirst, wordPattern } from './word-pattern.ts';

/** Whether an outcome is for the person, as far as the sentence shows; what matters to them is for people to judge. */
export function judgeRelevant(text: string): Judged {
  const source = `${SOURCES.outcomes}: relevant (realistic)`;
  const seen = findFirst(text, FOR_OTHERS);
  return seen === null
    ? judged(true, 'own-life', "It concerns the person's own life, as far as the sentence shows.", source)
    : judged(false, 'serves-setting', 'It serves the setting or the adults rather than the person.', source, [seen]);
}

const ADULTS =
  '(?:the |all |other |more |that |his |her |their |class |teaching |school |support |kitchen |lunchtime |the rest of the )*(?:staff|adults?|teachers?|teaching assistants?|class|school|lessons?|pupils|children|students|others|TA|nursery|college|setting|learners|assembly|corridors?|register|everyone else|parents|budget|transport|bus|timetable|team|dinner ladies|supervisors?|midday supervisors|caretaker|cleaners?)';

/** Whom a purpose serves when it is not the person. */
const SETTING =
  '(?:staff|adults?|teachers?|head ?teachers?|assistants?|TAs?|supervisors?|cleaners?|caretakers?|cooks?|kitchens?|dinner ladies|drivers?|receptionists?|office|class|school|college|nursery|setting|lessons?|register|assembly|corridors?|bus|minibus|taxi|timetable|teaching|building|site|hall|room|ratios?|budgets?|costs?|money|results|Ofsted|inspectors?|council|authority|LA|others|other (?:pupils|children|students)|pupils)';

const FOR_OTHERS = wordPattern(
  [
    `so (?:that )?(?!(?:he|she|his|her|their|it|there|more|fewer) (?!(?:teacher|class|school|assistant|driver)))(?:(?!(?:he|she) )[\\p{L}'-]+ ){0,4}?${SETTING} (?!(?:understands?|knows?|hears?|sees?|can (?:understand|hear|help|see|tell|support|respond)|will (?:understand|know|hear)) )[\\p{L}']+`,
    `as (?:the |his |her )?(?:school(?:'s)? |college |class |home-school )?(?:[\\p{L}-]+ ){0,2}?(?:rules?|polic(?:y|ies)|codes?|expectations|agreement|handbook) (?:says?|requires?|states?|demands?|sets? out|expects?)|as (?:is )?(?:required|expected) (?:by|of) (?:the |all )?(?:school|staff|pupils|college|behaviour)`,
    `in (?:line|accordance|keeping) with (?:the )?(?:school(?:'s)?|college(?:'s)?|nursery(?:'s)?|class|behaviour|uniform|dress|phone|home-school|setting(?:'s)?)`,
    'in silence(?= (?:when|in|on|for|at)|,|\\.|$)|stand(?:s)? up when|lines? up (?:in|straight)|tucks? (?:in )?(?:his|her) shirt',
    `so (?:that )?(?:as )?(?:not to )?${ADULTS} (?:can|will|do|does|don't|doesn't|is|are|have|has|need|needs|may|could|be|run|runs|get|gets|no)`,
    `so as not to (?:disturb|disrupt|distract|hold up|delay)|(?:without|stop|not) (?:disrupting|disturbing|distracting|interrupting|holding up|delaying) ${ADULTS}`,
    `(?:to|and) (?:let|enable|give|spare|save|reduce|free up|release|cut|lower|lessen|ease|allow) (?:the |his |her |their |school |some )?(?:need for|amount of|number of|level of|cost of|costs?|staffing|staff(?: time)?|workload|adult (?:time|support|hours|supervision)|demands? on|burden|teachers?|teaching assistants?|adults?|TAs?|hours)`,
    `(?:follow|comply with|keep to|obey|abide by|adhere to|meet|conform to|stick to|observe|respect) (?:all )?(?:of )?(?:the )?(?:school(?:'s)?|class(?:room)?|uniform|behaviour|college|nursery|setting(?:'s)?|home-school|dress|homework|mobile phone|phone) ?(?:[\\p{L}-]+ )?(?:rules?|polic(?:y|ies)|codes?|expectations|agreement|routines?)`,
    'in line with (?:the )?(?:school|behaviour|uniform|class)[\\p{L} ]{0,15}(?:rules?|polic(?:y|ies)|expectations|code)',
    '(?:the |full |correct |school )+uniform(?! (?:by himself|by herself|independently|on his own|alone))',
    'line up (?:silently|quietly)|sit (?:still and )?(?:quietly|silently)|silent(?:ly)? in (?:corridors|assembly|lessons)|walk (?:quietly|silently|on the left)|without (?:calling|shouting) out',
    '(?:detentions?|sanctions?|exclusions?|suspensions?|behaviour points|merits|demerits|incident forms|negative points|house points|red cards)',
    "(?:school|setting|college|class|teacher)'s (?:attendance|results|targets?|figures|data|performance|timetable)|league tables?|Ofsted|attendance target",
    `(?:easier|simpler|quieter|calmer|smoother|less (?:stressful|tiring|trouble)) for ${ADULTS}`,
    'wear(?:s|ing)? (?:the |his |her |their |a )?(?:full |correct |proper |right |regulation |plain |school )+(?:[\\p{L}]+ )?(?:tie|blazer|shoes|shirt|skirt|trousers|jumper|sweatshirt|lanyard|badge|colours)(?! (?:by himself|by herself|independently|on his own|alone))',
    'less (?:adult|staff|teaching assistant) (?:time|support|help|supervision) is needed|(?:fewer|less) (?:staff|adults|adult hours)|manageable|easier to (?:manage|teach|supervise|handle)|less work for|compliant|compliance',
  ].join('|'),
);
