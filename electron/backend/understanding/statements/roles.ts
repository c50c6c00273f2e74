import { wordPattern } from './word-pattern.ts';

/**
 * People by role, as Sections E to H name them. A role says who does something; "an adult", "staff", "a key worker" and
 * a service's name ("CAMHS") do not (Code 9.69: the level of expertise).
 */

const HEADS =
  'teachers?|tutors?|coach(?:es)?|mentors?|\\p{L}*therapists?|para-?(?:professionals?|educators?)|nurses?|assistants?|practitioners?|psychologists?|psychiatrists?|psychotherapists?|counsellors?|librarians?|instructors?|technicians?|paediatricians?|doctors?|GPs?|GP|dentists?|consultants?|neurologists?|dietiti?cians?|dietitians?|audiologists?|orthoptists?|orthotists?|optometrists?|podiatrists?|prosthetists?|carers?|interpreters?|intervenors?|communicators?|scribes?|chaplains?|trainers?|supervisors?|childminders?|caseworkers?|playworkers?|lecturers?|professors?|headteachers?|head teachers?|principals?|deputy heads?|assistant heads?|caretakers?|cooks?|chefs?|drivers?|escorts?|chaperones?|advocates?|facilitators?|rehabilitation officers?|habilitation officers?|habilitationists?|clinicians?|midwives|midwife|matrons?|houseparents?|foster carers?|osteopaths?|surgeons?|anaesthetists?|pharmacists?|phlebotomists?|nutritionists?|sonographers?|reflexologists?|chiropodists?|specialists?(?! (?:teach\\p{L}*|teams?|services?|support|provision|equipment|school|setting|advice|input|placement|nurs\\p{L}*|dyslexia|speech|autism|software|seating|chair|tuition|training|programme|intervention|college|unit|hub|careers|knowledge|[\\p{L}]+ (?:teacher|team|service)))|lifeguards?|receptionists?|first aiders?|befrienders?|interveners?|invigilators?|mentors?|governesses?|personal assistants?|demonstrators?';
const WORKERS =
  '(?:social|support|outreach|youth|family|care|community|play|inclusion|transition|respite|project|residential|early help|case|health|short[- ]break|nursery|link|education|welfare|domiciliary|participation|employment|learning support|one-to-one|rehabilitation|sessional|day[- ]care|family support|intervention) workers?';
const LEADS =
  '(?:\\p{L}+ ){1,3}?(?:leads?|leaders?|managers?|co-?ordinators?|advis[eo]rs?|officers?|directors?|visitors?)';
const SHORT =
  'SENCOs?|SENDCOs?|SENDCo|SENCo|ELSAs?|HLTAs?|TAs?|LSAs?|QTVIs?|QToDs?|QTMSIs?|DCO|DSCO|EPs?|OTs?|SALTs?|SaLTs?|SLTs?|(?:SALT|SaLT|SLT|OT|physio|EP)s? assistants?|PA|PAs|RNLD|head of (?:year|house|sixth form|department|inclusion|\\p{L}+)|heads of year|virtual (?:school )?heads?|form tutors?|health visitors?|portage worker';

/** A person named by role: the head word, and words before it that narrow it, are left to the caller. */
export const ROLE = `(?:${HEADS}|${WORKERS}|${LEADS}|${SHORT})`;

/** Heads of roles that say only that somebody will: no expertise. */
export const NO_ROLE = wordPattern(
  'key adults?|key workers?|keyworkers?|trusted adults?|familiar adults?|named adults?|team leaders? of|local offer',
);

/** People whose doing is provision, not the person's own outcome. */
export const OTHERS =
  "(?:(?:all |the |his |her |their |school |class(?:room)? |nursery |college |support |teaching |lunchtime |trained |key |care |relevant |[A-Z]\\p{L}+'s )*(?:staff|adults?|key ?workers?|key ?persons?|adult team|team|school|college|nursery|setting|placement|parents?|carers?|parents and carers|mum|dad|mother|father|family|local authority|council|LA|service|services|professionals?|practitioners|department|provider|social care|health|CAMHS))";

/** Children and others whom nobody in the team controls. */
export const PEERS =
  "(?:(?:(?!(?:will|can|shall|to|and|with|he|she|they|I|you|[\\p{L}]+'(?:ll|m|ve)) )[\\p{L}\\p{N}'-]+ ){0,6}?(?:classmates?|peers?|children|pupils|students|friends|siblings|brothers?|sisters?|girls|boys|team-?mates|people|neighbours|everyone|everybody|members of the public|strangers|employers?|(?<=(?:every|each|any|another|other) )(?:child|pupil|student|girl|boy)))";
