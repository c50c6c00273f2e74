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

const FOR_OTHERS = wordPattern(
  [
    `so (?:that )?(?:as )?(?:not to )?${ADULTS} (?:can|will|do|does|don't|doesn't|is|are|have|has|need|needs|may|could|be|run|runs|get|gets|no)`,
    `so as not to (?:disturb|disrupt|distract|hold up|delay)|(?:without|stop|not) (?:disrupting|disturbing|distracting|interrupting|holding up|delaying) ${ADULTS}`,
    `(?:to|and) (?:save|reduce|free up|release|cut|lower|lessen|ease|allow) (?:the |his |her |their |school |some )?(?:need for|amount of|number of|level of|cost of|costs?|staffing|staff(?: time)?|workload|adult (?:time|support|hours|supervision)|demands? on|burden|teachers?|teaching assistants?|adults?|TAs?|hours)`,
    `(?:follow|comply with|keep to|obey|abide by|adhere to|meet|conform to|stick to|observe|respect) (?:all )?(?:of )?(?:the )?(?:school(?:'s)?|class(?:room)?|uniform|behaviour|college|nursery|setting(?:'s)?|home-school|dress|homework|mobile phone|phone) ?(?:[\\p{L}-]+ )?(?:rules?|polic(?:y|ies)|codes?|expectations|agreement|routines?)`,
    'in line with (?:the )?(?:school|behaviour|uniform|class)[\\p{L} ]{0,15}(?:rules?|polic(?:y|ies)|expectations|code)',
    '(?:the |full |correct |school )+uniform(?! (?:by himself|by herself|independently|on his own|alone))',
    'line up (?:silently|quietly)|sit (?:still and )?(?:quietly|silently)|silent(?:ly)? in (?:corridors|assembly|lessons)|walk (?:quietly|silently|on the left)|without (?:calling|shouting) out',
    '(?:detentions?|sanctions?|exclusions?|suspensions?|behaviour points|merits|demerits|incident forms|negative points|house points|red cards)',
    "(?:school|setting|college|class|teacher)'s (?:attendance|results|targets?|figures|data|performance|timetable)|league tables?|Ofsted|attendance target",
    'less (?:adult|staff|teaching assistant) (?:time|support|help|supervision) is needed|(?:fewer|less) (?:staff|adults|adult hours)|manageable|easier to (?:manage|teach|supervise|handle)|less work for|compliant|compliance',
  ].join('|'),
);
